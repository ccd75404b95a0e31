import { randomUUID } from "node:crypto";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Key } from "./driver";
import { Hands } from "./hands";
import { Program } from "./program";
import { app, hands, onStage, sampleAt } from "./stage";

// Wide enough for filter and inspector to stand beside the picture.
const folder = onStage("opening", () => ({ dossier: sampleAt(sample), width: 1920, height: 1080 }));
const sample = join(folder, "sample.dossier");

/** Writes a file of that name in a folder of its own, starts the program on it, and returns what the window says. */
async function troubleWith(name: string, bytes: Buffer): Promise<string> {
  const own = mkdtempSync(join(folder, "own-"));
  const file = join(own, name);
  writeFileSync(file, bytes);
  await app.restart(file);
  await hands.sees("[role=alert] h2", `${name} could not be opened`);
  const said = (await hands.text("[role=alert] p")) ?? "";
  expect(readFileSync(file).equals(bytes), "the file is as it was").toBe(true);
  expect(readdirSync(own), "nothing stands beside it").toEqual([name]);
  expect(await hands.count("main button"), "there are ways on").toBeGreaterThan(1);
  return said;
}

/** The sample's bytes with a number of its header replaced (https://www.sqlite.org/fileformat.html#the_database_header). */
function withHeader(offset: number, value: number): Buffer {
  const bytes = readFileSync(sample);
  bytes.writeUInt32BE(value, offset);
  return bytes;
}

test("a file that is no dossier is refused and left alone", async () => {
  expect(await troubleWith("letter.dossier", Buffer.from("Dear ambassador,\n".repeat(500)))).toContain("not a Summitry dossier");
  expect(await troubleWith("empty.dossier", Buffer.alloc(0))).toContain("not a Summitry dossier");
});

test("a database of another program is refused and left alone", async () => {
  expect(await troubleWith("other.dossier", withHeader(68, 0x47504b47))).toContain("not a Summitry dossier");
});

test("a dossier of a newer version is refused and left alone", async () => {
  expect(await troubleWith("newer.dossier", withHeader(60, 999))).toContain("newer Summitry");
});

test("a broken dossier is refused and left alone", async () => {
  const bytes = readFileSync(sample);
  expect(await troubleWith("short.dossier", bytes.subarray(0, bytes.length / 3))).toContain("damaged");
});

test("a missing file is named", async () => {
  await app.restart(join(folder, "gone.dossier"));
  await hands.sees("[role=alert] h2", "gone.dossier could not be opened");
  expect(readdirSync(folder)).not.toContain("gone.dossier");
});

test("a dossier that is open elsewhere can be read, not written, and its writer goes on", async () => {
  const shared = join(folder, "shared.dossier");
  copyFileSync(sample, shared);
  const writer = await Program.open({ dossier: shared });
  try {
    await new Hands(writer).opened();
    await app.restart(shared);
    await hands.opened();
    await hands.sees("header .read-only", "Read-only");
    await hands.sees("aside", "36 events");
    await app.window.press(Key.control, "n");
    const item = { type: "topic", id: randomUUID(), name: "Fisheries" };
    await expect(app.ask("apply", { edit: { verb: "put", item, typing: false } })).rejects.toThrow("read-only");
    expect(await hands.count("[role=dialog]")).toBe(0);
    await writer.ask("apply", { edit: { verb: "put", item, typing: false } });
  } finally {
    await writer.close();
  }
});
