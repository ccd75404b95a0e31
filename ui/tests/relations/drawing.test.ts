import { expect, test } from "vitest";
import { fitted, panned, toScreen, zoomed } from "../../src/relations/camera";
import { focusOf } from "../../src/relations/focus";
import { ahead, hitAt } from "../../src/relations/hit";
import { disorder, layOut, type LayoutRequest } from "../../src/relations/layout";
import { matrixOf, orderOf, shown } from "../../src/relations/matrix";
import type { Picture, Relation } from "../../src/relations/picture";
import { PlaceKeeper } from "../../src/relations/places";
import { composeScene, type Scene } from "../../src/relations/scene";
import { seriate } from "../../src/relations/seriation";
import { mixed, toneGround } from "../../src/relations/tints";
import { nearest, toneLine } from "../../src/relations/tone-line";
import { relationsOn as on } from "../sample";
import { crowd } from "./crowd";

const size = { width: 800, height: 500 };
const pictureOn = (day: string): Picture => ({ countries: on(day).countries, relations: on(day).dyads });

function request({ countries, relations }: Picture, fixed: LayoutRequest["fixed"] = {}): LayoutRequest {
  const codes = countries.map(({ code }) => code).sort();
  return { codes, links: relations.map(({ a, b, tone }) => ({ a: codes.indexOf(a), b: codes.indexOf(b), tone })), fixed };
}

function sceneOf(picture: Picture): Scene {
  const points = layOut(request(picture));
  const places = new Map(request(picture).codes.map((code, at) => [code, points[at]!]));
  return composeScene({ picture, places, camera: fitted(points, size), size, widthOf: (text) => text.length * 6.5 });
}

test("the same countries are laid out the same way, none on another", () => {
  const first = layOut(request(pictureOn("2026-01-08")));
  expect(layOut(request(pictureOn("2026-01-08")))).toEqual(first);
  first.forEach((one, at) =>
    first.slice(at + 1).forEach((other) => expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(60)),
  );
});

test("a layout of few countries is among the clearest of its beginnings", () => {
  const wish = request(pictureOn("2026-01-08"));
  const ring = wish.codes.map((_, at) => ({ x: 150 * Math.cos(at), y: 130 * Math.sin(at) }));
  expect(disorder(layOut(wish), wish.links)).toBeLessThan(disorder(ring, wish.links));
});

test("friends are nearer than foes", () => {
  const picture = crowdPicture(40, 300);
  const points = layOut(request(picture));
  const codes = request(picture).codes;
  const far = ({ a, b }: Relation) =>
    Math.hypot(points[codes.indexOf(a)]!.x - points[codes.indexOf(b)]!.x, points[codes.indexOf(a)]!.y - points[codes.indexOf(b)]!.y);
  const mean = (all: Relation[]) => all.reduce((sum, relation) => sum + far(relation), 0) / all.length;
  expect(mean(picture.relations.filter(({ tone }) => tone > 3))).toBeLessThan(0.8 * mean(picture.relations.filter(({ tone }) => tone < 0)));
});

function crowdPicture(countries: number, pairs: number): Picture {
  const answer = crowd(countries, pairs);
  return { countries: answer.countries, relations: answer.dyads };
}

test("a country keeps its place when dates change and others come", async () => {
  const keeper = new PlaceKeeper(async (wish) => layOut(wish));
  const before = new Map(await keeper.placesOf(["CHN", "JPN", "KOR"], []));
  const after = await keeper.placesOf(["CHN", "JPN", "KOR", "USA"], [{ a: "KOR", b: "USA", tone: 6 }]);
  for (const [code, point] of before) expect(after.get(code)).toEqual(point);
  expect(after.get("USA")).toBeDefined();
  expect(await keeper.placesOf(["CHN", "KOR"], [])).toBe(after);
});

test("two layouts asked for at once do not disagree", async () => {
  let running = 0;
  const keeper = new PlaceKeeper(async (wish) => {
    running += 1;
    expect(running).toBe(1);
    await Promise.resolve();
    running -= 1;
    return layOut(wish);
  });
  const [one, other] = await Promise.all([keeper.placesOf(["CHN", "JPN"], []), keeper.placesOf(["CHN", "JPN", "KOR"], [])]);
  expect(other.get("CHN")).toEqual(one.get("CHN"));
});

test("all countries are in view when the picture is fitted, in rooms of any shape", () => {
  const points = layOut(request(pictureOn("2026-01-08")));
  for (const room of [size, { width: 276, height: 600 }, { width: 1400, height: 300 }]) {
    for (const point of points.map((one) => toScreen(fitted(points, room), room, one))) {
      expect(point.x).toBeGreaterThanOrEqual(0);
      expect(point.x).toBeLessThanOrEqual(room.width);
      expect(point.y).toBeGreaterThanOrEqual(0);
      expect(point.y).toBeLessThanOrEqual(room.height);
    }
  }
  expect(fitted([], size).scale).toBe(1);
});

test("zooming leaves the point under the pointer where it is, panning moves all alike", () => {
  const camera = { x: 10, y: -5, scale: 1.5, stretch: 0.8 };
  const point = { x: 120, y: 60 };
  const at = toScreen(camera, size, point);
  expect(toScreen(zoomed(camera, size, at, 1.7), size, point).x).toBeCloseTo(at.x, 9);
  expect(toScreen(zoomed(camera, size, at, 1.7), size, point).y).toBeCloseTo(at.y, 9);
  expect(toScreen(panned(camera, 30, -12), size, point)).toEqual({ x: expect.closeTo(at.x + 30, 9), y: expect.closeTo(at.y - 12, 9) });
});

test("names and numbers overlap neither each other nor a flag", () => {
  for (const picture of [pictureOn("2026-01-08"), crowdPicture(24, 90), crowdPicture(60, 400)]) {
    const { nodes, edges } = sceneOf(picture);
    const boxes = [
      ...nodes.map(({ at, width, height }) => ({
        left: at.x - width / 2,
        right: at.x + width / 2,
        top: at.y - height / 2,
        bottom: at.y + height / 2,
        own: true,
      })),
      ...nodes.flatMap(({ name }) => (name ? [{ ...name.box, own: false }] : [])),
      ...edges.flatMap(({ label }) =>
        label ? [{ left: label.at.x - 12, right: label.at.x + 12, top: label.at.y - 7, bottom: label.at.y + 7, own: false }] : [],
      ),
    ];
    boxes.forEach((one, at) =>
      boxes.slice(at + 1).forEach((other) => {
        if (one.own && other.own) return;
        expect(one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom).toBe(false);
      }),
    );
    expect(edges.filter(({ label }) => label).length).toBeGreaterThan(3);
  }
});

test("edges that rest on standing ties alone are dashed, and a busy pair is wider than a quiet one", () => {
  const { edges } = sceneOf(pictureOn("2026-01-08"));
  const edge = (key: string) => edges.find((one) => one.key === key)!;
  expect(edge("KOR-TWN").dashed).toBe(true);
  expect(edge("CHN-KOR").dashed).toBe(false);
  expect(edge("CHN-KOR").width).toBeGreaterThan(edge("CHN-PRK").width);
});

test("a press finds the country before the relation, and the nearest relation", () => {
  const scene = sceneOf(pictureOn("2026-01-08"));
  const china = scene.nodes.find(({ country }) => country.code === "CHN")!;
  expect(hitAt(scene, china.at)).toMatchObject({ what: "country", node: { country: { code: "CHN" } } });
  for (const edge of scene.edges.filter(({ label }) => label)) expect(hitAt(scene, edge.label!.at)?.what).toBe("relation");
  expect(hitAt(scene, { x: -500, y: -500 })).toBeUndefined();
});

test("arrows go to the nearest country ahead", () => {
  const others = [{ at: { x: 100, y: 5 } }, { at: { x: 60, y: 80 } }, { at: { x: -10, y: 0 } }];
  expect(ahead({ x: 0, y: 0 }, others, "right")).toBe(others[0]);
  expect(ahead({ x: 0, y: 0 }, others, "down")).toBe(others[1]);
  expect(ahead({ x: 0, y: 0 }, others, "left")).toBe(others[2]);
  expect(ahead({ x: 0, y: 0 }, others, "up")).toBeUndefined();
});

test("a country stands out with its relations, a triad with those among the three", () => {
  const scene = sceneOf(pictureOn("2026-01-08"));
  expect([...focusOf(scene, "PRK", undefined)!.edges].sort()).toEqual(["CHN-PRK", "KOR-PRK"]);
  expect([...focusOf(scene, undefined, ["CHN", "JPN", "KOR"])!.edges].sort()).toEqual(["CHN-JPN", "CHN-KOR", "JPN-KOR"]);
  expect(focusOf(scene, undefined, undefined)).toBeUndefined();
  expect(focusOf(scene, "FRA", undefined)).toBeUndefined();
});

test("seriation brings camps together, whatever the order of the codes", () => {
  const camps = { A: ["KOR", "USA", "JPN"], B: ["CHN", "PRK", "RUS"] };
  const all = [...camps.A, ...camps.B];
  const relations = all.flatMap((a, at) =>
    all.slice(at + 1).map((b) => ({ a, b, tone: camps.A.includes(a) === camps.A.includes(b) ? 6 : -5 })),
  );
  const order = seriate(all, relations);
  expect(seriate([...all].reverse(), [...relations].reverse())).toEqual(order);
  expect(new Set(order.slice(0, 3))).toEqual(new Set(camps.A.includes(order[0]!) ? camps.A : camps.B));
  expect(seriate([], [])).toEqual([]);
});

test("the matrix reads the same from both sides and keeps its order over dates", () => {
  const order = orderOf(pictureOn("2027-12-31"));
  const matrix = matrixOf(pictureOn("2026-01-08"), order);
  const at = (code: string) => matrix.countries.findIndex((country) => country.code === code);
  expect(matrix.relation(at("CHN"), at("JPN"))).toBe(matrix.relation(at("JPN"), at("CHN")));
  expect(matrix.relation(at("CHN"), at("CHN"))).toBeUndefined();
  expect(matrix.countries.map(({ code }) => code)).toEqual(order.filter((code) => at(code) >= 0));
  expect(shown(0, 280, 28, 200)).toEqual([0, 11]);
  expect(shown(2_800, 280, 28, 105)).toEqual([99, 105]);
});

test("the tone line spans its room, with zero in the middle and dates that do not collide", () => {
  const series = Array.from({ length: 121 }, (_, at) => ({
    day: new Date(Date.UTC(2024, 0, 1) + at * 6 * 86_400_000).toISOString().slice(0, 10),
    tone: at / 6 - 10,
    intensity: 1,
  }));
  const line = toneLine(series, [{ reference: "event:1", title: "", when: null, day: series[60]!.day, weight: 1, plan: false }], {
    width: 360,
    height: 172,
  });
  expect(line.points[0]!.x).toBeLessThan(line.points.at(-1)!.x);
  expect(line.points[60]!.y).toBeCloseTo(line.zero, 0);
  expect(line.ticks[0]!.x).toBe(line.points[60]!.x);
  line.dates.slice(1).forEach((date, at) => expect(date.x - line.dates[at]!.x).toBeGreaterThan(36));
  expect(line.dates.some(({ text, isYear }) => isYear && text === "2025")).toBe(true);
  expect(nearest(line, line.points[42]!.x + 0.4)).toBe(42);
  expect(toneLine([], [], { width: 0, height: 0 }).points).toEqual([]);
});

test("a stronger tone has a stronger ground, and none has none", () => {
  const share = (tone: number) => Number(/ (\d+)%/.exec(toneGround(tone))?.[1] ?? 0);
  expect(toneGround(0)).toBe("transparent");
  expect(share(-1)).toBeLessThan(share(-4));
  expect(share(30)).toBeLessThanOrEqual(54);
  expect(mixed("#000000", "#ffffff", 0.5)).toBe("rgb(128 128 128)");
});
