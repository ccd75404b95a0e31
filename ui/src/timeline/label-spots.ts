import type { Point } from "./arcs";
import type { LaneBand } from "./lanes";
import type { Placed, PlacedNode } from "./layout";
import type { Box } from "./room";

export interface Size {
  width: number;
  height: number;
}

interface Space {
  bands: readonly LaneBand[];
  from: number;
}

const gap = 5;

/** Doers first; one that is only mentioned comes last. */
function nodesInOrder(placed: Placed): PlacedNode[] {
  const order = (node: PlacedNode) => ((node.roles & 1) !== 0 ? 0 : node.roles !== 0 ? 1 : 2);
  return [...placed.nodes].sort((a, b) => order(a) - order(b));
}

/** Places right beside each node of a mark: right of it, left, then above the top node or below the bottom one. */
export function spots(placed: Placed, size: Size, space: Space): Box[] {
  const isLong = placed.isBar && placed.to - placed.x > 28;
  return nodesInOrder(placed).flatMap((node) => {
    const band = space.bands[node.lane];
    if (!band) return [];
    const found = isLong ? alongBar(placed, node.y, size, space.from) : beside(placed, node.y, size);
    return found.map((box) => ({ ...box, y: inside(box.y, size.height, band) }));
  });
}

function beside(placed: Placed, y: number, size: Size): Box[] {
  const away = placed.radius + gap;
  const level = y - size.height / 2;
  const found = [
    { x: placed.x + away, y: level, ...size },
    { x: placed.x - away - size.width, y: level, ...size },
  ];
  const [x, over, under] = [placed.x - 4, y - away - size.height + 2, y + away - 2];
  if (y === placed.nodes[0]!.y) found.push({ x, y: over, ...size }, { x: x - size.width + 8, y: over, ...size });
  if (y === placed.nodes.at(-1)!.y) found.push({ x, y: under, ...size }, { x: x - size.width + 8, y: under, ...size });
  return found;
}

/** Above or below a bar, where it begins or, when that is out of sight, where it can be seen. */
function alongBar(placed: Placed, y: number, size: Size, screen: number): Box[] {
  const start = placed.x + placed.radius + gap;
  const x = Math.max(start, Math.min(screen + 6, placed.to - size.width));
  return [y - size.height - 4, y + 6].map((top) => ({ x, y: top, ...size }));
}

/** A label stays in its lane. */
function inside(top: number, height: number, band: LaneBand): number {
  return Math.min(Math.max(top, band.top + 2), band.top + band.height - height - 2);
}

const distances = [14, 24, 36, 52, 72, 96, 124];
/** Never level: a line along the rail would look like part of it. */
const shifts = [-16, 16, -30, 30, -46, 46];

/** Places further off in the lanes of those who take part, with the line that leads there; the near ones first. */
export function* distantSpots(
  placed: Placed,
  size: Size,
  bands: readonly LaneBand[],
): Generator<{ box: Box; leader: readonly [Point, Point] }> {
  const nodes = nodesInOrder(placed).filter((node) => node.roles !== 0 || placed.nodes.length === 1);
  for (const distance of distances) {
    for (const node of nodes) {
      const band = bands[node.lane];
      if (!band) continue;
      for (const side of [1, -1]) {
        for (const shift of shifts) {
          const y = inside(node.y - size.height / 2 + shift, size.height, band);
          const x = side > 0 ? placed.x + distance : placed.x - distance - size.width;
          yield { box: { x, y, ...size }, leader: leaderTo(placed, node, side > 0 ? x - 3 : x + size.width + 3, y + size.height / 2) };
        }
      }
    }
  }
}

/** From the rim of the node to the middle of the label's near side. */
function leaderTo(placed: Placed, node: PlacedNode, x: number, y: number): readonly [Point, Point] {
  const length = Math.hypot(x - placed.x, y - node.y) || 1;
  const rim = placed.radius + 2;
  return [
    { x: placed.x + ((x - placed.x) / length) * rim, y: node.y + ((y - node.y) / length) * rim },
    { x, y },
  ];
}
