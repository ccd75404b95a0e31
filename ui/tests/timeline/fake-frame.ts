import { flag, linkKinds, statuses, tieKinds } from "../../src/timeline/codes";
import type { FrameRequest } from "../../src/timeline/source";
import type { FakeMark, FakeRecord } from "./fake-record";

/** The core's answer to a frame request in a few lines, for pages without the core: same grid, same rule of who is drawn. */
export function fakeFrame(record: FakeRecord, request: FrameRequest): ArrayBuffer {
  const grid = gridOf(request);
  const dated = record.marks.filter((mark) => !Number.isNaN(mark.times[0]) && mark.times[0] < grid.end && mark.times[3] >= grid.start);
  const undated = record.marks.filter((mark) => Number.isNaN(mark.times[0]));
  const place = new Map(request.lanes.map((key, index) => [key, index]));
  const placed = [...dated, ...undated].map((mark) => withLanes(mark, place)).filter((one) => one.lanes.length > 0);
  const { drawn, cells } = choose(
    placed.filter((one) => !Number.isNaN(one.anchor)),
    grid,
    request,
  );
  return encode(
    record,
    grid,
    request,
    drawn,
    placed.filter((one) => Number.isNaN(one.anchor)),
    cells,
    place,
  );
}

interface Grid {
  start: number;
  end: number;
  step: number;
  buckets: number;
}

interface Laned {
  mark: FakeMark;
  anchor: number;
  lanes: [number, number][];
  buckets: [number, number];
}

function gridOf(request: FrameRequest): Grid {
  const span = request.end - request.start;
  const step = 2 ** Math.max(0, Math.ceil(Math.log2((span / request.widthPx) * 16)));
  const chunk = step * 16;
  const first = Math.floor((request.start - span) / chunk);
  const last = Math.floor((request.end + span) / chunk) + 1;
  return { start: first * chunk, end: last * chunk, step, buckets: (last - first) * 16 };
}

function withLanes(mark: FakeMark, place: Map<number, number>): Laned {
  const [a, b, , d] = mark.times;
  const anchor = mark.flags & flag.interval ? (a + b) / 2 : (a + d) / 2;
  const lanes = mark.lanes.flatMap(([key, roles]): [number, number][] => (place.has(key) ? [[place.get(key)!, roles]] : []));
  return { mark, anchor, lanes: lanes.sort((one, other) => one[0] - other[0]), buckets: [0, 0] };
}

const rankOf = (mark: FakeMark) => mark.salience * 256 + Math.min(255, Math.floor(Math.abs(mark.weight) * 25));

function choose(all: Laned[], grid: Grid, request: FrameRequest) {
  const bucket = (second: number) => Math.min(Math.max(Math.floor((second - grid.start) / grid.step), 0), grid.buckets - 1);
  const cellOf = (lane: number, at: number) => lane * grid.buckets + at;
  const count = new Map<number, number>();
  for (const one of all) {
    const wide = one.mark.times[3] - one.mark.times[0] > grid.step;
    one.buckets = wide ? [bucket(one.mark.times[0]), bucket(one.mark.times[3])] : [bucket(one.anchor), bucket(one.anchor)];
    for (const [lane] of one.lanes) count.set(cellOf(lane, bucket(one.anchor)), (count.get(cellOf(lane, bucket(one.anchor))) ?? 0) + 1);
  }
  const used = new Map<number, number>();
  const led = new Set<number>();
  const drawn: Laned[] = [];
  const cells = new Map<number, { count: number; balance: number }>();
  const isChosen = (one: Laned) => Number(one.mark.id === request.chosen);
  for (const one of [...all].sort((a, b) => isChosen(b) - isChosen(a) || rankOf(b.mark) - rankOf(a.mark))) {
    const own = one.lanes.map(([lane]) => cellOf(lane, bucket(one.anchor)));
    const around = (cell: number) => [-4, -3, -2, -1, 0, 1, 2, 3, 4].reduce((sum, by) => sum + (count.get(cell + by) ?? 0), 0);
    const isCalm = (cell: number) => count.get(cell)! <= request.depth && around(cell) <= 3 * request.depth;
    const wanted = isChosen(one) || own.some((cell) => isCalm(cell) || !led.has(cell));
    own.forEach((cell) => led.add(cell));
    const [first, last] = slotsOf(one, grid);
    const spans = one.lanes.flatMap(([lane]) => Array.from({ length: last - first + 1 }, (_, at) => lane * grid.buckets * 4 + first + at));
    const room = one.buckets[1] > one.buckets[0] && one.mark.flags & flag.interval ? Math.max(1, request.depth - 1) : request.depth;
    if (wanted && spans.every((cell) => (used.get(cell) ?? 0) < room)) {
      spans.forEach((cell) => used.set(cell, (used.get(cell) ?? 0) + 1));
      drawn.push(one);
    } else {
      for (const cell of own) {
        const sum = cells.get(cell) ?? { count: 0, balance: 0 };
        cells.set(cell, { count: sum.count + 1, balance: sum.balance + one.mark.weight });
      }
    }
  }
  drawn.sort((a, b) => a.buckets[0] - b.buckets[0] || a.buckets[1] - b.buckets[1] || a.anchor - b.anchor);
  return {
    drawn,
    cells: [...cells]
      .map(([cell, sum]) => ({ lane: Math.floor(cell / grid.buckets), bucket: cell % grid.buckets, ...sum }))
      .sort((a, b) => a.lane - b.lane || a.bucket - b.bucket),
  };
}

/** Quarters of a bucket that a mark covers: its node, and all it may touch where that is longer. */
function slotsOf(one: Laned, grid: Grid): [number, number] {
  const slot = (second: number) => Math.min(Math.max(Math.floor(((second - grid.start) / grid.step) * 4), 0), grid.buckets * 4 - 1);
  const half = (grid.step * 7) / 16;
  const isBar = one.buckets[1] > one.buckets[0];
  return [
    slot(Math.min(one.anchor - half, isBar ? one.mark.times[0] : Infinity)),
    slot(Math.max(one.anchor + half, isBar ? one.mark.times[3] : -Infinity)),
  ];
}

const uuid = (text: string) => (text.replaceAll("-", "").match(/../g) ?? []).map((byte) => parseInt(byte, 16));

function encode(
  record: FakeRecord,
  grid: Grid,
  request: FrameRequest,
  drawn: Laned[],
  undated: Laned[],
  cells: { lane: number; bucket: number; count: number; balance: number }[],
  place: Map<number, number>,
): ArrayBuffer {
  const marks = [...drawn, ...undated];
  const index = new Map(drawn.map((one, at) => [one.mark.id, at]));
  const links = record.links.filter((link) => index.has(link.from) && index.has(link.to));
  const ties = record.ties.filter((tie) => tie.start < grid.end && tie.end >= grid.start && (place.has(tie.from) || place.has(tie.to)));
  const refs = marks.flatMap((one) => one.lanes);
  const perLane = (count: (lane: number) => number) => request.lanes.map((_, lane) => count(lane));
  const on = (list: Laned[], lane: number) => list.filter((one) => one.lanes.some(([at]) => at === lane)).length;
  let total = 0;
  const starts = [0, ...marks.map((one) => (total += one.lanes.length))];
  const out: ArrayBuffer[] = [];
  const add = (array: { buffer: ArrayBufferLike }) => out.push(array.buffer as ArrayBuffer);
  add(new Uint8Array([0x53, 0x4d, 0x54, 0x46]));
  add(new Uint32Array([1]));
  add(new Float64Array([grid.start, grid.step]));
  add(
    new Uint32Array([
      grid.buckets,
      request.lanes.length,
      marks.length,
      undated.length,
      refs.length,
      cells.length,
      links.length,
      ties.length,
      0,
      request.depth,
    ]),
  );
  add(new Float64Array(marks.flatMap((one) => one.mark.times)));
  add(new Float64Array(marks.map((one) => one.anchor)));
  add(new Float64Array(ties.flatMap((tie) => [tie.start, tie.start, tie.end, tie.end])));
  add(new Uint8Array(marks.flatMap((one) => uuid(one.mark.id))));
  add(new Uint8Array(ties.flatMap((tie) => uuid(tie.id))));
  add(new Float32Array(marks.map((one) => one.mark.weight)));
  add(new Uint32Array(starts));
  add(new Uint32Array(cells.map((cell) => cell.count)));
  add(new Float32Array(cells.map((cell) => cell.balance)));
  add(new Uint32Array(links.map((link) => index.get(link.from)!)));
  add(new Uint32Array(links.map((link) => index.get(link.to)!)));
  add(
    new Uint32Array(
      perLane((lane) => on(drawn, lane) + cells.filter((cell) => cell.lane === lane).reduce((sum, cell) => sum + cell.count, 0)),
    ),
  );
  add(new Uint32Array(perLane((lane) => on(undated, lane))));
  add(new Uint16Array(marks.map((one) => rankOf(one.mark))));
  add(new Uint16Array(marks.map((one) => one.mark.kind)));
  add(new Uint16Array(marks.map((one) => one.buckets[0])));
  add(new Uint16Array(marks.map((one) => one.buckets[1])));
  add(new Uint16Array(refs.map(([lane]) => lane)));
  add(new Uint16Array(cells.map((cell) => cell.lane)));
  add(new Uint16Array(cells.map((cell) => cell.bucket)));
  add(new Uint16Array(ties.map((tie) => place.get(tie.from) ?? 0xffff)));
  add(new Uint16Array(ties.map((tie) => place.get(tie.to) ?? 0xffff)));
  add(new Uint8Array(marks.map((one) => statuses.indexOf(one.mark.status))));
  add(new Uint8Array(marks.map((one) => one.mark.flags)));
  add(new Uint8Array(refs.map(([, roles]) => roles)));
  add(new Uint8Array(links.map((link) => linkKinds.indexOf(link.kind))));
  add(new Uint8Array(ties.map((tie) => tieKinds.indexOf(tie.kind))));
  add(new Int8Array(ties.map((tie) => tie.sign)));
  return joined(out);
}

function joined(parts: ArrayBuffer[]): ArrayBuffer {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part), at);
    at += part.byteLength;
  }
  return bytes.buffer;
}
