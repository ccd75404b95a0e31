import { beforeAll, expect, test } from "vitest";
import type { Ink } from "../../src/base/ink";
import { Frame } from "../../src/timeline/frame";
import { hitAt } from "../../src/timeline/hit";
import { laneBands } from "../../src/timeline/lanes";
import { composeScene, type Scene } from "../../src/timeline/scene";
import { TextRuler } from "../../src/timeline/text";
import type { View } from "../../src/timeline/view";
import { fakeFrame } from "./fake-frame";
import { generatedRecord, kinds, lanes, sampleRecord, type FakeRecord } from "./fake-record";
import { random } from "./random";

const ruler = new TextRuler((text) => text.length * 6.3);
const day = 86_400;
const visibleWidth = 1_000;

/** A scene of a record, in a view of `days` around a second. */
function compose(record: FakeRecord, middle: number, days: number, height: number, withTies: boolean, chosen?: string): Scene {
  const bands = laneBands(lanes.length, height, withTies);
  const span = days * day;
  const start = middle - span / 2;
  const frame = new Frame(
    fakeFrame(record, {
      start,
      end: start + span,
      widthPx: visibleWidth,
      lanes: lanes.map((lane) => lane.key),
      depth: bands.depth,
      chosen,
    }),
  );
  const view: View = { start: start - span / 2, secondsPerPx: span / visibleWidth, width: 2 * visibleWidth };
  const byId = new Map(record.marks.map((mark) => [mark.id, mark]));
  return composeScene({
    frame,
    view,
    visible: [visibleWidth / 2, visibleWidth * 1.5],
    lanes: bands,
    kinds,
    withLinks: true,
    withTies,
    chosen,
    ruler,
    words: (id) => {
      const mark = byId.get(id)!;
      return {
        id,
        title: mark.title,
        date: mark.edtf,
        kind: "",
        icon: "",
        status: mark.status,
        place: undefined,
        actors: [],
        weight: mark.weight,
      };
    },
    countText: String,
    ink: { sans: "sans" } as Ink,
  });
}

const newest = Date.UTC(2026, 0, 8) / 1_000;

/** Many pictures: records, ranges, heights, with ties and without. */
let scenes: Scene[];
beforeAll(() => void (scenes = [...compositions()]), 60_000);

function* compositions(): Generator<Scene> {
  const next = random(7);
  const records = [sampleRecord(), generatedRecord(40), generatedRecord(400), generatedRecord(3_000)];
  for (let round = 0; round < 60; round += 1) {
    const record = records[round % records.length]!;
    yield compose(record, newest - next() ** 2 * 9_000 * day, 2 ** (1 + next() * 13), 330 + next() * 600, next() < 0.5);
  }
}

const overlap = (a: { x: number; y: number; width: number; height: number }, b: typeof a) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

test("no two nodes on a track overlap, and none leaves its lane", () => {
  let [overlapping, outside] = [0, 0];
  for (const scene of scenes) {
    const tracks = new Map<string, number[]>();
    for (const placed of scene.placed) {
      for (const node of placed.nodes) {
        const band = scene.lanes.bands[node.lane]!;
        if (node.y - placed.radius < band.top || node.y + placed.radius > band.top + band.height) outside += 1;
        const key = `${node.lane}/${node.y}`;
        const others = tracks.get(key) ?? [];
        overlapping += others.filter((x) => Math.abs(x - placed.x) < 9).length;
        tracks.set(key, [...others, placed.x]);
      }
    }
  }
  expect({ overlapping, outside }).toEqual({ overlapping: 0, outside: 0 });
});

/** How far a node may be drawn from its moment: what a sum of floating-point numbers leaves. */
const hair = 1e-6;

test("the pixel of every node is the pixel of its instant, and lies inside its own bar", () => {
  const faults = { seen: 0, moved: 0, outOfBar: 0 };
  for (const scene of scenes) {
    const pixel = (second: number) => (second - scene.view.start) / scene.view.secondsPerPx;
    for (const { mark, x } of scene.placed) {
      faults.seen += 1;
      if (!(Math.abs(x - pixel(scene.frame.anchors[mark]!)) <= hair * Math.max(1, Math.abs(x)))) faults.moved += 1;
      const { startEarliest, endLatest } = scene.frame.timesOf(mark);
      if (x < pixel(startEarliest) - hair || x > pixel(endLatest) + hair) faults.outOfBar += 1;
    }
  }
  expect(faults.seen).toBeGreaterThan(2_000);
  expect({ ...faults, seen: 0 }).toEqual({ seen: 0, moved: 0, outOfBar: 0 });
});

test("labels overlap neither each other nor any node, and stay in a lane and out of the edges of the screen", () => {
  const faults = { seen: 0, onLabel: 0, onNode: 0, outOfLane: 0, atEdge: 0 };
  for (const scene of scenes) {
    const nodes = scene.placed.flatMap((placed) =>
      placed.nodes.map((node) => ({
        x: placed.x - placed.radius,
        y: node.y - placed.radius,
        width: 2 * placed.radius,
        height: 2 * placed.radius,
      })),
    );
    scene.labels.forEach(({ box }, at) => {
      faults.seen += 1;
      faults.onLabel += scene.labels.slice(at + 1).filter((other) => overlap(box, other.box)).length;
      faults.onNode += nodes.filter((node) => overlap(box, node)).length;
      const isInLane = scene.lanes.bands.some((band) => box.y >= band.top && box.y + box.height <= band.top + band.height);
      if (!isInLane || box.x < 0 || box.x + box.width > scene.view.width) faults.outOfLane += 1;
      if ([500, 1_500].some((edge) => box.x < edge && box.x + box.width > edge)) faults.atEdge += 1;
    });
  }
  expect(faults.seen).toBeGreaterThan(300);
  expect({ ...faults, seen: 0 }).toEqual({ seen: 0, onLabel: 0, onNode: 0, outOfLane: 0, atEdge: 0 });
});

test("the counters add up to what the frame counts, where all find room", () => {
  const scene = compose(generatedRecord(3_000), newest - 4_000 * day, 8_000, 900, false);
  const counted = scene.frame.cellCounts.reduce((sum, count) => sum + count, 0);
  const shown = scene.counters.reduce((sum, counter) => sum + Number(counter.text.replace("+ ", "")), 0);
  expect(counted).toBeGreaterThan(0);
  expect(shown).toBeLessThanOrEqual(counted);
});

test("the most important label is there, and every label says its date", () => {
  const scene = compose(sampleRecord(), newest, 180, 660, false);
  expect(scene.labels[0]?.lines.join(" ")).toBe("Lee Jae Myung – Xi Jinping summit in Beijing");
  expect(scene.labels.every((label) => label.date !== "")).toBe(true);
});

test("what is selected is drawn and labelled on the screen, whatever the crowd", () => {
  const next = random(11);
  for (const record of [sampleRecord(), generatedRecord(400), generatedRecord(3_000)]) {
    const dated = record.marks.filter((mark) => Number.isFinite(mark.times[0]));
    for (let round = 0; round < 12; round += 1) {
      const mark = dated[Math.floor(next() * dated.length)]!;
      const scene = compose(record, mark.times[0] + day / 2, 2 ** (3 + next() * 10), 330 + next() * 600, false, mark.id);
      const label = scene.labels.find((one) => scene.frame.id(one.mark) === mark.id);
      expect(label, mark.title).toBeDefined();
      expect(label!.box.x).toBeGreaterThanOrEqual(500);
      expect(label!.box.x + label!.box.width).toBeLessThanOrEqual(1_500);
    }
  }
});

test("threads of one instant bow apart between their nodes", () => {
  const scene = compose(sampleRecord(), newest, 60, 660, false);
  const threads = scene.placed.filter(({ nodes }) => nodes.length > 1);
  const together = threads.flatMap((one, at) =>
    threads.slice(at + 1).flatMap((other) => (one.x === other.x ? [[one, other] as const] : [])),
  );
  const meets = together.filter(([one, other]) => one.nodes[0]!.y < other.nodes.at(-1)!.y && other.nodes[0]!.y < one.nodes.at(-1)!.y);
  expect(meets.length).toBeGreaterThan(0);
  expect(meets.filter(([one, other]) => Math.abs(one.bow - other.bow) < 4)).toEqual([]);
});

test("a node, a thread, a label and a column of counts can be hit", () => {
  const scene = compose(sampleRecord(), newest, 180, 660, true);
  const summit = scene.placed.find((placed) => scene.frame.id(placed.mark).endsWith("01"))!;
  const hit = (x: number, y: number) => hitAt(scene, x, y);
  expect(hit(summit.x + 3, summit.nodes[0]!.y + 3)).toEqual({ what: "mark", placed: summit });
  const label = scene.labels[0]!;
  expect(hit(label.box.x + label.box.width - 2, label.box.y + 2)).toEqual({ what: "mark", placed: summit });
  expect(hit(scene.view.width - 5, scene.lanes.bands[5]!.top + 3)).toBeUndefined();
  expect(hit(60, scene.lanes.bands[4]!.ribbons + 1)).toMatchObject({ what: "tie" });
  const crowd = compose(generatedRecord(3_000), newest, 9_000, 660, false);
  const [lane, bucket] = [crowd.frame.cellLane[0]!, crowd.frame.cellBucket[0]!];
  const x = (crowd.frame.start + (bucket + 0.5) * crowd.frame.bucketSeconds - crowd.view.start) / crowd.view.secondsPerPx;
  expect(hitAt(crowd, x, crowd.lanes.bands[lane]!.foot - 1)).toEqual({ what: "counted", cell: 0 });
});
