import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { gradeText } from "../src/widgets/grade";
import { GridCursor } from "../src/widgets/grid.svelte";
import { kindIcons } from "../src/widgets/kind-icons";
import { PaneSize } from "../src/widgets/pane-size.svelte";
import { timeLeftText } from "../src/widgets/progress";
import { ToastQueue } from "../src/base/toasts.svelte";

const ontology = import.meta.glob<string>("../../data/ontology/*.toml", { eager: true, query: "?raw", import: "default" });

test("every icon the ontology names can be drawn", () => {
  const named = Object.values(ontology).flatMap((toml) => [...toml.matchAll(/^icon = "([^"]+)"/gm)].map(([, name]) => name!));
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((name) => !(name in kindIcons))).toEqual([]);
});

describe("grid cursor", () => {
  const size = { rows: 100, columns: 4, page: 20 };
  const after = (...keys: [string, boolean?][]) => {
    const cursor = new GridCursor();
    for (const [key, mod] of keys) cursor.move(key, mod ?? false, size);
    return [cursor.row, cursor.column];
  };

  test("moves within the grid and up into the head", () => {
    expect(after(["ArrowUp"], ["ArrowUp"])).toEqual([-1, 0]);
    expect(after(["PageDown"], ["PageDown"], ["ArrowRight"])).toEqual([40, 1]);
    expect(after(["End", true])).toEqual([99, 3]);
    expect(after(["End", true], ["ArrowDown"], ["Home"])).toEqual([99, 0]);
    expect(new GridCursor().move("x", false, size)).toBe(false);
  });

  test("stays in the head of an empty grid", () => {
    const cursor = new GridCursor();
    cursor.move("ArrowDown", false, { ...size, rows: 0 });
    expect(cursor.row).toBe(-1);
  });
});

test("a pane keeps its size, and closes when dragged nearly shut", () => {
  const bounds = { least: 200, most: 400, usual: 260 };
  const pane = new PaneSize("filter", bounds);
  pane.resize(900);
  expect(pane.px).toBe(400);
  pane.resize(90);
  expect(pane.open).toBe(false);
  const again = new PaneSize("filter", bounds);
  expect([again.px, again.open]).toEqual([400, false]);
});

describe("toasts", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("leave by themselves, problems stay", () => {
    const queue = new ToastQueue();
    queue.say("Saved");
    queue.warn("The disk is full.");
    vi.advanceTimersByTime(7000);
    expect(queue.shown.map(({ text }) => text)).toEqual(["The disk is full."]);
  });

  test("wait while the pointer rests on them", () => {
    const queue = new ToastQueue();
    queue.say("Saved");
    queue.hold();
    vi.advanceTimersByTime(60_000);
    expect(queue.shown).toHaveLength(1);
    queue.release();
    vi.advanceTimersByTime(7000);
    expect(queue.shown).toHaveLength(0);
  });

  test("run their act once", () => {
    const queue = new ToastQueue();
    let undone = 0;
    queue.say("Removed 3 drafts", { label: "Undo", run: () => (undone += 1) });
    queue.act(queue.shown[0]!);
    expect([undone, queue.shown.length]).toEqual([1, 0]);
  });
});

test("grades and estimates in words", () => {
  expect(gradeText("B", 2)).toBe("Usually reliable, probably true");
  expect(gradeText("F", "")).toBe("Reliability cannot be judged");
  expect(timeLeftText(31)).toBe("about 35 s left");
  expect(timeLeftText(130)).toBe("about 2 min left");
});
