import { execFileSync } from "node:child_process";
import { writeFileSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { Program, terminal } from "./program";
import { Hands } from "./hands";
import { Key } from "./driver";
import { sleep, until } from "./wait";
export async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "pics-"));
  const [full, empty] = [join(folder, "b.dossier"), join(folder, "e.dossier")];
  execFileSync(terminal(), ["new", full, "--sample", "beijing-2026"]);
  execFileSync(terminal(), ["new", empty, "--title", "Seoul in spring"]);
  const app = await Program.open({ dossier: empty, width: 1280, height: 800 });
  const hands = new Hands(app);
  const shot = async (name: string) => { await sleep(500); writeFileSync(`/tmp/pics/${name}.png`, await app.window.picture()); console.log(name); };
  const at = async (view: string, theme: string, lang: string) => { await app.window.run("location.hash = arguments[0]", `view=${view}&theme=${theme}&lang=${lang}`); await sleep(800); };
  try {
    await hands.opened();
    await at("timeline", "light", "en"); await shot("empty-light-en");
    await at("timeline", "dark", "ko"); await shot("empty-dark-ko");
    await at("sources", "light", "ko"); await shot("sources-light-ko");
    await at("relations", "dark", "en"); await shot("relations-dark-en");
    await app.restart(full); await hands.opened();
    await at("timeline", "light", "en");
    await app.window.click(await app.window.find("header button[aria-haspopup=menu]:not(.title)")); await shot("new-light-en");
    await app.window.press(Key.escape);
    await at("timeline", "dark", "ko");
    await app.window.click(await app.window.find("header button[aria-haspopup=menu]:not(.title)")); await shot("new-dark-ko");
    await app.window.press(Key.escape); await sleep(300);
    await at("timeline", "light", "en");
    await hands.command("Lee Jae Myung – Xi Jinping summit in Beijing"); await sleep(1000);
    await shot("selected-light-en");
    await hands.tabTo("Add a differing value: When"); await shot("fact-light-en");
    await app.window.press(Key.enter); await shot("claim-light-en");
    await app.window.press(Key.escape); await sleep(300);
    await app.window.press("?"); await shot("keys-light-en"); await app.window.press(Key.escape); await sleep(300);
    await app.window.run("document.querySelector('main [role=application]').focus()");
    await app.window.press(Key.delete); await sleep(500); await app.window.press(Key.control, "z"); await shot("undo-light-en");
    await at("timeline", "dark", "ko"); await app.window.press(Key.control, "k"); await sleep(600); await app.window.type("새 사겅"); await shot("palette-dark-ko");
  } finally { await app.close(); }
}
