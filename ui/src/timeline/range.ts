import { language } from "../base/language.svelte";

const day = 86_400;
const year = 31_556_952;
/** Beyond this a `Date` cannot say which day it is. */
const dateLimit = 8.6e12;

/** A stretch of time in the reader's language, as exactly as its length allows: "3 – 12 Jan 2026", "1890 – 1950". */
export function rangeText(start: number, end: number): string {
  if (!Number.isFinite(start) || !Number.isFinite(end)) return "";
  if (Math.max(Math.abs(start), Math.abs(end)) > dateLimit) {
    const format = new Intl.NumberFormat(language.format, { notation: "compact" });
    return `${format.format(1970 + start / year)} – ${format.format(1970 + end / year)}`;
  }
  const span = end - start;
  const options: Intl.DateTimeFormatOptions =
    span > 8 * year
      ? { year: "numeric" }
      : span > 150 * day
        ? { year: "numeric", month: "short" }
        : span > 2 * day
          ? { year: "numeric", month: "short", day: "numeric" }
          : { year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  return new Intl.DateTimeFormat(language.format, { ...options, timeZone: "UTC" }).formatRange(start * 1_000, end * 1_000);
}
