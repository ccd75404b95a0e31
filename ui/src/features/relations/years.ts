import { daysBetween } from "../../base/dates";

/** Steps between named years. */
const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/**
 * The years to name between two days, with their place from 0 to 1; not so near the ends that they would be cut,
 * and at most as many as there is room for.
 */
export function yearMarks(first: string, last: string, most: number): { text: string; share: number }[] {
  const span = daysBetween(first, last);
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  if (!(span > 0) || !Number.isInteger(from) || !Number.isInteger(to)) return [];
  const step = steps.find((candidate) => (to - from) / candidate <= most) ?? 1000;
  const marks: { text: string; share: number }[] = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) {
    const share = daysBetween(first, `${String(year).padStart(4, "0")}-01-01`) / span;
    if (share >= 0.02 && share <= 0.98) marks.push({ text: String(year), share });
  }
  return marks;
}
