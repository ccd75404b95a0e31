import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Painting } from "../src/base/painting";
import { underWay } from "../src/base/under-way.svelte";

let isWhole = true;
const draw = vi.fn(() => isWhole);
let painting: Painting;

beforeEach(() => {
  vi.useFakeTimers();
  isWhole = true;
  draw.mockClear();
  painting = new Painting(draw);
});

afterEach(() => {
  painting.stop();
  vi.useRealTimers();
});

const frames = (count: number) => {
  for (let frame = 0; frame < count; frame += 1) vi.advanceTimersToNextFrame();
};

test("a picture is under way until the frame after it was drawn has begun", () => {
  painting.start();
  expect([underWay.count, draw.mock.calls.length]).toEqual([1, 0]);
  frames(1);
  expect([underWay.count, draw.mock.calls.length]).toEqual([1, 1]);
  frames(1);
  expect(underWay.count).toBe(1);
  frames(1);
  expect(underWay.count).toBe(0);
});

test("what was not drawn whole stays under way until it is, or never will be", () => {
  isWhole = false;
  painting.start();
  frames(5);
  expect(underWay.count).toBe(1);
  isWhole = true;
  painting.now();
  frames(2);
  expect(underWay.count).toBe(0);

  isWhole = false;
  painting.soon();
  frames(5);
  painting.finish();
  frames(2);
  expect(underWay.count).toBe(0);
});

test("another wish while the engine paints keeps it under way", () => {
  painting.start();
  frames(2);
  painting.soon();
  frames(1);
  expect(underWay.count).toBe(1);
  frames(2);
  expect(underWay.count).toBe(0);
});

test("many wishes in a frame are one drawing, and a rest waits for the last", () => {
  painting.start();
  painting.soon();
  painting.soon();
  frames(4);
  expect(draw).toHaveBeenCalledTimes(1);
  const first = vi.fn();
  painting.afterRest(100, first);
  vi.advanceTimersByTime(80);
  painting.afterRest(100, first);
  vi.advanceTimersByTime(80);
  expect(first).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(first).toHaveBeenCalledTimes(1);
  expect(draw).toHaveBeenCalledTimes(2);
});

test("nothing is under way before there is something to draw on, nor afterwards", () => {
  painting.soon();
  painting.now();
  expect([underWay.count, draw.mock.calls.length]).toEqual([0, 0]);
  painting.start();
  painting.stop();
  frames(3);
  expect([underWay.count, draw.mock.calls.length]).toEqual([0, 0]);
});
