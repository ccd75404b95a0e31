import type { Strip } from "./source";

/** Share of the events that should be in view at first. */
const most = 0.75;
/** Only a view this much closer than the whole is worth leaving some out. */
const worthIt = 0.6;
/** Air on the right, for the labels of the latest events. */
const air = 0.12;

/** The part of the record worth looking at first: all of it, or, where most of it lies close together, that. */
export function heart(strip: Strip): [number, number] {
  const step = (strip.end - strip.start) / Math.max(strip.counts.length, 1);
  const [first, last] = shortest(strip.counts, most * strip.counts.reduce((sum, count) => sum + count, 0));
  const [from, to] = [strip.start + first * step, strip.start + last * step];
  const span = to - from;
  return span > 0 && span < worthIt * (strip.end - strip.start) ? [from, to + air * span] : [strip.start, strip.end];
}

/** The part of a strip that holds anything: the strip itself is on the scale of the whole record, filtered or not. */
export function filled(strip: Strip | undefined): Strip | undefined {
  const first = strip?.counts.findIndex((count) => count > 0) ?? -1;
  if (!strip || first < 0) return undefined;
  const last = strip.counts.findLastIndex((count) => count > 0) + 1;
  const step = (strip.end - strip.start) / strip.counts.length;
  const [start, end] = [strip.start + first * step, strip.start + last * step];
  return { ...strip, start, end, counts: strip.counts.slice(first, last), balances: strip.balances.slice(first, last) };
}

/** The shortest run of buckets that holds at least so many, from and to. */
function shortest(counts: readonly number[], wanted: number): [number, number] {
  let best: [number, number] = [0, counts.length];
  let [from, sum] = [0, 0];
  counts.forEach((count, at) => {
    sum += count;
    while (sum - counts[from]! >= wanted && from < at) sum -= counts[from++]!;
    if (sum >= wanted && at + 1 - from < best[1] - best[0]) best = [from, at + 1];
  });
  return best;
}
