import { execFileSync, type ExecFileSyncOptionsWithStringEncoding } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { app, onStage } from "./stage";

/** Stands for every dialog's answer: names suggested by the program end up in here. */
const folder = onStage("files", (dialogPath) => ({ dialogPath }));
/** Older poppler complains about keys of newer PDF on standard error. */
const quietly: ExecFileSyncOptionsWithStringEncoding = { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] };

test("a copy is complete by itself", async () => {
  const { file } = await app.ask<{ file: string }>("save_copy");
  expect(file).toMatch(/\.dossier$/);
  expect(readFileSync(join(folder, file)).subarray(0, 15).toString()).toBe("SQLite format 3");
  expect(existsSync(join(folder, `${file}-wal`))).toBe(false);
});

test("the lossless form is JSON", async () => {
  const { file } = await app.ask<{ file: string }>("export_dossier");
  expect(() => JSON.parse(readFileSync(join(folder, file), "utf8")) as unknown).not.toThrow();
});

test("the brief is a tagged PDF with the dossier's words", async () => {
  const filter = {
    ...{ actors: [], any_actor: false, kinds: [], topics: [], statuses: [], overdue: false, grades: [] },
    ...{ text: null, from: null, to: null },
  };
  const request = {
    title: "A brief: for/reading",
    filter,
    known_on: null,
    as_of: null,
    parts: [],
    paper: "a4",
    marking: null,
    language: "en",
  };
  const { file, pages, events } = await app.ask<{ file: string; pages: number; events: number }>("save_brief", request);
  expect(file).toBe("A brief for reading.pdf");
  const facts = execFileSync("pdfinfo", [join(folder, file)], quietly);
  expect(facts).toMatch(/Tagged:\s+yes/);
  expect(facts).toMatch(new RegExp(`Pages:\\s+${pages}`));
  expect(events).toBeGreaterThan(16);
  expect(execFileSync("pdftotext", [join(folder, file), "-"], quietly)).toContain("Beijing");
});

test("a dossier that a dialog names is opened", async () => {
  const session = await app.ask<{ dossier: { counts: { events: number } } }>("open_dossier");
  expect(session.dossier.counts.events).toBeGreaterThan(16);
});
