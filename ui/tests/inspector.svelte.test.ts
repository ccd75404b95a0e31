import { flushSync } from "svelte";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { carryBy, type ApiError, type EditRequest, type Item } from "../src/api";
import { after, before } from "../src/features/inspector/around";
import { faceOf } from "../src/features/inspector/faces";
import { InspectorState } from "../src/features/inspector/inspector.svelte";
import { fieldText, wordsOf } from "../src/features/inspector/revisions";
import { blank, fieldsFor, inspection, ItemForm, names, removeItem } from "../src/forms";
import { valueAt, withValue } from "../src/forms/path";
import { toasts } from "../src/base/toasts.svelte";

import { selection, session } from "../src/state";
import { FakeHost } from "./fake-host";
import { eventFields, eventItem, lee, tieReference } from "./sample";

async function open(answers: Record<string, (request: never) => unknown> = {}): Promise<FakeHost> {
  const host = new FakeHost(answers);
  carryBy(host.call);
  selection.reset();
  inspection.read();
  await session.start();
  return host;
}

const puts = (host: FakeHost) =>
  host.requests("apply").map((request) => (request as EditRequest).edit as Extract<EditRequest["edit"], { verb: "put" }>);
const refusal = (field: string, message: string): ApiError => ({ code: "invalid", message, hint: null, field, why: null });

describe("paths", () => {
  test("lead into a form and leave the rest as it is", () => {
    const form = { a: 1, statement: null as unknown };
    expect(valueAt(form, "statement.speaker")).toBeUndefined();
    const next = withValue(form, "statement.speaker", "x");
    expect(next).toEqual({ a: 1, statement: { speaker: "x" } });
    expect(form.statement).toBeNull();
    expect(withValue(next, "statement.speaker", undefined)).toEqual({ a: 1 });
    const steps = { status: [{ status: "announced" }, { status: "occurred" }] };
    expect(withValue(steps, "status.0.status", "denied")).toEqual({ status: [{ status: "denied" }, { status: "occurred" }] });
  });
});

describe("a form", () => {
  test("writes what is typed as one act, a moment later", async () => {
    vi.useFakeTimers();
    const host = await open();
    const form = new ItemForm(eventFields);
    for (const title of ["S", "Su", "Summit"]) form.set("title", title, true);
    expect(host.requests("apply")).toEqual([]);
    await vi.advanceTimersByTimeAsync(500);
    vi.useRealTimers();
    expect(puts(host).map(({ typing, item }) => [typing, (item as { title: string }).title])).toEqual([[true, "Summit"]]);
    expect(form.busy).toBe(false);
  });

  test("shows a refusal at its field and writes the rest", async () => {
    const apply = ({ edit }: EditRequest) => {
      const item = (edit as { item: Item }).item;
      if (item.type === "event" && item.title === "") throw refusal("title", "is blank");
      return { state: { revision: 2, undo: null, redo: null }, touched: [], created: null, counts: {} };
    };
    const host = await open({ apply });
    const form = new ItemForm(eventFields);
    form.set("title", "");
    form.set("summary", "New words");
    await form.flush();
    expect(form.error("title")).toBe("is blank");
    expect(form.text("title")).toBe("");
    expect(puts(host).at(-1)?.item).toMatchObject({ title: eventFields.title, summary: "New words" });
  });

  test("finds the field of a refusal inside the statement", async () => {
    await open({
      apply: () => {
        throw refusal("statement.speaker", "is missing");
      },
    });
    const form = new ItemForm({ ...eventFields, kind: "statement" }, false);
    form.set("statement.issue", "one China");
    expect(await form.submit()).toBeUndefined();
    expect(form.error("statement.speaker")).toBe("is missing");
  });

  test("shows a refusal within a list at the list, and one of no field above all", async () => {
    await open({
      apply: () => {
        throw refusal("participants[1].role", "is no role");
      },
    });
    const form = new ItemForm(eventFields, false);
    await form.submit();
    expect(form.error("participants")).toBe("is no role");
    expect(form.error("title")).toBeUndefined();
    expect([form.unplaced(fieldsFor(eventFields)), form.unplaced([])]).toEqual([[], ["is no role"]]);
  });

  test("is sent once a date that was just typed is understood, with that date", async () => {
    let understood = (_: boolean) => {};
    const typed = new Promise<boolean>((resolve) => (understood = resolve));
    const host = await open();
    const form = new ItemForm({ ...eventFields }, false);
    form.dates.type({}, typed);
    const sent = form.submit();
    await Promise.resolve();
    expect(host.requests("apply")).toEqual([]);
    form.set("when.edtf", "2026-02-01");
    understood(true);
    await sent;
    expect(puts(host).map(({ item }) => valueAt(item, "when.edtf"))).toEqual(["2026-02-01"]);
  });

  test("is not sent while a date is refused", async () => {
    const host = await open();
    const form = new ItemForm(eventFields, false);
    const field = {};
    form.dates.type(field, Promise.resolve(false));
    expect(await form.submit()).toBeUndefined();
    expect([host.requests("apply"), form.busy]).toEqual([[], false]);
    form.dates.forget(field);
    await form.submit();
    expect(puts(host)).toHaveLength(1);
  });

  test("an emptied field is absent, and takes along what belongs to it", async () => {
    await open();
    const form = new ItemForm(eventFields, false);
    const field = (path: string) => fieldsFor(form.draft).find((one) => one.path === path)!;
    form.fill(field("when.edtf"), "");
    form.fill(field("summary"), "");
    expect(["when", "summary"].filter((name) => name in form.draft)).toEqual([]);
    const actor = new ItemForm(blank("actor"), false);
    const code = fieldsFor(actor.draft).find(({ path }) => path === "code.code")!;
    actor.fill(code, "SMSNG");
    expect(actor.value("code")).toEqual({ scheme: "own", code: "SMSNG" });
    actor.fill(
      fieldsFor(actor.draft).find(({ path }) => path === "kind")!,
      "country",
    );
    expect(actor.value("code.scheme")).toBe("iso3166");
    actor.fill(code, "");
    expect("code" in actor.draft).toBe(false);
  });

  test("takes another wording, but not over what is being typed, nor its own", async () => {
    await open();
    const form = new ItemForm(eventFields);
    form.set("title", "Typed ", true);
    form.take({ ...eventFields, title: "From elsewhere" }, 7);
    expect(form.text("title")).toBe("Typed ");
    await form.flush();
    form.take({ ...eventFields, title: "Typed" }, session.revision);
    expect(form.text("title")).toBe("Typed ");
    form.take({ ...eventFields, title: "Undone" }, session.revision + 1);
    expect(form.text("title")).toBe("Undone");
  });
});

describe("the inspector", () => {
  let inspector: InspectorState;
  beforeEach(() => {
    inspector = new InspectorState();
  });

  test("reads what is selected, and knows the names it came with", async () => {
    const host = await open();
    selection.select(eventItem.reference);
    await inspector.follow();
    expect(inspector.item?.title).toBe(eventItem.title);
    expect(names.of(lee.reference).flag).toBe("kr");
    expect(host.requests("item")).toHaveLength(1);
  });

  test("follows the selection without running in circles", async () => {
    const host = await open();
    const stop = $effect.root(() => {
      $effect(() => void inspector.follow());
    });
    flushSync();
    selection.select(eventItem.reference);
    flushSync();
    await vi.waitFor(() => expect(inspector.item?.reference).toBe(eventItem.reference));
    flushSync();
    expect(host.requests("item")).toHaveLength(1);
    stop();
  });

  test("lets go of what is gone", async () => {
    await open();
    selection.select("citation:gone");
    await inspector.follow();
    expect([inspector.item, selection.current]).toEqual([undefined, null]);
  });

  test("opens the form when editing begins and closes it when another item is selected", async () => {
    await open();
    selection.select(eventItem.reference);
    await inspector.follow();
    inspection.editing = "title";
    inspector.followEditing();
    expect(inspector.form?.text("title")).toBe(eventItem.title);
    selection.select(tieReference);
    await inspector.follow();
    expect([inspector.form, inspection.editing]).toEqual([undefined, null]);
  });

  test("removes at once, and a message takes it back", async () => {
    const host = await open();
    selection.select(eventItem.reference);
    await removeItem(eventItem.reference, eventItem.title);
    expect(selection.current).toBeNull();
    const toast = toasts.shown.at(-1)!;
    expect(toast.text).toContain(eventItem.title);
    toasts.act(toast);
    await vi.waitFor(() => expect(selection.current).toBe(eventItem.reference));
    expect(host.requests("undo")).toHaveLength(1);
  });
});

test("a quote is shown between whole words of its line", () => {
  expect([before("ung and Xi are to talk. "), before("First.\n\nThen "), before(""), before("베이징에")]).toEqual([
    "… and Xi are to talk. ",
    "Then ",
    "",
    "…베이징에",
  ]);
  expect([after(" in the cap"), after(".\nNext line"), after("")]).toEqual([" in the …", ".", ""]);
});

test("the face of an item names its kind and state", () => {
  expect(faceOf(eventItem)).toEqual({ icon: "handshake", kind: "Summit", status: "overdue" });
});

test("changes are told in words, not in the form they are kept in", () => {
  names.learn([lee]);
  expect(fieldText("when")).toBe("When");
  const dates = { "2026-01": "January 2026", "2026-01-02": "2 January 2026" };
  expect(wordsOf('{"edtf":"2026-01"}', dates)).toBe("January 2026");
  expect(wordsOf('[{"status":"announced","on":"2026-01-02"},{"status":"occurred"}]', dates)).toBe("Announced, 2 January 2026, Occurred");
  expect(wordsOf(`[{"actor":"${lee.reference.replace("actor:", "")}","role":"host"}]`, dates)).toBe("Lee Jae Myung (Host)");
  expect(wordsOf("[not json", dates)).toBe("[not json");
  expect(wordsOf(null, dates)).toBeNull();
});
