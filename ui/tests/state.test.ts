import { beforeEach, describe, expect, test, vi } from "vitest";
import { carryBy, HostError, host, Latest, type ChangeResponse, type EventsResponse, type ObstacleView } from "../src/api";
import { followAddress } from "../src/app/address";
import { matchScore, Palette } from "../src/app/palette.svelte";
import { DayForm } from "../src/app/as-of-form.svelte";
import { FilterPanelState } from "../src/app/filter-panel.svelte";
import { OverviewState } from "../src/app/overview.svelte";
import {
  asOf,
  commands,
  dayOf,
  dyadOf,
  dyadReference,
  filter,
  keepPlace,
  openItems,
  opening,
  range,
  secondsOf,
  selection,
  session,
  views,
  scope,
} from "../src/state";
import { Commands } from "../src/state/commands.svelte";
import { countedNouns } from "../src/state/counted";
import { errorText } from "../src/state/errors";
import { operationText, undoText } from "../src/state/operations";
import { barrier, whyNot } from "../src/state/writing";
import { toasts } from "../src/base/toasts.svelte";
import { dossierActs } from "../src/app/dossier-acts";
import { language } from "../src/base/language.svelte";
import { FakeHost } from "./fake-host";
import { golden, goldenChange } from "./golden";

let fake: FakeHost;

beforeEach(async () => {
  fake = new FakeHost();
  carryBy(fake.call);
  selection.reset();
  filter.clear();
  await session.start();
});

const settled = () => new Promise((done) => setTimeout(done, 0));

describe("session", () => {
  test("opens on the dossier, with all of it in view and today as the day", () => {
    expect(session.dossier?.title).toBe("Beijing, January 2026");
    asOf.reset(session.dossier!.today, null);
    expect(asOf.current).toBe("2026-01-08");
  });

  test("a write moves the revision, can be undone by name, and is told", async () => {
    const heard: number[] = [];
    const leave = session.changed.add(({ revision }) => heard.push(revision));
    const before = session.revision;
    const removed = goldenChange<ChangeResponse>("remove").state.undo!;
    await session.apply({ verb: "remove", items: ["event:1"] });
    expect(session.revision).toBe(before + 1);
    expect(undoText(session.dossier?.change.undo)).toBe(undoText(removed));
    await session.undo();
    expect(session.dossier?.change.redo?.name).toBe(removed.name);
    leave();
    await session.redo();
    expect(heard).toEqual([before + 1, before + 2]);
  });

  test("nothing is asked when there is nothing to redo", async () => {
    await session.redo();
    expect(fake.requests("redo")).toEqual([]);
  });
});

describe("calls", () => {
  test("a refusal keeps its code and field", async () => {
    await expect(host.resolveDate({ text: "sometime", language: "en" })).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("sometime") as string,
    });
    carryBy(() => Promise.reject(new Error("the bridge is down")));
    const lost = host.history({ limit: 1 });
    await expect(lost).rejects.toBeInstanceOf(HostError);
    await expect(lost).rejects.toMatchObject({ code: "internal", message: "the bridge is down", field: null });
  });

  test("only the newest of two requests is answered", async () => {
    const latest = new Latest();
    let free: (value: string) => void = () => undefined;
    const slow = latest.run(() => new Promise<string>((done) => (free = done)));
    const quick = latest.run(async () => "new");
    free("old");
    expect(await slow).toBeUndefined();
    expect(await quick).toBe("new");
  });

  test("an outdated failure is silent", async () => {
    const latest = new Latest();
    const slow = latest.run(() => Promise.reject(new Error("late")));
    latest.drop();
    expect(await slow).toBeUndefined();
  });
});

test("selection goes back the way it came", () => {
  selection.select("event:1");
  selection.select(dyadReference("KOR", "CHN"));
  expect([selection.current, selection.noun]).toEqual(["dyad:CHN-KOR", "dyad"]);
  expect(dyadOf("dyad:CHN-KOR")).toEqual(["CHN", "KOR"]);
  expect(dyadOf("event:1")).toBeNull();
  selection.back();
  expect(selection.current).toBe("event:1");
  expect(selection.canGoBack).toBe(false);
});

test("the filter goes to the core whole", () => {
  filter.toggle("kinds", "summit");
  filter.toggle("actors", "actor:CHN");
  filter.toggle("actors", "actor:KOR");
  filter.toggle("actors", "actor:CHN");
  filter.toggle("statuses", "scheduled");
  filter.toggle("statuses", "overdue");
  filter.text = "  Beijing ";
  asOf.knownOn = "2026-01-06";
  [filter.from, filter.to, filter.anyActor] = ["2025", "2026-01", true];
  expect(scope()).toEqual({
    filter: {
      actors: ["KOR"],
      any_actor: true,
      kinds: ["summit"],
      topics: [],
      statuses: ["scheduled"],
      overdue: true,
      grades: [],
      text: "Beijing",
      from: "2025",
      to: "2026-01",
    },
    known_on: "2026-01-06",
  });
  expect(filter.count).toBe(6);
  filter.clear("kinds");
  expect(filter.count).toBe(5);
  filter.clear();
  expect([filter.count, filter.from, filter.anyActor]).toEqual([0, null, false]);
  asOf.knownOn = null;
});

describe("time range", () => {
  test("zooms about the pointer and stays within its limits", () => {
    range.set(0, 1_000_000);
    range.zoom(0.5, 250_000);
    expect([range.start, range.end]).toEqual([125_000, 625_000]);
    for (let turn = 0; turn < 80; turn += 1) range.zoom(0.5);
    expect(Math.round(range.span)).toBe(3600);
    for (let turn = 0; turn < 80; turn += 1) range.zoom(2);
    expect(range.span).toBeLessThanOrEqual(12_000 * 365.25 * 86_400 + 1);
    range.set(Number.NaN, 1);
    expect(range.span).toBeGreaterThan(0);
  });

  test("of an empty record is the year around its day", () => {
    range.setWhole("1990-01-01", "1991-01-01", "");
    range.setWhole(null, null, "2026-01-08");
    range.fit();
    expect([dayOf(range.start), dayOf(range.end)]).toEqual(["2025-07-09", "2026-07-10"]);
  });

  test("brings into view what lies outside, what is too long and what is too short to be seen, and leaves the rest", () => {
    const day = 86_400;
    const at = (from: number, to = from) => {
      range.reveal(from * day, to * day);
      return [range.start / day, range.end / day];
    };
    range.set(0, 100 * day);
    expect(at(40, 60)).toEqual([0, 100]);
    expect(at(200)).toEqual([150, 250]);
    const [start, end] = at(0, 1000);
    expect(start).toBeLessThan(0);
    expect(end).toBeGreaterThan(1000);
    range.set(0, 100_000 * day);
    at(50_000);
    expect(range.span).toBeLessThan(1000 * day);
  });

  test("the as-of date and what is open are where they were when the dossier is opened again", async () => {
    const at = { range: [secondsOf("2025-03-01"), secondsOf("2025-04-01")], day: "2025-03-10" };
    localStorage.setItem(`summitry:place:${session.dossier!.id}`, JSON.stringify(at));
    const { dossier } = session;
    session.opened.tell(dossier);
    expect([range.start, range.end, asOf.day]).toEqual([...at.range, at.day]);
    expect([openItems.source, openItems.note], "an older window kept none").toEqual([null, null]);
    asOf.set("2025-03-12");
    [openItems.source, openItems.note] = ["source:1", "note:2"];
    vi.useFakeTimers();
    keepPlace(dossier!.id, range, asOf, openItems);
    vi.runAllTimers();
    vi.useRealTimers();
    asOf.set(null);
    openItems.reset(null, null);
    session.opened.tell(dossier);
    expect([asOf.day, openItems.source, openItems.note]).toEqual(["2025-03-12", "source:1", "note:2"]);
    localStorage.removeItem(`summitry:place:${dossier!.id}`);
    session.opened.tell(dossier);
    expect(range.start).toBe(range.whole.start);
  });

  test("fits the record with a margin", () => {
    range.setWhole("2026-01-01", "2026-01-01", "");
    range.fit();
    expect(range.start).toBeLessThan(secondsOf("2026-01-01"));
    expect(range.end).toBeGreaterThan(secondsOf("2026-01-02"));
  });
});

test("the as-of date steps, and today is no date of its own", () => {
  asOf.reset("2026-01-08", null);
  asOf.step(-1);
  expect(asOf.day).toBe("2026-01-07");
  asOf.step(1);
  expect(asOf.day).toBeNull();
});

test("a dossier opens on its own day, and today is a step away", () => {
  asOf.reset("2026-11-28", "2026-01-08");
  expect(asOf.current).toBe("2026-01-08");
  asOf.set(null);
  expect(asOf.current).toBe("2026-11-28");
  asOf.set(asOf.opening);
  expect(asOf.day).toBe("2026-01-08");
});

describe("day form", () => {
  test("keeps a day, refuses a month and words that are no date", async () => {
    const kept: string[] = [];
    const form = new DayForm((day) => kept.push(day));
    for (const text of ["2026-01-05", "2026-01", "sometime"]) {
      form.text = text;
      await form.submit();
    }
    expect(kept).toEqual(["2026-01-05"]);
    expect(form.preview?.problem).toContain("sometime");
  });
});

describe("commands", () => {
  const press = (key: string, held: KeyboardEventInit = {}, target: HTMLElement = document.body) => {
    const event = new KeyboardEvent("keydown", { key, cancelable: true, bubbles: true, ...held });
    target.dispatchEvent(event);
    return event;
  };

  test("a key runs the command that is enabled, and stays silent in a text field", () => {
    const known = new Commands();
    const ran: string[] = [];
    const leave = known.add(
      { id: "a", group: "view", title: () => "A", chord: "e", run: () => ran.push("a"), enabled: () => false },
      { id: "b", group: "view", title: () => "B", chord: "e", run: () => ran.push("b") },
      { id: "undo", group: "edit", title: () => "Undo", chord: "mod+z", run: () => ran.push("undo"), whileTyping: false },
      { id: "palette", group: "view", title: () => "Palette", chord: "mod+k", run: () => ran.push("palette") },
    );
    const input = document.body.appendChild(document.createElement("input"));
    document.body.addEventListener("keydown", (event) => void known.press(event), { once: false });
    press("e");
    press("e", {}, input);
    press("z", { ctrlKey: true }, input);
    press("z", { ctrlKey: true });
    press("k", { ctrlKey: true }, input);
    expect(ran).toEqual(["b", "undo", "palette"]);
    leave();
    press("e");
    expect(ran).toHaveLength(3);
    input.remove();
  });

  test("a later command takes the place of an earlier one", () => {
    const known = new Commands();
    known.add({ id: "a", group: "view", title: () => "old", run: () => undefined });
    known.add({ id: "a", group: "view", title: () => "new", run: () => undefined });
    expect(known.all.map(({ title }) => title())).toEqual(["new"]);
    expect(known.run("none")).toBe(false);
  });
});

describe("what stands in the way of a command", () => {
  const why = "It is open elsewhere.";
  const obstacle: ObstacleView = { code: "in-use", user: "ada", megabytes: null, message: "it is open elsewhere (by ada)" };

  test("is said in its place, by key and by name, with the way out", () => {
    const [run, way] = [vi.fn(), { label: "Save a copy…", run: vi.fn() }];
    const known = new Commands();
    known.add({ id: "x", group: "edit", title: () => "Edit", chord: "e", run, barred: () => ({ why, way }) });
    toasts.shown = [];
    known.press(new KeyboardEvent("keydown", { key: "e" }));
    expect(toasts.shown).toMatchObject([{ text: why, act: way }]);
    expect(known.run("x")).toBe(true);
    expect(run).not.toHaveBeenCalled();
  });

  test("is the file, or a look at what was known on a past day", async () => {
    expect(barrier()).toBeNull();
    asOf.knownOn = "2025-12-01";
    expect(whyNot()).toContain("1 December 2025");
    barrier()?.way?.run();
    expect(asOf.knownOn).toBeNull();
    session.dossier = { ...session.dossier!, read_only: obstacle };
    expect(whyNot()).toBe(
      "This dossier cannot be changed here: it is open elsewhere, by ada. Close it elsewhere, or save a copy and work on that.",
    );
  });

  test("is said in the language of the page, whatever the core says", () => {
    session.dossier = { ...session.dossier!, read_only: obstacle };
    language.choose("ko");
    expect(whyNot()).toContain("ada 사용자가 다른 곳에서 열어 둠");
    expect(whyNot()).not.toContain("elsewhere");
    session.dossier = { ...session.dossier, read_only: { ...obstacle, code: "disk-full", user: null, megabytes: 4 } };
    expect(whyNot()).toContain("약 4MB");
    language.choose("en");
    session.dossier = { ...session.dossier, read_only: { ...obstacle, code: "other" } };
    expect(whyNot()).toContain(obstacle.message);
  });
});

describe("palette", () => {
  test.each([
    ["New dossier…", "new", true],
    ["New dossier…", "dos new", true],
    ["New dossier…", "note", false],
    ["Show or hide the filter", "", true],
    ["New dossier…", "dosier", true],
    ["New statement…", "statmeent", true],
    ["Relations as Graph", "reltaions", true],
    ["Save the brief…", "breif", true],
    ["New event…", "xvnet", false],
    ["새 사건…", "사겅", true],
    ["새 사건…", "문서", false],
  ])("%s for “%s”", (title, typed, found) => expect(matchScore(title, typed) > 0).toBe(found));

  test("finds items of the dossier as well as commands", async () => {
    const leave = commands.add({ id: "x", group: "create", title: () => "New summit…", run: () => undefined });
    const palette = new Palette();
    await palette.type("summit");
    expect(palette.found.flatMap((entry) => entry.found.map(({ id }) => id))).toContain("x");
    expect(palette.hits.length).toBeGreaterThan(3);
    await palette.type("s");
    expect(palette.hits).toEqual([]);
    leave();
  });
});

test("rows of the filter stay where they are while the filter narrows them", async () => {
  opening.drawn();
  const panel = new FilterPanelState();
  panel.follow();
  await settled();
  const before = panel.values("kinds").map(({ value }) => value);
  filter.toggle("kinds", before.at(-1)!);
  filter.toggle("actors", panel.values("actors")[0]!.value);
  panel.follow();
  await settled();
  expect(panel.answer!.kinds.map(({ value }) => value).slice(0, before.length)).toEqual(before);
  filter.clear();
});

test("the panel and the strip wait until the picture of the dossier is on the screen", async () => {
  opening.begin();
  const [panel, overview] = [new FilterPanelState(), new OverviewState()];
  overview.width = 1200;
  panel.follow();
  overview.follow();
  await settled();
  expect([panel.answer, overview.density]).toEqual([undefined, undefined]);
  opening.drawn();
  panel.follow();
  await settled();
  expect(panel.answer).toBeDefined();
});

test("the filter panel counts what each choice would leave", async () => {
  opening.drawn();
  const panel = new FilterPanelState();
  panel.follow();
  await settled();
  expect(panel.answer?.total).toBe(session.dossier?.counts.events);
  expect(panel.values("kinds").find(({ value }) => value === "summit")?.count).toBe(
    golden<EventsResponse>("events", { filter: { ...scope().filter, kinds: ["summit"] } }).total,
  );
  expect(panel.label("statuses", { value: "rumoured", label: "x", flag: null, count: 1 })).toBe("Rumoured");
});

test("an as-of date that lies beyond the strip says on which side", async () => {
  opening.drawn();
  const overview = new OverviewState();
  overview.width = 1200;
  overview.follow();
  await settled();
  const before = asOf.day;
  const beyond = (day: string) => {
    asOf.set(day);
    return overview.asOfBeyond;
  };
  expect(["1800-01-01", "2026-01-08", "2200-01-01"].map(beyond)).toEqual([-1, 0, 1]);
  asOf.set(before);
});

test("the overview maps between time and pixels, and its brush drags", async () => {
  opening.drawn();
  const overview = new OverviewState();
  overview.width = 1200;
  overview.follow();
  await settled();
  expect(overview.density?.undated).toBe(0);
  const at = secondsOf("2026-01-01");
  expect(overview.at(overview.x(at))).toBeCloseTo(at, -1);
  range.set(secondsOf("2025-06-01"), secondsOf("2026-06-01"));
  const { left, right } = overview.brush;
  expect(overview.press(left)).toBe("start");
  overview.drag(left + 10);
  overview.release();
  expect(range.start).toBeGreaterThan(secondsOf("2025-06-01"));
  expect(range.end).toBeCloseTo(secondsOf("2026-06-01"), -1);
  expect(overview.press((left + right) / 2 + 20)).toBe("move");
  overview.release();
  expect(overview.press(overview.brush.right + 3)).toBe("end");
  overview.drag(overview.brush.right + 40);
  overview.release();
  expect(range.end).toBeGreaterThan(secondsOf("2026-06-01"));
  expect(overview.press(40)).toBe("draw");
  overview.drag(160);
  overview.release(160);
  expect(overview.brush.left).toBeCloseTo(40, 0);
  expect(overview.brush.right).toBeCloseTo(160, 0);
  expect(overview.ticks.map(({ label }) => label)).toContain("2026");
  overview.density = { ...overview.density!, start: secondsOf("2025-11-01"), end: secondsOf("2026-03-01") };
  expect(overview.ticks.map(({ label }) => label)).toEqual(["Nov", "Dec", "2026", "Feb"]);
  expect(overview.key(new KeyboardEvent("keydown", { key: "q" }))).toBe(false);
});

test("errors are worded once, and a closed dialog says nothing", () => {
  expect(errorText({ code: "cancelled", message: "cancelled", hint: null, why: null })).toBe("");
  expect(errorText({ code: "invalid", message: "A statement needs a speaker.", hint: "Choose one.", why: null })).toBe(
    "A statement needs a speaker. Choose one.",
  );
  expect(errorText({ code: "newer", message: "schema 9", hint: null, why: null })).toBe(
    "This dossier was made by a newer Summitry; update Summitry to open it. Nothing was changed in it.",
  );
  expect(errorText({ code: "damaged", message: "page 7 is torn", hint: null, why: null })).toMatch(/damaged.*Page 7 is torn\.$/);
  expect(errorText({ code: "invalid", message: "beijing.json: it is no dossier", hint: "nothing was imported", why: null })).toBe(
    "beijing.json: it is no dossier. Nothing was imported.",
  );
});

test("what came in is counted by noun", () => {
  expect(countedNouns(["event:1", "event:2", "source:1", "claim:1", "citation:1"])).toBe("2 events, 1 source and 2 other items");
  expect(countedNouns([])).toBe("");
});

test.each([
  [{ name: "add-event", subject: "Nara" }, "add event “Nara”"],
  [{ name: "set-status", subject: "" }, "change status"],
  [{ name: "something-new", subject: "" }, "last change"],
])("operation %o", (label, words) => expect(operationText(label)).toBe(words));

test("the address chooses view, theme and language, and ignores nonsense", () => {
  followAddress("#view=notes&theme=dark&lang=ko");
  expect([views.current, document.documentElement.dataset.theme, language.current]).toEqual(["notes", "dark", "ko"]);
  followAddress("#view=kitchen&theme=blue&lang=xx");
  expect([views.current, language.current]).toEqual(["notes", "ko"]);
});

test("undo says in a message what it took back, offers to do it again, and shows what came back", async () => {
  toasts.shown = [];
  toasts.say("Removed “Summit”", { label: "Undo", run: () => undefined });
  const reference = "event:0192f0c1-0000-7000-8000-000000000001";
  const change = (): ChangeResponse => ({ ...goldenChange<ChangeResponse>("remove"), touched: ["citation:1", reference] });
  const labels = ({ items }: { items: string[] }) => ({
    labels: items.map((item) => ({ reference: item, title: item === reference ? "Summit" : item, detail: null, flag: null })),
  });
  fake = new FakeHost({ undo: change, redo: change, labels });
  carryBy(fake.call);
  await session.start();
  session.dossier = { ...session.dossier!, change: { revision: 3, undo: { name: "remove-event", subject: "Summit" }, redo: null } };
  await dossierActs.undo();
  expect(toasts.shown.map(({ text }) => text)).toEqual(["Undone: remove event “Summit”"]);
  expect(toasts.shown[0]?.act?.label).toBe("Redo");
  expect(selection.current).toBe(reference);
});
