import type { Frame } from "./frame";
import { flag } from "./frame";
import type { LaneBand } from "./lanes";
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
  x: number;
  radius: number;
  nodes: readonly PlacedNode[];
  /** All the mark may touch, in pixels; wider than the node for a bar. */
  from: number;
  to: number;
  isBar: boolean;
}

/** Two threads closer than this read as one. */
const threadGap = 4;
export const largestRadius = 6;

/**
 * Gives each dated mark of a frame its place.
 *
 * A frame never has more marks in a lane and bucket than tracks, and a node stays inside its bucket, which is wider than any node:
 * so no two nodes on a track ever overlap.
 */
export function layout(frame: Frame, view: View, bands: readonly LaneBand[]): Placed[] {
  const depth = Math.max(1, bands[0]?.tracks.length ?? 1);
  const taken = new Int32Array(Math.max(1, bands.length) * depth).fill(-1);
  const threads = new Threads();
  const placed: Placed[] = [];
  for (let mark = 0; mark < frame.dated; mark += 1) {
    const nodes = nodesOf(frame, mark, bands, taken, depth);
    if (nodes.length === 0) continue;
    placed.push(placeOf(frame, mark, view, nodes, threads));
  }
  return placed;
}

function nodesOf(frame: Frame, mark: number, bands: readonly LaneBand[], taken: Int32Array, depth: number): PlacedNode[] {
  const [first, last] = [frame.firstBucket[mark]!, frame.lastBucket[mark]!];
  const nodes: PlacedNode[] = [];
  for (let at = frame.laneStart[mark]!; at < frame.laneStart[mark + 1]!; at += 1) {
    const lane = frame.laneOf[at]!;
    const band = bands[lane];
    if (!band) continue;
    const track = freeTrack(taken, lane * depth, depth, first);
    taken[lane * depth + track] = last;
    nodes.push({ lane, y: band.tracks[track]!, roles: frame.roles[at]! });
  }
  return nodes;
}

/** The track nearest the rail that is free from a bucket on; if the frame is for more tracks than there are, the one free soonest. */
function freeTrack(taken: Int32Array, at: number, depth: number, bucket: number): number {
  let soonest = 0;
  for (let track = 0; track < depth; track += 1) {
    if (taken[at + track]! < bucket) return track;
    if (taken[at + track]! < taken[at + soonest]!) soonest = track;
  }
  return soonest;
}

function placeOf(frame: Frame, mark: number, view: View, nodes: PlacedNode[], threads: Threads): Placed {
  const radius = 4.5 + (frame.salience(mark) / 100) * (largestRadius - 4.5);
  const anchor = frame.anchors[mark]!;
  const bucket = Math.floor((anchor - frame.start) / frame.bucketSeconds);
  const left = xOf(view, frame.start + bucket * frame.bucketSeconds) + largestRadius + 0.5;
  const right = xOf(view, frame.start + (bucket + 1) * frame.bucketSeconds) - largestRadius - 0.5;
  const wanted = xOf(view, anchor);
  const inside = right > left ? Math.min(Math.max(wanted, left), right) : wanted;
  const x = nodes.length > 1 ? threads.place(inside, left, right, nodes) : inside;
  const [from, to] = extent(frame, mark, view);
  return { mark, x, radius, nodes, from, to, isBar: frame.lastBucket[mark]! > frame.firstBucket[mark]! };
}

/** From the earliest to the latest pixel a mark may touch, widened where its date is only about right. */
function extent(frame: Frame, mark: number, view: View): [number, number] {
  const times = frame.timesOf(mark);
  const around = padding(frame, mark, times.endLatest - times.startEarliest);
  return [xOf(view, times.startEarliest - around), xOf(view, times.endLatest + around)];
}

const day = 86_400;

/** `~` and `?` each add a quarter of the date's length on both sides, at least a day; the drawing alone is widened. */
function padding(frame: Frame, mark: number, length: number): number {
  const quarters = Number(frame.has(mark, flag.approximate)) + Number(frame.has(mark, flag.uncertain));
  if (quarters === 0 || !Number.isFinite(length) || frame.has(mark, flag.interval)) return 0;
  return (Math.max(length, 4 * day) / 4) * quarters;
}

interface Thread {
  x: number;
  top: number;
  bottom: number;
}

/** Keeps threads that share lanes a few pixels apart, so that each can be followed. */
class Threads {
  readonly #recent: Thread[] = [];

  place(wanted: number, left: number, right: number, nodes: readonly PlacedNode[]): number {
    const top = nodes[0]!.lane;
    const bottom = nodes.at(-1)!.lane;
    const rivals = this.#recent.filter((other) => other.top < bottom && top < other.bottom);
    const free = (x: number) => rivals.every((other) => Math.abs(other.x - x) >= threadGap);
    const x =
      [0, 1, -1, 2, -2, 3, -3, 4, -4].map((step) => wanted + step * threadGap).find((x) => x >= left - 1 && x <= right + 1 && free(x)) ??
      wanted;
    this.#recent.push({ x, top, bottom });
    // Marks come by time: a thread a few buckets back is out of reach.
    if (this.#recent.length > 48) this.#recent.shift();
    return x;
  }
}
