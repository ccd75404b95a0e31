import { beforeEach, expect, test } from "vitest";
import { carryBy } from "../src/api";
import { Shelf } from "../src/forms";
import { session } from "../src/state";
import { FakeHost } from "./fake-host";
import { sources } from "./sample";

const [first = "", second = ""] = sources.map(({ item }) => item.reference);
let shelf: Shelf;

beforeEach(async () => {
  carryBy(new FakeHost().call);
  await session.start();
  shelf = new Shelf("source");
});

test("shows the one wished for, else the first", async () => {
  expect(shelf.known).toBe(false);
  await shelf.follow();
  expect([shelf.orFirst(second), shelf.orFirst(null), shelf.orFirst("source:gone")]).toEqual([second, first, first]);
});

test("waits for the list before it takes a new item for gone", async () => {
  await shelf.follow();
  await session.apply({ verb: "remove", items: [] });
  expect(shelf.orFirst("source:new")).toBe("source:new");
  await shelf.follow();
  expect(shelf.orFirst("source:new")).toBe(first);
});

test("finds words in titles at once and in texts by search", async () => {
  const named = sources.map(({ item }) => item).find(({ title }) => title.includes("Great Hall"))!;
  const other = sources.map(({ item }) => item).find(({ title }) => !title.includes("Great Hall"))!;
  const hit = { item: other, kind: "source", snippet: "", marks: [] };
  carryBy(new FakeHost({ search: () => ({ hits: [hit] }) }).call);
  await shelf.follow();
  const search = shelf.find("great hall");
  expect(shelf.shown.map(({ item }) => item.reference)).toEqual([named.reference]);
  await search;
  expect(shelf.shown.map(({ item }) => item.reference).sort()).toEqual([named.reference, other.reference].sort());
});
