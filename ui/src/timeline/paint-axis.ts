import type { Ink } from "../base/ink";
import { axis, type Tick } from "./ticks";
import { secondAt, xOf, type View } from "./view";

export const axisHeight = 38;

/** A stretch of the lower row that something else stands on: from and to in pixels. */
export type Reserved = readonly [number, number];

/** Where the marks of the axis must not go: `visible` is what is on screen at rest, `reserved` what something else stands on. */
export interface AxisSpace {
  visible: Reserved;
  reserved: readonly Reserved[];
}

/** Keeps the steps clear of the edges of the screen, where a label would be cut, and of the names of marked days. */
export function axisSpace(visible: Reserved, flags: readonly { x: number; width: number }[]): AxisSpace {
  const edges = visible.map((edge): Reserved => [edge, edge]);
  return { visible, reserved: [...edges, ...flags.map(({ x, width }): Reserved => [x - 4, x + width + 14])] };
}

/** The axis above the lanes: larger units in the upper row, steps in the lower. */
export function paintAxis(context: CanvasRenderingContext2D, view: View, ink: Ink, locale: string, space: AxisSpace): void {
  context.clearRect(0, 0, view.width, axisHeight);
  const ticks = axis(view.start, secondAt(view, view.width), view.secondsPerPx, locale);
  const at = (tick: Tick) => Math.round(xOf(view, tick.second));
  context.textBaseline = "alphabetic";
  context.fillStyle = ink["ink-muted"];
  context.font = `600 11px ${ink.sans}`;
  paintCoarse(
    context,
    ticks.coarse.map((tick) => ({ x: at(tick), label: tick.label })),
    space.visible[0],
  );
  context.font = `400 11px ${ink.sans}`;
  for (const tick of ticks.fine) {
    const x = at(tick) + 6;
    const end = x + context.measureText(tick.label).width;
    if (space.reserved.every(([from, to]) => end < from || x > to)) context.fillText(tick.label, x, 31);
  }
  context.fillStyle = ink["rule-strong"];
  for (const tick of ticks.fine) context.fillRect(at(tick), 22, 1, axisHeight - 22);
  for (const tick of ticks.coarse) context.fillRect(at(tick), 3, 1, axisHeight - 3);
}

/** The unit that began out of sight is named at the edge of the screen, as long as its successor leaves room. */
function paintCoarse(context: CanvasRenderingContext2D, ticks: readonly { x: number; label: string }[], edge: number): void {
  ticks.forEach(({ x, label }, index) => {
    const next = ticks[index + 1]?.x ?? Infinity;
    const width = context.measureText(label).width + 12;
    const isSplit = x < edge && next > edge;
    if (isSplit && next - edge >= width) context.fillText(label, edge + 6, 13);
    const until = isSplit ? edge : next;
    if (x + width <= until || (!isSplit && next === Infinity)) context.fillText(label, x + 6, 13);
  });
}
