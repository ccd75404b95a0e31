import type { ItemInput } from "../api";
import { m } from "../paraglide/messages";
import { vocabulary } from "../state";
import type { Choice } from "../widgets/choices";
import { attributeText, type Noun } from "./nouns";
import * as words from "./words";

/** What a field is typed or chosen with. */
export type Control =
  | { type: "text"; placeholder?: () => string }
  | { type: "prose"; rows: number }
  | { type: "date" }
  | { type: "end" }
  | { type: "number"; least?: number; most?: number; step?: number }
  | { type: "flag" }
  | { type: "choice"; choices: () => Choice[]; search?: boolean; number?: boolean; none?: boolean }
  | { type: "item"; nouns: Noun[] }
  | { type: "items"; nouns: Noun[] }
  | { type: "participants" }
  | { type: "amount" }
  | { type: "weight" }
  | { type: "relative" }
  | { type: "names" };

/** One field of a form. `path` is its place in the `ItemInput`. */
export interface FieldSpec {
  path: string;
  label: () => string;
  control: Control;
  hint?: () => string;
  optional?: boolean;
  /** A quiet word after the label. */
  mark?: () => string;
  /** Short enough to share a line with another where there is room. */
  half?: boolean;
  /** Asked for when the item is created; the others come later, in the inspector. */
  first?: boolean;
  /** Asked for at creation alone: later it changes by an act of its own. */
  once?: boolean;
  shown?: (form: ItemInput) => boolean;
}

const text: Control = { type: "text" };
const date: Control = { type: "date" };
const actor: Control = { type: "item", nouns: ["actor"] };
const actors: Control = { type: "items", nouns: ["actor"] };

/** Attributes of which a form can hold a claim. */
const attributes = ["when", "place", "title"];
const attributeChoices = (): Choice[] => attributes.map((attribute) => ({ value: attribute, label: attributeText(attribute) }));
const kindChoices = (): Choice[] => vocabulary.kinds.map(({ id, label, icon }) => ({ value: id, label, icon }));
const tieChoices = (): Choice[] => vocabulary.ties.map(({ id, label }) => ({ value: id, label }));

/** Whether the act of an event is words: then it has a speaker, and may have a quote. */
export function speaks(form: ItemInput): boolean {
  return form.type === "event" && (form.statement !== null || (vocabulary.kind(form.kind)?.words ?? false));
}

const statement: FieldSpec[] = [
  { path: "statement.speaker", label: m.field_speaker, control: actor, first: true },
  { path: "statement.on_behalf_of", label: m.field_on_behalf_of, control: actor, optional: true },
  { path: "statement.targets", label: m.field_targets, control: actors, optional: true, first: true },
  { path: "statement.audience", label: m.field_audience, control: actors, optional: true },
  { path: "statement.issue", label: m.field_issue, control: text, optional: true, first: true },
  {
    path: "statement.stance",
    label: m.field_stance,
    control: { type: "choice", choices: words.stanceChoices, none: true },
    optional: true,
    first: true,
  },
  { path: "statement.quote", label: m.field_quote, control: { type: "prose", rows: 3 }, optional: true },
  { path: "statement.quote_language", label: m.field_quote_language, control: text, optional: true },
  { path: "statement.quote_translation", label: m.term_translation, control: { type: "prose", rows: 3 }, optional: true },
].map((field) => ({ ...field, shown: speaks }) as FieldSpec);

/** The fields of every noun, described once: the inspector edits them, the dialogs of creation ask for the first of them. */
export const fieldsOf: Record<Exclude<Noun, "settings">, FieldSpec[]> = {
  event: [
    { path: "title", label: m.field_title, control: text, first: true },
    { path: "kind", label: m.field_kind, control: { type: "choice", choices: kindChoices, search: true }, first: true, half: true },
    {
      path: "status",
      label: m.field_status,
      control: { type: "choice", choices: words.statusChoices },
      first: true,
      half: true,
      once: true,
    },
    { path: "when", label: m.field_when, control: date, optional: true, first: true, half: true },
    { path: "place", label: m.field_place, control: { type: "item", nouns: ["place"] }, optional: true, first: true, half: true },
    {
      path: "participants",
      label: m.field_participants,
      control: { type: "participants" },
      optional: true,
      first: true,
      shown: (form) => !speaks(form) || form.type !== "event" || form.id !== null,
    },
    ...statement,
    { path: "topics", label: m.field_topics, control: { type: "items", nouns: ["topic"] }, optional: true },
    { path: "summary", label: m.field_summary, control: { type: "prose", rows: 4 }, optional: true },
    {
      path: "when_text",
      label: m.field_when_text,
      control: text,
      optional: true,
      shown: (form) => form.type === "event" && form.when !== null,
    },
    {
      path: "relative",
      label: m.field_relative,
      control: { type: "relative" },
      optional: true,
      shown: (form) => form.type === "event" && form.when !== null,
    },
    { path: "amount", label: m.field_amount, control: { type: "amount" }, optional: true },
    { path: "salience", label: m.field_salience, control: { type: "choice", choices: words.salienceChoices, number: true } },
    { path: "weight", label: m.field_weight, control: { type: "weight" }, optional: true },
  ],
  tie: [
    { path: "title", label: m.field_title, control: text, first: true },
    { path: "kind", label: m.field_kind, control: { type: "choice", choices: tieChoices }, first: true, half: true },
    { path: "from", label: m.field_from, control: actor, first: true, half: true },
    { path: "to", label: m.field_to, control: actor, first: true, half: true },
    { path: "mutual", label: m.field_mutual, control: { type: "flag" } },
    { path: "sign", label: m.field_sign, control: { type: "choice", choices: words.signChoices, number: true }, first: true, half: true },
    { path: "amount", label: m.field_amount, control: { type: "amount" }, optional: true },
    { path: "start", label: m.field_start, control: date, optional: true, first: true, half: true },
    { path: "end", label: m.field_end, control: { type: "end" }, first: true, half: true },
    { path: "cause", label: m.field_cause, control: { type: "item", nouns: ["event"] }, optional: true },
    { path: "summary", label: m.field_summary, control: { type: "prose", rows: 4 }, optional: true },
  ],
  actor: [
    { path: "name", label: m.field_name, control: text, first: true },
    { path: "kind", label: m.field_kind, control: { type: "choice", choices: words.actorKindChoices }, first: true, half: true },
    {
      path: "acts_for",
      label: m.field_acts_for,
      control: actor,
      optional: true,
      first: true,
      half: true,
      shown: (form) => form.type !== "actor" || form.kind !== "country",
    },
    { path: "code", label: m.field_code, control: text, hint: m.field_code_hint, optional: true, first: true, half: true },
    { path: "other_names", label: m.field_other_names, control: { type: "names" }, optional: true },
  ],
  office: [
    { path: "post", label: m.field_post, control: text, first: true },
    { path: "of", label: m.field_of, control: actor, first: true },
  ],
  tenure: [
    { path: "office", label: m.field_office, control: { type: "item", nouns: ["office"] }, first: true },
    { path: "holder", label: m.field_holder, control: actor, first: true },
    { path: "start", label: m.field_start, control: date, optional: true, first: true, half: true },
    { path: "end", label: m.field_end, control: { type: "end" }, first: true, half: true },
    { path: "acting", label: m.field_acting, control: { type: "flag" }, first: true },
  ],
  place: [
    { path: "name", label: m.field_name, control: text, first: true },
    { path: "country", label: m.field_country, control: actor, optional: true, first: true, half: true },
    { path: "latitude", label: m.field_latitude, control: { type: "number", least: -90, most: 90, step: 0.0001 }, optional: true },
    { path: "longitude", label: m.field_longitude, control: { type: "number", least: -180, most: 180, step: 0.0001 }, optional: true },
  ],
  topic: [
    { path: "name", label: m.field_name, control: text, first: true },
    { path: "parent", label: m.field_parent, control: { type: "item", nouns: ["topic"] }, optional: true, first: true },
  ],
  source: [
    { path: "title", label: m.field_title, control: text, first: true },
    { path: "publisher", label: m.field_publisher, control: text, optional: true, first: true, half: true },
    { path: "published", label: m.field_published, control: date, optional: true, first: true, half: true },
    { path: "url", label: m.field_url, control: text, optional: true, first: true, half: true },
    {
      path: "reliability",
      label: m.term_reliability,
      control: { type: "choice", choices: words.reliabilityChoices },
      first: true,
      half: true,
    },
    { path: "origin", label: m.term_origin, control: { type: "choice", choices: words.originChoices } },
    { path: "author", label: m.field_author, control: text, optional: true },
    { path: "accessed", label: m.field_accessed, control: date, optional: true },
    { path: "language", label: m.field_language_tag, control: text, optional: true },
    { path: "repeats", label: m.field_repeats, control: { type: "item", nouns: ["source"] }, optional: true },
    { path: "text", label: m.field_text, control: { type: "prose", rows: 8 }, first: true, once: true },
  ],
  link: [
    { path: "from", label: m.field_from, control: { type: "item", nouns: ["event"] }, first: true, half: true },
    { path: "kind", label: m.field_kind, control: { type: "choice", choices: words.linkChoices }, first: true, half: true },
    { path: "to", label: m.field_to, control: { type: "item", nouns: ["event"] }, first: true, half: true },
    { path: "remark", label: m.field_remark, control: { type: "prose", rows: 2 }, optional: true, first: true },
  ],
  citation: [
    { path: "item", label: m.field_item, control: { type: "item", nouns: ["event", "tie", "actor", "office"] }, first: true },
    { path: "source", label: m.field_source, control: { type: "item", nouns: ["source"] }, first: true },
    { path: "exact", label: m.field_exact, control: { type: "prose", rows: 3 }, first: true },
    {
      path: "credibility",
      label: m.term_credibility,
      control: { type: "choice", choices: words.credibilityChoices, number: true },
      first: true,
    },
  ],
  claim: [
    { path: "item", label: m.field_item, control: { type: "item", nouns: ["event", "tie"] }, first: true },
    {
      path: "attribute",
      label: m.field_attribute,
      control: { type: "choice", choices: attributeChoices },
      first: true,
      shown: (form) => form.type === "claim" && attributes.includes(form.attribute),
    },
    {
      path: "value",
      label: m.field_value,
      control: date,
      first: true,
      shown: (form) => form.type === "claim" && form.attribute === "when",
    },
    {
      path: "value",
      label: m.field_value,
      control: { type: "item", nouns: ["place"] },
      first: true,
      shown: (form) => form.type === "claim" && form.attribute === "place",
    },
    {
      path: "value",
      label: m.field_value,
      control: text,
      first: true,
      shown: (form) => form.type === "claim" && form.attribute !== "when" && form.attribute !== "place",
    },
  ],
  note: [
    { path: "title", label: m.field_title, control: text, first: true },
    {
      path: "attached_to",
      label: m.field_attached_to,
      control: { type: "items", nouns: ["event", "tie", "actor", "source"] },
      optional: true,
      first: true,
    },
  ],
  assessment: [
    { path: "a", label: m.field_a, control: actor, first: true, half: true },
    { path: "b", label: m.field_b, control: actor, first: true, half: true },
    { path: "direction", label: m.field_direction, control: { type: "choice", choices: words.directionChoices }, first: true, half: true },
    { path: "reason", label: m.field_reason, control: text, first: true },
    { path: "on", label: m.field_on, control: date, first: true, half: true },
  ],
};

/** The fields to show of a form now. */
export function shownFields(form: ItemInput, wanted: (field: FieldSpec) => boolean): FieldSpec[] {
  if (form.type === "settings") return [];
  return fieldsOf[form.type].filter((field) => wanted(field) && (field.shown?.(form) ?? true));
}
