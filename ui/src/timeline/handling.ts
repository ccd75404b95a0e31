import { byChord } from "../base/keys";
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

type Moved = "event" | "lane" | "view";

/** A key on the picture; answers what it moved, or nothing when the key is not the picture's. */
export function keyPress(timeline: Timeline, event: KeyboardEvent, selected: string | undefined, actions: Actions): Moved | undefined {
  const moved = byChord(keysOf(timeline, selected, actions), event)?.();
  if (moved) {
    event.preventDefault();
    event.stopPropagation();
  }
  return moved;
}

function keysOf(timeline: Timeline, selected: string | undefined, actions: Actions): Record<string, () => Moved | undefined> {
  const step = (moved: Moved, id: string | undefined) => {
    if (id !== undefined) actions.select(id);
    return moved;
  };
  const onSelected = (act: (id: string) => void) => () => {
    if (selected === undefined) return undefined;
    act(selected);
    return "event" as const;
  };
  const view = (act: () => unknown) => () => {
    act();
    return "view" as const;
  };
  const closer = view(() => timeline.zoomMiddle(zoomStep));
  return {
    arrowleft: () => step("event", stepAlong(timeline, selected, -1)),
    arrowright: () => step("event", stepAlong(timeline, selected, 1)),
    arrowup: () => step("lane", stepLane(timeline, selected, -1)),
    arrowdown: () => step("lane", stepLane(timeline, selected, 1)),
    "shift+arrowleft": view(() => timeline.pan(timeline.view.width * panShare)),
    "shift+arrowright": view(() => timeline.pan(-timeline.view.width * panShare)),
    pageup: view(() => timeline.pan(timeline.view.width * 0.8)),
    pagedown: view(() => timeline.pan(-timeline.view.width * 0.8)),
    "+": closer,
    "=": closer,
    "-": view(() => timeline.zoomMiddle(1 / zoomStep)),
    "0": view(() => timeline.fit()),
    enter: onSelected((id) => actions.open(id)),
    escape: onSelected(() => actions.select(undefined)),
  };
}
