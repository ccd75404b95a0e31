/**
 * Reads the bytes of a frame. The layout is documented, field by field, in the core's `timeline` crate (`encode.rs`);
 * `fixtures/frame.bin` is written by a test over there and read by a test over here.
 */

import { linkKinds, magic, noLane, statuses, tieKinds, version } from "./codes";

export { flag, role } from "./codes";
export type FrameStatus = (typeof statuses)[number];
export type LinkKind = (typeof linkKinds)[number];
export type TieKind = (typeof tieKinds)[number];

/** Earliest and latest start, earliest and latest end, in seconds since 1970; infinite where open, NaN when undated. */
export interface Times {
  startEarliest: number;
  startLatest: number;
  endEarliest: number;
  endLatest: number;
}

/** Hands out arrays over one buffer, one after the other; each is aligned because wide elements come first. */
class Cursor {
  constructor(
    readonly buffer: ArrayBuffer,
    public at: number,
  ) {}

  #step(bytes: number): number {
    const start = this.at;
    this.at += bytes;
    return start;
  }
  f64 = (count: number) => new Float64Array(this.buffer, this.#step(count * 8), count);
  f32 = (count: number) => new Float32Array(this.buffer, this.#step(count * 4), count);
  u32 = (count: number) => new Uint32Array(this.buffer, this.#step(count * 4), count);
  u16 = (count: number) => new Uint16Array(this.buffer, this.#step(count * 2), count);
  u8 = (count: number) => new Uint8Array(this.buffer, this.#step(count), count);
  i8 = (count: number) => new Int8Array(this.buffer, this.#step(count), count);
}

/** A frame as arrays over the bytes it came in. Mark numbers run from 0 to `marks`; the last `undated` ones have no date. */
export class Frame {
  readonly start: number;
  readonly bucketSeconds: number;
  readonly buckets: number;
  readonly lanes: number;
  readonly marks: number;
  readonly undated: number;
  readonly cells: number;
  readonly links: number;
  readonly ties: number;
  readonly elsewhere: number;
  readonly depth: number;

  readonly times: Float64Array;
  readonly anchors: Float64Array;
  readonly tieTimes: Float64Array;
  readonly #ids: Uint8Array;
  readonly #tieIds: Uint8Array;
  readonly weights: Float32Array;
  readonly laneStart: Uint32Array;
  readonly cellCounts: Uint32Array;
  readonly cellBalances: Float32Array;
  readonly linkFrom: Uint32Array;
  readonly linkTo: Uint32Array;
  readonly inRange: Uint32Array;
  readonly undatedIn: Uint32Array;
  readonly ranks: Uint16Array;
  readonly kinds: Uint16Array;
  readonly firstBucket: Uint16Array;
  readonly lastBucket: Uint16Array;
  readonly laneOf: Uint16Array;
  readonly cellLane: Uint16Array;
  readonly cellBucket: Uint16Array;
  readonly #tieFrom: Uint16Array;
  readonly #tieTo: Uint16Array;
  readonly #statuses: Uint8Array;
  readonly flags: Uint8Array;
  readonly roles: Uint8Array;
  readonly #linkKinds: Uint8Array;
  readonly #tieKinds: Uint8Array;
  readonly tieSigns: Int8Array;

  constructor(buffer: ArrayBuffer) {
    const head = new DataView(buffer);
    if (buffer.byteLength < 64 || head.getUint32(0, true) !== magic) throw new Error("These bytes are no timeline frame.");
    if (head.getUint32(4, true) !== version) throw new Error("The timeline frame has another layout than this window reads.");
    this.start = head.getFloat64(8, true);
    this.bucketSeconds = head.getFloat64(16, true);
    const counts = Array.from({ length: 10 }, (_, place) => head.getUint32(24 + place * 4, true));
    const [buckets, lanes, marks, undated, references, cells, links, ties, elsewhere, depth] = counts as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    this.buckets = buckets;
    this.lanes = lanes;
    this.marks = marks;
    this.undated = undated;
    this.cells = cells;
    this.links = links;
    this.ties = ties;
    this.elsewhere = elsewhere;
    this.depth = depth;
    const cursor = new Cursor(buffer, 64);
    this.times = cursor.f64(marks * 4);
    this.anchors = cursor.f64(marks);
    this.tieTimes = cursor.f64(ties * 4);
    this.#ids = cursor.u8(marks * 16);
    this.#tieIds = cursor.u8(ties * 16);
    this.weights = cursor.f32(marks);
    this.laneStart = cursor.u32(marks + 1);
    this.cellCounts = cursor.u32(cells);
    this.cellBalances = cursor.f32(cells);
    this.linkFrom = cursor.u32(links);
    this.linkTo = cursor.u32(links);
    this.inRange = cursor.u32(lanes);
    this.undatedIn = cursor.u32(lanes);
    this.ranks = cursor.u16(marks);
    this.kinds = cursor.u16(marks);
    this.firstBucket = cursor.u16(marks);
    this.lastBucket = cursor.u16(marks);
    this.laneOf = cursor.u16(references);
    this.cellLane = cursor.u16(cells);
    this.cellBucket = cursor.u16(cells);
    this.#tieFrom = cursor.u16(ties);
    this.#tieTo = cursor.u16(ties);
    this.#statuses = cursor.u8(marks);
    this.flags = cursor.u8(marks);
    this.roles = cursor.u8(references);
    this.#linkKinds = cursor.u8(links);
    this.#tieKinds = cursor.u8(ties);
    this.tieSigns = cursor.i8(ties);
    if (cursor.at !== buffer.byteLength) throw new Error("The timeline frame is not as long as it says.");
  }

  /** The first second after the last bucket. */
  get end(): number {
    return this.start + this.buckets * this.bucketSeconds;
  }

  /** Marks with a date. */
  get dated(): number {
    return this.marks - this.undated;
  }

  id(mark: number): string {
    return uuidText(this.#ids, mark * 16);
  }

  tieId(tie: number): string {
    return uuidText(this.#tieIds, tie * 16);
  }

  timesOf(mark: number): Times {
    return timesAt(this.times, mark * 4);
  }

  timesOfTie(tie: number): Times {
    return timesAt(this.tieTimes, tie * 4);
  }

  /** Lanes of a tie's two ends; nothing for one that is not shown. */
  tieLanes(tie: number): [number | undefined, number | undefined] {
    const lane = (value: number | undefined) => (value === noLane ? undefined : value);
    return [lane(this.#tieFrom[tie]), lane(this.#tieTo[tie])];
  }

  status(mark: number): FrameStatus {
    return wordOf(statuses, this.#statuses[mark]);
  }

  linkKind(link: number): LinkKind {
    return wordOf(linkKinds, this.#linkKinds[link]);
  }

  tieKind(tie: number): TieKind {
    return wordOf(tieKinds, this.#tieKinds[tie]);
  }

  has(mark: number, bit: number): boolean {
    return ((this.flags[mark] ?? 0) & bit) !== 0;
  }

  /** 0 … 100. */
  salience(mark: number): number {
    return (this.ranks[mark] ?? 0) >> 8;
  }
}

/** The word of a code. One that is on no list is an error: nothing is drawn as something else. */
function wordOf<Word extends string>(words: readonly Word[], code: number | undefined): Word {
  const word = words[code ?? -1];
  if (word === undefined) throw new Error(`The timeline frame holds the code ${code}, which this window does not know.`);
  return word;
}

function timesAt(times: Float64Array, at: number): Times {
  return {
    startEarliest: times[at] ?? NaN,
    startLatest: times[at + 1] ?? NaN,
    endEarliest: times[at + 2] ?? NaN,
    endLatest: times[at + 3] ?? NaN,
  };
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
const groups = [4, 6, 8, 10];

function uuidText(bytes: Uint8Array, at: number): string {
  let text = "";
  for (let place = 0; place < 16; place += 1) {
    if (groups.includes(place)) text += "-";
    text += hex[bytes[at + place] ?? 0];
  }
  return text;
}
