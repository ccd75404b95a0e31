import type { Frame, LinkKind } from "./frame";
import type { Placed, PlacedNode } from "./layout";

export interface Point {
  x: number;
  y: number;
}

/** A link's curve: from `tail` over `middle` (the control point) to `tip`. */
export interface Arc {
  kind: LinkKind;
  tail: Point;
  middle: Point;
  tip: Point;
}

/** Links between marks of the picture as arcs. */
export function arcsOf(frame: Frame, placed: readonly Placed[]): Arc[] {
  if (frame.links === 0) return [];
  const byMark = new Map(placed.map((one) => [one.mark, one]));
  const arcs: Arc[] = [];
  for (let link = 0; link < frame.links; link += 1) {
    const [from, to] = [byMark.get(frame.linkFrom[link]!), byMark.get(frame.linkTo[link]!)];
    const arc = from && to && arcBetween(from, to, frame.linkKind(link));
    if (arc) arcs.push(arc);
  }
  return arcs;
}

/** Nodes of the two events on the same lane if they share one, else the pair nearest each other. */
function nearest(from: Placed, to: Placed): [PlacedNode, PlacedNode] {
  let best: [PlacedNode, PlacedNode] = [from.nodes[0]!, to.nodes[0]!];
  for (const a of from.nodes) for (const b of to.nodes) if (Math.abs(a.y - b.y) < Math.abs(best[0].y - best[1].y)) best = [a, b];
  return best;
}

/** The arc bows upwards when it runs along a lane and sideways when it runs across; too short to see, it is left out. */
function arcBetween(from: Placed, to: Placed, kind: LinkKind): Arc | undefined {
  const [start, end] = nearest(from, to);
  const [dx, dy] = [to.x - from.x, end.y - start.y];
  const length = Math.hypot(dx, dy);
  if (length < 12) return undefined;
  const bow = Math.min(Math.max(length * 0.22, 10), 40);
  const middle = { x: from.x + dx / 2 + (dy / length) * bow * Math.sign(dx || 1), y: start.y + dy / 2 - (Math.abs(dx) / length) * bow };
  return {
    kind,
    middle,
    tail: towards({ x: from.x, y: start.y }, middle, from.radius + 2),
    tip: towards({ x: to.x, y: end.y }, middle, to.radius + 3),
  };
}

/** The point a distance from one place towards another. */
function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) / length) * distance, y: from.y + ((to.y - from.y) / length) * distance };
}

/** Points along an arc, a few pixels apart. */
export function pointsAlong({ tail, middle, tip }: Arc): Point[] {
  const steps = Math.min(400, Math.max(2, Math.ceil((Math.abs(tip.x - tail.x) + Math.abs(tip.y - tail.y)) / 4)));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const t = step / steps;
    const mix = (a: number, b: number, c: number) => (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * c;
    return { x: mix(tail.x, middle.x, tip.x), y: mix(tail.y, middle.y, tip.y) };
  });
}
