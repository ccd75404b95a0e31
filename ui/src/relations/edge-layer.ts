import type { Ink } from "../base/ink";
import type { Focus } from "./paint";
import type { Edge } from "./scene";
import { toneInk } from "./tints";

/** Edges of one look: one path, since a stroke each would be what costs. */
export interface Look {
  colour: string;
  width: number;
  dashed: boolean;
  alpha: number;
  /** x and y of both ends, one edge after the other, in CSS px of the stage. */
  ends: number[];
}

/** All edges of a picture, ready to be drawn here or by a worker. */
export interface EdgeLayer {
  /** Of the canvas in CSS px, with the room drawn beyond the stage. */
  width: number;
  height: number;
  room: number;
  ratio: number;
  looks: Look[];
}

/** Those outside the focus are drawn faint. */
const faint = 0.14;
/** Widths are drawn in steps, so that edges of about one width share a path. */
const widthStep = (width: number) => (width < 2 ? Math.ceil(width * 2) / 2 : Math.round(width));

/** The looks of edges, those out of focus first; the order from faint to strong holds between looks. */
export function looksOf(edges: readonly Edge[], ink: Ink, focus: Focus | undefined): Look[] {
  const outside = edges.filter(({ key }) => focus && !focus.edges.has(key));
  const inside = edges.filter(({ key }) => !focus || focus.edges.has(key));
  return [...grouped(outside, ink, faint), ...grouped(inside, ink, 1)];
}

function grouped(edges: readonly Edge[], ink: Ink, alpha: number): Look[] {
  const looks = new Map<string, Look>();
  for (const { relation, from, to, width, dashed } of edges) {
    const [colour, step] = [toneInk(ink, relation.tone), widthStep(width)];
    const key = `${colour} ${step} ${dashed}`;
    const look = looks.get(key) ?? { colour, width: step, dashed, alpha, ends: [] };
    looks.set(key, look);
    look.ends.push(from.x, from.y, to.x, to.y);
  }
  return [...looks.values()];
}

/** Strokes looks on a canvas whose transform is set to CSS px of the stage. */
export function strokeLooks(context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D, looks: readonly Look[]): void {
  for (const { colour, width, dashed, alpha, ends } of looks) {
    context.globalAlpha = alpha;
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.setLineDash(dashed ? [6, 5] : []);
    context.beginPath();
    for (let at = 0; at < ends.length; at += 4) {
      context.moveTo(ends[at]!, ends[at + 1]!);
      context.lineTo(ends[at + 2]!, ends[at + 3]!);
    }
    context.stroke();
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** Draws a layer on a canvas of its own. */
export function drawEdges(context: OffscreenCanvasRenderingContext2D, { room, ratio, looks }: EdgeLayer): void {
  context.setTransform(ratio, 0, 0, ratio, room * ratio, room * ratio);
  strokeLooks(context, looks);
}
