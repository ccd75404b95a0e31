import type { Ink } from "../base/ink";
import { flag } from "./frame";
import { signInk, withAlpha } from "./ink";
import type { Placed } from "./layout";
import type { Scene } from "./scene";
import { xOf } from "./view";

const thickness = 6;
/** The stretch of time behind a node: solid where the event certainly lasts, fading where its date leaves room. */
export function paintBar(context: CanvasRenderingContext2D, scene: Scene, placed: Placed, ink: Ink): void {
  if (placed.to - placed.from < 2 * placed.radius + 4) return;
  const colour = signInk(ink, scene.frame.weights[placed.mark]!);
  if (scene.frame.has(placed.mark, flag.interval)) paintInterval(context, scene, placed, colour);
  else paintLeeway(context, scene, placed, colour);
}

function paintInterval(context: CanvasRenderingContext2D, scene: Scene, placed: Placed, colour: string): void {
  const { view, frame } = scene;
  const times = frame.timesOf(placed.mark);
  const left = Number.isFinite(times.startEarliest) ? placed.from : -2;
  const right = Number.isFinite(times.endLatest) ? placed.to : view.width + 2;
  const solidFrom = Math.max(left, xOf(view, times.startLatest));
  const solidTo = Math.min(right, xOf(view, times.endEarliest));
  const planned = frame.status(placed.mark) !== "occurred";
  const full = planned ? 0.18 : 0.5;
  const stops: [number, number][] = [
    [left, solidFrom > left + 1 ? 0.08 : full],
    [solidFrom, full],
    [solidTo, full],
    [right, right > solidTo + 1 ? 0.08 : full],
  ];
  for (const node of placed.nodes) {
    fade(context, colour, stops, left, right, node.y, thickness);
    if (planned) outline(context, colour, left, right, node.y);
  }
}

/** A moment known only to lie somewhere: a band under the node, faint at its ends. */
function paintLeeway(context: CanvasRenderingContext2D, scene: Scene, placed: Placed, colour: string): void {
  const { from: left, to: right } = placed;
  const vague = scene.frame.has(placed.mark, flag.approximate) || scene.frame.has(placed.mark, flag.uncertain);
  const edge = Math.min(vague ? (right - left) / 3 : 10, (right - left) / 3);
  const stops: [number, number][] = [
    [left, 0],
    [left + edge, 0.26],
    [right - edge, 0.26],
    [right, 0],
  ];
  for (const node of placed.nodes) fade(context, colour, stops, left, right, node.y, 10);
}

function fade(
  context: CanvasRenderingContext2D,
  colour: string,
  stops: readonly [number, number][],
  left: number,
  right: number,
  y: number,
  height: number,
): void {
  const width = Math.max(right - left, 1);
  const gradient = context.createLinearGradient(left, 0, right, 0);
  for (const [x, alpha] of stops) gradient.addColorStop(Math.min(Math.max((x - left) / width, 0), 1), withAlpha(colour, alpha));
  context.fillStyle = gradient;
  context.beginPath();
  context.roundRect(left, y - height / 2, width, height, height / 2);
  context.fill();
}

function outline(context: CanvasRenderingContext2D, colour: string, left: number, right: number, y: number): void {
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.setLineDash([3, 3]);
  context.beginPath();
  context.roundRect(left + 0.5, y - thickness / 2 + 0.5, Math.max(right - left - 1, 1), thickness - 1, thickness / 2);
  context.stroke();
  context.setLineDash([]);
}
