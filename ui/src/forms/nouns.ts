import type { ItemInput } from "../api";
import { capital } from "../base/words";
import { m } from "../paraglide/messages";

/** The nouns a form can hold, as `ItemInput` tags them and references begin. */
export type Noun = ItemInput["type"];

/** The form of one noun. */
export type Form<N extends Noun> = Extract<ItemInput, { type: N }>;

/** The noun before the colon of a reference. */
export const nounOf = (reference: string): string => reference.split(":", 1)[0] ?? "";

/** The bare id of a reference, as forms carry it. */
export const idOf = (reference: string): string => reference.slice(reference.indexOf(":") + 1);

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
export function blank<N extends Noun>(noun: N): Form<N>;
export function blank(noun: Noun): ItemInput {
  switch (noun) {
    case "settings":
      return { type: "settings", title: "", language: "en", time_zone: "UTC", half_life_days: 180, opens_as_of: null, namings: [] };
    case "actor":
      return { type: "actor", id: null, kind: "person", name: "", other_names: [], code: null, acts_for: null };
    case "office":
      return { type: "office", id: null, post: "", of: "" };
    case "tenure":
      return { type: "tenure", id: null, office: "", holder: "", start: null, end: "ongoing", acting: false };
    case "place":
      return { type: "place", id: null, name: "", country: null, latitude: null, longitude: null };
    case "topic":
      return { type: "topic", id: null, name: "", parent: null };
    case "source":
      return {
        type: "source",
        id: null,
        title: "",
        publisher: null,
        author: null,
        url: null,
        published: null,
        accessed: null,
        language: null,
        reliability: "F",
        origin: "unknown",
        repeats: null,
        text: "",
      };
    case "event":
      return {
        type: "event",
        id: null,
        kind: "summit",
        title: "",
        when: null,
        when_text: null,
        relative: null,
        status: "occurred",
        place: null,
        participants: [],
        statement: null,
        topics: [],
        amount: null,
        summary: null,
        salience: 50,
        weight: null,
      };
    case "tie":
      return {
        type: "tie",
        id: null,
        kind: "partnership",
        title: "",
        from: "",
        to: "",
        mutual: false,
        sign: 1,
        amount: null,
        start: null,
        end: "ongoing",
        cause: null,
        summary: null,
      };
    case "link":
      return { type: "link", id: null, kind: "follows-up", from: "", to: "", remark: null };
    case "citation":
      return { type: "citation", id: null, item: "", source: "", exact: "", start: null, credibility: 6 };
    case "claim":
      return { type: "claim", id: null, item: "", attribute: "when", value: "", citation: null };
    case "note":
      return { type: "note", id: null, title: "", body: "", attached_to: [], judgement: null };
    case "assessment":
      return { type: "assessment", id: null, a: "", b: "", direction: "unchanged", reason: "", on: "" };
  }
}

const attributes: Record<string, () => string> = {
  when: m.attribute_when,
  place: m.attribute_place,
  title: m.attribute_title,
  amount: m.attribute_amount,
};

/** The name of an attribute that sources may dispute. */
export const attributeText = (attribute: string): string => capital(attributes[attribute]?.() ?? attribute);
