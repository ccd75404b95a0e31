import { beforeEach, describe, expect, test, vi } from "vitest";
import { carryBy, type ImportRequest, type Mapping } from "../src/api";
import { toasts } from "../src/base/toasts.svelte";
import { importCommand } from "../src/features/import/commands";
import { ImportDialog } from "../src/features/import/import.svelte";
import { columnsOf, sidesOf, withRole, withUse } from "../src/features/import/mapping";
import { openDate } from "../src/features/import/order";
import { problemsText } from "../src/features/import/problems";
import { ImportRun } from "../src/features/import/run.svelte";
import { addedTexts, restTexts, triedText } from "../src/features/import/tally";
import { formatText } from "../src/features/import/words";
import { session } from "../src/state";
import { FakeHost } from "./fake-host";

let host: FakeHost;
let dialog: ImportDialog;

beforeEach(async () => {
  host = new FakeHost();
  carryBy(host.call);
  await session.start();
  toasts.shown = [];
  dialog = new ImportDialog();
});

const looks = () => host.requests("look_at_import") as ImportRequest[];
const imports = () => host.requests("import") as ImportRequest[];
const said = () => toasts.shown.map(({ text }) => text);
const titles = () => dialog.plan!.shown.map(({ item }) => item.title);
const table = (at = 0) => dialog.plan!.tables[at]!;

async function chosen(...files: string[]): Promise<void> {
  host.imports.chosen = files;
  await dialog.begin();
}

async function corrected(): Promise<void> {
  await vi.waitFor(() => expect(dialog.looking).toBe(false));
}

describe("a table whose order of day and month is open", () => {
  test("asks with a date of its own, shows nothing and takes nothing in before it is told", async () => {
    await chosen("meetings.csv");
    expect(openDate(table())).toEqual({ written: "03/04/2026", dayFirst: "2026-04-03", monthFirst: "2026-03-04" });
    expect([dialog.ready, titles()]).toEqual([false, []]);
    await dialog.submit();
    expect([imports(), dialog.open]).toEqual([[], true]);
  });

  test("is read as told", async () => {
    await chosen("meetings.csv");
    await dialog.order("month-first");
    expect([dialog.ready, dialog.plan!.shown[0]!.when!.edtf]).toEqual([true, "2026-03-04"]);
    dialog.change(table(), (mapping) => ({ ...mapping, date_order: "day-first" }));
    await corrected();
    expect(dialog.plan!.shown[0]!.when!.edtf).toBe("2026-04-03");
  });
});

describe("a correction of a column", () => {
  test("is looked at once, whatever came before it", async () => {
    await chosen("treaties.csv");
    dialog.change(table(), (mapping) => withUse(mapping, "Treaty", "summary"));
    dialog.change(table(), (mapping) => withUse(mapping, "Party 2", "title"));
    expect([dialog.ready, columnsOf(dialog.mappingOf(table()), "Treaty")[0]!.is]).toEqual([false, "summary"]);
    await corrected();
    expect(looks()).toHaveLength(2);
    expect(titles()).toEqual(["South Korea", "Atlantis", "China"]);
  });

  test("is remembered by the headers once it came in, and offered the next time", async () => {
    await chosen("treaties.csv");
    dialog.change(table(), (mapping) => withUse(mapping, "Party 2", "title"));
    await corrected();
    await dialog.submit();
    await chosen("treaties.csv");
    expect([dialog.recalled, titles()[0]]).toEqual([true, "Agreement on customs cooperation"]);
    expect(columnsOf(dialog.mappingOf(table()), "Party 2")[0]!.is).toBe("title");
    await dialog.guess();
    expect([dialog.recalled, columnsOf(dialog.mappingOf(table()), "Party 2")[0]!.is]).toEqual([false, "actor-name"]);
    await chosen("treaties.csv");
    expect(dialog.recalled).toBe(false);
  });

  test("is none where only the order of day and month was told", async () => {
    await chosen("meetings.csv");
    await dialog.order("day-first");
    await dialog.submit();
    await chosen("meetings.csv");
    expect([dialog.recalled, dialog.ready]).toEqual([false, false]);
  });

  test("that was remembered and is no mapping any more gives way to the guess", async () => {
    localStorage.setItem("summitry:import.mappings", JSON.stringify([["signed\ttreaty\tparty 1\tparty 2", { columns: [] }]]));
    const look = host.imports.look.bind(host.imports);
    vi.spyOn(host.imports, "look").mockImplementation((request) => {
      if (request.mappings.length === 0) return look(request);
      throw { code: "invalid", message: "unknown field", hint: null, field: null, why: null };
    });
    await chosen("treaties.csv");
    expect([dialog.problem, dialog.recalled, titles().length]).toEqual(["", false, 3]);
  });

  test("never proves the order of dates by a column that is no date any more", async () => {
    await chosen("meetings.csv");
    dialog.change({ ...table(), mapping: { ...table().mapping, date_order: "day-first" } }, (mapping) =>
      withUse(mapping, "Date", "remark"),
    );
    await corrected();
    expect(looks().at(-1)!.mappings[0]!.mapping).not.toHaveProperty("date_order");
  });
});

describe("the meaning of columns", () => {
  const column = (header: string, is: Mapping["columns"][number]["is"], side = 0) => ({ header, is, side, by_id: false });
  const mapping: Mapping = {
    name: "",
    noun: "event",
    both_ways: false,
    date_may_be_published: false,
    columns: [{ ...column("A", "actor-name", 1), role: "host" }, column("B", "remark"), column("C", "remark")],
  };

  test("a country belongs to the actor before it that has none; another name is somebody else", () => {
    const country = withUse(mapping, "B", "actor-country");
    expect(columnsOf(country, "B")).toEqual([{ ...column("B", "actor-country", 1), role: "host", list: "name" }]);
    expect(sidesOf(withUse(country, "C", "actor-name"))).toEqual([1, 2]);
  });

  test("an actor stays who it was when a name becomes a code, and has one role", () => {
    const coded = withUse(mapping, "A", "actor-code");
    expect(columnsOf(coded, "a")).toEqual([{ ...column("A", "actor-code", 1), role: "host", list: "iso-alpha-3" }]);
    const both = withRole(withUse(coded, "B", "actor-country"), 1, "guest");
    expect(both.columns.map(({ role }) => role)).toEqual(["guest", "guest", undefined]);
  });

  test("a column that said several things says one after a correction", () => {
    const twice = { ...mapping, columns: [...mapping.columns, column("b", "id")] };
    expect(withUse(twice, "B", "title").columns.map(({ is }) => is)).toEqual(["actor-name", "title", "remark"]);
  });
});

test("a workbook has a mapping for each sheet", async () => {
  await chosen("visits.xlsx");
  expect([dialog.plan!.tables.map(({ sheet, mapping }) => [sheet, mapping.noun]), dialog.ready]).toEqual([
    [
      ["Visits", "event"],
      ["Office holders", "tenure"],
    ],
    true,
  ]);
  dialog.change(table(1), (mapping) => ({ ...mapping, noun: "event" }));
  await corrected();
  expect(
    looks()
      .at(-1)!
      .mappings.map(({ sheet }) => sheet),
  ).toEqual(["Office holders"]);
  expect(dialog.plan!.shown).toHaveLength(5);
});

describe("what comes of a file", () => {
  test("is told in words, of all of it or of its beginning", async () => {
    await chosen("treaties.csv");
    const { tried, whole } = dialog.plan!;
    expect(formatText(dialog.plan!)).toBe("Table: Treaties of the ministry");
    expect(triedText(tried, whole)).toBe(
      "Of the first few hundred: 3 events and 4 actors; 2 unchanged; 1 edited here, kept so; 3 other sides of the same",
    );
    expect([addedTexts(tried), restTexts(tried).length]).toEqual([["4 actors", "3 events"].toReversed(), 3]);
  });

  test("lists its problems as text that a spreadsheet takes", async () => {
    await chosen("treaties.csv");
    expect(problemsText(dialog.plan!.tried.faults).split("\n")).toEqual([
      "Row\tColumn\tWhat stands there\tWhat is wrong",
      "3\tSigned\t2025-13-40\tno date that exists",
      "3\tParty 2\tAtlantis\ton no list of countries; kept as a name",
    ]);
  });

  test("is one step that can be undone, with a report", async () => {
    await chosen("treaties.csv");
    await dialog.submit();
    expect([dialog.open, said(), toasts.shown[0]!.act?.label]).toEqual([
      false,
      ["Taken over from treaties.csv: 3 events and 1 actor"],
      "Undo",
    ]);
    expect(dialog.run.reports.map(({ file, taken }) => [file, taken.fault_count])).toEqual([["treaties.csv", 2]]);
    expect(session.dossier!.change.undo).toEqual({ name: "import", subject: "treaties.csv" });
  });
});

test("a dossier in JSON asks nothing more", async () => {
  await chosen("Beijing, January 2026.json");
  expect([dialog.ready, formatText(dialog.plan!), dialog.plan!.tables]).toEqual([true, "Dossier in JSON", []]);
  await dialog.submit();
  expect([said(), dialog.run.reports]).toEqual([["Taken over from Beijing, January 2026.json: 2 events and 1 actor"], []]);
});

describe("several files", () => {
  test("come one after the other, each with its report", async () => {
    await chosen("holidays.ics", "treaties.csv", "visits.xlsx");
    expect([dialog.name, dialog.at, dialog.hasMore]).toEqual(["holidays.ics", 0, true]);
    await dialog.submit();
    expect([dialog.name, dialog.open, dialog.at]).toEqual(["treaties.csv", true, 1]);
    await dialog.skip();
    await dialog.submit();
    expect([dialog.open, imports().map(({ key }) => key)]).toEqual([false, ["holidays.ics", "visits.xlsx"]]);
    expect(dialog.run.reports.map(({ file }) => file)).toEqual(["holidays.ics", "visits.xlsx"]);
  });

  test("one that is of no known form says so and holds nothing up", async () => {
    await chosen("a letter.txt", "holidays.ics");
    expect([dialog.problem, dialog.ready]).toEqual(["The file is of no form that is read. A table or a calendar can come in.", false]);
    await dialog.skip();
    expect([dialog.problem, dialog.ready]).toEqual(["", true]);
  });
});

describe("a table that is pasted", () => {
  test("comes in as text", async () => {
    await chosen();
    await dialog.paste("Date\tWhat\n2026-01-05\tMeeting in Seoul");
    expect([dialog.name, titles(), looks()[0]!.key]).toEqual(["Pasted table", ["Meeting in Seoul"], null]);
  });

  test("and is none stays in its field with the reason", async () => {
    await chosen();
    await dialog.paste("Dear ambassador");
    expect([dialog.current, dialog.text, dialog.problem.slice(0, 20)]).toEqual([undefined, "Dear ambassador", "The file is of no fo"]);
  });
});

describe("an import under way", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    host.imports.slow = true;
    return () => vi.useRealTimers();
  });

  const request: ImportRequest = { key: "holidays.ics", text: null, mappings: [], language: "en" };

  test("is counted, with its pace and the time that is left, until it is in", async () => {
    const run = new ImportRun();
    const taken = run.take(request, "holidays.ics", false);
    await vi.advanceTimersByTimeAsync(2000);
    expect([run.running, run.progress?.things, run.rate, run.secondsLeft]).toEqual([true, 6400, 3200, (2 / 0.32) * 0.68]);
    host.imports.finish();
    expect([await taken, run.running, run.reports.length]).toEqual([true, false, 1]);
    const { length } = host.requests("import_progress");
    await vi.advanceTimersByTimeAsync(2000);
    expect(host.requests("import_progress")).toHaveLength(length);
  });

  test("is stopped, and nothing of it stays", async () => {
    const run = new ImportRun();
    const taken = run.take(request, "holidays.ics", false);
    await vi.advanceTimersByTimeAsync(500);
    run.cancel();
    expect([await taken, run.running, said()]).toEqual([false, false, ["Stopped. Nothing of holidays.ics was taken in."]]);
  });

  test("keeps another from beginning", async () => {
    const begun = dialog.run.take(request, "holidays.ics", false);
    expect(importCommand(dialog).enabled!()).toBe(false);
    dialog.run.cancel();
    await begun;
    expect(importCommand(dialog).enabled!()).toBe(true);
  });
});
