import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { terminal } from "./program";
import { app, hands, onStage, sampleAt } from "./stage";

/** Every dialog is answered with a file in here. */
const folder = onStage("exchange", () => {
  mkdirSync(chosen);
  return { dossier: sampleAt(join(folder, "sample.dossier")), dialogPath: chosen, width: 1280, height: 800 };
});
const chosen = join(folder, "chosen");
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
