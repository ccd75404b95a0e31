import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { steadyPicture } from "./picture";
import { Program } from "./program";
import { until } from "./wait";

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
      writeFileSync(file, await steadyPicture(app.window));
      console.log(`${view}: ${file}`);
    }
  } finally {
    await app.close();
  }
}

/** Goes to the view by its address and waits until the page says that it is painted. */
async function show({ window }: Program, view: string, theme: string, language: string): Promise<void> {
  const address = new URLSearchParams({ view, theme, lang: language }).toString();
  // The page hears of its new address a moment later.
  await window.run("location.hash = arguments[0]; return new Promise((heard) => setTimeout(heard, 100));", address);
  await until(`the view ${view} to be ready`, () =>
    window.run<boolean>("return document.documentElement.dataset.ready === arguments[0]", view),
  );
}
