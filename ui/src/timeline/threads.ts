/** The course of threads between their nodes. Nodes stand at their instant; threads of one instant bow apart between them, like strands. */

import type { Placed } from "./layout";

/** Two threads closer than this read as one. */
const gap = 4;
/** How far threads may bow aside: the nearest first, and straight for the most important. */
const bows = [0, 8, -8, 12, -12, 16, -16, 20, -20];
const widest = 20;
/** With more threads than these a picture is full, and only the weightiest are drawn in full. */
const full = 120;
const drawnWhenFull = 48;

/** Gives each thread its bow, and tells apart those of a full picture: beyond the most important they are drawn straight and faint, as bundles. */
export function bowOut(placed: Placed[], rank: (one: Placed) => number): void {
  const byX = [...placed].sort((a, b) => a.x - b.x);
  const threads = placed.filter(({ nodes }) => nodes.length > 1).sort((a, b) => rank(b) - rank(a) || a.mark - b.mark);
  const clear = threads.slice(0, threads.length > full ? drawnWhenFull : full);
  for (const one of threads.slice(clear.length)) one.isFaint = true;
  const done = new Set<Placed>();
  for (const one of clear) {
    const near = nearby(byX, one.x, 2 * widest + gap).filter((other) => other !== one && overlap(one, other));
    one.bow = bows.find((bow) => near.every((other) => isClear(one, bow, other, done.has(other)))) ?? 0;
    done.add(one);
  }
}

const topOf = ({ nodes }: Placed) => nodes[0]!.y;
const bottomOf = ({ nodes }: Placed) => nodes.at(-1)!.y;
const overlap = (one: Placed, other: Placed) => topOf(other) < bottomOf(one) && topOf(one) <= bottomOf(other);

/** Whether a thread keeps away from the nodes of another mark, and from its thread where that has its course already. */
function isClear(one: Placed, bow: number, other: Placed, isDrawn: boolean): boolean {
  const x = one.x + bow;
  if (isDrawn && topOf(one) < bottomOf(other) && Math.abs(other.x + other.bow - x) < gap) return false;
  return other.nodes.every(({ y }) => y <= topOf(one) || y >= bottomOf(one) || Math.abs(other.x - x) >= other.radius + 1.5);
}

/** Those within a distance, by binary search. */
function nearby(byX: readonly Placed[], x: number, distance: number): Placed[] {
  let [low, high] = [0, byX.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byX[middle]!.x < x - distance) low = middle + 1;
    else high = middle;
  }
  const found: Placed[] = [];
  for (let at = low; at < byX.length && byX[at]!.x <= x + distance; at += 1) found.push(byX[at]!);
  return found;
}

/** A cubic curve from where the last one ended: two control points and the end. */
export type Cubic = readonly [x1: number, y1: number, x2: number, y2: number, x: number, y: number];

/** How far from a node its thread has reached its bow. */
export const turnOf = ({ bow }: Placed): number => Math.max(14, Math.abs(bow));

/** The course of a thread below its first node, across from its instant. */
export function courseOf(placed: Placed): Cubic[] {
  const { nodes, bow } = placed;
  return nodes.slice(1).flatMap(({ y: end }, at): Cubic[] => {
    const start = nodes[at]!.y;
    const reach = Math.min(turnOf(placed), (end - start) / 2);
    return [
      [0, start + reach / 2, bow, start + reach / 2, bow, start + reach],
      [bow, start + reach, bow, end - reach, bow, end - reach],
      [bow, end - reach / 2, 0, end - reach / 2, 0, end],
    ];
  });
}

/** Where a thread is at a height, across from its instant. */
export function bowAt(placed: Placed, y: number): number {
  const off = Math.min(...placed.nodes.map((node) => Math.abs(node.y - y)));
  return placed.bow * Math.min(1, off / turnOf(placed));
}
