/** Labels of the axis, from hours to millions of years, in the reader's language. */

import { momentText, type DateStyle } from "../base/dates";

export interface Tick {
  second: number;
  label: string;
}

export interface Axis {
  /** One label a step. */
  fine: Tick[];
  /** The unit around the steps; the first one may lie before the range. */
  coarse: Tick[];
}

type Unit = "minute" | "hour" | "day" | "week" | "month" | "year";

interface Step {
  unit: Unit;
  count: number;
  /** Pixels its label needs. */
  room: number;
}

const seconds: Record<Unit, number> = { minute: 60, hour: 3_600, day: 86_400, week: 604_800, month: 2_629_746, year: 31_556_952 };

const steps: readonly Step[] = [
  { unit: "minute", count: 5, room: 52 },
  { unit: "minute", count: 15, room: 52 },
  { unit: "minute", count: 30, room: 52 },
  { unit: "hour", count: 1, room: 52 },
  { unit: "hour", count: 3, room: 52 },
  { unit: "hour", count: 6, room: 52 },
  { unit: "hour", count: 12, room: 52 },
  { unit: "day", count: 1, room: 30 },
  { unit: "day", count: 2, room: 30 },
  { unit: "week", count: 1, room: 56 },
  { unit: "month", count: 1, room: 44 },
  { unit: "month", count: 3, room: 44 },
  { unit: "year", count: 1, room: 44 },
  { unit: "year", count: 2, room: 44 },
  { unit: "year", count: 5, room: 44 },
  { unit: "year", count: 10, room: 52 },
  { unit: "year", count: 20, room: 52 },
  { unit: "year", count: 50, room: 52 },
];

/** Beyond this a `Date` cannot say which day it is. */
const dateLimit = 8.6e12;

function stepFor(secondsPerPx: number): Step {
  const fits = (step: Step) => (seconds[step.unit] * step.count) / secondsPerPx >= step.room;
  const found = steps.find(fits);
  if (found) return found;
  // 100, 200, 500, 1,000 … years.
  for (let power = 100; ; power *= 10) {
    for (const factor of [1, 2, 5]) {
      const step: Step = { unit: "year", count: power * factor, room: 72 };
      if (fits(step) || power > 1e15) return step;
    }
  }
}

/** Ticks from `start` to `end` (seconds since 1970) at a scale. Empty when the range is. */
export function axis(start: number, end: number, secondsPerPx: number, locale: string): Axis {
  if (!(end > start) || !Number.isFinite(end - start)) return { fine: [], coarse: [] };
  const step = stepFor(secondsPerPx);
  const words = new Words(locale);
  if (step.unit === "year") {
    const fine = years(start, end, step.count).map((year) => ({ second: secondOfYear(year), label: words.year(year) }));
    const coarse = step.count >= 2 && step.count <= 20 ? years(start - 100 * seconds.year, end, 100) : [];
    return { fine, coarse: coarse.map((year) => ({ second: secondOfYear(year), label: words.century(year) })) };
  }
  if (Math.max(Math.abs(start), Math.abs(end)) > dateLimit) return { fine: [], coarse: [] };
  return { fine: fineTicks(start, end, step, words), coarse: coarseTicks(start, end, step, words) };
}

function fineTicks(start: number, end: number, step: Step, words: Words): Tick[] {
  if (step.unit === "month") return months(start, end, step.count).map((second) => ({ second, label: words.month(second) }));
  const length = seconds[step.unit] * step.count;
  // Weeks begin on Monday; 1970-01-01 was a Thursday.
  const shift = step.unit === "week" ? 4 * seconds.day : 0;
  const ticks: Tick[] = [];
  for (let second = Math.ceil((start - shift) / length) * length + shift; second <= end; second += length) {
    const isDay = step.unit === "day" || step.unit === "week";
    ticks.push({ second, label: isDay ? words.day(second, step.unit === "week") : words.time(second) });
  }
  return ticks;
}

function coarseTicks(start: number, end: number, step: Step, words: Words): Tick[] {
  if (step.unit === "month") {
    return years(start - seconds.year, end, 1).map((year) => ({ second: secondOfYear(year), label: words.year(year) }));
  }
  if (step.unit === "day" || step.unit === "week") {
    const from = start - 31 * seconds.day;
    return months(from, end, 1).map((second) => ({ second, label: words.monthAndYear(second) }));
  }
  const ticks: Tick[] = [];
  for (let second = Math.floor(start / seconds.day) * seconds.day; second <= end; second += seconds.day) {
    ticks.push({ second, label: words.wholeDay(second) });
  }
  return ticks;
}

/** First seconds of each `count`-th month. */
function months(start: number, end: number, count: number): number[] {
  const first = new Date(start * 1_000);
  const found: number[] = [];
  for (let month = Math.floor(first.getUTCMonth() / count) * count, year = first.getUTCFullYear(); ; month += count) {
    const second = secondOf(year, month);
    if (second > end) return found;
    if (second >= start) found.push(second);
  }
}

function years(start: number, end: number, count: number): number[] {
  const found: number[] = [];
  for (let year = Math.floor(yearOf(start) / count) * count; ; year += count) {
    const second = secondOfYear(year);
    if (second > end || found.length > 4_000) return found;
    if (second >= start) found.push(year);
  }
}

function yearOf(second: number): number {
  if (Math.abs(second) < dateLimit) return new Date(second * 1_000).getUTCFullYear();
  return Math.floor(second / seconds.year) + 1_970;
}

function secondOfYear(year: number): number {
  if (Math.abs(year) < 270_000) return secondOf(year, 0);
  return (year - 1_970) * seconds.year;
}

function secondOf(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return date.getTime() / 1_000;
}

class Words {
  constructor(readonly locale: string) {}

  #text = (second: number, style: DateStyle) => momentText(second * 1_000, style, this.locale);

  time = (second: number) => this.#text(second, "time");
  day = (second: number, withMonth: boolean) => this.#text(second, withMonth ? "shortDay" : "dayOfMonth");
  month = (second: number) => this.#text(second, "month");
  monthAndYear = (second: number) => this.#text(second, "monthAndYear");
  wholeDay = (second: number) => this.#text(second, "weekday");

  year(year: number): string {
    if (Math.abs(year) >= 270_000) {
      return new Intl.NumberFormat(this.locale, { notation: "compact", maximumFractionDigits: 1 }).format(year);
    }
    return this.#text(secondOf(year, 6), year > 0 ? "year" : "yearAndEra");
  }

  /** The hundred years from a year on, by their ends: "1900–1999". */
  century = (year: number) => `${this.year(year)}–${this.year(year + 99)}`;
}
