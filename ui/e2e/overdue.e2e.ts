import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Key } from "./driver";
import { Hands } from "./hands";
import { Program, terminal } from "./program";

const folder = mkdtempSync(join(tmpdir(), "summitry-overdue-"));
const dossier = join(folder, "sample.dossier");

let app: Program;
let hands: Hands;

beforeAll(async () => {
  execFileSync(terminal(), ["new", dossier, "--sample", "beijing-2026"]);
  app = await Program.open({ dossier });
  hands = new Hands(app);
  await hands.opened();
});

afterEach(async (context) => {
  if (context.task.result?.state === "fail") await app.leavePicture(context.task.name.replaceAll(/\W+/g, "-"));
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

test("what became of a plan that came due is one key, and can be undone", async () => {
  await hands.tabTo(await due());
  await app.window.press(Key.enter);
  await hands.sees(".dialog-title", "Plans that came due");
  const first = (await hands.text("[role=dialog] .plan .title"))!;
  await app.leavePicture("overdue");
  await app.window.press("o");
  await hands.misses("[role=dialog] .plan .title", first);
  await hands.sees(".toast .text", first);
  await app.window.press(Key.escape);
  await hands.leavesDialog();
  await app.window.press(Key.control, "z");
  await hands.tabTo(await due());
  await app.window.press(Key.enter);
  await hands.sees("[role=dialog] .plan .title", first);
});

/** How the window says that plans are due. */
async function due(): Promise<string> {
  const said = await hands.texts("header .due");
  expect(said.length, "the window says that plans are due").toBe(1);
  return app.window.run<string>("return document.querySelector('header .due button').getAttribute('aria-label')");
}
