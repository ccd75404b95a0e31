import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Key } from "./driver";
import { terminal } from "./program";
import { app, hands, onStage, sampleAt } from "./stage";
import { until } from "./wait";

/** The dialog for files is answered with the one document, whatever is in it at the time. */
const folder = onStage("import", () => {
  mkdirSync(chosen);
  const sample = sampleAt(join(folder, "sample.dossier"));
  execFileSync(terminal(), ["export", sample, "--format", "json", "-o", document]);
  execFileSync(terminal(), ["new", empty, "--title", "Seoul in spring"]);
  return { dossier: empty, dialogPath: document, width: 1280, height: 800 };
});
const chosen = join(folder, "chosen");
const empty = join(folder, "empty.dossier");
const document = join(chosen, "Beijing, January 2026.json");

const dossier = async () =>
  (await app.ask<{ dossier: { title: string; counts: { events: number }; change: { undo: { name: string } | null } } }>("session")).dossier;

/** Begins by keyboard from the empty view, and waits for what the dialog offers first. */
async function begin(first: string): Promise<void> {
  await hands.sees("main", "Import…");
  await hands.tabTo("Import…");
  await app.window.press(Key.enter);
  await until("the dialog to offer its act", () => app.window.run<boolean>("return document.activeElement.matches(arguments[0])", first));
}

async function takeBack(): Promise<void> {
  await app.window.click(await app.window.find(".toast .act"));
  await until("the record to be empty again", async () => (await dossier()).counts.events === 0);
}

test("an empty dossier shows the way, takes another over in one step, and lets go of it in one", async () => {
  await begin("[data-main]");
  await hands.sees("[role=dialog]", "A whole dossier");
  await app.window.press(Key.enter);
  await hands.sees(".toast", "Taken over from Beijing, January 2026.json: ");
  const taken = await dossier();
  expect([taken.title, taken.counts.events > 16, taken.change.undo?.name]).toEqual(["Beijing, January 2026", true, "import"]);
  await takeBack();
  expect((await dossier()).title).toBe("Seoul in spring");
  expect(await app.complaints()).toEqual([]);
});

test("a table asks which figure is the day, and comes in as told", async () => {
  writeFileSync(
    document,
    "Date,What,Country,With\n03/04/2026,Ministers meet,China,South Korea\n05/06/2026,Ministers meet again,China,South Korea\n",
  );
  await begin("[data-ask]");
  await app.window.press(Key.enter);
  await hands.sees("[role=dialog] [role=gridcell]", "3 April 2026");
  await until("the act to be next", () => app.window.run<boolean>("return document.activeElement.matches('[data-main]')"));
  await app.window.press(Key.enter);
  await until("both meetings to be there", async () => (await dossier()).counts.events === 2);
  await hands.sees("section.report", "2 events");
  await takeBack();
});

test("a file of no known form is refused with the reason, and nothing of it comes in", async () => {
  writeFileSync(document, "Excellency");
  const before = await dossier();
  await hands.sees("main", "Import…");
  await hands.tabTo("Import…");
  await app.window.press(Key.enter);
  await hands.sees("[role=dialog] [role=alert]", "It is in no format that Summitry reads.");
  await app.window.press(Key.escape);
  await hands.leavesDialog();
  expect(await dossier()).toEqual(before);
});
