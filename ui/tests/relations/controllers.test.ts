import { beforeEach, expect, test, vi } from "vitest";
import { carryBy } from "../../src/api";
import { toneText } from "../../src/base/tone";
import { AssessmentForm } from "../../src/features/relations/assessment.svelte";
import { RelationsBoard } from "../../src/features/relations/board.svelte";
import { Paced } from "../../src/features/relations/paced";
import { Player, type Film } from "../../src/features/relations/player.svelte";
import { DyadSheetState } from "../../src/features/relations/sheet.svelte";
import { narrowed, shownPicture } from "../../src/features/relations/shown";
import { sorted } from "../../src/features/relations/sorting";
import { stepped } from "../../src/features/relations/steps";
import { sides } from "../../src/features/relations/triads";
import { yearMarks } from "../../src/features/relations/years";
import { idOf } from "../../src/forms";
import { session } from "../../src/state";
import { FakeHost } from "../fake-host";
import { relationsOn } from "../sample";
import { crowd } from "./crowd";

let core: FakeHost;
const now = { as_of: "2026-01-08", known_on: null, language: "en" as const };

beforeEach(() => {
  core = new FakeHost();
  carryBy(core.call);
});

test("the board shows a date with places from the whole record, known on a day", async () => {
  const board = new RelationsBoard();
  void board.survey("2027-12-31", "2026-01-01", "en");
  await board.load({ ...now, as_of: "2020-01-01", known_on: "2026-01-01" });
  expect(core.requests("relations")).toContainEqual({ as_of: "2020-01-01", known_on: "2026-01-01", language: "en" });
  const before = board.places;
  expect(before.size).toBe(6);
  await board.load(now);
  expect(board.places).toBe(before);
  expect(board.now?.as_of).toBe("2026-01-08");
});

test("many countries are offered as a matrix first, until another face is chosen", async () => {
  const board = new RelationsBoard();
  expect(board.face).toBe("graph");
  carryBy(new FakeHost({ relations: () => crowd(13, 40) }).call);
  await board.survey("2027-12-31", null, "en");
  expect(board.face).toBe("matrix");
  board.choose("graph");
  expect(board.face).toBe("graph");
  expect(new RelationsBoard().face).toBe("graph");
});

test("the sheet opens with a dyad, stays beside its events, and closes when the dyad is let go", () => {
  const board = new RelationsBoard();
  board.follow("dyad:CHN-JPN");
  expect(board.sheet).toBe("CHN-JPN");
  board.follow("event:4");
  expect(board.sheet).toBe("CHN-JPN");
  board.follow(null);
  expect(board.sheet).toBe("CHN-JPN");
  board.follow("dyad:KOR-USA");
  board.follow(null);
  expect(board.sheet).toBeNull();
});

test("a failed request is told and leaves the picture that stands", async () => {
  const board = new RelationsBoard();
  await board.load(now);
  carryBy(
    new FakeHost({
      relations: () => {
        throw { code: "io", message: "disk", hint: null, field: null, why: null };
      },
    }).call,
  );
  await board.load({ ...now, as_of: "2025-01-01" });
  expect(board.now?.as_of).toBe("2026-01-08");
});

test("while one request runs only the newest waits", async () => {
  const ran: number[] = [];
  let go: () => void = () => undefined;
  const paced = new Paced<number>(
    (request) =>
      new Promise((resolve) => {
        ran.push(request);
        go = resolve;
      }),
  );
  const ended = [1, 2, 3].map((request) => paced.ask(request));
  go();
  await vi.waitFor(() => expect(ran).toEqual([1, 3]));
  go();
  await Promise.all(ended);
  expect(ran).toEqual([1, 3]);
});

test("absent countries stay in the picture; the filter's countries narrow it", () => {
  const early = relationsOn("2016-01-01");
  const whole = relationsOn(now.as_of);
  const picture = shownPicture({ now: early, whole });
  expect(picture.countries.map(({ code }) => code).sort()).toEqual(whole.countries.map(({ code }) => code).sort());
  expect(picture.relations).toEqual(early.dyads);
  const all = { countries: whole.countries, relations: whole.dyads };
  const referenceOf = (code: string) => whole.countries.find((country) => country.code === code)!.reference;
  const key = ({ a, b }: { a: string; b: string }) => `${a}-${b}`;
  expect(narrowed(all, new Set([referenceOf("PRK")])).relations.map(key)).toEqual(["CHN-PRK", "KOR-PRK"]);
  expect(narrowed(all, new Set(["CHN", "JPN", "KOR"].map(referenceOf))).relations.map(key)).toEqual(["CHN-JPN", "CHN-KOR", "JPN-KOR"]);
  expect(narrowed(all, new Set(["actor:lee"]))).toEqual(all);
});

test("steps go by day, week and month, a month to its last day", () => {
  expect(stepped("2026-01-08", "day")).toBe("2026-01-09");
  expect(stepped("2026-01-08", "week", -2)).toBe("2025-12-25");
  expect(stepped("2025-12-31", "month")).toBe("2026-01-31");
  expect(stepped("2024-01-31", "month")).toBe("2024-02-29");
  expect(stepped("2026-03-31", "month", -1)).toBe("2026-02-28");
});

function filmFrom(day: string): Film & { shown: string[] } {
  const shown: string[] = [];
  return {
    shown,
    first: () => "2026-01-01",
    last: () => "2026-01-20",
    current: () => shown.at(-1) ?? day,
    calm: () => false,
    show: async (next) => void shown.push(next),
  };
}

test("playing goes step by step to the end of the record and stops there", async () => {
  vi.useFakeTimers();
  const film = filmFrom("2026-01-08");
  const player = new Player(film);
  player.choose("week");
  const played = player.play();
  await vi.runAllTimersAsync();
  await played;
  expect(film.shown).toEqual(["2026-01-15", "2026-01-20"]);
  expect(player.playing).toBe(false);
  vi.useRealTimers();
});

test("playing from the end starts at the beginning; a stop holds at once", async () => {
  vi.useFakeTimers();
  const film = filmFrom("2026-01-20");
  const player = new Player(film);
  player.choose("week");
  player.toggle();
  await vi.advanceTimersByTimeAsync(10);
  expect(film.shown).toEqual(["2026-01-01", "2026-01-08"]);
  player.toggle();
  await vi.runAllTimersAsync();
  expect(film.shown).toEqual(["2026-01-01", "2026-01-08"]);
  expect(player.playing).toBe(false);
  vi.useRealTimers();
});

test("the sheet words the date of each contribution as the record does, and what is shown adds up", async () => {
  const sheet = new DyadSheetState();
  await sheet.load({ a: "CHN", b: "JPN", ...now });
  const { working, standing, ticks } = sheet.answer!;
  const parts = working.contributions;
  for (const { event } of ticks) expect(parts.find((part) => part.event.title === event.title)?.event.detail).toBe(event.detail);
  expect(sheet.ticks).toHaveLength(parts.length);
  expect(sheet.ways.map(({ from }) => from)).toEqual(["CHN", "JPN"]);
  const shown = (value: number) => Number(toneText(value, 2).replace("−", "-"));
  const sum = (values: number[]) =>
    toneText(
      values.map(shown).reduce((total, value) => total + value, 0),
      2,
    );
  expect(sum([...parts.map(({ share }) => share), working.prior_share])).toBe(toneText(working.tone, 2));
  expect(sum(standing.map(({ share }) => share))).toBe(toneText(working.prior, 2));
  expect([...sheet.names]).toEqual([
    ["CHN", "China"],
    ["JPN", "Japan"],
  ]);
});

test("a sheet that cannot be shown says why", async () => {
  carryBy(
    new FakeHost({
      dyad: () => {
        throw { code: "not-found", message: "no actor is called “XXX”", hint: null, field: null, why: null };
      },
    }).call,
  );
  const sheet = new DyadSheetState();
  await sheet.load({ a: "CHN", b: "XXX", ...now });
  expect(sheet.answer).toBeNull();
  expect(sheet.problem).toContain("XXX");
});

test("an assessment is kept with its reason and day, and a wanting one is not sent", async () => {
  await session.start();
  const sheet = new DyadSheetState();
  await sheet.load({ a: "CHN", b: "KOR", ...now });
  const form = new AssessmentForm();
  form.start("2026-01-08", null);
  expect(await form.save(sheet.answer!)).toBe(false);
  expect(Object.keys(form.problems)).toEqual(["reason"]);
  form.reason = "x";
  form.dates.type(form, Promise.resolve(false));
  expect(await form.save(sheet.answer!)).toBe(false);
  form.dates.forget(form);
  expect(core.requests("apply")).toEqual([]);
  Object.assign(form, { on: "2026-01-08", reason: " Second summit in two months ", direction: "better" });
  expect(await form.save(sheet.answer!)).toBe(true);
  const item = {
    type: "assessment",
    id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/) as string,
    a: idOf(sheet.answer!.a.reference),
    b: idOf(sheet.answer!.b.reference),
    direction: "better",
    reason: "Second summit in two months",
    on: "2026-01-08",
  };
  expect(core.requests("apply")).toEqual([{ edit: { verb: "put", item, typing: false } }]);
  await sheet.load({ a: "CHN", b: "KOR", ...now });
  expect(sheet.answer?.assessment?.direction).toBe("better");
});

test("a refusal of the core stands at its field", async () => {
  await session.start();
  carryBy(
    new FakeHost({
      apply: () => {
        throw { code: "invalid", message: "is too long", hint: null, field: "reason", why: null };
      },
    }).call,
  );
  const sheet = new DyadSheetState();
  await sheet.load({ a: "CHN", b: "KOR", ...now });
  const form = new AssessmentForm();
  form.start("2026-01-08", null);
  form.reason = "x";
  expect(await form.save(sheet.answer!)).toBe(false);
  expect(form.problems.reason).toBe("is too long");
  expect(form.open).toBe(true);
});

test("rows are sorted by a column, equals by name", () => {
  const { dyads } = relationsOn(now.as_of);
  const byName = (one: { a: string; b: string }, other: { a: string; b: string }) => (one.a + one.b < other.a + other.b ? -1 : 1);
  const tones = sorted(dyads, { column: "tone", descending: true }, byName).map(({ tone }) => tone);
  expect(tones).toEqual([...tones].sort((one, other) => other - one));
  const silent = sorted(dyads, { column: "events", descending: false }, byName).filter(({ events }) => events === 0);
  expect(silent.map(({ a, b }) => a + b)).toEqual(["KORTWN"]);
});

test("a triad is its three dyads, each with its own tone", () => {
  expect(sides({ countries: ["KOR", "CHN", "JPN"], tones: [1, -4, 2] })).toEqual([
    { key: "CHN-KOR", a: "CHN", b: "KOR", tone: 1 },
    { key: "CHN-JPN", a: "CHN", b: "JPN", tone: -4 },
    { key: "JPN-KOR", a: "JPN", b: "KOR", tone: 2 },
  ]);
});

test("years stand below the scrubber as room allows", () => {
  expect(yearMarks("2016-07-01", "2027-12-31", 12).map(({ text }) => text)).toEqual([
    "2017",
    "2018",
    "2019",
    "2020",
    "2021",
    "2022",
    "2023",
    "2024",
    "2025",
    "2026",
    "2027",
  ]);
  expect(yearMarks("2016-07-01", "2027-12-31", 3).map(({ text }) => text)).toEqual(["2020", "2025"]);
  expect(yearMarks("2026-01-08", "2026-01-08", 8)).toEqual([]);
});
