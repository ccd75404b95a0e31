import { join } from "node:path";
import { expect, test } from "vitest";
import { Key } from "./driver";
import { app, hands, onStage, sampleAt } from "./stage";
import { until } from "./wait";

onStage("dialogs", (folder) => ({ dossier: sampleAt(join(folder, "beijing.dossier")), dialogPath: folder }));

/** Puts the focus on the picture of the timeline, from where dialogs are opened. */
async function onPicture(): Promise<void> {
  await hands.standing("timeline");
  await app.window.run("document.querySelector('main [role=application]').focus()");
}

const isOnPicture = () =>
  until("the focus to be on the picture", () => app.window.run<boolean>("return document.activeElement?.role === 'application'"));

/** Whether the focus is on the first field of the open dialog, not on what closes it. */
const isOnFirstField = (title: string) =>
  until(`the first field of “${title}”`, () =>
    app.window.run<boolean>(`
      const fields = [...document.querySelectorAll("[role=dialog] :is(input, textarea, [aria-haspopup=listbox])")].filter((one) => !one.disabled && one.tabIndex >= 0);
      return fields.length > 0 && fields[0] === document.activeElement;`),
  );

/** Every dialog that a command opens and that has fields. */
const dialogs = [
  "New dossier",
  "New event",
  "New statement",
  "New tie",
  "New actor",
  "New source",
  "New note",
  "New place",
  "New topic",
  "New office",
  "New tenure",
  "New link",
  "New citation",
  "New claim",
  "New assessment",
  "Capture: paste an article",
  "Capture: read a feed",
  "Save the brief",
  "Dossier settings",
];

test.each(dialogs)("%s begins with its first field and gives the focus back on Esc", async (title) => {
  await onPicture();
  await hands.command(title);
  await until("the dialog", async () => (await hands.count("[role=dialog]")) > 0);
  await isOnFirstField(title);
  await app.window.press(Key.escape);
  await hands.leavesDialog();
  await isOnPicture();
});

test.each(["Show all keys", "What this dossier has learned"])("%s can be read at once and is left by Esc", async (title) => {
  await onPicture();
  await hands.command(title);
  await until("the dialog", async () => (await hands.count("[role=dialog]")) > 0);
  await until("the focus to be inside, not on ✕", () =>
    app.window.run<boolean>(
      "return document.activeElement?.closest('[role=dialog] .content') !== null && !document.activeElement.matches('.close')",
    ),
  );
  await app.window.press(Key.escape);
  await hands.leavesDialog();
  await isOnPicture();
});

test("Enter makes a topic, the focus comes back, and comes back again when it is removed", async () => {
  const { window } = app;
  await onPicture();
  await hands.command("New topic");
  await hands.focuses("Name");
  await window.type("Rare earths on loan");
  await window.press(Key.enter);
  await hands.leavesDialog();
  await hands.sees("aside h3", "Rare earths on loan");
  await isOnPicture();
  await window.press("e");
  await hands.focuses("Name");
  await window.press(Key.escape);
  await isOnPicture();
  await window.press(Key.delete);
  await hands.sees(".toast", "Rare earths on loan");
  await isOnPicture();
  expect(await app.complaints()).toEqual([]);
});

test("a title with spaces makes a new dossier by Enter, and Esc in the palette gives the focus back", async () => {
  const { window } = app;
  await onPicture();
  await window.press(Key.control, "k");
  await until("the palette", async () => (await hands.count(".palette-input")) > 0);
  await window.press(Key.escape);
  await isOnPicture();
  await hands.command("New dossier");
  await isOnFirstField("New dossier");
  await window.type("Seoul and Beijing in spring");
  await window.press(Key.enter);
  await hands.leavesDialog();
  await hands.sees("header .title", "Seoul and Beijing in spring");
  expect(await app.complaints()).toEqual([]);
});
