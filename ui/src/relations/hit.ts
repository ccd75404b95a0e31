import { distance, type Point } from "./layout";
import type { Edge, Node, Scene } from "./scene";

export type Hit = { what: "country"; node: Node } | { what: "relation"; edge: Edge };

/** How far from an edge the pointer still means it, in px. */
const slack = 5;

/** What is under a point: a country before a relation, the nearest of several relations. */
export function hitAt(scene: Scene, at: Point): Hit | undefined {
  const node = scene.nodes.findLast((candidate) => isOn(candidate, at));
  if (node) return { what: "country", node };
  let best: Edge | undefined;
  let nearest = Infinity;
  for (const edge of scene.edges) {
    const far = distance(at, edge.from, edge.to) - edge.width / 2;
    if (far <= slack && far <= nearest) [best, nearest] = [edge, far];
  }
  return best && { what: "relation", edge: best };
}

/** A country is its flag and its name, and never less than 24 px. */
function isOn({ at, width, height, name }: Node, { x, y }: Point): boolean {
  if (Math.abs(x - at.x) <= Math.max(12, width / 2 + 2) && Math.abs(y - at.y) <= Math.max(12, height / 2 + 2)) return true;
  return name !== undefined && x >= name.box.left && x <= name.box.right && y >= name.box.top && y <= name.box.bottom;
}

export type Way = "left" | "right" | "up" | "down";

const vectors: Record<Way, Point> = { left: { x: -1, y: 0 }, right: { x: 1, y: 0 }, up: { x: 0, y: -1 }, down: { x: 0, y: 1 } };

/** The nearest of the points in a direction, those straight ahead before those aside; nothing when none is within 60° of it. */
export function ahead<T extends { at: Point }>(from: Point, others: readonly T[], way: Way): T | undefined {
  const vector = vectors[way];
  let best: T | undefined;
  let least = Infinity;
  for (const other of others) {
    const [dx, dy] = [other.at.x - from.x, other.at.y - from.y];
    const forward = dx * vector.x + dy * vector.y;
    const aside = Math.abs(dx * vector.y - dy * vector.x);
    if (forward <= 0.5 || aside > forward * 1.75) continue;
    const cost = forward + 2 * aside;
    if (cost < least) [best, least] = [other, cost];
  }
  return best;
}
