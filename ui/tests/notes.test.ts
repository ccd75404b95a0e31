import { commonmarkLanguage } from "@codemirror/lang-markdown";
import { EditorState } from "@codemirror/state";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { carryBy, type EditRequest } from "../src/api";
import { difference } from "../src/features/notes/editor/editor";
import { linkOf, linkPattern } from "../src/features/notes/editor/links";
import { hiddenMarks } from "../src/features/notes/editor/marks";
import { NoteWriting, suggestionsFor } from "../src/features/notes/notes.svelte";
import { openItems, session } from "../src/state";
import { FakeHost } from "./fake-host";
import { noteItem } from "./sample";

describe("links", () => {
  test("are written so that they read back", () => {
    const link = linkOf("event:0192", "Talks [in] Seoul | day 1");
    const [found] = [...link.matchAll(linkPattern)];
    expect(found?.slice(1)).toEqual(["event:0192", "Talks in Seoul day 1"]);
  });

  test("need a reference and an end", () => {
    expect([..."[[nothing]] [[event:1|open [[tie:2]]".matchAll(linkPattern)].map(([text]) => text)).toEqual(["[[tie:2]]"]);
  });
});

/** The text as it reads with the cursor at `|`, or nowhere. */
function read(written: string): string {
  const cursor = written.indexOf("|");
  const doc = written.replace("|", "");
  const state = EditorState.create({ doc, extensions: [commonmarkLanguage.extension] });
  const hidden = hiddenMarks(state, 0, doc.length, ({ from, to }) => cursor >= from && cursor <= to);
  return hidden.reduceRight((text, { from, to }) => text.slice(0, from) + text.slice(to), doc);
}

test.each([
  ["## Seoul goes **first** and `why`", "Seoul goes first and why"],
  ["## Seoul| goes **first**", "## Seoul goes first"],
  ["*one* **tw|o** `three`", "one **two** three"],
  ["*one*| _two_", "*one* two"],
  ["see [the text](https://example.org 'its title') of it", "see the text of it"],
  ["see [the te|xt](https://example.org)", "see [the text](https://example.org)"],
  ["[[event:0192]] as [it] is", "[[event:0192]] as [it] is"],
  ["> they *said*\n> **so|**", "they said\n> **so**"],
  ["```\n# no heading\n```", "```\n# no heading\n```"],
  ["[words](\nhttps://example.org)", "[words](\nhttps://example.org)"],
  ["**대통령**은", "대통령은"],
])("%j reads %j", (written, expected) => {
  expect(read(written)).toBe(expected);
});

test("two texts differ in one stretch", () => {
  for (const [before, after] of [
    ["abc", "abxc"],
    ["abab", "ab"],
    ["", "new"],
    ["same", "same"],
    ["한국어 메모", "한국 메모"],
  ] as const) {
    const [from, to, insert] = difference(before, after);
    expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
  }
});

describe("writing", () => {
  let host: FakeHost;
  let writing: NoteWriting;
  beforeEach(async () => {
    host = new FakeHost();
    carryBy(host.call);
    await session.start();
    writing = new NoteWriting();
    openItems.note = noteItem.reference;
    await writing.follow();
  });

  const bodies = () => host.requests("apply").map((request) => ((request as EditRequest).edit as { item: { body: string } }).item.body);

  test("saves itself once the hand rests", async () => {
    vi.useFakeTimers();
    const read = vi.fn(() => "New text");
    for (let key = 0; key < 50; key += 1) writing.type(read);
    expect(read).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1500);
    vi.useRealTimers();
    expect([read.mock.calls.length, bodies()]).toEqual([1, ["New text"]]);
  });

  test("loses nothing when it is left at once", async () => {
    writing.type(() => "Last words");
    await writing.leave();
    expect(bodies()).toEqual(["Last words"]);
  });

  test("offers people after @ as of the day that is looked at, everything after [[, and a judgement where there is none", async () => {
    const suggestions = suggestionsFor(writing);
    await suggestions.find("Le", true);
    await suggestions.find("Le", false);
    expect(host.requests("complete")).toMatchObject([
      { kinds: ["actor"], reference: true, people_as_of: "2026-01-08" },
      { kinds: [], reference: false, people_as_of: null },
    ]);
    expect(suggestions.blocks().some(({ run }) => run)).toBe(false);
    writing.unjudge();
    suggestions
      .blocks()
      .find(({ run }) => run)
      ?.run?.();
    expect(writing.judging).toBe(true);
    writing.propose("  ");
    expect(writing.fields?.judgement, "there is no judgement before something is held to be so").toBeUndefined();
    writing.propose("Seoul will send an envoy by May");
    expect(writing.fields?.judgement).toMatchObject({ proposition: "Seoul will send an envoy by May", likelihood: "roughly-even" });
    await writing.leave();
  });
});
