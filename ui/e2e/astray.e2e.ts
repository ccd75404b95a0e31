import { randomUUID } from "node:crypto";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Key } from "./driver";
import { terminal } from "./program";
import { app, hands, onStage, sampleAt } from "./stage";

const folder = onStage("astray", () => {
  for (const inside of [copies, join(folder, "elsewhere")]) mkdirSync(inside);
  return { dossier: sampleAt(opened), dialogPath: copies };
});
const copies = join(folder, "copies");
const opened = join(folder, "opened.dossier");
const moved = join(folder, "elsewhere/moved.dossier");

const addNote = (title: string) =>
  app.ask("apply", { edit: { verb: "put", typing: false, item: { type: "note", id: randomUUID(), title, body: "", attached_to: [] } } });

const found = (dossier: string, title: string) =>
  execFileSync(terminal(), ["search", dossier, title, "--json"], { encoding: "utf8" }).includes(title);

test("a dossier that is moved while open is gone on with where it is", async () => {
  await addNote("Written before the move");
  renameSync(opened, moved);
  await hands.sees(".toast .text", moved);
  await addNote("Written after the move");
  expect(existsSync(opened)).toBe(false);
  for (const title of ["Written before the move", "Written after the move"]) expect(found(moved, title), title).toBe(true);
});

test("a dossier that is deleted while open is saved as a copy and gone on with there", async () => {
  rmSync(moved);
  await hands.sees("[role=alert] p", "was deleted");
  await app.leavePicture("file-gone");
  await hands.tabTo("Save a copy");
  await app.window.press(Key.enter);
  await hands.misses("[role=alert] p", "was deleted");
  await addNote("Written into the copy");
  const [copy = ""] = readdirSync(copies).filter((file) => file.endsWith(".dossier"));
  for (const title of ["Written after the move", "Written into the copy"]) expect(found(join(copies, copy), title), title).toBe(true);
});
