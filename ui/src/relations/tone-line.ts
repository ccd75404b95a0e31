import { scaleLinear, scaleUtc } from "d3-scale";
import { momentText } from "../base/dates";

export interface TonePointAt {
  day: string;
  tone: number;
  intensity: number;
}

export interface ToneTick {
  reference: string;
  title: string;
  /** Its date in words; `day` is where it counts on the line. */
  when: string | null;
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
  dates: readonly { x: number; text: string; isYear: boolean }[];
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
    points,
    line,
    field,
    zero,
    levels: [-10, -5, 0, 5, 10].map((tone) => ({ tone, y: tenth(y(tone)) })),
    dates: dateTicks(x, width),
    ticks: ticks.map((tick) => ({ x: tenth(x(moment(tick.day))), tick })),
    at: (day) => tenth(x(moment(day))),
  };
}

const monthSteps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
/** Room a date needs below the line, in px. */
const dateRoom = 46;

/** Dates below the line at even months, as many as have room: a January by its year, other months by name. */
function dateTicks(x: ReturnType<typeof scaleUtc<number, number>>, width: number): { x: number; text: string; isYear: boolean }[] {
  const [from, to] = x.domain() as [Date, Date];
  const months = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
  const [first, last] = [months(from), months(to)];
  const fits = Math.max(1, (width - inset.left - inset.right) / dateRoom);
  const step = monthSteps.find((candidate) => (last - first) / candidate <= fits) ?? 2400;
  const ticks: { x: number; text: string; isYear: boolean }[] = [];
  for (let month = Math.ceil(first / step) * step; month <= last; month += step) {
    const date = new Date(Date.UTC(2000, month % 12, 1));
    date.setUTCFullYear(Math.floor(month / 12));
    const at = tenth(x(date));
    const isYear = month % 12 === 0;
    if (at >= inset.left && at + 14 <= width)
      ticks.push({ x: at, isYear, text: isYear ? String(date.getUTCFullYear()) : momentText(date.getTime(), "month") });
  }
  return ticks;
}

/** The point nearest to a place, by its number in the series. */
export function nearest(line: ToneLine, x: number): number {
  let best = 0;
  line.points.forEach((point, at) => {
    if (Math.abs(point.x - x) < Math.abs(line.points[best]!.x - x)) best = at;
  });
  return best;
}
