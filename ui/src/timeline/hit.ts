import type { Placed } from "./layout";
import type { LaneBand } from "./lanes";
import { ribbons, type Scene } from "./scene";
import { ribbonsShown } from "./lanes";
import { bowAt } from "./threads";

/** What lies under a point of the picture. */
export type Hit = { what: "mark"; placed: Placed } | { what: "tie"; tie: number } | { what: "counted"; cell: number };

/** Half a hit target of 24 px. */
const reach = 12;

/** The nearest node, else a label, a column of counts, a bar, a ribbon or a thread. */
export function hitAt(scene: Scene, x: number, y: number): Hit | undefined {
  const mark = (placed: Placed | undefined): Hit | undefined => placed && { what: "mark", placed };
  return (
    mark(nearestNode(scene.placed, x, y) ?? labelled(scene, x, y)) ??
    countedAt(scene, x, y) ??
    mark(barAt(scene.placed, x, y)) ??
    tieAt(scene, x, y) ??
    mark(threadAt(scene.placed, x, y))
  );
}

function labelled(scene: Scene, x: number, y: number): Placed | undefined {
  const label = scene.labels.find(({ box }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height);
  return label && scene.placed.find((placed) => placed.mark === label.mark);
}

function nearestNode(all: readonly Placed[], x: number, y: number): Placed | undefined {
  let found: Placed | undefined;
  let nearest = reach * reach;
  for (const placed of all) {
    const dx = placed.x - x;
    if (dx > reach || dx < -reach) continue;
    for (const node of placed.nodes) {
      const distance = dx * dx + (node.y - y) ** 2;
      if (distance < nearest) [found, nearest] = [placed, distance];
    }
  }
  return found;
}

/** A thread is thin: a few pixels either side count. */
function threadAt(all: readonly Placed[], x: number, y: number): Placed | undefined {
  return all.find(
    (placed) =>
      placed.nodes.length > 1 && y > placed.nodes[0]!.y && y < placed.nodes.at(-1)!.y && Math.abs(placed.x + bowAt(placed, y) - x) <= 3,
  );
}

function barAt(all: readonly Placed[], x: number, y: number): Placed | undefined {
  return all.find((placed) => placed.isBar && x >= placed.from && x <= placed.to && placed.nodes.some((node) => Math.abs(node.y - y) <= 7));
}

function tieAt(scene: Scene, x: number, y: number): Hit | undefined {
  if (!scene.withTies) return undefined;
  const found = ribbons(scene, ribbonsShown).find((ribbon) => x >= ribbon.from && x <= ribbon.to && y >= ribbon.y - 1 && y <= ribbon.y + 4);
  return found && { what: "tie", tie: found.tie };
}

function countedAt(scene: Scene, x: number, y: number): Hit | undefined {
  const { frame, view, lanes } = scene;
  const lane = lanes.bands.findIndex((band) => isAtFoot(band, y));
  if (lane < 0) return undefined;
  const bucket = Math.floor((view.start + x * view.secondsPerPx - frame.start) / frame.bucketSeconds);
  for (let cell = 0; cell < frame.cells; cell += 1) {
    if (frame.cellLane[cell] === lane && frame.cellBucket[cell] === bucket) return { what: "counted", cell };
  }
  return undefined;
}

const isAtFoot = (band: LaneBand, y: number) => y <= band.foot && y > band.foot - 24;
