import type { Hit } from "./hit";
import { stepAlong, stepLane } from "./stepping";
import type { Timeline } from "./timeline.svelte";

export interface Actions {
  select(id: string | undefined): void;
  open(id: string): void;
}

const panShare = 0.25;
const zoomStep = 1.5;

/** A press on the picture: selects, opens what is selected already, goes into what is counted, or lets go. */
export function press(timeline: Timeline, hit: Hit | undefined, selected: string | undefined, actions: Actions): void {
  if (hit?.what === "mark") {
    const id = timeline.idOf(hit.placed);
    const lanes = hit.placed.nodes.map((node) => node.lane);
    if (!lanes.includes(timeline.lane)) timeline.lane = lanes[0] ?? 0;
    if (id === selected) actions.open(id);
    else actions.select(id);
  } else if (hit?.what === "counted") {
    const frame = timeline.scene?.frame;
    if (!frame) return;
    const middle = frame.start + (frame.cellBucket[hit.cell]! + 0.5) * frame.bucketSeconds;
    timeline.showRange(middle - 6 * frame.bucketSeconds, middle + 6 * frame.bucketSeconds);
  } else {
    actions.select(undefined);
  }
}

/** A key on the picture; answers what it moved, or nothing when the key is not the picture's. */
export function keyPress(
  timeline: Timeline,
  event: KeyboardEvent,
  selected: string | undefined,
  actions: Actions,
): "event" | "lane" | "view" | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const moved = byKey(timeline, event, selected, actions);
  if (moved) {
    event.preventDefault();
    event.stopPropagation();
  }
  return moved;
}

function byKey(
  timeline: Timeline,
  event: KeyboardEvent,
  selected: string | undefined,
  actions: Actions,
): "event" | "lane" | "view" | undefined {
  switch (event.key) {
    case "ArrowLeft":
    case "ArrowRight":
      return along(timeline, event, selected, actions, event.key === "ArrowRight" ? 1 : -1);
    case "ArrowUp":
    case "ArrowDown": {
      const id = stepLane(timeline, selected, event.key === "ArrowDown" ? 1 : -1);
      if (id !== undefined) actions.select(id);
      return "lane";
    }
    case "+":
    case "=":
      timeline.zoomMiddle(zoomStep);
      return "view";
    case "-":
    case "−":
      timeline.zoomMiddle(1 / zoomStep);
      return "view";
    case "0":
      void timeline.fit();
      return "view";
    case "PageUp":
      timeline.pan(timeline.view.width * 0.8);
      return "view";
    case "PageDown":
      timeline.pan(-timeline.view.width * 0.8);
      return "view";
    case "Enter":
      if (selected === undefined) return undefined;
      actions.open(selected);
      return "event";
    case "Escape":
      if (selected === undefined) return undefined;
      actions.select(undefined);
      return "event";
    default:
      return undefined;
  }
}

function along(timeline: Timeline, event: KeyboardEvent, selected: string | undefined, actions: Actions, by: 1 | -1): "event" | "view" {
  if (event.shiftKey) {
    timeline.pan(-by * timeline.view.width * panShare);
    return "view";
  }
  const id = stepAlong(timeline, selected, by);
  if (id !== undefined) actions.select(id);
  return "event";
}
