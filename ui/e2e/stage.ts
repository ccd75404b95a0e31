import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll } from "vitest";
import { Hands } from "./hands";
import { Program, terminal, type Options } from "./program";

/** The window that the flows of a file drive, and the hands in it: there from the first flow on. */
export let app: Program;
export let hands: Hands;

/**
 * Opens the window before the flows of a file as `opening` says, which may first make what is needed in the folder that is their own.
 * A flow that fails leaves a picture; afterwards window and folder are gone. Answers the folder.
 */
export function onStage(name: string, opening: (folder: string) => Options): string {
  const folder = mkdtempSync(join(tmpdir(), `summitry-${name}-`));
  beforeAll(async () => {
    app = await Program.open(opening(folder));
    hands = new Hands(app);
    await hands.opened();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await app.leavePicture(task.name.replaceAll(/\W+/g, "-"));
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Makes a dossier of the sample; answers its path. */
export function sampleAt(path: string): string {
  execFileSync(terminal(), ["new", path, "--sample", "beijing-2026"]);
  return path;
}
