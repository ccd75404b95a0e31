import type { Strip } from "./source";

/** Share of the events that may lie outside on each side. */
const outside = 0.05;
/** Only a view this much closer is worth leaving some out. */
const worthIt = 0.6;

/** The part of the record worth looking at first: all of it, or, when a few stragglers stretch it, where nearly all events are. */
export function heart(strip: Strip): [number, number] {
  const total = strip.counts.reduce((sum, count) => sum + count, 0);
  const step = (strip.end - strip.start) / Math.max(strip.counts.length, 1);
  const first = reach(strip.counts, total * outside);
  const last = strip.counts.length - reach([...strip.counts].reverse(), total * outside);
  const [from, to] = [strip.start + first * step, strip.start + last * step];
  return to > from && to - from < worthIt * (strip.end - strip.start) ? [from, to] : [strip.start, strip.end];
}

/** How many buckets can be left out before more than `most` events are. */
function reach(counts: readonly number[], most: number): number {
  let sum = 0;
  for (let at = 0; at < counts.length; at += 1) {
    sum += counts[at]!;
    if (sum > most) return at;
  }
  return counts.length;
}
