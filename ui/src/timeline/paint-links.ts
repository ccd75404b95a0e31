import type { Ink } from "../base/ink";
import type { Arc, Point } from "./arcs";
import type { LinkKind } from "./frame";

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
export function paintLinks(context: CanvasRenderingContext2D, arcs: readonly Arc[], ink: Ink): void {
  context.strokeStyle = context.fillStyle = ink["ink-faint"];
  context.lineWidth = 1.1;
  context.lineCap = "round";
  for (const arc of arcs) paintArc(context, arc);
  context.lineCap = "butt";
}

function paintArc(context: CanvasRenderingContext2D, { kind, tail, middle, tip }: Arc): void {
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
