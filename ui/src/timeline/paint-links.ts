import type { Ink } from "../base/ink";
import type { LinkKind } from "./frame";
import type { Placed, PlacedNode } from "./layout";
import type { Scene } from "./scene";

/** A pattern for each family of links, so that they are told apart without colour. */
const dashes: Record<LinkKind, number[]> = {
  "replies-to": [5, 3],
  "follows-up": [],
  implements: [],
  reaffirms: [],
  contradicts: [1, 3],
  cancels: [1, 3],
  causes: [9, 3],
  "same-as": [2, 2],
};

/** Links as arcs that leave one event and point at the one they are about. */
export function paintLinks(context: CanvasRenderingContext2D, scene: Scene, ink: Ink): void {
  const { frame } = scene;
  if (frame.links === 0) return;
  const byMark = new Map(scene.placed.map((placed) => [placed.mark, placed]));
  context.strokeStyle = context.fillStyle = ink["ink-faint"];
  context.lineWidth = 1.1;
  context.lineCap = "round";
  for (let link = 0; link < frame.links; link += 1) {
    const [from, to] = [byMark.get(frame.linkFrom[link]!), byMark.get(frame.linkTo[link]!)];
    if (from && to) paintArc(context, from, to, frame.linkKind(link));
  }
  context.setLineDash([]);
  context.lineCap = "butt";
}

/** Nodes of the two events on the same lane if they share one, else the pair nearest each other. */
function nearest(from: Placed, to: Placed): [PlacedNode, PlacedNode] {
  let best: [PlacedNode, PlacedNode] = [from.nodes[0]!, to.nodes[0]!];
  for (const a of from.nodes) for (const b of to.nodes) if (Math.abs(a.y - b.y) < Math.abs(best[0].y - best[1].y)) best = [a, b];
  return best;
}

function paintArc(context: CanvasRenderingContext2D, from: Placed, to: Placed, kind: LinkKind): void {
  const [start, end] = nearest(from, to);
  const [dx, dy] = [to.x - from.x, end.y - start.y];
  const length = Math.hypot(dx, dy);
  if (length < 12) return;
  // The arc bows upwards when it runs along a lane and sideways when it runs across.
  const bow = Math.min(Math.max(length * 0.22, 10), 40);
  const middle = { x: from.x + dx / 2 + (dy / length) * bow * Math.sign(dx || 1), y: start.y + dy / 2 - (Math.abs(dx) / length) * bow };
  const tip = towards(to.x, end.y, middle.x, middle.y, to.radius + 3);
  const tail = towards(from.x, start.y, middle.x, middle.y, from.radius + 2);
  context.setLineDash(dashes[kind]);
  context.beginPath();
  context.moveTo(tail.x, tail.y);
  context.quadraticCurveTo(middle.x, middle.y, tip.x, tip.y);
  context.stroke();
  context.setLineDash([]);
  const angle = Math.atan2(tip.y - middle.y, tip.x - middle.x);
  if (kind === "contradicts" || kind === "cancels") bar(context, tip, angle);
  else if (kind !== "same-as") head(context, tip, angle);
}

interface Point {
  x: number;
  y: number;
}

/** The point a distance from one place towards another. */
function towards(x: number, y: number, otherX: number, otherY: number, distance: number): Point {
  const length = Math.hypot(otherX - x, otherY - y) || 1;
  return { x: x + ((otherX - x) / length) * distance, y: y + ((otherY - y) / length) * distance };
}

function head(context: CanvasRenderingContext2D, tip: Point, angle: number): void {
  context.beginPath();
  context.moveTo(tip.x, tip.y);
  context.lineTo(tip.x - 6 * Math.cos(angle - 0.45), tip.y - 6 * Math.sin(angle - 0.45));
  context.lineTo(tip.x - 6 * Math.cos(angle + 0.45), tip.y - 6 * Math.sin(angle + 0.45));
  context.fill();
}

/** A link that denies ends in a bar across. */
function bar(context: CanvasRenderingContext2D, tip: Point, angle: number): void {
  const [x, y] = [Math.cos(angle + Math.PI / 2) * 4, Math.sin(angle + Math.PI / 2) * 4];
  context.beginPath();
  context.moveTo(tip.x - x, tip.y - y);
  context.lineTo(tip.x + x, tip.y + y);
  context.stroke();
}
