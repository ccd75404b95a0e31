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
  lesson: m.noun_lesson,
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
  remove: m.operation_remove,
};

/** Operations whose names are not a verb and a noun. */
const whole: Record<string, (inputs: { count: string }) => string> = {
  import: m.operation_import,
  capture: m.operation_capture,
  teach: m.operation_teach,
  "read-again": m.operation_read_again,
  "accept-draft": m.operation_accept_draft,
  "accept-drafts": m.operation_accept_drafts,
  "reject-draft": m.operation_reject_draft,
  "reject-drafts": m.operation_reject_drafts,
  "amend-draft": m.operation_amend_draft,
  "merge-draft": m.operation_merge_draft,
  "link-draft": m.operation_link_draft,
  "set-status": m.operation_set_status,
  "choose-claim": m.operation_choose_claim,
  "add-reference": m.operation_add_reference,
};

/** Operations on several at once, whose subject is their number. */
const counted = ["accept-drafts", "reject-drafts"];

/** The name of a noun of the record in the language of the window. */
export function nounText(noun: string): string {
  return nouns[noun]?.() ?? noun;
}

/** What an operation does, as it stands after "Undo": `add event “Summit in Beijing”`. */
export function operationText({ name, subject }: OperationLabel): string {
  const [verb = "", ...rest] = name.split("-");
  const operation = whole[name]?.({ count: subject }) ?? verbs[verb]?.({ noun: nounText(rest.join("-")) }) ?? m.operation_other();
  return subject === "" || counted.includes(name) ? operation : m.operation_subject({ operation, subject });
}

/** "Undo add event “…”", or just the word when there is nothing to undo. */
export const undoText = (label: OperationLabel | null | undefined): string =>
  label ? m.undo_named({ operation: operationText(label) }) : m.action_undo();

export const redoText = (label: OperationLabel | null | undefined): string =>
  label ? m.redo_named({ operation: operationText(label) }) : m.action_redo();
