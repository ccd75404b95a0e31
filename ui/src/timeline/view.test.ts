import { expect, test } from "vitest";
import { random } from "../../tests/timeline/random";
import { heart } from "./strip";
import { TextRuler } from "./text";
import { endOf, fitted, panned, secondAt, showing, spanOf, xOf, zoomed } from "./view";

test("a zoom keeps the second under the pointer, to the limits and back", () => {
  const next = random(3);
  let view = fitted(0, 1e9, 800);
  for (let round = 0; round < 2_000; round += 1) {
    const x = next() * 800;
    const before = secondAt(view, x);
    view = zoomed(view, x, Math.exp((next() - 0.5) * 3));
    expect(Math.abs(xOf(view, before) - x)).toBeLessThan(0.01);
    expect(spanOf(view)).toBeGreaterThanOrEqual(7_199);
    expect(spanOf(view)).toBeLessThanOrEqual(1.0001e19);
  }
});

test("a fitted range is all on screen, even when it is a moment", () => {
  for (const [start, end] of [
    [0, 1e6],
    [-5e12, 5e15],
    [7, 7],
  ] as const) {
    const view = fitted(start, end, 640);
    expect(view.start).toBeLessThan(start);
    expect(endOf(view)).toBeGreaterThan(end);
  }
});

test("showing scrolls no further than needed", () => {
  const view = fitted(0, 1_000_000, 500);
  expect(showing(view, 500_000, 50)).toEqual(view);
  expect(xOf(showing(view, -9e6, 50), -9e6)).toBeCloseTo(50);
  expect(xOf(showing(view, 9e6, 50), 9e6)).toBeCloseTo(450);
  expect(panned(view, 10).start).toBeLessThan(view.start);
});

test("first shown is where most events lie close together, with air for the labels of the last", () => {
  const strip = (counts: number[]) => ({ start: 0, end: counts.length, counts, balances: counts, undated: 0 });
  const even = new Array<number>(100).fill(5);
  expect(heart(strip(even))).toEqual([0, 100]);
  const late = [1, ...new Array<number>(79).fill(0), ...new Array<number>(20).fill(9)];
  const [from, to] = heart(strip(late));
  expect(from).toBeGreaterThanOrEqual(80);
  expect(to - from).toBeCloseTo(1.12 * 16);
  expect(heart(strip([0]))).toEqual([0, 1]);
  expect(heart(strip([7]))).toEqual([0, 1]);
});

test("texts are cut and wrapped to their room, and measured once", () => {
  let measured = 0;
  const ruler = new TextRuler((text) => {
    measured += 1;
    return text.length * 10;
  });
  expect(ruler.fitted("a short one", "f", 200)).toBe("a short one");
  expect(ruler.fitted("a long title that does not fit", "f", 120)).toBe("a long titl…");
  expect(ruler.fitted("anything", "f", 25)).toBe("");
  const lines = ruler.wrapped("a long title that does not fit", "f", 200);
  expect(lines).toEqual(["a long title", "that does not fit"]);
  expect(ruler.wrapped("정상회담정상회담정상회담정상회담정상회담정상회담", "f", 120)).toHaveLength(1);
  const before = measured;
  ruler.width("a short one", "f");
  expect(measured).toBe(before);
});
