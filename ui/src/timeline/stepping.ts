import type { Placed } from "./layout";
import type { Timeline } from "./timeline.svelte";

/** The marks on the keyboard's lane, by time. */
function onLane(timeline: Timeline): Placed[] {
  const all = timeline.scene?.placed ?? [];
  return all.filter((placed) => placed.nodes.some((node) => node.lane === timeline.lane)).sort((a, b) => a.x - b.x);
}

function isVisible(timeline: Timeline, placed: Placed): boolean {
  const x = timeline.xOfPlaced(placed);
  return x >= 0 && x <= timeline.view.width;
}

/** The next or previous mark on the keyboard's lane after the selected one, brought into view; half a screen is scrolled when there is none near. */
export function stepAlong(timeline: Timeline, selected: string | undefined, by: 1 | -1): string | undefined {
  const marks = onLane(timeline);
  const at = marks.findIndex((placed) => timeline.idOf(placed) === selected);
  const visible = marks.filter((placed) => isVisible(timeline, placed));
  const found = at >= 0 ? marks[at + by] : by > 0 ? visible[0] : visible.at(-1);
  if (!found || !timeline.scene) {
    timeline.pan((-by * timeline.view.width) / 2);
    return undefined;
  }
  timeline.reveal(timeline.scene.frame.anchors[found.mark]!);
  return timeline.idOf(found);
}

/** Goes to the lane above or below: its mark nearest in time to the selected one. */
export function stepLane(timeline: Timeline, selected: string | undefined, by: 1 | -1): string | undefined {
  const from = selected === undefined ? undefined : timeline.placedOf(selected);
  timeline.lane = Math.min(Math.max(timeline.lane + by, 0), Math.max(timeline.lanes.length - 1, 0));
  const x = from ? from.x : (timeline.scene?.view.width ?? 0) / 2;
  const marks = onLane(timeline).filter((placed) => isVisible(timeline, placed));
  marks.sort((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x));
  return marks[0] && timeline.idOf(marks[0]);
}
