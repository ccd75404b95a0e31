import { idOf } from "../base/ids";
import type { ClaimValue } from "../api";
import { creation } from "./creation.svelte";
import { blank, nounOf } from "./nouns";

/** What the record holds of the world, which sources may tell otherwise; a note is its writer's own. */
const disputable = ["event", "tie", "actor", "office", "tenure", "place", "source"];

/** Whether sources may dispute what an item says. */
export const isDisputable = (reference: string | null): reference is string => reference !== null && disputable.includes(nounOf(reference));

/** Fields with claims of their own; every other one is named in words. */
const attributes: Record<string, ClaimValue["attribute"]> = { "when.edtf": "when", place: "place", title: "title", amount: "amount" };

function valueFor(attribute: ClaimValue["attribute"], name: string): ClaimValue {
  if (attribute === "other") return { attribute, value: { name, words: "" } };
  return attribute === "amount" ? { attribute, value: {} } : { attribute, value: "" };
}

/** The source cited last, where the next claim begins. */
let source = "";

/** Remembers where a claim was found. */
export const citedFrom = (id: string): void => void (source = id);

/** Asks for a value of a field that differs, as a source has it. `field` is a path of the item, or an attribute. */
export function differ(item: string, field: string, name: string): void {
  const known = Object.values(attributes).find((one) => one === field);
  const attribute = attributes[field] ?? known ?? "other";
  creation.ask({
    item: { ...blank("claim"), item, value: valueFor(attribute, name) },
    given: ["item", "value.attribute", ...(attribute === "other" ? ["value.value.name"] : [])],
    citation: { ...blank("citation"), item, source: source && idOf(source) },
  });
}
