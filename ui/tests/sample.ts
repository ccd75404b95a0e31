import type { Item, ItemResponse, ListResponse, RelationsResponse, VocabularyResponse } from "../src/api";
import { golden } from "./golden";

/** Items of the sample as the core describes them. */
const id = (noun: string, group: string, number: string) => `${noun}:019b9cd5-8e80-${group}-8000-${number.padStart(12, "0")}`;

export const itemOf = (item: string) => golden<ItemResponse>("item", { item, language: "en" });

type Fields<Noun extends Item["type"]> = Extract<Item, { type: Noun }>;

export const eventItem = itemOf(id("event", "7007", "1"));
export const eventFields = eventItem.fields as Fields<"event">;
export const tieReference = id("tie", "7008", "3");
export const sourceItem = itemOf(id("source", "7006", "2"));
export const sourceText = (sourceItem.fields as Fields<"source">).text;
/** A note with a judgement. */
export const noteItem = itemOf(id("note", "700c", "2"));

const { participants } = eventItem.details as Extract<ItemResponse["details"], { noun: "event" }>;
const actorCalled = (name: string) => participants.map(({ actor }) => actor).find(({ title }) => title === name)!;
export const lee = actorCalled("Lee Jae Myung");
export const xi = actorCalled("Xi Jinping");

export const kinds = golden<VocabularyResponse>("vocabulary", { language: "en" }).kinds;

export const relationsOn = (day: string) => golden<RelationsResponse>("relations", { as_of: day, known_on: null, language: "en" });

export const sources = golden<ListResponse>("list", { kind: "source" }).rows;
/** Words of the source that an item cites. */
export const cited = (sourceItem.details as Extract<ItemResponse["details"], { noun: "source" }>).cited[0]!;
