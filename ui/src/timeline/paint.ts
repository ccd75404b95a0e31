import type { Ink } from "../base/ink";
import { axis, type Axis } from "./ticks";
import { flag, role } from "./frame";
import { shapeOf, type Glyphs } from "./glyphs";
import { signInk, signWash, withAlpha } from "./ink";
import { footHeight, ribbonsShown } from "./lanes";
import { lineHeight } from "./labels";
import type { Placed, PlacedNode } from "./layout";
import { paintBar } from "./paint-bars";
import { paintLinks } from "./paint-links";
import { fontsOf, ribbons, type Scene } from "./scene";
import { courseOf, turnOf } from "./threads";
import { secondAt, xOf } from "./view";

/** Draws a scene on a canvas whose transform is already set to CSS pixels. From the back to the front. */
export function paintScene(context: CanvasRenderingContext2D, scene: Scene, ink: Ink, glyphs: Glyphs, locale: string): void {
  context.clearRect(0, 0, scene.view.width, scene.lanes.height);
  paintGround(context, scene, ink, axis(scene.view.start, secondAt(scene.view, scene.view.width), scene.view.secondsPerPx, locale));
  paintCounts(context, scene, ink);
  if (scene.withTies) paintRibbons(context, scene, ink);
  const shown = scene.placed.filter((one) => one.to > -20 && one.from < scene.view.width + 20);
  shown.forEach((one) => paintBar(context, scene, one, ink));
  for (const isFaint of [true, false])
    shown.filter((one) => one.isFaint === isFaint).forEach((one) => paintThread(context, scene, one, ink));
  paintLinks(context, scene.arcs, ink);
  paintLeaders(context, scene, ink);
  shown.forEach((one) => paintNodes(context, scene, one, ink, glyphs));
  paintLabels(context, scene, ink);
}

/** Hairlines: between lanes, along the rails, and where the larger units of time begin. */
function paintGround(context: CanvasRenderingContext2D, scene: Scene, ink: Ink, ticks: Axis): void {
  const { width } = scene.view;
  context.fillStyle = ink.rule;
  const edges = ticks.coarse.length > 0 ? ticks.coarse : ticks.fine;
  for (const tick of edges) context.fillRect(Math.round(xOf(scene.view, tick.second)), 0, 1, scene.lanes.height);
  for (const band of scene.lanes.bands) context.fillRect(0, band.top + band.height - 1, width, 1);
  context.globalAlpha = 0.75;
  context.fillStyle = ink.rule;
  for (const band of scene.lanes.bands) context.fillRect(0, band.tracks[0]! - 0.5, width, 1);
  context.globalAlpha = 1;
}

/** What is counted, not drawn: columns at the foot of the lane, in the tint of their balance. */
function paintCounts(context: CanvasRenderingContext2D, scene: Scene, ink: Ink): void {
  const { frame, view } = scene;
  const bucketPx = frame.bucketSeconds / view.secondsPerPx;
  const most = frame.cellCounts.reduce((highest, count) => Math.max(highest, count), 1);
  for (let cell = 0; cell < frame.cells; cell += 1) {
    const band = scene.lanes.bands[frame.cellLane[cell]!];
    const x = xOf(view, frame.start + frame.cellBucket[cell]! * frame.bucketSeconds);
    if (!band || x < -bucketPx || x > view.width) continue;
    const count = frame.cellCounts[cell]!;
    const height = Math.max(2, footHeight * Math.sqrt(count / Math.max(most, 20)));
    context.fillStyle = signWash(ink, frame.cellBalances[cell]! / count);
    context.fillRect(x + 0.5, band.foot - height, Math.max(1, bucketPx - 1), height);
  }
}

function paintRibbons(context: CanvasRenderingContext2D, scene: Scene, ink: Ink): void {
  for (const ribbon of ribbons(scene, ribbonsShown)) {
    const [from, to] = [Math.max(ribbon.from, -4), Math.min(ribbon.to, scene.view.width + 4)];
    if (to <= from) continue;
    context.fillStyle = signWash(ink, scene.frame.tieSigns[ribbon.tie]! * 3);
    context.beginPath();
    context.roundRect(from, ribbon.y, to - from, 3, 1.5);
    context.fill();
  }
}

const isPlan = (status: string) => status !== "occurred";

function paintThread(context: CanvasRenderingContext2D, scene: Scene, placed: Placed, ink: Ink): void {
  if (placed.nodes.length < 2) return;
  const { frame } = scene;
  const weight = frame.weights[placed.mark]!;
  const status = frame.status(placed.mark);
  const x = Math.round(placed.x * 2) / 2;
  context.strokeStyle = signInk(ink, weight);
  context.lineWidth = Math.abs(weight) >= 5 ? 2 : 1.5;
  context.globalAlpha = placed.isFaint ? 0.14 : status === "cancelled" || status === "denied" ? 0.45 : 0.85;
  context.setLineDash(isPlan(status) ? [3, 3] : []);
  context.beginPath();
  context.moveTo(x, placed.nodes[0]!.y);
  for (const [x1, y1, x2, y2, endX, endY] of courseOf(placed)) context.bezierCurveTo(x + x1, y1, x + x2, y2, x + endX, endY);
  context.stroke();
  context.setLineDash([]);
  if (!placed.isFaint) paintDirection(context, placed, x, signInk(ink, weight));
  context.globalAlpha = 1;
}

/** Where the deed has a doer and someone it is done to, an arrowhead points at the latter. */
function paintDirection(context: CanvasRenderingContext2D, placed: Placed, x: number, colour: string): void {
  const source = placed.nodes.find((node) => node.roles === role.source);
  if (!source) return;
  context.fillStyle = colour;
  for (const node of placed.nodes.filter((node) => node.roles === role.target)) {
    const down = node.y > source.y ? 1 : -1;
    const tip = node.y - down * (placed.bow === 0 ? placed.radius + 2.5 : turnOf(placed));
    const across = x + placed.bow;
    context.beginPath();
    context.moveTo(across, tip);
    context.lineTo(across - 4, tip - down * 6);
    context.lineTo(across + 4, tip - down * 6);
    context.fill();
  }
}

function paintNodes(context: CanvasRenderingContext2D, scene: Scene, placed: Placed, ink: Ink, glyphs: Glyphs): void {
  const { frame } = scene;
  const { mark } = placed;
  const colour = signInk(ink, frame.weights[mark]!);
  const shape = shapeOf(scene.kinds[frame.kinds[mark]!], frame.has(mark, flag.statement));
  const flags = frame.flags[mark]!;
  for (const node of placed.nodes) {
    if (isMentionedOnly(node, placed)) paintMention(context, placed.x, node.y, colour, ink);
    else glyphs.draw(context, { shape, colour, status: frame.status(mark), flags, radius: placed.radius }, placed.x, node.y);
  }
}

const isMentionedOnly = (node: PlacedNode, placed: Placed) => node.roles === 0 && placed.nodes.some((other) => other.roles !== 0);

function paintMention(context: CanvasRenderingContext2D, x: number, y: number, colour: string, ink: Ink): void {
  context.fillStyle = ink.paper;
  context.strokeStyle = colour;
  context.lineWidth = 1.25;
  context.beginPath();
  context.arc(x, y, 2.5, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
}

function paintLeaders(context: CanvasRenderingContext2D, scene: Scene, ink: Ink): void {
  context.strokeStyle = ink.control;
  context.lineWidth = 0.75;
  context.beginPath();
  for (const { leader } of scene.labels) {
    if (!leader) continue;
    context.moveTo(leader[0].x, leader[0].y);
    context.lineTo(leader[1].x, leader[1].y);
  }
  context.stroke();
}

function paintLabels(context: CanvasRenderingContext2D, scene: Scene, ink: Ink): void {
  const fonts = fontsOf(ink);
  // Hairlines and threads fade behind a label instead of running through it.
  context.fillStyle = withAlpha(ink.paper, 0.9);
  for (const { box } of scene.labels) context.fillRect(box.x - 2, box.y, box.width + 4, box.height);
  context.textBaseline = "alphabetic";
  context.font = fonts.title;
  context.fillStyle = ink.ink;
  for (const { lines, box } of scene.labels) lines.forEach((line, row) => context.fillText(line, box.x, box.y + row * lineHeight + 11.5));
  context.font = fonts.date;
  context.fillStyle = ink["ink-faint"];
  for (const { lines, date, isDateBeside, titleWidth, box } of scene.labels) {
    if (isDateBeside) context.fillText(date, box.x + titleWidth + 6, box.y + 11.5);
    else context.fillText(date, box.x, box.y + lines.length * lineHeight + 10.5);
  }
  context.font = fonts.counter;
  for (const counter of scene.counters) context.fillText(counter.text, counter.x, counter.y);
}
