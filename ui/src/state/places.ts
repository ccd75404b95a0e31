import { isNumber, isString, recall, remember } from "../base/memory";
import type { AsOf } from "./as-of.svelte";
import type { OpenItems } from "./open-items.svelte";
import type { TimeRange } from "./time-range.svelte";

/** Where one stood in a dossier: the stretch of time on screen, the day it was looked at from (null is today), and what was open. */
export interface Place {
  /** Null before anything has been looked at more closely. */
  range: [number, number] | null;
  day: string | null;
  source?: string | null;
  note?: string | null;
}

const isOpen = (value: unknown) => value === undefined || value === null || isString(value);

const isPlace = (value: unknown): value is Place | null => {
  if (value === null) return true;
  const { range, day, source, note } = value as Partial<Place>;
  const isRange = range === null || (Array.isArray(range) && range.every(isNumber) && range[0] < range[1]);
  return isRange && isOpen(source) && isOpen(note) && (day === null || (isString(day) && !Number.isNaN(Date.parse(day))));
};

const keyOf = (dossier: string) => `place:${dossier}`;

/** Where one stood in a dossier when it was last open here. */
export const recallPlace = (dossier: string): Place | null => recall<Place | null>(keyOf(dossier), null, isPlace);

/** Keeps where one stands, once it has been still for a moment. The body of an effect, which the answer ends. */
export function keepPlace(dossier: string, range: TimeRange, asOf: AsOf, open: OpenItems): () => void {
  const { source, note } = open;
  const place: Place = { range: range.isKept ? [range.start, range.end] : null, day: asOf.day, source, note };
  const timer = setTimeout(() => remember(keyOf(dossier), place), 400);
  return () => clearTimeout(timer);
}
