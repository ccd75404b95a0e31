import { beforeEach, expect, test } from "vitest";
import { carryBy } from "../src/api";
import { Shelf } from "../src/forms";
import { session } from "../src/state";
import { FakeHost } from "./fake-host";
import { itemAnswers } from "./fake-items";

let shelf: Shelf;

beforeEach(async () => {
  carryBy(new FakeHost(itemAnswers).call);
  await session.start();
  shelf = new Shelf("source");
});

test("shows the one wished for, else the first", async () => {
  expect(shelf.known).toBe(false);
  await shelf.follow();
  expect([shelf.orFirst("source:2"), shelf.orFirst(null), shelf.orFirst("source:gone")]).toEqual(["source:2", "source:1", "source:1"]);
});

test("waits for the list before it takes a new item for gone", async () => {
  await shelf.follow();
  await session.apply({ verb: "remove", items: [] });
  expect(shelf.orFirst("source:new")).toBe("source:new");
  await shelf.follow();
  expect(shelf.orFirst("source:new")).toBe("source:1");
});

test("finds words in titles at once and in texts by search", async () => {
  const hit = { item: { reference: "source:2", title: "", detail: null, flag: null }, kind: "source", snippet: "", marks: [] };
  carryBy(new FakeHost({ ...itemAnswers, search: () => ({ hits: [hit] }) }).call);
  await shelf.follow();
  const search = shelf.find("courier");
  expect(shelf.shown.map(({ item }) => item.reference)).toEqual(["source:1"]);
  await search;
  expect(shelf.shown.map(({ item }) => item.reference)).toEqual(["source:1", "source:2"]);
});
