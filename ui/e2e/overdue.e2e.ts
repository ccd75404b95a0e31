import { join } from "node:path";
import { expect, test } from "vitest";
import { Key } from "./driver";
import { app, hands, onStage, sampleAt } from "./stage";

onStage("overdue", (folder) => ({ dossier: sampleAt(join(folder, "sample.dossier")) }));

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
