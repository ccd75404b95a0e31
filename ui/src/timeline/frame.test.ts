import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { flag, Frame } from "./frame";

function fixture(): ArrayBuffer {
  const file = readFileSync("src/timeline/fixtures/frame.bin");
  return new Uint8Array(file).buffer;
}

const day = 86_400;
const id = (number: number) => `00000000-0000-0000-0000-${number.toString(16).padStart(12, "0")}`;

test("reads what the core wrote", () => {
  const frame = new Frame(fixture());
  expect(frame).toMatchObject({ lanes: 4, marks: 10, undated: 1, links: 1, ties: 1, elsewhere: 0, depth: 4 });
  expect(frame.id(9)).toBe(id(1));
  expect(frame.anchors[9]).toBeNaN();
  const marks = Array.from({ length: frame.dated }, (_, mark) => mark);
  const warning = marks.find((mark) => frame.id(mark) === id(2))!;
  expect(frame.status(warning)).toBe("announced");
  expect(frame.flags[warning]).toBe(flag.contested | flag.statement);
  expect(frame.weights[warning]).toBe(-6.5);
  expect(frame.salience(warning)).toBe(52);
  expect(frame.timesOf(warning)).toEqual({
    startEarliest: 6 * day,
    startLatest: 7 * day - 1,
    endEarliest: 6 * day,
    endLatest: 7 * day - 1,
  });
  const stay = marks.find((mark) => frame.id(mark) === id(3))!;
  expect(frame.timesOf(stay)).toEqual({ startEarliest: 10 * day, startLatest: 11 * day - 1, endEarliest: Infinity, endLatest: Infinity });
  expect([...frame.laneOf.subarray(frame.laneStart[stay], frame.laneStart[stay + 1])]).toEqual([0, 3]);
});

test("links and ties name marks and lanes of the frame", () => {
  const frame = new Frame(fixture());
  expect(frame.linkKind(0)).toBe("contradicts");
  expect([frame.id(frame.linkFrom[0]!), frame.id(frame.linkTo[0]!)]).toEqual([id(5), id(4)]);
  expect(frame.tieKind(0)).toBe("dispute");
  expect(frame.tieSigns[0]).toBe(-1);
  expect(frame.tieLanes(0)).toEqual([3, undefined]);
  expect(frame.tieId(0)).toBe(id(77));
});

test("what is drawn and what is counted add up to what is there", () => {
  const frame = new Frame(fixture());
  const sums = new Array<number>(frame.lanes).fill(0);
  for (let cell = 0; cell < frame.cells; cell += 1) sums[frame.cellLane[cell]!]! += frame.cellCounts[cell]!;
  for (let at = 0; at < frame.laneStart[frame.dated]!; at += 1) sums[frame.laneOf[at]!]! += 1;
  expect(sums).toEqual([...frame.inRange]);
  expect([...frame.undatedIn]).toEqual([0, 1, 0, 1]);
});

test("refuses bytes that are no frame, of another layout, or cut short", () => {
  expect(() => new Frame(new ArrayBuffer(3))).toThrow();
  expect(() => new Frame(new ArrayBuffer(64))).toThrow("no timeline frame");
  const other = fixture();
  new DataView(other).setUint32(4, 99, true);
  expect(() => new Frame(other)).toThrow("another layout");
  expect(() => new Frame(fixture().slice(0, -3))).toThrow();
});

test("a code that is on no list is an error that says so, not another word", () => {
  const bytes = fixture();
  // The kinds of ties and their signs are the last bytes of a frame.
  new DataView(bytes).setUint8(bytes.byteLength - 2, 99);
  expect(() => new Frame(bytes).tieKind(0)).toThrow("code 99, which this window does not know");
});
