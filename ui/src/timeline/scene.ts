import type { Ink } from "../base/ink";
import type { Frame } from "./frame";
import { arcsOf, pointsAlong, type Arc } from "./arcs";
import { layout, largestRadius, type Placed } from "./layout";
import { placeLabels, lineHeight, type LabelWish, type PlacedLabel } from "./labels";
import { footHeight, ribbonPitch, ribbonsShown, type LaneBands } from "./lanes";
import { Room, type Box } from "./room";
import type { Described, KindLook } from "./source";
import type { TextRuler } from "./text";
import { xOf, type View } from "./view";

/** Everything a picture is drawn from; made anew for each frame and scale, never changed. */
export interface Scene {
  frame: Frame;
  /** Of the whole picture, which is wider than the screen. */
  view: View;
  lanes: LaneBands;
  placed: readonly Placed[];
  labels: readonly PlacedLabel[];
  counters: readonly Counter[];
  /** Links, when they are shown. */
  arcs: readonly Arc[];
  kinds: readonly KindLook[];
  withTies: boolean;
}

/** How many marks are counted around a place at the foot of a lane. */
export interface Counter {
  lane: number;
  x: number;
  y: number;
  text: string;
}

export interface SceneParts {
  frame: Frame;
  view: View;
  /** What of the picture is on screen, from and to, in its pixels. */
  visible: readonly [number, number];
  lanes: LaneBands;
  kinds: readonly KindLook[];
  withLinks: boolean;
  withTies: boolean;
  /** Id of the selected event. */
  chosen: string | undefined;
  words: (id: string) => Described | undefined;
  countText: (count: number) => string;
  ruler: TextRuler;
  ink: Ink;
}

export interface Fonts {
  title: string;
  date: string;
  counter: string;
}

export const fontsOf = (ink: Ink): Fonts => ({
  title: `500 12px ${ink.sans}`,
  date: `400 11px ${ink.sans}`,
  counter: `400 10px ${ink.sans}`,
});

/** Marks whose words are wanted: those in the picture, the important ones first. */
export function inOrderOfImportance(frame: Frame, placed: readonly Placed[], width: number): Placed[] {
  const inside = placed.filter((one) => one.to > 0 && one.x < width && (one.isBar || one.x > 0));
  return inside.sort((a, b) => frame.ranks[b.mark]! - frame.ranks[a.mark]! || a.x - b.x);
}

const fewMarks = 240;
const mostImportant = 10;

export function composeScene(parts: SceneParts): Scene {
  const { frame, view, lanes, ruler } = parts;
  const placed = layout(frame, view, lanes.bands);
  const fonts = fontsOf(parts.ink);
  const room = new Room(view.width, lanes.height);
  const solid = new Room(view.width, lanes.height);
  const both = [room, solid];
  const arcs = parts.withLinks ? arcsOf(frame, placed) : [];
  placed.forEach((one) => takePlace(both, room, one));
  if (parts.withTies)
    ribbons(parts, ribbonsShown).forEach((one) => takeAll(both, { x: one.from, y: one.y - 1, width: one.to - one.from, height: 5 }));
  arcs.flatMap(pointsAlong).forEach((point) => takeAll(both, { x: point.x - 2, y: point.y - 2, width: 4, height: 4 }));
  // With many marks, lines to all labels would only add to the crowd.
  const isCalm = placed.length < fewMarks && frame.cells * 4 < placed.length;
  const barriers = new Room(view.width, lanes.height);
  // At rest nothing is cut at the edges of the screen.
  const edges = parts.visible.map((edge) => ({ x: edge - 2, y: 0, width: 4, height: lanes.height }));
  edges.forEach((edge) => takeAll([room, solid, barriers], edge));
  const labels = placeLabels(
    wishes(parts, placed),
    { room, solid, bands: lanes.bands, from: parts.visible[0], to: parts.visible[1], barriers, leaders: isCalm ? fewMarks : mostImportant },
    ruler,
    fonts,
  );
  const counters = placeCounters(parts, room, fonts);
  const { kinds, withTies } = parts;
  return { frame, view, lanes, placed, labels, counters, arcs, kinds, withTies };
}

function takeAll(rooms: readonly (Room | undefined)[], box: Box): void {
  for (const room of rooms) room?.take(box);
}

/** Nodes and bars keep labels away; threads only where there is room elsewhere. */
function takePlace(rooms: readonly Room[], withThreads: Room, placed: Placed): void {
  const reach = largestRadius + 1;
  for (const node of placed.nodes) {
    takeAll(rooms, { x: placed.x - reach, y: node.y - reach, width: 2 * reach, height: 2 * reach });
    const [from, to] = [Math.max(placed.from, 0), Math.min(placed.to, withThreads.width)];
    if (to - from > 2 * reach) takeAll(rooms, { x: from, y: node.y - 5, width: to - from, height: 10 });
  }
  const [first, last] = [placed.nodes[0]!, placed.nodes.at(-1)!];
  if (!placed.isFaint) withThreads.take({ x: placed.x + placed.bow - 2, y: first.y, width: 4, height: last.y - first.y });
}

function* wishes(parts: SceneParts, placed: readonly Placed[]): Generator<LabelWish> {
  const [from, to] = parts.visible;
  const all = inOrderOfImportance(parts.frame, placed, parts.view.width);
  const chosen = parts.chosen === undefined ? undefined : all.find((one) => parts.frame.id(one.mark) === parts.chosen);
  for (const one of chosen ? [chosen, ...all.filter((other) => other !== chosen)] : all) {
    const words = parts.words(parts.frame.id(one.mark));
    const isOnScreen = Math.max(one.to, one.x) >= from && Math.min(one.from, one.x) <= to;
    if (words) yield { placed: one, title: words.title, date: words.date ?? "", isChosen: one === chosen && isOnScreen };
  }
}

/** Cells side by side are counted together, about a hundred pixels each. */
const counterPx = 96;

function placeCounters(parts: SceneParts, room: Room, fonts: Fonts): Counter[] {
  const { frame, view, lanes } = parts;
  const together = Math.max(1, Math.round(counterPx / (frame.bucketSeconds / view.secondsPerPx)));
  const sums = new Map<number, { count: number; from: number; to: number }>();
  for (let cell = 0; cell < frame.cells; cell += 1) {
    const bucket = frame.cellBucket[cell]!;
    const key = frame.cellLane[cell]! * 65_536 + Math.floor(bucket / together);
    const sum = sums.get(key) ?? { count: 0, from: bucket, to: bucket };
    sums.set(key, { count: sum.count + frame.cellCounts[cell]!, from: sum.from, to: bucket });
  }
  const counters: Counter[] = [];
  for (const [key, sum] of sums) {
    const band = lanes.bands[Math.floor(key / 65_536)];
    if (!band) continue;
    const text = `+ ${parts.countText(sum.count)}`;
    const width = parts.ruler.width(text, fonts.counter);
    const x = xOf(view, frame.start + ((sum.from + sum.to + 1) / 2) * frame.bucketSeconds) - width / 2;
    const box = { x, y: band.foot - footHeight - lineHeight + 3, width, height: lineHeight - 3 };
    if (!room.isFree(box)) continue;
    room.take(box);
    counters.push({ lane: Math.floor(key / 65_536), x, y: box.y + 9, text });
  }
  return counters;
}

/** A tie on a lane: which of its ribbons, from the top. */
export interface Ribbon {
  tie: number;
  lane: number;
  y: number;
  from: number;
  to: number;
}

/** Ribbons of the ties, a row for each as far as there are rows; the first ones are the strongest kinds. */
export function ribbons(scene: Pick<Scene, "frame" | "view" | "lanes">, rows: number): Ribbon[] {
  const { frame, view, lanes } = scene;
  const ends = lanes.bands.map(() => new Array<number>(rows).fill(-Infinity));
  const found: Ribbon[] = [];
  for (let tie = 0; tie < frame.ties; tie += 1) {
    const times = frame.timesOfTie(tie);
    const [from, to] = [xOf(view, times.startEarliest), xOf(view, times.endLatest)];
    for (const lane of frame.tieLanes(tie)) {
      const rowsOfLane = lane === undefined ? undefined : ends[lane];
      const row = rowsOfLane?.findIndex((end) => end === -Infinity || end < from - 4) ?? -1;
      if (lane === undefined || !rowsOfLane || row < 0) continue;
      rowsOfLane[row] = to;
      found.push({ tie, lane, y: lanes.bands[lane]!.ribbons + row * ribbonPitch, from, to });
    }
  }
  return found;
}
