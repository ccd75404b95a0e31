import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Item } from "../src/api";
import { blank, fieldsFor, fieldsOf, ItemForm, shownFields, type FormNoun } from "../src/forms";

/** Items in the form in which the core keeps and sends them: those of the shipped sample, each field of theirs as the core wrote it. */
const { items } = JSON.parse(readFileSync("../data/samples/beijing-2026/dossier.json", "utf8")) as {
  items: (Item & { recorded_at?: string })[];
};

const kept: Item[] = items.map(({ recorded_at: _, ...item }) => item);

/** What the sample lacks: shapes that a form must carry all the same. */
const rare: Item[] = [
  { ...blank("claim"), item: "event:1", value: { attribute: "amount", value: { value: 28500, unit: "troops", qualifier: "roughly" } } },
  { ...blank("claim"), item: "event:1", value: { attribute: "other", value: { name: "venue", words: "Great Hall" } }, chosen: true },
  {
    ...blank("event"),
    title: "Imported",
    status: [{ status: "announced", on: "2026-01-02", source: "1", remark: "by both" }, { status: "occurred" }],
    original: { scheme: "CAMEO", code: "036", version: "1.1", value: 4 },
    weight: { value: -7.5, reason: "more than its kind" },
    when: { edtf: "2026-01~", text: "early in the year", relative: { relation: "after", event: "2", within_days: 60 } },
  },
  { ...blank("citation"), item: "event:1", source: "1", coder: { rule: "meet.future" }, fate: { changed: { was: "words cited first" } } },
  {
    ...blank("place"),
    name: "Incheon",
    other_names: [{ text: "인천", language: "ko" }],
    coordinates: { latitude: 37.45, longitude: 126.7 },
  },
];

/** What is sent of an item: the bridge carries JSON. */
const sent = (item: Item): unknown => JSON.parse(JSON.stringify(item));

describe("any item", () => {
  test("shown in its form, every field set to what it shows, is sent back unchanged", () => {
    for (const item of [...kept, ...rare]) {
      const form = new ItemForm(item, false);
      for (const field of shownFields(item, () => true)) form.fill({ ...field, then: undefined }, form.value(field.path));
      expect(sent(form.draft)).toEqual(sent(item));
    }
  });

  test("has fields that lie within it", () => {
    const nouns = Object.keys(fieldsOf) as FormNoun[];
    expect(nouns.filter((noun) => !kept.some(({ type }) => type === noun) && !rare.some(({ type }) => type === noun))).toEqual([]);
    for (const item of [...kept, ...rare].filter(({ type }) => type in fieldsOf)) {
      const tops = fieldsFor(item).map(({ path }) => path.split(".", 1)[0]!);
      const carried = Object.keys(item).filter((name) => !tops.includes(name));
      // What no form shows: it is carried because the item is whole.
      expect(
        carried.every((name) => unshown.includes(name)),
        `${item.type}: ${carried.join()}`,
      ).toBe(true);
    }
  });
});

const unshown = ["type", "id", "original", "coder", "fate", "citation", "chosen", "reason", "body", "judgement", "other_names"];
