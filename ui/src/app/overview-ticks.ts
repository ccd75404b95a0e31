/** Labels of the strip at the foot of the window: one row, from hours to millennia. */

import { momentText } from "../base/dates";
import type { Seconds } from "../state";

export interface Tick {
  at: Seconds;
  label: string;
  /** It opens a year, a month or a day. */
  opens: boolean;
}

const labelPx = 56;
const hour = 3_600;
const day = 24 * hour;
const week = 7 * day;
const monthSeconds = 30.44 * day;

/** Steps shorter than a month, in seconds; those of more are in months. The first that leaves room for its labels is taken. */
const short = [hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day, week];
const months = [1, 3, 6, ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((years) => years * 12)];

/** What is longer than this has its months to go by. */
const quarter = 92 * day;

/** What gets a label from one moment to another on so many pixels. */
export function stripTicks(start: Seconds, end: Seconds, width: number): Tick[] {
  const fits = (step: number) => ((end - start) / step) * labelPx <= width;
  const step = end - start <= quarter ? short.find(fits) : undefined;
  if (step !== undefined) return shortTicks(start, end, step);
  return monthTicks(start, end, months.find((count) => fits(count * monthSeconds)) ?? 12_000);
}

function shortTicks(start: Seconds, end: Seconds, step: number): Tick[] {
  // Weeks begin on Monday; 1970-01-01 was a Thursday.
  const shift = step === week ? 4 * day : 0;
  const ticks: Tick[] = [];
  for (let at = Math.ceil((start - shift) / step) * step + shift; at <= end; at += step) {
    ticks.push({ at, ...shortLabel(at, step, ticks.length === 0) });
  }
  return ticks;
}

/** The first says its month too, and so does each that opens one. */
function shortLabel(at: Seconds, step: number, first: boolean): Omit<Tick, "at"> {
  const moment = at * 1000;
  if (step < day) {
    const opens = at % day === 0;
    return { label: momentText(moment, opens || first ? "shortDay" : "time"), opens };
  }
  const opens = step < week && new Date(moment).getUTCDate() <= step / day;
  return { label: momentText(moment, opens || first || step === week ? "shortDay" : "dayOfMonth"), opens };
}

function monthTicks(start: Seconds, end: Seconds, step: number): Tick[] {
  const first = new Date(start * 1000);
  const ticks: Tick[] = [];
  for (let month = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth()) / step) * step; ; month += step) {
    const moment = Date.UTC(2000, ((month % 12) + 12) % 12, 1);
    const at = new Date(moment).setUTCFullYear(Math.floor(month / 12)) / 1000;
    if (!(at <= end)) return ticks;
    const opens = month % 12 === 0;
    if (at >= start) ticks.push({ at, label: opens ? String(Math.floor(month / 12)) : momentText(moment, "month"), opens });
  }
}
