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

/** How long a view must have been ready without a break: its parts ask for what they show one after the other. */
const steadyMs = 1_500;

/** Goes to the view by its address and waits until the page says that it stands and its fonts are there. */
async function show(app: Program, view: string, theme: string, language: string): Promise<void> {
  const { window } = app;
  const address = new URLSearchParams({ view, theme, lang: language }).toString();
  await window.run("location.hash = arguments[0];", address);
  let since = 0;
  await until(`the view ${view} to be ready`, async () => {
    const ready = await window.run<boolean>(
      "return document.documentElement.dataset.ready === arguments[0] && document.fonts.status === 'loaded'",
      view,
    );
    since = ready ? since || Date.now() : 0;
    return ready && Date.now() - since > steadyMs;
  });
  await sleep(300);
}
