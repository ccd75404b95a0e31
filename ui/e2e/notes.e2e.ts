import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { Key } from "./driver";
import { app, hands, onStage, sampleAt } from "./stage";
import { sleep, until } from "./wait";

onStage("notes", (folder) => ({ dossier: sampleAt(join(folder, "beijing.dossier")), width: 1280, height: 800 }));

const text = async () => (await hands.text(".cm-content")) ?? "";

/** Begins an empty line at the end of the note on the desk. */
beforeEach(async () => {
  await app.window.run("document.activeElement?.blur()");
  await hands.show("notes");
  await until("the editor to take the focus", () =>
    app.window.run<boolean>("document.querySelector('.cm-content')?.focus(); return document.activeElement?.matches('.cm-content')"),
  );
  await app.window.press(Key.control, Key.end);
  await app.window.press(Key.enter);
  await app.window.press(Key.enter);
});

/** What of the list of proposals cannot be seen, as it is measured and as it is painted. */
const HIDDEN = `
  const list = document.querySelector(".cm-tooltip-autocomplete");
  const box = list.getBoundingClientRect();
  const faults = [];
  if (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight) faults.push(JSON.stringify(box));
  for (const [x, y] of [[box.left + 6, box.top + 6], [box.right - 6, box.top + 6], [box.left + 6, box.bottom - 6], [box.right - 6, box.bottom - 6]])
    if (!list.contains(document.elementFromPoint(x, y))) faults.push("covered or cut off at " + x + ", " + y);
  return faults;`;

test("@ offers people first with the office of the day, then countries, and puts a link", async () => {
  const { window } = app;
  await window.type("Seen by @Lee");
  await until("the proposals", async () => (await hands.count(".cm-tooltip-autocomplete li")) > 1);
  await until("people with their offices", async () =>
    (await hands.text(".cm-tooltip-autocomplete li[aria-selected]"))
      ?.replace(/\s+/g, " ")
      .startsWith("Lee Jae Myung President of South Korea"),
  );
  expect(await window.run<string[]>(HIDDEN)).toEqual([]);
  await app.leavePicture("notes-people");
  await window.press(Key.enter);
  await until("the link", () =>
    window.run<boolean>("return [...document.querySelectorAll('.note-link')].some((one) => one.textContent === 'Lee Jae Myung')"),
  );
  expect(await app.complaints()).toEqual([]);
});

test.each([
  [1280, 800, 1],
  [960, 600, 1],
  [960, 600, 2],
])("the proposals are whole at %d × %d, %d times as large", async (width, height, times) => {
  const { window } = app;
  await window.resize(width, height);
  for (let step = 0; step < (times === 2 ? 5 : 0); step += 1) await window.press(Key.control, "+");
  try {
    await until("the page to be enlarged", () =>
      window.run<boolean>("return Math.abs(innerWidth - arguments[0]) <= 1", Math.floor(width / times)),
    );
    await window.type("@");
    await until("the proposals", async () => (await hands.count(".cm-tooltip-autocomplete li")) > 5);
    await until("the list to be laid out", async () => (await window.run<string[]>(HIDDEN)).length === 0);
    // The last is reached by scrolling. A key pressed as the list opens is not meant for it.
    await sleep(200);
    await window.press(Key.up);
    await until("the last to be in sight", () =>
      window.run<boolean>(`
        const [list, one] = [document.querySelector(".cm-tooltip-autocomplete"), document.querySelector(".cm-tooltip-autocomplete li[aria-selected]")];
        return one.matches(":last-child") && one.getBoundingClientRect().bottom <= list.getBoundingClientRect().bottom + 1;`),
    );
    await app.leavePicture(`notes-list-${width}-${times}`);
    await window.press(Key.escape);
  } finally {
    await window.press(Key.control, "0");
    await window.resize(1280, 800);
  }
});

test("marks of Markdown are seen where the cursor is", async () => {
  const { window } = app;
  await window.type("A **firm** word and `code`");
  expect(await text()).toContain("A **firm** word and `code`".replace("**firm**", "firm"));
  await window.press(Key.enter);
  await window.type("## Next");
  await window.press(Key.enter);
  await until("the marks to be hidden", async () => (await text()).includes("A firm word and code"));
  await until("the mark of the heading to be hidden", async () => /(^|\n)Next(\n|$)/.test(await text()));
  await app.leavePicture("notes-marks");
  await window.press(Key.up);
  await until("the mark of the heading to be back", async () => (await text()).includes("## Next"));
});

test("a judgement says what will be so, how likely that is, and how sure one is of it", async () => {
  const { window } = app;
  await hands.command("New note");
  await until("the title to take the focus", async () => (await hands.focused()).startsWith("Title"));
  await window.type("Will they meet again?");
  await window.press(Key.enter);
  await hands.leavesDialog();
  await hands.sees("[role=option][aria-selected=true]", "Will they meet again?");
  await hands.tabTo("Judgement");
  await window.press(Key.enter);
  await until("the proposition to take the focus", async () => (await hands.focused()).startsWith("Proposition"));
  await window.type("Lee and Xi will meet again by the end of 2026");
  await window.press(Key.enter);
  await hands.tabTo("Horizon");
  await window.type("end of 2026");
  await window.press(Key.tab);
  await window.press(Key.escape);
  await hands.sees(".sheet .proposition", "Lee and Xi will meet again by the end of 2026");
  await hands.sees(".sheet section dl", "Likelihood");
  await hands.sees(".sheet section dl", "Confidence");
  await hands.sees(".sheet section dl", "December 2026");
  await app.leavePicture("job-judgement");
  await hands.show("timeline");
  await hands.show("notes");
  await hands.sees(".sheet .proposition", "Lee and Xi will meet again by the end of 2026");
  expect(await app.complaints()).toEqual([]);
});
