import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { Frame } from "./frame";
import { Frames, suits } from "./frames";
import type { FrameSource } from "./source";
import { Words } from "./words";

const bytes = () => new Uint8Array(readFileSync("src/timeline/fixtures/frame.bin")).buffer;
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const view = { start: 0, secondsPerPx: 4_320, width: 600 };

function frames(answer: () => Promise<ArrayBuffer>) {
  const asked = vi.fn((_request: unknown, signal: AbortSignal) => answer().finally(() => signal));
  const [received, failed] = [vi.fn(), vi.fn()];
  return { asked, received, failed, frames: new Frames({ frame: asked } as unknown as FrameSource, received, failed) };
}

test("a frame suits the view it was made for and small pans, not other scales", () => {
  const frame = new Frame(bytes());
  expect(suits(frame, view)).toBe(true);
  expect(suits(frame, { ...view, start: 200_000 })).toBe(true);
  expect(suits(frame, { ...view, start: 5_000_000 })).toBe(false);
  expect(suits(frame, { ...view, secondsPerPx: view.secondsPerPx * 2.2 })).toBe(false);
  expect(suits(frame, { ...view, secondsPerPx: view.secondsPerPx / 2.2 })).toBe(false);
});

test("a wish near one under way waits for it, another ends it", async () => {
  const { asked, received, frames: all } = frames(async () => bytes());
  all.fetch(view, [1], 4);
  all.fetch({ ...view, start: 1_000 }, [1], 4);
  expect(asked).toHaveBeenCalledTimes(1);
  all.fetch({ ...view, start: 9e6 }, [1], 4);
  expect(asked).toHaveBeenCalledTimes(2);
  expect(asked.mock.calls[0]![1].aborted).toBe(true);
  await settled();
  expect(received).toHaveBeenCalledTimes(1);
});

test("bytes that are no frame are a failure, not a fall", async () => {
  const { failed, received, frames: all } = frames(async () => new ArrayBuffer(9));
  all.fetch(view, [1], 4);
  await settled();
  expect(failed).toHaveBeenCalledOnce();
  expect(received).not.toHaveBeenCalled();
});

test("words are asked for once, kept, and forgotten with the record", async () => {
  const fetch = vi.fn(async (ids: readonly string[]) => ids.filter((id) => id !== "gone").map((id) => ({ id })));
  const arrived = vi.fn();
  const words = new Words(fetch, arrived);
  words.want(["a", "gone"]);
  words.want(["a", "gone"]);
  await settled();
  words.want(["a", "gone"]);
  expect(fetch).toHaveBeenCalledTimes(1);
  expect(arrived).toHaveBeenCalledTimes(1);
  expect(words.get("a")).toEqual({ id: "a" });
  words.clear();
  expect(words.get("a")).toBeUndefined();
  words.want(["a"]);
  expect(fetch).toHaveBeenCalledTimes(2);
});
