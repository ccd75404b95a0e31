import { scaleLinear, scaleUtc } from "d3-scale";
import { language } from "../base/language.svelte";

export interface TonePointAt {
  day: string;
  tone: number;
  intensity: number;
}

export interface ToneTick {
  reference: string;
  title: string;
  day: string;
  weight: number;
  plan: boolean;
}

export interface LineSize {
  width: number;
  height: number;
}

/** Room of the line within the figure, in px: numbers of the scale at the left, events and dates below. */
export const inset = { left: 30, right: 14, top: 8, bottom: 40 };

export interface ToneLine {
  points: readonly { x: number; y: number; point: TonePointAt }[];
  line: string;
  /** The field between line and zero. */
  field: string;
  zero: number;
  levels: readonly { tone: number; y: number }[];
  dates: readonly { x: number; text: string }[];
  ticks: readonly { x: number; tick: ToneTick }[];
  /** Place of a day, in px. */
  at: (day: string) => number;
}

const moment = (day: string) => Date.parse(`${day}T00:00:00Z`);
const tenth = (value: number) => Math.round(value * 10) / 10;

/** Everything the tone line draws, in px of the figure. The scale is always −10 … +10, so that two sheets can be compared. */
export function toneLine(series: readonly TonePointAt[], ticks: readonly ToneTick[], { width, height }: LineSize): ToneLine {
  const days = series.map(({ day }) => moment(day));
  const x = scaleUtc([new Date(days[0] ?? 0), new Date(days.at(-1) ?? 1)], [inset.left, Math.max(inset.left + 1, width - inset.right)]);
  const y = scaleLinear([-10, 10], [height - inset.bottom, inset.top]);
  const points = series.map((point, at) => ({ x: tenth(x(days[at]!)), y: tenth(y(Math.max(-10, Math.min(10, point.tone)))), point }));
  const line = points.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${x} ${y}`).join("");
  const zero = tenth(y(0));
  const field = points.length > 0 ? `${line}L${points.at(-1)!.x} ${zero}L${points[0]!.x} ${zero}Z` : "";
  return {
    points, line, field, zero,
    levels: [-10, -5, 0, 5, 10].map((tone) => ({ tone, y: tenth(y(tone)) })),
    dates: dateTicks(x, width),
    ticks: ticks.map((tick) => ({ x: tenth(x(moment(tick.day))), tick })),
    at: (day) => tenth(x(moment(day))),
  };
}

/** Dates below the line: years where it spans several, else months, without running into each other. */
function dateTicks(x: ReturnType<typeof scaleUtc<number, number>>, width: number): { x: number; text: string }[] {
  const [from, to] = x.domain() as [Date, Date];
  const years = to.getTime() - from.getTime() > 3 * 366 * 86_400_000;
  const format = new Intl.DateTimeFormat(language.format, { timeZone: "UTC", ...(years ? { year: "numeric" } : { month: "short", year: "2-digit" }) });
  const room = years ? 44 : 60;
  return x.ticks(Math.max(2, Math.floor((width - inset.left - inset.right) / (room * 1.3)))).flatMap((date) => {
    const at = tenth(x(date));
    const isWhole = years ? date.getUTCMonth() === 0 : date.getUTCDate() === 1;
    return isWhole && at - room / 2 > inset.left - 12 && at + room / 2 < width ? [{ x: at, text: format.format(date) }] : [];
  });
}

/** The point nearest to a place, by its number in the series. */
export function nearest(line: ToneLine, x: number): number {
  let best = 0;
  line.points.forEach((point, at) => {
    if (Math.abs(point.x - x) < Math.abs(line.points[best]!.x - x)) best = at;
  });
  return best;
}
