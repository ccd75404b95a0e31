import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Key } from "./driver";
import { terminal } from "./program";
import { app, hands, onStage, sampleAt } from "./stage";
import { until } from "./wait";

/** One day at the desk, job after job in one window: a new dossier, a summit by hand, how it stands between the two, and changes of mind. */
const folder = onStage("jobs", () => {
  return { dossier: sampleAt(sample), dialogPath: folder, width: 1280, height: 800 };
});
const sample = join(folder, "beijing.dossier");
const summit = "Almaty and Valletta meet";

const stored = (dossier: string) =>
  (JSON.parse(execFileSync(terminal(), ["events", dossier, "--json"], { encoding: "utf8" })) as { events: { title: string }[] }).events.map(
    ({ title }) => title,
  );

test("a summit is made by hand in a new dossier: a vague date, two presidents nobody knows, a place, and where it stands", async () => {
  const { window } = app;
  await hands.command("New dossier");
  await hands.focuses("Title");
  await window.type("Almaty");
  await window.press(Key.enter);
  await hands.leavesDialog();
  await hands.sees("header .title", "Almaty");
  await hands.standing("timeline");
  await window.press(Key.control, "n");
  await hands.focuses("Title");
  await window.type(summit);
  await hands.choose("Kind", "summ", "Summit");
  await hands.tabTo("When");
  await window.type("early March 2026");
  await hands.sees("[role=dialog] output", "2026-03");
  await hands.choose("Place", "Tester Palace", "New place “Tester Palace”");
  for (const name of ["Aigerim Testova", "Carmelo Prova"]) {
    await hands.choose("Participants", name, `New person “${name}”`);
    await hands.sees("[role=dialog] .participants .name", name);
  }
  for (const [typed, country] of [
    ["Kazakh", "Kazakhstan"],
    ["Malta", "Malta"],
  ] as const) {
    await hands.choose("Participants", typed, country);
    await hands.sees("[role=dialog] .participants .name", country);
  }
  // What was typed stays as it was typed.
  expect(await window.run<string[]>("return [...document.querySelectorAll('[role=dialog] input')].map((one) => one.value)")).toContain(
    "early March 2026",
  );
  await app.leavePicture("job-summit-dialog");
  await window.press(Key.control, Key.enter);
  await hands.leavesDialog();
  await hands.sees("aside .inspector h3", summit);
  await hands.sees("aside .inspector", "Tester Palace");
  await hands.sees("aside .inspector", "March 2026");
  await hands.tabTo("Cite a source");
  await window.press(Key.enter);
  await hands.choose("Source", "Almaty Courier", "New source “Almaty Courier”");
  await hands.tabTo("Page or minute");
  await window.type("p. 4");
  await window.press(Key.enter);
  await hands.leavesDialog();
  await hands.sees("aside .inspector h3", summit);
  await hands.sees("aside .inspector .citation", "Almaty Courier");
  await hands.sees("aside .inspector .citation", "p. 4");
  await app.leavePicture("job-summit");
  expect(await app.complaints()).toEqual([]);
}, 120_000);

test("the record is searched, and filtered by two countries and a range of dates", async () => {
  await app.restart(sample);
  await hands.opened();
  const { window } = app;
  await hands.show("timeline");
  await window.press("/");
  await until("the focus to be in the search", () => window.run<boolean>("return document.activeElement?.type === 'search'"));
  await window.type("missile");
  await until("fewer events", async () => (await total()) < 36);
  await window.press(Key.control, "a");
  await window.press(Key.backspace);
  await until("every event", async () => (await total()) === 36);
  for (const country of ["China", "Japan"]) {
    await hands.tabTo(country);
    await window.press(" ");
  }
  await hands.sees("aside", "All of these");
  const both = await until("fewer events", async () => ((await total()) < 36 ? await total() : undefined));
  await window.run("document.activeElement.blur()");
  await hands.tabTo("Dates");
  await window.press(Key.enter);
  await hands.tabTo("From");
  await window.type("November 2025");
  await hands.sees("aside .dates output", "2025-11");
  await until("fewer events still", async () => (await total()) < both && (await total()) > 0);
  await app.leavePicture("job-filter");
  await hands.command("Clear filter");
  await until("every event", async () => (await total()) === 36);
  expect(await app.complaints()).toEqual([]);
}, 90_000);

test("a title is changed, taken back, done again, and all of it is there after a new start", async () => {
  await app.restart(sample);
  await hands.opened();
  const { window } = app;
  const title = "Li Qiang visits Pyongyang";
  // Who stood in a field and goes to an event by name is at the event, and no key of hers is typed into the field.
  await window.press("/");
  await until("the focus to be in the search", () => window.run<boolean>("return document.activeElement?.type === 'search'"));
  await hands.command(title);
  await hands.sees("aside .inspector h3", title);
  await window.press("e");
  await hands.focuses("Title");
  await window.press(Key.end);
  await window.type(" twice");
  await until("the change to be in the file", () => Promise.resolve(stored(sample).includes(`${title} twice`)));
  await window.press(Key.escape);
  await window.press(Key.control, "z");
  await until("the change to be taken back", () => Promise.resolve(stored(sample).includes(title)));
  await window.press(Key.control, Key.shift, "z");
  await until("the change to be there again", () => Promise.resolve(stored(sample).includes(`${title} twice`)));
  await app.restart(sample);
  await hands.opened();
  // The session before is over: from here on the window is another.
  await hands.command(`${title} twice`);
  await hands.sees("aside .inspector h3", `${title} twice`);
  await hands.tabTo("Changes");
  await app.window.press(Key.enter);
  await hands.sees("aside .inspector", "Title");
  await app.leavePicture("job-history");
  expect(await app.complaints()).toEqual([]);
}, 90_000);

/** How many events the filter leaves, as it says. */
const total = () => app.window.run<number>("return Number.parseInt(document.querySelector('aside .search p')?.textContent ?? '')");

test("the sheet of keys is whole in every view: what the view listens for stands on it", async () => {
  const { window } = app;
  for (const [view, wanted] of [
    ["timeline", ["Open the event", "Earlier or later, a page"]],
    ["relations", ["From country to country", "Open what is marked"]],
    ["notes", ["Link to anything on record", "Insert a judgement"]],
  ] as const) {
    await window.run("document.activeElement?.blur()");
    await hands.show(view);
    await window.press("?");
    await until("the sheet of keys", async () => (await hands.count("[role=dialog] dl")) > 0);
    for (const words of wanted) await hands.sees("[role=dialog] dt", words);
    expect(await hands.texts("[role=dialog] kbd")).not.toContain("pagedown");
    await app.leavePicture(`job-keys-${view}`);
    await window.press(Key.escape);
    await hands.leavesDialog();
  }
});
