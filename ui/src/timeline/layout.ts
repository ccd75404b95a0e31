import type { Frame } from "./frame";
import { flag } from "./frame";
import type { LaneBand } from "./lanes";
import { bowOut } from "./threads";
import { xOf, type View } from "./view";

/** A node on one lane. */
export interface PlacedNode {
  lane: number;
  y: number;
  roles: number;
}

/** A mark with its place in the picture. */
export interface Placed {
  mark: number;
  /** The pixel of its instant. Time is never moved to make room. */
  x: number;
  radius: number;
  nodes: readonly PlacedNode[];
  /** All the mark may touch, in pixels; wider than the node for a bar. */
  from: number;
  to: number;
  isBar: boolean;
  /** How far its thread bows aside between its nodes, so that threads of one instant can be told apart. */
  bow: number;
  /** One thread of many in a full picture. */
  isFaint: boolean;
}

type Spot = Omit<Placed, "nodes">;

export const largestRadius = 6;
/** Half the room a node takes on its track; the core keeps at least as much free around each. */
const reach = largestRadius + 0.5;

/**
 * Gives each dated mark of a frame its place: across at its instant, and up and down on the track nearest the rail that is free there.
 *
 * In a frame no more marks of a lane touch each other than it has tracks, so no two nodes on a track ever overlap.
 */
export function layout(frame: Frame, view: View, bands: readonly LaneBand[]): Placed[] {
  const depth = Math.max(1, bands[0]?.tracks.length ?? 1);
  const taken = new Float64Array(Math.max(1, bands.length) * depth).fill(-Infinity);
  const spots = Array.from({ length: frame.dated }, (_, mark) => spotOf(frame, mark, view)).sort((a, b) => leftOf(a) - leftOf(b));
  const placed = spots.map((spot): Placed => ({ ...spot, nodes: nodesOf(frame, spot, bands, taken, depth) }));
  const shown = placed.filter(({ nodes }) => nodes.length > 0);
  bowOut(shown, (one) => frame.ranks[one.mark]!);
  return shown;
}

const leftOf = (spot: Spot) => Math.min(spot.x - reach, spot.isBar ? spot.from : Infinity);
const rightOf = (spot: Spot) => Math.max(spot.x + reach, spot.isBar ? spot.to : -Infinity);

function nodesOf(frame: Frame, spot: Spot, bands: readonly LaneBand[], taken: Float64Array, depth: number): PlacedNode[] {
  const nodes: PlacedNode[] = [];
  for (let at = frame.laneStart[spot.mark]!; at < frame.laneStart[spot.mark + 1]!; at += 1) {
    const lane = frame.laneOf[at]!;
    const band = bands[lane];
    if (!band) continue;
    const track = freeTrack(taken, lane * depth, depth, leftOf(spot));
    taken[lane * depth + track] = rightOf(spot);
    nodes.push({ lane, y: band.tracks[track]!, roles: frame.roles[at]! });
  }
  return nodes;
}

/** The track nearest the rail that is free from a pixel on; where a picture is stretched until its frame comes, the one free soonest. */
function freeTrack(taken: Float64Array, at: number, depth: number, left: number): number {
  let soonest = 0;
  for (let track = 0; track < depth; track += 1) {
    if (taken[at + track]! <= left) return track;
    if (taken[at + track]! < taken[at + soonest]!) soonest = track;
  }
  return soonest;
}

function spotOf(frame: Frame, mark: number, view: View): Spot {
  const radius = 4.5 + (frame.salience(mark) / 100) * (largestRadius - 4.5);
  const [from, to] = extent(frame, mark, view);
  const isBar = frame.lastBucket[mark]! > frame.firstBucket[mark]!;
  return { mark, x: xOf(view, frame.anchors[mark]!), radius, from, to, isBar, bow: 0, isFaint: false };
}

/** How far a date with an open side is drawn beyond the side that is known. */
const openPx = 64;

/** From the earliest to the latest pixel a mark may touch, widened where its date is only about right; what lasts without an end is without one here. */
function extent(frame: Frame, mark: number, view: View): [number, number] {
  const times = frame.timesOf(mark);
  const around = padding(frame, mark, times.endLatest - times.startEarliest);
  const [from, to] = [xOf(view, times.startEarliest - around), xOf(view, times.endLatest + around)];
  if (frame.has(mark, flag.interval)) return [from, to];
  const x = xOf(view, frame.anchors[mark]!);
  return [Number.isFinite(from) ? from : x - openPx, Number.isFinite(to) ? to : x + openPx];
}

const day = 86_400;

/** `~` and `?` each add a quarter of the date's length on both sides, at least a day; the drawing alone is widened. */
function padding(frame: Frame, mark: number, length: number): number {
  const quarters = Number(frame.has(mark, flag.approximate)) + Number(frame.has(mark, flag.uncertain));
  if (quarters === 0 || !Number.isFinite(length) || frame.has(mark, flag.interval)) return 0;
  return (Math.max(length, 4 * day) / 4) * quarters;
}
