import { language } from "./language.svelte";

/** The ways in which the page writes a point in time. Vaguer dates come from the core in words. */
const styles = {
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  dayOfMonth: { day: "numeric" },
  shortDay: { day: "numeric", month: "short" },
  day: { day: "numeric", month: "long", year: "numeric" },
  weekday: { weekday: "short", day: "numeric", month: "long", year: "numeric" },
  minute: { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  month: { month: "short" },
  monthAndYear: { month: "long", year: "numeric" },
  year: { year: "numeric" },
  yearAndEra: { year: "numeric", era: "short" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateStyle = keyof typeof styles;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Dates of the record carry no time zone, so they are always read and written as UTC: no day ever shifts. */
function format(style: DateStyle, locale: string): Intl.DateTimeFormat {
  const key = locale + style;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale, { ...styles[style], timeZone: "UTC" });
    formats.set(key, found);
  }
  return found;
}

/** A moment (ms since 1970) in the reader's language. */
export const momentText = (moment: number, style: DateStyle, locale = language.format): string => format(style, locale).format(moment);

/** From one moment to another, with what they share said once. The dash stands close between single words, as in the core. */
export function stretchText(start: number, end: number, style: DateStyle): string {
  const text = format(style, language.format).formatRange(start, end);
  return text.replace(/\s*([–~])\s*/, (_, dash: string, at: number) => (dash === "–" && /\s/.test(text.slice(0, at)) ? " – " : dash));
}

const instant = (iso: string): number => (/^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : NaN);

/** A day "2026-01-08" in words: "8 January 2026", "2026년 1월 8일". Text it cannot read is given back as it is. */
export function dayText(iso: string): string {
  const moment = instant(iso);
  return Number.isNaN(moment) ? iso : momentText(moment, "day");
}

/** From one day to another: "5–7 January 2026". */
export function spanText(from: string, to: string): string {
  const [start, end] = [instant(from), instant(to)];
  return start <= end ? stretchText(start, end, "day") : `${dayText(from)} – ${dayText(to)}`;
}

/** When something was recorded (RFC 3339), by the clock of this machine: "8 January 2026 at 14:05". */
export function recordedText(rfc3339: string): string {
  const moment = new Date(rfc3339);
  if (Number.isNaN(moment.getTime())) return rfc3339;
  return new Intl.DateTimeFormat(language.format, { dateStyle: "long", timeStyle: "short" }).format(moment);
}

/** Whole days between two ISO days, later minus earlier. */
export function daysBetween(earlier: string, later: string): number {
  return Math.round((Date.parse(later.slice(0, 10)) - Date.parse(earlier.slice(0, 10))) / 86_400_000);
}

/** An ISO day moved by whole days. */
export function shiftDay(iso: string, days: number): string {
  const moment = Date.parse(iso.slice(0, 10));
  return Number.isNaN(moment) ? iso : new Date(moment + days * 86_400_000).toISOString().slice(0, 10);
}

/** Today by the clock on the wall, as the record writes it. */
export function today(now = new Date()): string {
  const part = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}
