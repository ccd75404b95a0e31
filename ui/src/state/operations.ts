import type { OperationLabel } from "../api";
import { m } from "../paraglide/messages";

const nouns: Record<string, () => string> = {
  actor: m.noun_actor,
  office: m.noun_office,
  tenure: m.noun_tenure,
  place: m.noun_place,
  topic: m.noun_topic,
  source: m.noun_source,
  event: m.noun_event,
  statement: m.noun_statement,
  tie: m.noun_tie,
  link: m.noun_link,
  citation: m.noun_citation,
  claim: m.noun_claim,
  note: m.noun_note,
  judgement: m.noun_judgement,
  assessment: m.noun_assessment,
  settings: m.noun_settings,
  drafts: m.noun_drafts,
  item: m.noun_item,
  items: m.noun_items,
};

const verbs: Record<string, (inputs: { noun: string }) => string> = {
  add: m.operation_add,
  change: m.operation_change,
  edit: m.operation_change,
  put: m.operation_change,
  remove: m.operation_remove,
  accept: m.operation_accept,
  reject: m.operation_reject,
  import: m.operation_import,
  merge: m.operation_merge,
};

/** Operations whose names are not a verb and a noun. */
const whole: Record<string, () => string> = {
  capture: m.operation_capture,
  teach: m.operation_teach,
  "add-lesson": m.operation_teach,
  "remove-lesson": m.operation_remove_lesson,
  "remove-lessons": m.operation_remove_lesson,
  "read-again": m.operation_read_again,
  "accept-draft": m.operation_accept_draft,
  "reject-draft": m.operation_reject_draft,
  "amend-draft": m.operation_change_draft,
  "change-draft": m.operation_change_draft,
  "merge-draft": m.operation_merge_draft,
  "link-draft": m.operation_link_draft,
  "set-status": m.operation_set_status,
  "choose-claim": m.operation_choose_claim,
  "change-settings": m.operation_settings,
  "add-reference": m.operation_add_reference,
};

/** Operations on several at once, whose subject is their number. */
const counted: Record<string, (inputs: { count: string }) => string> = {
  "accept-drafts": m.operation_accept_drafts,
  "reject-drafts": m.operation_reject_drafts,
};

/** The name of a noun of the record in the language of the window. */
export function nounText(noun: string): string {
  return nouns[noun]?.() ?? noun;
}

/** What an operation does, as it stands after "Undo": `add event “Summit in Beijing”`. */
export function operationText({ name, subject }: OperationLabel): string {
  const many = counted[name];
  if (many && subject !== "") return many({ count: subject });
  const [verb, ...rest] = name.split("-");
  const words = whole[name]?.() ?? verbs[verb ?? ""]?.({ noun: nounText(rest.join("-")) }) ?? m.operation_other();
  return subject === "" ? words : m.operation_subject({ operation: words, subject });
}

/** "Undo add event “…”", or just the word when there is nothing to undo. */
export const undoText = (label: OperationLabel | null | undefined): string =>
  label ? m.undo_named({ operation: operationText(label) }) : m.action_undo();

export const redoText = (label: OperationLabel | null | undefined): string =>
  label ? m.redo_named({ operation: operationText(label) }) : m.action_redo();
