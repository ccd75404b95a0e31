import { beforeEach, describe, expect, test, vi } from "vitest";
import { carryBy, type ChangeResponse, type EditRequest } from "../src/api";
import { recordCommands } from "../src/features/create/commands";
import { beginning, CreateDialogState } from "../src/features/create/create.svelte";
import { blank, creation, differ, fieldsOf, firstFields, idOf, names, type FormNoun } from "../src/forms";
import { anchorOf } from "../src/forms/nouns";
import { ItemSearch } from "../src/forms/item-search.svelte";
import { asOf, range, secondsOf, selection, session, views, vocabulary } from "../src/state";
import { FakeHost } from "./fake-host";
import { lee, xi } from "./sample";

const made = (reference: string): ChangeResponse => ({
  state: { revision: 5, undo: null, redo: null },
  touched: [reference],
  created: reference,
  counts: { events: 1, statements: 0, ties: 0, actors: 0, sources: 0, notes: 0, overdue: 0, drafts: 0 },
});

let host: FakeHost;
let dialog: CreateDialogState;

beforeEach(async () => {
  const resolve_date = ({ text }: { text: string }) => ({ edtf: text, label: text, earliest: text, latest: text });
  host = new FakeHost({
    resolve_date,
    apply: ({ edit }: EditRequest) => made("item" in edit && "type" in edit.item ? `${edit.item.type}:new` : "actor:added"),
  });
  carryBy(host.call);
  await session.start();
  await vocabulary.load("en");
  selection.reset();
  creation.request = null;
  dialog = new CreateDialogState();
});

function ask(item: Parameters<typeof creation.ask>[0]["item"]): void {
  creation.ask({ item });
  dialog.follow();
}

const sent = () => host.requests("apply").map((request) => (request as EditRequest).edit);

describe("every noun", () => {
  test("has a command that creates it", () => {
    const ids = recordCommands().map(({ id }) => id);
    const nouns: (FormNoun | "statement")[] = [
      "event",
      "statement",
      "tie",
      "actor",
      "office",
      "tenure",
      "place",
      "topic",
      "source",
      "link",
      "citation",
      "claim",
      "note",
      "assessment",
    ];
    expect(nouns.filter((noun) => !ids.includes(`create.${noun}`))).toEqual([]);
  });

  test("asks for fields that its form has", () => {
    for (const noun of Object.keys(fieldsOf) as (keyof typeof fieldsOf)[]) {
      const form = blank(noun);
      expect(firstFields(form).length, noun).toBeGreaterThan(0);
    }
  });

  test("begins with what is known already", () => {
    selection.select("event:10");
    expect(beginning("link")).toMatchObject({ type: "link", from: "10" });
    expect(beginning("note")).toMatchObject({ type: "note", attached_to: ["event:10"] });
    expect(beginning("citation")).toMatchObject({ type: "citation", item: "event:10" });
    expect(beginning("assessment")).toMatchObject({ on: asOf.today });
  });
});

describe("the dialog", () => {
  test("creates, selects and shows", async () => {
    ask({ ...blank("event"), title: "Talks in Seoul" });
    await dialog.submit();
    expect(sent()).toMatchObject([{ verb: "put", typing: false, item: { title: "Talks in Seoul" } }]);
    expect([creation.request, selection.current]).toEqual([null, "event:new"]);
  });

  test("names a tie by its ends and its kind", async () => {
    names.learn([lee, xi]);
    ask({ ...blank("tie"), kind: "dispute", from: idOf(lee.reference), to: idOf(xi.reference) });
    await dialog.submit();
    expect(sent()).toMatchObject([{ item: { title: "Lee Jae Myung – Xi Jinping: Dispute" } }]);
  });

  test("asks a statement for its speaker", () => {
    ask(beginning("statement"));
    expect(dialog.title).toBe("New statement");
    expect(dialog.fields.map(({ path }) => path)).toContain("statement.speaker");
    ask(beginning("event"));
    expect(dialog.fields.map(({ path }) => path)).not.toContain("statement.speaker");
  });

  test("brings the day of a new event into view, and takes one that lies ahead for a plan", async () => {
    range.set(secondsOf("2025-01-01"), secondsOf("2025-06-01"));
    ask({ ...blank("event"), title: "Talks", when: { edtf: "2031-05-01" } });
    await dialog.followDate();
    expect(dialog.form?.text("status.0.status")).toBe("scheduled");
    await dialog.submit();
    await vi.waitFor(() => expect(range.end).toBeGreaterThan(secondsOf("2031-05-01")));
  });

  test("leaves a status chosen by hand", async () => {
    ask({ ...blank("event"), title: "Talks", when: { edtf: "2031-05-01" } });
    dialog.form?.set("status.0.status", "cancelled");
    await dialog.followDate();
    expect(dialog.form?.text("status.0.status")).toBe("cancelled");
  });

  test("opens a new note where notes are written", async () => {
    ask({ ...blank("note"), title: "Thoughts" });
    await dialog.submit();
    expect([views.current, selection.current]).toEqual(["notes", "note:new"]);
  });
});

describe("a picker", () => {
  test("adds what is shipped, creates what is missing, takes what is there", async () => {
    const search = new ItemSearch(["actor"]);
    await search.search("Fra");
    const offered = search.choices("").map(({ value }) => value);
    expect(offered[0]).toBe("country:FRA");
    expect(offered.slice(-3)).toEqual(["new:actor:person:Fra", "new:actor:organisation:Fra", "new:actor:company:Fra"]);
    expect(await search.settle("country:FRA")).toBe("actor:added");
    expect(await search.settle("new:actor:company:Ascend: Ltd")).toBe("actor:new");
    expect(sent()).toMatchObject([
      { verb: "add-reference", key: "country:FRA" },
      { verb: "put", item: { type: "actor", kind: "company", name: "Ascend: Ltd" } },
    ]);
    await search.search("Lee");
    expect(await search.settle(lee.reference)).toBe(lee.reference);
  });
});

describe("a value that differs", () => {
  const citation = () => (sent()[0] as { citation: { id: string } }).citation;

  function ask(field: string, name: string): void {
    differ("event:1", field, name);
    dialog.follow();
  }

  test("is asked for alone, with its source and words, which are one step with it", async () => {
    ask("when.edtf", "When");
    expect(dialog.fields.map(({ path }) => path)).toEqual(["value.value"]);
    expect(dialog.citedFields.map(({ path }) => path)).toEqual(["source", "anchor", "locator", "credibility"]);
    dialog.form!.set("value.value", "2026-01-06");
    dialog.cited!.set("source", "7");
    dialog.cited!.set("anchor", anchorOf("on Tuesday", 0));
    await dialog.submit();
    expect(sent()).toMatchObject([
      { verb: "put-cited", item: { type: "claim", item: "event:1", citation: citation().id }, citation: { item: "event:1", source: "7" } },
    ]);
    // It is read at what it is a value of, and the next begins with the same source.
    expect(selection.current).toBe("event:1");
    ask("amount", "Amount");
    expect(dialog.cited!.text("source")).toBe("7");
  });

  test("of a field without claims of its own is named in words", () => {
    ask("participants", "Participants");
    expect(dialog.form!.draft).toMatchObject({ value: { attribute: "other", value: { name: "Participants", words: "" } } });
    expect(dialog.fields.map(({ path }) => path)).toEqual(["value.value.words"]);
  });

  test("is refused at the field of its words", async () => {
    const refused = { code: "invalid", message: "is not in the text", hint: null, field: "citation.anchor", why: null };
    carryBy(
      new FakeHost({
        apply: () => {
          throw refused;
        },
      }).call,
    );
    ask("place", "Place");
    dialog.cited!.set("anchor", anchorOf("never said", 0));
    await dialog.submit();
    expect(dialog.cited!.error("anchor")).toBe("is not in the text");
    expect(dialog.form!.errors).toEqual({});
  });
});
