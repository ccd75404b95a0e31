import { m } from "../paraglide/messages";
import { language } from "./language.svelte";

/** How exact a point in time is known. */
type Precision = "year" | "month" | "day" | "minute";

const options: Record<Precision, Intl.DateTimeFormatOptions> = {
  year: { year: "numeric" },
  month: { year: "numeric", month: "short" },
  day: { year: "numeric", month: "short", day: "numeric" },
  minute: { year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** Dates of the record carry no time zone, so they are always read and written as UTC: no day ever shifts. */
function format(precision: Precision): Intl.DateTimeFormat {
  const key = language.format + precision;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(language.format, { ...options[precision], timeZone: "UTC" });
    formats.set(key, found);
  }
  return found;
}

interface Point {
  date: Date;
  precision: Precision;
}

const pointPattern = /^(-?\d{4,})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

function readPoint(text: string): Point | undefined {
  const match = pointPattern.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute] = match;
  if (month !== undefined && Number(month) > 12) return undefined;
  const date = new Date(Date.UTC(2000, Number(month ?? 1) - 1, Number(day ?? 1), Number(hour ?? 0), Number(minute ?? 0)));
  date.setUTCFullYear(Number(year));
  const precision = hour ? "minute" : day ? "day" : month ? "month" : "year";
  return Number.isNaN(date.getTime()) ? undefined : { date, precision };
}

/** A day "2026-01-08" in the reader's language: "8 Jan 2026", "2026년 1월 8일". Text it cannot read is given back as it is. */
export function dayText(iso: string): string {
  const point = readPoint(iso);
  return point ? format(point.precision).format(point.date) : iso;
}

/** A short span of two days: "5–7 Jan 2026". */
export function spanText(from: string, to: string): string {
  const [start, end] = [readPoint(from), readPoint(to)];
  if (!start || !end) return `${dayText(from)} – ${dayText(to)}`;
  if (start.precision !== end.precision || start.date > end.date) return `${dayText(from)} – ${dayText(to)}`;
  return format(start.precision).formatRange(start.date, end.date);
}

const seasons: Record<string, (inputs: { year: string }) => string> = {
  "21": m.date_spring,
  "22": m.date_summer,
  "23": m.date_autumn,
  "24": m.date_winter,
};

/** One side of an EDTF expression without its interval: qualified, seasonal, unspecified or exact. */
function sideText(edtf: string): string {
  const mark = /[~?%]$/.exec(edtf)?.[0];
  const bare = edtf.replace(/[~?%]/g, "");
  const plain = plainText(bare);
  if (mark === "~" || (mark === undefined && edtf.includes("~"))) return m.date_about({ date: plain });
  if (mark === "?" || (mark === undefined && edtf.includes("?"))) return m.date_perhaps({ date: plain });
  return edtf.includes("%") ? m.date_perhaps_about({ date: plain }) : plain;
}

function plainText(bare: string): string {
  const season = /^(-?\d{4})-(2[1-4])$/.exec(bare);
  if (season) return seasons[season[2]!]?.({ year: season[1]! }) ?? bare;
  if (/^\d{3}X$/.test(bare)) return m.date_decade({ year: bare.replace("X", "0") });
  if (/^\d{2}XX$/.test(bare)) return m.date_century({ century: String(Number(bare.slice(0, 2)) + 1) });
  if (/^\d{4}-XX(-XX)?$/.test(bare)) return dayText(bare.slice(0, 4));
  if (/^\d{4}-\d{2}-XX$/.test(bare)) return dayText(bare.slice(0, 7));
  return dayText(bare);
}

/** One date of a set, `[a..b]`: "by 8 Jan 2026", "8 Jan 2026 or later", "between 1 and 10 Jan 2026", "5 or 6 Jan 2026". */
function oneOfText(edtf: string): string | undefined {
  const inside = /^\[(.+)\]$/.exec(edtf)?.[1];
  if (inside === undefined) return undefined;
  if (inside.includes(","))
    return new Intl.ListFormat(language.format, { type: "disjunction" }).format(inside.split(",").map((part) => sideText(part.trim())));
  const [from, to] = inside.split("..");
  if (from === undefined || to === undefined) return sideText(inside);
  if (from === "") return m.date_by({ date: sideText(to) });
  if (to === "") return m.date_or_later({ date: sideText(from) });
  return m.date_within({ dates: spanText(from, to) });
}

/**
 * An EDTF expression in words, never more exact than it is: "about Nov 2025", "5–7 Jan 2026", "before 8 Jan 2026".
 * Forms without a wording of their own are shown as written.
 */
export function edtfText(edtf: string): string {
  if (edtf === "" || edtf === "XXXX") return m.date_unknown();
  const one = oneOfText(edtf);
  if (one !== undefined) return one;
  const [from, to] = edtf.split("/");
  if (from === undefined || to === undefined) return sideText(edtf);
  const open = (side: string) => side === "" || side === "..";
  if (open(from) && open(to)) return m.date_unknown();
  if (open(from)) return m.date_until({ date: sideText(to) });
  if (to === "..") return m.date_since({ date: sideText(from) });
  if (to === "") return m.date_from_end_unknown({ date: sideText(from) });
  if (readPoint(from) && readPoint(to)) return spanText(from, to);
  return `${sideText(from)} – ${sideText(to)}`;
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
