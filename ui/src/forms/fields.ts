import type { ClaimValue, Item } from "../api";
import { m } from "../paraglide/messages";
import { vocabulary } from "../state";
import type { Choice } from "../widgets/choices";
import { attributeChoices, type Form, type FormNoun, type Noun } from "./nouns";
import type { Path } from "./path";
import * as words from "./words";

/** What a field is typed or chosen with. */
export type Control =
  | { type: "text"; placeholder?: () => string }
  | { type: "prose"; rows: number }
  /** `whole` where only one day will do. */
  | { type: "date"; whole?: boolean }
  | { type: "end" }
  | { type: "number"; least?: number; most?: number; step?: number }
  | { type: "flag" }
  | { type: "choice"; choices: () => Choice[]; search?: boolean; number?: boolean; none?: boolean }
  /** Where only one noun can stand, the item holds the bare id. */
  | { type: "item" | "items"; noun: Noun }
  | { type: "reference" | "references"; nouns: Noun[] }
  | { type: "participants" | "amount" | "weight" | "relative" | "names" | "quote" };

/** One field of a form. `path` is its place in the item. */
export interface FieldSpec<P extends string = string> {
  path: P;
  label: () => string;
  control: Control;
  hint?: () => string;
  optional?: boolean;
  /** A quiet word after the label. */
  mark?: () => string;
  /** Short enough to share a line with another where there is room. */
  half?: boolean;
  /** Asked for when the item is created; the others come later, in the inspector. */
  first?: boolean | ((item: Item) => boolean);
  /** Asked for at creation alone: later it changes by an act of its own. */
  once?: boolean;
  /** What goes when the field is emptied: a date takes along the words it was told in. */
  whole?: P;
  /** What follows from a new value. */
  then?: (item: Item) => Item;
  shown?: (item: Item) => boolean;
}

type Fields<N extends FormNoun> = FieldSpec<Path<Form<N>>>[];

const text: Control = { type: "text" };
const date: Control = { type: "date" };
const day: Control = { type: "date", whole: true };
const actor: Control = { type: "item", noun: "actor" };
const actors: Control = { type: "items", noun: "actor" };

const kindChoices = (): Choice[] => vocabulary.kinds.map(({ id, label, icon }) => ({ value: id, label, icon }));
const tieChoices = (): Choice[] => vocabulary.ties.map(({ id, label }) => ({ value: id, label }));

/** Whether the act of an event is words: then it has a speaker, and may have a quote. */
export function speaks(item: Item): boolean {
  return item.type === "event" && (item.statement !== undefined || (vocabulary.kind(item.kind)?.words ?? false));
}

/** A kind of tie has its usual direction and sign. */
function asUsual(item: Item): Item {
  const kind = item.type === "tie" ? vocabulary.ties.find(({ id }) => id === item.kind) : undefined;
  return item.type === "tie" && kind ? { ...item, mutual: kind.symmetric || undefined, sign: kind.sign } : item;
}

/** The code of a country is one of ISO 3166, any other is the user's own. */
function coded(item: Item): Item {
  if (item.type !== "actor" || !item.code) return item;
  return { ...item, code: { ...item.code, scheme: item.kind === "country" ? "iso3166" : "own" } };
}

/** Another attribute has another value. */
function unsaid(item: Item): Item {
  if (item.type !== "claim") return item;
  const { attribute } = item.value;
  if (attribute === "amount") return { ...item, value: { attribute, value: {} } };
  return { ...item, value: attribute === "other" ? { attribute, value: { name: "", words: "" } } : { attribute, value: "" } };
}

const claims = (attribute: ClaimValue["attribute"]) => (item: Item) => item.type === "claim" && item.value.attribute === attribute;

const statement = [
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
  { path: "statement.quote.text", label: m.field_quote, control: { type: "prose", rows: 3 }, optional: true, whole: "statement.quote" },
  { path: "statement.quote.language", label: m.field_quote_language, control: text, optional: true },
  { path: "statement.quote.translation", label: m.term_translation, control: { type: "prose", rows: 3 }, optional: true },
] satisfies Fields<"event">;

/** The fields of every noun, described once: the inspector edits them, the dialogs of creation ask for the first of them. */
export const fieldsOf: { [N in FormNoun]: Fields<N> } = {
  event: [
    { path: "title", label: m.field_title, control: text, first: true },
    { path: "kind", label: m.field_kind, control: { type: "choice", choices: kindChoices, search: true }, first: true, half: true },
    {
      path: "status.0.status",
      label: m.field_status,
      control: { type: "choice", choices: words.statusChoices },
      first: true,
      half: true,
      once: true,
    },
    { path: "when.edtf", label: m.field_when, control: date, optional: true, first: true, half: true, whole: "when" },
    { path: "place", label: m.field_place, control: { type: "item", noun: "place" }, optional: true, first: true, half: true },
    {
      path: "participants",
      label: m.field_participants,
      control: { type: "participants" },
      optional: true,
      first: (item) => !speaks(item),
    },
    ...statement.map((field) => ({ ...field, shown: speaks })),
    { path: "topics", label: m.field_topics, control: { type: "items", noun: "topic" }, optional: true },
    { path: "summary", label: m.field_summary, control: { type: "prose", rows: 4 }, optional: true },
    {
      path: "when.text",
      label: m.field_when_text,
      control: text,
      optional: true,
      shown: (item) => item.type === "event" && item.when !== undefined,
    },
    {
      path: "when.relative",
      label: m.field_relative,
      control: { type: "relative" },
      optional: true,
      shown: (item) => item.type === "event" && item.when !== undefined,
    },
    { path: "amount", label: m.field_amount, control: { type: "amount" }, optional: true },
    { path: "salience", label: m.field_salience, control: { type: "choice", choices: words.salienceChoices, number: true } },
    { path: "weight", label: m.field_weight, control: { type: "weight" }, optional: true },
  ],
  tie: [
    { path: "title", label: m.field_title, control: text, first: true },
    { path: "kind", label: m.field_kind, control: { type: "choice", choices: tieChoices }, then: asUsual, first: true, half: true },
    { path: "from", label: m.field_from, control: actor, first: true, half: true },
    { path: "to", label: m.field_to, control: actor, first: true, half: true },
    { path: "mutual", label: m.field_mutual, control: { type: "flag" } },
    { path: "sign", label: m.field_sign, control: { type: "choice", choices: words.signChoices, number: true }, first: true, half: true },
    { path: "amount", label: m.field_amount, control: { type: "amount" }, optional: true },
    { path: "period.start", label: m.field_start, control: date, optional: true, first: true, half: true },
    { path: "period.end", label: m.field_end, control: { type: "end" }, first: true, half: true },
    { path: "cause", label: m.field_cause, control: { type: "item", noun: "event" }, optional: true },
    { path: "summary", label: m.field_summary, control: { type: "prose", rows: 4 }, optional: true },
  ],
  actor: [
    { path: "name", label: m.field_name, control: text, first: true },
    {
      path: "kind",
      label: m.field_kind,
      control: { type: "choice", choices: words.actorKindChoices },
      then: coded,
      first: true,
      half: true,
    },
    {
      path: "acts_for",
      label: m.field_acts_for,
      control: actor,
      optional: true,
      first: true,
      half: true,
      shown: (item) => item.type !== "actor" || item.kind !== "country",
    },
    {
      path: "code.code",
      label: m.field_code,
      control: text,
      hint: m.field_code_hint,
      optional: true,
      whole: "code",
      then: coded,
      first: true,
      half: true,
    },
    { path: "other_names", label: m.field_other_names, control: { type: "names" }, optional: true },
  ],
  office: [
    { path: "post", label: m.field_post, control: text, first: true },
    { path: "of", label: m.field_of, control: actor, first: true },
  ],
  tenure: [
    { path: "office", label: m.field_office, control: { type: "item", noun: "office" }, first: true },
    { path: "holder", label: m.field_holder, control: actor, first: true },
    { path: "period.start", label: m.field_start, control: date, optional: true, first: true, half: true },
    { path: "period.end", label: m.field_end, control: { type: "end" }, first: true, half: true },
    { path: "acting", label: m.field_acting, control: { type: "flag" }, first: true },
  ],
  place: [
    { path: "name", label: m.field_name, control: text, first: true },
    { path: "country", label: m.field_country, control: actor, optional: true, first: true, half: true },
    {
      path: "coordinates.latitude",
      label: m.field_latitude,
      control: { type: "number", least: -90, most: 90, step: 0.0001 },
      optional: true,
    },
    {
      path: "coordinates.longitude",
      label: m.field_longitude,
      control: { type: "number", least: -180, most: 180, step: 0.0001 },
      optional: true,
    },
  ],
  topic: [
    { path: "name", label: m.field_name, control: text, first: true },
    { path: "parent", label: m.field_parent, control: { type: "item", noun: "topic" }, optional: true, first: true },
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
    { path: "accessed", label: m.field_accessed, control: day, optional: true },
    { path: "language", label: m.field_language_tag, control: text, optional: true },
    { path: "repeats", label: m.field_repeats, control: { type: "item", noun: "source" }, optional: true },
    { path: "text", label: m.field_text, control: { type: "prose", rows: 8 }, first: true, once: true },
  ],
  link: [
    { path: "from", label: m.field_from, control: { type: "item", noun: "event" }, first: true, half: true },
    { path: "kind", label: m.field_kind, control: { type: "choice", choices: words.linkChoices }, first: true, half: true },
    { path: "to", label: m.field_to, control: { type: "item", noun: "event" }, first: true, half: true },
    { path: "remark", label: m.field_remark, control: { type: "prose", rows: 2 }, optional: true, first: true },
  ],
  citation: [
    { path: "item", label: m.field_item, control: { type: "reference", nouns: ["event", "tie", "actor", "office"] }, first: true },
    { path: "source", label: m.field_source, control: { type: "item", noun: "source" }, first: true },
    { path: "anchor", label: m.field_exact, control: { type: "quote" }, hint: m.field_exact_hint, optional: true, first: true },
    { path: "locator", label: m.field_locator, control: { type: "text", placeholder: m.field_locator_hint }, optional: true, first: true },
    {
      path: "credibility",
      label: m.term_credibility,
      control: { type: "choice", choices: words.credibilityChoices, number: true },
      first: true,
    },
  ],
  claim: [
    { path: "item", label: m.field_item, control: { type: "reference", nouns: ["event", "tie"] }, first: true },
    {
      path: "value.attribute",
      label: m.field_attribute,
      control: { type: "choice", choices: attributeChoices },
      then: unsaid,
      first: true,
    },
    { path: "value.value", label: m.field_value, control: date, first: true, shown: claims("when") },
    { path: "value.value", label: m.field_value, control: { type: "item", noun: "place" }, first: true, shown: claims("place") },
    { path: "value.value", label: m.field_value, control: text, first: true, shown: claims("title") },
    { path: "value.value", label: m.field_value, control: { type: "amount" }, first: true, shown: claims("amount") },
    { path: "value.value.name", label: m.field_name, control: text, first: true, shown: claims("other") },
    { path: "value.value.words", label: m.field_value, control: text, first: true, shown: claims("other") },
  ],
  note: [
    { path: "title", label: m.field_title, control: text, first: true },
    {
      path: "attached_to",
      label: m.field_attached_to,
      control: { type: "references", nouns: ["event", "tie", "actor", "source"] },
      optional: true,
      first: true,
    },
  ],
  assessment: [
    { path: "a", label: m.field_a, control: actor, first: true, half: true },
    { path: "b", label: m.field_b, control: actor, first: true, half: true },
    { path: "direction", label: m.field_direction, control: { type: "choice", choices: words.directionChoices }, first: true, half: true },
    { path: "reason", label: m.field_reason, control: text, first: true },
    { path: "on", label: m.field_on, control: day, first: true, half: true },
  ],
};

/** The fields of an item's noun; none where it has no form of this kind. */
export const fieldsFor = (item: Item): readonly FieldSpec[] => (item.type in fieldsOf ? fieldsOf[item.type as FormNoun] : []);

/** The fields to show of a form now. */
export function shownFields(item: Item, wanted: (field: FieldSpec) => boolean): FieldSpec[] {
  return fieldsFor(item).filter((field) => wanted(field) && (field.shown?.(item) ?? true));
}

/** The fields asked for when an item is made. */
export const firstFields = (item: Item): FieldSpec[] =>
  shownFields(item, ({ first }) => (typeof first === "function" ? first(item) : (first ?? false)));
