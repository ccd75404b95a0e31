import { isNumber, isString, recall, remember } from "../base/memory";
import type { AsOf } from "./as-of.svelte";
import type { TimeRange } from "./time-range.svelte";

/** Where one stood in a dossier: the stretch of time on screen, and the day it was looked at from (null is today). */
export interface Place {
  /** Null before anything has been looked at more closely. */
  range: [number, number] | null;
  day: string | null;
}

const isPlace = (value: unknown): value is Place | null => {
  if (value === null) return true;
  const { range, day } = value as Partial<Place>;
  const isRange = range === null || (Array.isArray(range) && range.every(isNumber) && range[0] < range[1]);
  return isRange && (day === null || (isString(day) && !Number.isNaN(Date.parse(day))));
};

const keyOf = (dossier: string) => `place:${dossier}`;

/** Where one stood in a dossier when it was last open here. */
export const recallPlace = (dossier: string): Place | null => recall<Place | null>(keyOf(dossier), null, isPlace);

/** Keeps where one stands, once it has been still for a moment. The body of an effect, which the answer ends. */
export function keepPlace(dossier: string, range: TimeRange, asOf: AsOf): () => void {
  const place: Place = { range: range.isKept ? [range.start, range.end] : null, day: asOf.day };
  const timer = setTimeout(() => remember(keyOf(dossier), place), 400);
  return () => clearTimeout(timer);
}
