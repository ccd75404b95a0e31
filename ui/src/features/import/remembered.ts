import type { Mapping } from "../../api";
import { isString, recall, remember } from "../../base/memory";

/** Tables that are remembered; the one that was used longest ago goes first. */
const kept = 40;
const key = "import.mappings";

type Known = readonly [shape: string, mapping: Mapping];

const isKnown = (value: unknown): value is Known[] =>
  Array.isArray(value) &&
  value.every((one) => Array.isArray(one) && isString(one[0]) && Array.isArray((one[1] as Partial<Mapping> | undefined | null)?.columns));

/** A table is known again by its headers, in any case. */
const shapeOf = (headers: readonly string[]) => headers.map((header) => header.trim().toLowerCase()).join("\t");

const others = (shape: string) => recall<Known[]>(key, [], isKnown).filter(([known]) => known !== shape);

/** What was last made of the columns of a table with these headers. */
export function recallMapping(headers: readonly string[]): Mapping | undefined {
  const shape = shapeOf(headers);
  return recall<Known[]>(key, [], isKnown).find(([known]) => known === shape)?.[1];
}

/** Keeps what a person made of the columns. The order of day and month is asked of each file anew: it belongs to what stands in it. */
export function rememberMapping(headers: readonly string[], { date_order: _, ...mapping }: Mapping): void {
  const shape = shapeOf(headers);
  remember(key, [...others(shape), [shape, mapping]].slice(-kept));
}

export function forgetMapping(headers: readonly string[]): void {
  remember(key, others(shapeOf(headers)));
}
