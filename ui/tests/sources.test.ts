import { beforeEach, describe, expect, test } from "vitest";
import { carryBy } from "../src/api";
import { charactersBefore, paragraphsOf, unitsOf } from "../src/forms/passages";
import { openAddress, readAddress } from "../src/features/sources/address";
import { SourceReading } from "../src/features/sources/sources.svelte";
import { creation, makeOf, passage, idOf } from "../src/forms";
import { selection, session } from "../src/state";
import { FakeHost } from "./fake-host";
import { cited, sourceItem, sourceText } from "./sample";

const text = "A 🤝 in Beijing.\n\nThen home.";
const span = (reference: string, start: number, end: number) => ({ ...cited, reference, start, end });

describe("positions", () => {
  test("of Unicode characters become those of the page", () => {
    expect([...unitsOf(text, [0, 2, 3, 4, 999])]).toEqual([
      [0, 0],
      [2, 2],
      [3, 4],
      [4, 5],
      [999, text.length],
    ]);
  });

  test("and back", () => {
    for (const character of [0, 2, 3, 10]) expect(charactersBefore(text, unitsOf(text, [character]).get(character)!)).toBe(character);
  });
});

describe("paragraphs", () => {
  test("leave out empty lines and keep positions", () => {
    expect(paragraphsOf(text, []).map(({ from, pieces }) => [from, pieces[0]?.text])).toEqual([
      [0, "A 🤝 in Beijing."],
      [18, "Then home."],
    ]);
  });

  test("are cut where passages begin and end, also where they overlap and run on", () => {
    const pieces = paragraphsOf(text, [span("a", 2, 8), span("b", 4, 21)]).map((paragraph) =>
      paragraph.pieces.map(({ text, references }) => [text, references.join("+")]),
    );
    expect(pieces).toEqual([
      [
        ["A ", ""],
        ["🤝 ", "a"],
        ["in B", "a+b"],
        ["eijing.", "b"],
      ],
      [
        ["Then", "b"],
        [" home.", ""],
      ],
    ]);
  });

  test("join to the text they came from", () => {
    const all = paragraphsOf(sourceText, [span("a", 10, 40), span("b", 30, 200)])
      .flatMap(({ pieces }) => pieces.map((piece) => piece.text))
      .join("");
    expect(all).toBe(sourceText.replaceAll("\n", ""));
  });
});

describe("reading", () => {
  let host: FakeHost;
  let reading: SourceReading;
  beforeEach(async () => {
    host = new FakeHost();
    carryBy(host.call);
    await session.start();
    reading = new SourceReading();
    passage.source = sourceItem.reference;
    await reading.follow();
  });

  test("a passage selects what it is cited for", () => {
    reading.press([cited.reference]);
    expect([selection.current, passage.citation]).toEqual([cited.item.reference, cited.reference]);
  });

  test("chosen words are trimmed and counted in characters", () => {
    const from = sourceText.indexOf(" early in the");
    expect(reading.chosen(from, from + 14)).toEqual({
      source: sourceItem.reference,
      start: [...sourceText.slice(0, from + 1)].length,
      exact: "early in the",
    });
    expect(reading.chosen(3, 3)).toBeUndefined();
  });

  test("words make an event that cites them", () => {
    makeOf("event", { source: sourceItem.reference, start: 27, exact: "The presidents met" });
    expect(creation.request?.item).toMatchObject({ type: "event", title: "The presidents met" });
    // Event and citation are made in one step.
    expect(creation.request?.citation).toMatchObject({
      source: idOf(sourceItem.reference),
      anchor: { exact: "The presidents met", prefix: "", suffix: "", start: 27, end: 45 },
      credibility: 6,
      coder: "person",
    });
    creation.request?.then?.("event:99");
    expect(selection.current).toBe("event:99");
  });
});

describe("an address", () => {
  test("is opened exactly as it was shown", async () => {
    const host = new FakeHost({ read_address: () => ({ before: "https://", host: "xn--pple-43d.com", after: "/a" }) });
    carryBy(host.call);
    const parts = await readAddress("https://\u0430pple.com/a");
    expect(parts?.host).toBe("xn--pple-43d.com");
    expect(await openAddress(parts!)).toBe(true);
    expect(host.requests("open_address")).toEqual([{ address: "https://xn--pple-43d.com/a" }]);
  });
});
