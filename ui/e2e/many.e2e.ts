import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Hands } from "./hands";
import { layoutFaults } from "./layout";
import { Program, terminal } from "./program";
import { sampleAt } from "./stage";
import { until } from "./wait";

const folder = mkdtempSync(join(tmpdir(), "summitry-many-"));
const dossier = join(folder, "many.dossier");
const most = 3_000;

interface Item {
  type: string;
  id: string;
  when?: { edtf: string } | null;
  statement?: unknown;
}

beforeAll(() => {
  const document = join(folder, "sample.json");
  execFileSync(terminal(), ["export", sampleAt(join(folder, "sample.dossier")), "--format", "json", "-o", document]);
  const record = JSON.parse(readFileSync(document, "utf8")) as { items: Item[] };
  const plain = record.items.filter(
    ({ type, when, statement }) => type === "event" && !statement && /^\d{4}-\d\d-\d\d$/.test(when?.edtf ?? ""),
  );
  for (let at = 0; at < most; at += 1) {
    const { when, ...event } = plain[at % plain.length]!;
    const edtf = when!.edtf.replace(/^\d{4}/, (year) => String(Number(year) - (at % 40)));
    record.items.push({ ...event, id: randomUUID(), when: { edtf } });
  }
  writeFileSync(document, JSON.stringify(record));
  execFileSync(terminal(), ["import", dossier, document]);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What of the window stands, and how old the page is, in ms. */
const STANDING = `
  const has = (selector, pattern) => pattern.test(document.querySelector(selector)?.textContent ?? "");
  return {
    picture: has("[id$='-summary']", /[1-9][\\d,]* events drawn/),
    filter: has("aside .search p", /events/),
    strip: (document.querySelector(".overview .bars")?.getAttribute("d") ?? "") !== "",
    ms: performance.now(),
  };`;

/** Whether the names that the dates on the axis carry lie on each other. */
const NAMES_MEET = `
  const [one, other] = [...document.querySelectorAll(".line .name")].map((name) => name.getBoundingClientRect());
  return Boolean(one && other && one.left < other.right && other.left < one.right);`;

test("of 3,000 events the picture stands first, and the rest comes after", async () => {
  const app = await Program.open({ dossier, width: 1920, height: 1080 });
  try {
    const since = new Map<string, number>();
    const parts = ["picture", "filter", "strip"] as const;
    await until("all of the window to stand", async () => {
      const seen = await app.window.run<Record<(typeof parts)[number], boolean> & { ms: number }>(STANDING);
      for (const part of parts) if (seen[part] && !since.has(part)) since.set(part, seen.ms);
      return since.size === parts.length;
    });
    console.log(`ms since the page began: ${[...since].map(([part, ms]) => `${part} ${Math.round(ms)}`).join(", ")}`);
    await app.leavePicture("many");
    expect(since.get("picture")).toBeLessThanOrEqual(Math.min(since.get("filter")!, since.get("strip")!));
    await new Hands(app).standing("timeline");
    expect(await layoutFaults(app.window)).toEqual([]);
    expect(await app.window.run<boolean>(NAMES_MEET), "the names of today and of the as-of date meet").toBe(false);
    expect(await app.complaints()).toEqual([]);
  } finally {
    await app.close();
  }
});
