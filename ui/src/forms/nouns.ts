import type { Anchor, ClaimValue, Item } from "../api";
import { itemId } from "../base/ids";
import { capital } from "../base/words";
import { m } from "../paraglide/messages";
import type { Choice } from "../widgets/choices";

/** The nouns of the record, as items are tagged and references begin. */
export type Noun = Item["type"];

/** Nouns that are made and edited in forms by their descriptions. */
export type FormNoun = Exclude<Noun, "settings" | "draft" | "lesson">;

/** An item of one noun. */
export type Form<N extends Noun> = Extract<Item, { type: N }>;

/** The noun before the colon of a reference. */
export const nounOf = (reference: string): string => reference.split(":", 1)[0] ?? "";

/** The bare id of a reference, as items hold it where only one noun can stand. */

export const referenceOf = (noun: Noun, id: string): string => `${noun}:${id}`;

const icons: Record<string, string> = {
  actor: "users",
  office: "landmark",
  tenure: "user-check",
  place: "map-pin",
  topic: "tag",
  source: "newspaper",
  event: "calendar",
  tie: "link",
  link: "arrow-right-left",
  citation: "quote",
  claim: "scale",
  note: "sticky-note",
  assessment: "target",
};

const actorIcons: Record<string, string> = {
  country: "flag",
  person: "user",
  company: "factory",
  organisation: "landmark",
  bloc: "shield",
  group: "users",
};

/** Icon of a noun, for `KindIcon`. */
export const nounIcon = (noun: string): string => icons[noun] ?? "circle-dot";

export const actorIcon = (kind: string): string => actorIcons[kind] ?? "users";

/** A new item of a noun with nothing filled in but what is usual. */
export function blank<N extends FormNoun>(noun: N): Form<N>;
export function blank(noun: FormNoun): Item {
  const id = itemId();
  switch (noun) {
    case "actor":
      return { type: "actor", id, kind: "person", name: "" };
    case "office":
      return { type: "office", id, post: "", of: "" };
    case "tenure":
      return { type: "tenure", id, office: "", holder: "", period: { end: "ongoing" } };
    case "place":
      return { type: "place", id, name: "" };
    case "topic":
      return { type: "topic", id, name: "" };
    case "source":
      return { type: "source", id, title: "", reliability: "F", origin: "unknown", text: "" };
    case "event":
      return { type: "event", id, kind: "summit", title: "", status: [{ status: "occurred" }], participants: [], salience: 50 };
    case "tie":
      return { type: "tie", id, kind: "partnership", title: "", from: "", to: "", sign: 1, period: { end: "ongoing" } };
    case "link":
      return { type: "link", id, kind: "follows-up", from: "", to: "" };
    case "citation":
      return { type: "citation", id, item: "", source: "", credibility: 6, coder: "person" };
    case "claim":
      return { type: "claim", id, item: "", value: { attribute: "when", value: "" } };
    case "note":
      return { type: "note", id, title: "", body: "" };
    case "assessment":
      return { type: "assessment", id, a: "", b: "", direction: "unchanged", reason: "", on: "" };
  }
}

/** Words of a source at a place, in Unicode characters. The core finds what stands around them. */
export function anchorOf(exact: string, start: number): Anchor {
  return { exact, prefix: "", suffix: "", start, end: start + [...exact].length };
}

const attributes: Record<ClaimValue["attribute"], () => string> = {
  when: m.attribute_when,
  place: m.attribute_place,
  title: m.attribute_title,
  amount: m.attribute_amount,
  other: m.field_attribute_other,
};

/** The name of an attribute that sources may dispute; one of the user's own goes by its name. */
export const attributeText = (attribute: string): string =>
  capital(attribute in attributes ? attributes[attribute as ClaimValue["attribute"]]() : attribute);

export const attributeChoices = (): Choice[] => Object.entries(attributes).map(([value, label]) => ({ value, label: capital(label()) }));
