import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Key } from "./driver";
import { terminal } from "./program";
import { app, hands, onStage, sampleAt } from "./stage";
import { until } from "./wait";

/** Every dialog is answered with a file in here. */
const folder = onStage("exchange", () => {
  mkdirSync(chosen);
  execFileSync(terminal(), ["new", empty, "--title", "Seoul in spring"]);
  return { dossier: sampleAt(join(folder, "sample.dossier")), dialogPath: chosen, width: 1280, height: 800 };
});
const chosen = join(folder, "chosen");
const empty = join(folder, "empty.dossier");
const document = join(chosen, "Beijing, January 2026.json");

const dossier = async () =>
  (
    await app.ask<{ dossier: { title: string; counts: { events: number; notes: number }; change: { undo: { name: string } | null } } }>(
      "session",
    )
  ).dossier;

test("a dossier that is exported comes back as a new one, word for word", async () => {
  await hands.command("Export as JSON");
  await hands.sees(".toast", "Saved as Beijing, January 2026.json");
  const { counts } = await dossier();
  await hands.command("New dossier from JSON");
  await hands.sees(".toast", `“Beijing, January 2026” now holds ${counts.events} events`);
  await hands.standing("timeline");
  expect((await dossier()).counts).toEqual(counts);
  const again = join(folder, "again.json");
  execFileSync(terminal(), ["export", join(chosen, "Beijing, January 2026.dossier"), "--format", "json", "-o", again]);
  expect(readFileSync(again, "utf8") === readFileSync(document, "utf8"), "byte for byte").toBe(true);
  expect(await app.complaints()).toEqual([]);
});

test("an empty dossier shows the way, takes the file over in one step, and lets go of it in one", async () => {
  await app.restart(empty);
  const { window } = app;
  await hands.opened();
  await hands.sees("main", "Import JSON…");
  await hands.tabTo("Import JSON");
  await window.press(Key.enter);
  await hands.sees(".toast", "Taken over from Beijing, January 2026.json: ");
  const taken = await dossier();
  expect([taken.title, taken.counts.events > 16, taken.change.undo?.name]).toEqual(["Beijing, January 2026", true, "import"]);
  await window.click(await window.find(".toast .act"));
  await until("the record to be empty again", async () => (await dossier()).counts.events === 0);
  await hands.sees("main", "Import JSON…");
  expect((await dossier()).title).toBe("Seoul in spring");
  expect(await app.complaints()).toEqual([]);
});

test("a file that is no dossier is refused by name, and nothing of it comes in", async () => {
  writeFileSync(join(chosen, "A letter.json"), JSON.stringify({ dear: "ambassador" }));
  const before = await dossier();
  await hands.tabTo("Import JSON");
  await app.window.press(Key.enter);
  await hands.sees(".toast", "A letter.json: ");
  await hands.sees(".toast", "Nothing was imported.");
  expect(await dossier()).toEqual(before);
});
