import type { Ink } from "../base/ink";
import { signWash } from "./ink";
import type { Strip } from "./source";

/** Draws the density of the whole record: columns whose height grows with the square root of the count, tinted by their balance. */
export function paintStrip(canvas: HTMLCanvasElement, strip: Strip | undefined, xOf: (second: number) => number, width: number, height: number, ink: Ink): void {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.max(1, Math.round(width * ratio));
  canvas.height = Math.max(1, Math.round(height * ratio));
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const context = canvas.getContext("2d");
  if (!context || !strip) return;
  context.setTransform(canvas.width / width, 0, 0, canvas.height / height, 0, 0);
  const most = strip.counts.reduce((highest, count) => Math.max(highest, count), 1);
  const step = (strip.end - strip.start) / strip.counts.length;
  const room = height - 12;
  strip.counts.forEach((count, at) => {
    if (count === 0) return;
    const [from, to] = [xOf(strip.start + at * step), xOf(strip.start + (at + 1) * step)];
    const tall = Math.max(2, room * Math.sqrt(count / most));
    context.fillStyle = signWash(ink, strip.balances[at]! / count);
    context.fillRect(from, height - 4 - tall, Math.max(1.5, to - from - 1), tall);
  });
}
