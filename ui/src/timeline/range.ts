import { stretchText } from "../base/dates";
import { language } from "../base/language.svelte";

const day = 86_400;
const year = 31_556_952;
/** Beyond this a `Date` cannot say which day it is. */
const dateLimit = 8.6e12;

/** A stretch of time in the reader's language, as exactly as its length allows: "3–12 January 2026", "1890–1950". */
export function rangeText(start: number, end: number): string {
  if (!Number.isFinite(start) || !Number.isFinite(end)) return "";
  if (Math.max(Math.abs(start), Math.abs(end)) > dateLimit) {
    const format = new Intl.NumberFormat(language.format, { notation: "compact" });
    return `${format.format(1970 + start / year)} – ${format.format(1970 + end / year)}`;
  }
  const span = end - start;
  const style = span > 8 * year ? "year" : span > 150 * day ? "monthAndYear" : span > 2 * day ? "day" : "minute";
  return stretchText(start * 1_000, end * 1_000, style);
}
