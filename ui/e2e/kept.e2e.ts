import { join } from "node:path";
import { expect, test } from "vitest";
import { app, hands, onStage, sampleAt } from "./stage";
import { sleep, until } from "./wait";

/** Low, so that the longest text of each view is longer than the window. */
onStage("kept", (folder) => ({ dossier: sampleAt(join(folder, "beijing.dossier")), width: 1280, height: 600 }));

/** After so long at rest a place is noted, in ms. */
const noted = 700;

const chosen = () => hands.text("[role=option][aria-selected=true] .title");
const top = (selector: string) =>
  app.window.run<number>("return Math.round(document.querySelector(arguments[0])?.scrollTop ?? -1)", selector);

/** Whether what is open bears the title: as a heading, or in a field. */
const SHOWS = `
  const titles = [...document.querySelectorAll(arguments[0] + " :is(h1, h2, input, textarea)")];
  return titles.some((one) => (one.value ?? one.textContent).trim() === arguments[1]);`;

/** Presses an item of the list on screen and scrolls what is open down as a wheel does; answers its title and how far it went. */
async function open(place: number, pane: string): Promise<{ title: string; far: number }> {
  await app.window.run("document.querySelectorAll('[role=option]')[arguments[0]].click()", place);
  await until("it to be chosen", () =>
    app.window.run<boolean>("return document.querySelectorAll('[role=option]')[arguments[0]].ariaSelected === 'true'", place),
  );
  const title = (await chosen()) ?? "";
  await until("it to be on screen", () => app.window.run<boolean>(SHOWS, pane, title));
  await until("its text to be longer than the window", () =>
    app.window.run<boolean>("const pane = document.querySelector(arguments[0]); return pane.scrollHeight > pane.clientHeight + 60", pane),
  );
  await app.window.run("document.querySelector(arguments[0]).scrollTop = 60", pane);
  await until("the text to be scrolled", async () => (await top(pane)) === 60);
  return { title, far: 60 };
}

test.each([
  ["sources", ".reader", 1],
  ["notes", ".sheet", 0],
] as const)("what is open in %s, and the place in it, are there in another view and after a restart", async (view, pane, longest) => {
  await hands.show(view);
  const { title, far } = await open(longest, pane);
  await app.window.run("document.activeElement?.blur()");
  await sleep(noted);
  await hands.show("relations");
  await hands.show(view);
  await hands.sees("[role=option][aria-selected=true]", title);
  await until("the place in the text", async () => (await top(pane)) === far);
  await sleep(noted);
  await app.restart();
  await hands.standing(view);
  await hands.sees("[role=option][aria-selected=true]", title);
  await until("the place in the text", async () => (await top(pane)) === far);
  expect(await app.complaints()).toEqual([]);
});
