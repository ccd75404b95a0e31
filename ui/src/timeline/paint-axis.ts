import type { Ink } from "../base/ink";
import { axis } from "./ticks";
import { secondAt, xOf, type View } from "./view";

export const axisHeight = 38;

/** A stretch of the lower row that something else stands on: from and to in pixels. */
export type Reserved = readonly [number, number];

/** The axis above the lanes: larger units in the upper row, steps in the lower, with room left for what is marked there. */
export function paintAxis(context: CanvasRenderingContext2D, view: View, ink: Ink, locale: string, reserved: readonly Reserved[]): void {
  context.clearRect(0, 0, view.width, axisHeight);
  const ticks = axis(view.start, secondAt(view, view.width), view.secondsPerPx, locale);
  context.textBaseline = "alphabetic";
  context.font = `600 11px ${ink.sans}`;
  context.fillStyle = ink["ink-muted"];
  for (const tick of ticks.coarse) context.fillText(tick.label, Math.round(xOf(view, tick.second)) + 6, 13);
  context.font = `400 11px ${ink.sans}`;
  for (const tick of ticks.fine) {
    const x = Math.round(xOf(view, tick.second)) + 6;
    const end = x + context.measureText(tick.label).width;
    if (reserved.every(([from, to]) => end < from || x > to)) context.fillText(tick.label, x, 31);
  }
  context.fillStyle = ink["rule-strong"];
  for (const tick of ticks.fine) context.fillRect(Math.round(xOf(view, tick.second)), 22, 1, axisHeight - 22);
  for (const tick of ticks.coarse) context.fillRect(Math.round(xOf(view, tick.second)), 3, 1, axisHeight - 3);
}
