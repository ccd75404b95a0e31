import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Program } from "./program";
import { sleep, until } from "./wait";

/** Opens each view and saves a picture of it. What and how comes from `cargo xtask shot` in the environment. */
export async function main(views: string[]): Promise<void> {
  const setting = (name: string): string => process.env[`SHOT_${name}`] ?? "";
  const [width, height] = setting("SIZE").split("x").map(Number);
  const folder = setting("OUTPUT");
  mkdirSync(folder, { recursive: true });
  const app = await Program.open({ dossier: setting("DOSSIER"), width, height });
  try {
    for (const view of views) {
      await show(app, view, setting("THEME"), setting("LANGUAGE"));
      const file = join(folder, `${view}.png`);
      writeFileSync(file, await app.window.picture());
      console.log(`${view}: ${file}`);
    }
  } finally {
    await app.close();
  }
}

/** Goes to the view by its address and waits until the page says that it stands and its fonts are there. */
async function show(app: Program, view: string, theme: string, language: string): Promise<void> {
  const { window } = app;
  const address = new URLSearchParams({ view, theme, lang: language }).toString();
  await window.run("location.hash = arguments[0];", address);
  // The mark of the view before goes with the page's next turn.
  await sleep(150);
  await until(`the view ${view} to be ready`, () =>
    window.run<boolean>(
      "return document.documentElement.dataset.ready === arguments[0] && document.fonts.status === 'loaded'",
      view,
    ),
  );
  // Transitions last up to 200 ms; a canvas is drawn when its fonts are there, and painted without a graphics card.
  await sleep(1500);
}
