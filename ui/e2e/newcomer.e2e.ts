import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { Key } from "./driver";
import { terminal } from "./program";
import { app, hands, onStage, sampleAt } from "./stage";
import { sleep, until } from "./wait";

const folder = onStage("newcomer", () => {
  sampleAt(dossier);
  execFileSync(terminal(), ["new", empty, "--title", "Seoul in spring"]);
  return { dossier: empty, width: 1280, height: 800, dialogPath: folder };
});
const dossier = join(folder, "beijing.dossier");
const empty = join(folder, "empty.dossier");
const summit = "Lee Jae Myung – Xi Jinping summit in Beijing";

beforeEach(async (context) => {
  await app.restart(context.task.name.startsWith("An empty") ? empty : dossier);
  await hands.opened();
});

/** What the strip at the foot says is visible. */
const visible = () => app.window.run<string>("return document.querySelector('.overview').getAttribute('aria-valuetext')");

/** Presses twice on a free place of a lane. */
async function pressTwice(lane: number): Promise<void> {
  await app.window.run(
    `const stage = document.querySelector("main [role=application]");
     const head = document.querySelectorAll(".heads .head")[arguments[0]].getBoundingClientRect();
     const box = stage.getBoundingClientRect();
     const at = { clientX: box.left + 3, clientY: head.top + 4, bubbles: true };
     stage.dispatchEvent(new MouseEvent("dblclick", at));`,
    lane,
  );
}

test("An empty dossier says how it fills, each way with its key, in every view", async () => {
  await hands.show("timeline");
  await hands.sees("main h2", "Nothing has happened here yet");
  const ways = await hands.texts("main li button .label");
  expect(ways).toEqual(["Paste an article", "Open files…", "New event…", "Import…", "Open the sample"]);
  expect(await hands.texts("main li button kbd")).toEqual(["Ctrl", "V", "Ctrl", "Shift", "O", "Ctrl", "N"]);
  const year = new Date().getFullYear();
  expect(await visible()).toContain(String(year));
  for (const view of ["relations", "sources", "notes", "review"] as const) {
    await hands.show(view);
    await until(`ways to fill ${view}`, async () => (await hands.count("main li button .label")) > 0);
  }
  await hands.show("timeline");
  await hands.tabTo("New event");
  await app.window.press(Key.enter);
  await hands.focuses("Title");
  await app.window.press(Key.escape);
  await hands.leavesDialog();
  await hands.focuses("New event");
  expect(await app.complaints()).toEqual([]);
});

test("New is in sight, and makes every noun", async () => {
  await hands.standing("timeline");
  await app.window.click(await app.window.find("header button[aria-haspopup=menu]:not(.title)"));
  await until("the menu", async () => (await hands.count("[role=menuitem]")) > 0);
  const lines = await hands.texts("[role=menuitem] .label");
  expect(lines.slice(0, 4)).toEqual(["Event", "Statement", "Tie", "Note"]);
  expect(lines).toContain("Paste an article");
  await app.window.press(Key.down);
  await app.window.press(Key.enter);
  await until("the dialog", async () => (await hands.count("[role=dialog] form")) > 0);
  await hands.focuses("Title");
});

test("a second press on a lane makes an event there and then, and it is taken back by name", async () => {
  const { window } = app;
  await hands.standing("timeline");
  await until("the lanes", async () => (await hands.count(".heads .head")) > 0);
  const country = (await hands.texts(".heads .text"))[0] ?? "";
  await pressTwice(0);
  await hands.focuses("Title");
  await hands.sees("[role=dialog] .participants .name", country);
  await until("a date", () =>
    window.run<boolean>("return /\\d{4}/.test(document.querySelector('[role=dialog] output')?.textContent ?? '')"),
  );
  await window.type("Rare earths on the table");
  await window.press(Key.enter);
  await hands.leavesDialog();
  await hands.sees("aside h3", "Rare earths on the table");
  await window.press(Key.control, "z");
  await hands.sees(".toast", "Undone: add event “Rare earths on the table”");
  await hands.misses("aside h3", "Rare earths on the table");
  await window.click(await window.find(".toast .act"));
  await hands.sees(".toast", "Done again: add event “Rare earths on the table”");
  await hands.sees("aside h3", "Rare earths on the table");
  await window.press(Key.control, "z");
  await hands.misses("aside h3", "Rare earths on the table");
});

test("what is chosen in the palette is gone to from any view, and where one stood is kept", async () => {
  const { window } = app;
  await hands.show("timeline");
  await window.press("+");
  await window.press("+");
  await until("a closer look", async () => !(await visible()).includes("2024"));
  await hands.show("notes");
  await hands.command("Donald Trump begins his second term");
  await hands.standing("timeline");
  await hands.sees("aside .inspector h3", "Donald Trump begins his second term");
  await until("the timeline to come to it", async () => (await visible()).includes("2024"));
  const before = await visible();
  await window.press("]");
  await hands.show("sources");
  await hands.show("timeline");
  expect(await visible()).toBe(before);
  const day = await hands.text("header .as-of");
  await until("the place to be written", () =>
    window.run<boolean>("return Object.keys(localStorage).some((key) => key.startsWith('summitry:place:'))"),
  );
  await sleep(800);
  await app.restart(dossier);
  await hands.opened();
  expect(await visible()).toBe(before);
  expect(await hands.text("header .as-of")).toBe(day);
});

test("a fact is disputed where it stands, and both values are read there", async () => {
  const { window } = app;
  await hands.show("timeline");
  await hands.command(summit);
  await hands.sees("aside .inspector h3", summit);
  await hands.tabTo("Add a differing value: When");
  await window.press(Key.enter);
  await until("the dialog", async () => (await hands.count("[role=dialog] form")) > 0);
  await hands.focuses("Value");
  await window.type("6 January 2026");
  await hands.sees("[role=dialog] output", "2026-01-06");
  await window.press(Key.enter);
  await hands.leavesDialog();
  await hands.sees("aside .inspector", "6 January 2026");
  await hands.sees("aside .inspector h3", summit);
  expect(await hands.text("aside")).not.toMatch(/event:[0-9a-f]{4}/);
  await window.press(Key.control, "z");
  await hands.sees(".toast", "Undone");
});

test("a look into the past says why nothing can be changed, and the way back, wherever something is tried", async () => {
  const { window } = app;
  await hands.show("timeline");
  await hands.tabTo("as of");
  await window.press(Key.enter);
  await until("the dates", async () => (await hands.count("[role=dialog] input")) > 1);
  await hands.tabTo("What was known on");
  await window.type("1 Jan 2026");
  await hands.sees("[role=dialog]", "2026-01-01");
  await window.press(Key.enter);
  await hands.leavesDialog();
  await hands.sees("header .read-only", "Read-only");
  await window.press(Key.control, "n");
  await hands.sees(".toast", "The past cannot be changed");
  expect(await hands.count("[role=dialog]")).toBe(0);
  await window.click(await window.find(".toast .act"));
  await until("the present", async () => (await hands.count("header .read-only")) === 0);
});
