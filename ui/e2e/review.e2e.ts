import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { Key } from "./driver";
import { Hands } from "./hands";
import { Program, terminal } from "./program";
import { until } from "./wait";

const folder = mkdtempSync(join(tmpdir(), "summitry-review-"));

/** An article of our own: a past summit, an agreement, a statement, a plan with a day, a warning, troops that stand, a visit, a call. */
const article = {
  name: "own",
  title: "Lee and Xi meet in Beijing",
  published: "2026-01-08",
  least: 6,
  pair: ["China", "South Korea"] as const,
  text: [
    "Lee and Xi meet in Beijing",
    "South Korean President Lee Jae Myung met Chinese President Xi Jinping in Beijing on Monday. The two leaders agreed to hold talks every year.",
    "“We will open a new phase of relations,” Lee said at the meeting.",
    "Lee will visit Japan on 13 January for a summit with Prime Minister Sanae Takaichi.",
    "China warned Japan on Tuesday against interfering in Taiwan. The United States has roughly 28,500 troops stationed in South Korea.",
    "Chinese Premier Li Qiang visited Pyongyang in October 2025. South Korean Foreign Minister Cho Hyun spoke by telephone with his Chinese counterpart on Wednesday.",
  ].join("\n\n"),
};

/** The article of the corpus, where the corpus is at hand. It is pasted as it is, never kept here. */
const corpus = resolve(process.env["SUMMITRY_CORPUS"] ?? resolve(import.meta.dirname, "../../../shared/corpus"), "article-2026-01-08.txt");
const given = existsSync(corpus)
  ? [
      {
        name: "corpus",
        title: "",
        published: "2026-01-08",
        least: 17,
        pair: ["China", "South Korea"] as const,
        text: readFileSync(corpus, "utf8"),
      },
    ]
  : [];

let app: Program;
let hands: Hands;
let dossier: string;

/** What the record holds and how the drafts stand, as the core counts them. */
interface Counts {
  events: number;
  statements: number;
  ties: number;
  drafts: number;
}

async function counts(): Promise<Counts> {
  const { dossier: open } = await app.ask<{ dossier: { counts: Counts } }>("session");
  const { events, statements, ties, drafts } = open.counts;
  return { events, statements, ties, drafts };
}

/** Pastes as the system does: the page gets the event, whatever has the focus. */
async function paste(text: string): Promise<void> {
  await app.window.run(
    `const data = new DataTransfer();
    data.setData("text/plain", arguments[0]);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));`,
    text,
  );
  await until("the dialog of the capture", async () => (await hands.count("[role=dialog] textarea")) > 0);
}

/** Types into a field of the dialog in place of what it holds. */
async function fill(name: string, text: string): Promise<void> {
  await hands.tabTo(name);
  await app.window.press(Key.control, "a");
  await app.window.type(text);
}

/** Captures an article with nothing but keys; the review of it stands afterwards. */
async function capture({ text, title, published }: typeof article): Promise<void> {
  await paste(text);
  await hands.focuses("Title");
  if (title !== "") await fill("Title", title);
  await fill("Published", published);
  await hands.sees("[role=dialog] output", published);
  await app.window.press(Key.enter);
  await hands.leavesDialog();
  await hands.standing("review");
  await until("the drafts to stand", async () => (await hands.count("[data-draft]")) > 0);
}

/** How many drafts are decided of how many, as the bar says. */
async function progress(): Promise<{ decided: number; total: number }> {
  const said = /(\d+) of (\d+) decided/.exec((await hands.text("main [role=toolbar]")) ?? "");
  return { decided: Number(said?.[1]), total: Number(said?.[2]) };
}

const current = () => app.window.run<string>("return document.querySelector('[data-draft][aria-current]')?.dataset.draft ?? ''");

/** Accepts every draft one after the other; one that may be here already is kept apart by the same key. */
async function acceptAll(total: number): Promise<void> {
  for (let left = total - 1; left >= 0; left -= 1) {
    const at = await current();
    await app.window.press("a");
    await hands.sees("main [role=status]", `${left} left`);
    if (left > 0) await until("the next draft", async () => (await current()) !== at);
  }
  await hands.sees("main [role=toolbar]", "reviewed.");
}

async function undoing(steps: number, keys: string[]): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    const before = await revision();
    await app.window.press(...keys);
    await until("the change to be kept", async () => (await revision()) > before);
  }
  await hands.standing("review");
}

async function revision(): Promise<number> {
  return (await app.ask<{ dossier: { change: { revision: number } } }>("session")).dossier.change.revision;
}

/** Titles in the table of the timeline. */
async function listed(): Promise<string[]> {
  await hands.show("timeline");
  await hands.turn("Picture", "Table");
  await until(
    "the table to be filled",
    async () => (await hands.count("[role=grid] [role=gridcell]")) > 0 && (await hands.count("[role=grid] .wait")) === 0,
  );
  await hands.standing("timeline");
  return hands.texts("[role=grid] [role=gridcell]");
}

/** Titles that the tone between two countries is made of. */
async function sheet([one, other]: readonly [string, string]): Promise<string[]> {
  await hands.command("Relations as List");
  await hands.standing("relations");
  await until("the list to be filled", async () => (await hands.count("[role=grid] [role=gridcell]")) > 0);
  await hands.tabTo("List");
  await app.window.press(Key.tab);
  await until("the list to have the focus", () => app.window.run<boolean>("return document.activeElement.role === 'grid'"));
  await app.window.press(Key.control, Key.home);
  const marked =
    "return document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.parentElement.innerText ?? ''";
  for (let step = 0; !(await app.window.run<string>(marked)).includes(`${one} – ${other}`); step += 1) {
    if (step === 20) throw new Error(`no row of ${one} and ${other} in the list`);
    await app.window.press(Key.down);
  }
  await app.window.press(Key.enter);
  await hands.sees(".sheet h2", other);
  await until("the sheet to be filled", async () => (await hands.count(".sheet tbody tr")) > 1);
  return hands.texts(".sheet tbody .title");
}

afterEach(async (context) => {
  if (context.task.result?.state === "fail") await app.leavePicture(context.task.name.replaceAll(/\W+/g, "-"));
  await app.close();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The same meeting told by another outlet, and a visit that no draft is made of. */
const again = {
  ...article,
  title: "Summit in Beijing",
  text: [
    "Summit in Beijing",
    "Chinese President Xi Jinping and South Korean President Lee Jae Myung met in Beijing on 5 January.",
    "A delegation of shipbuilders was shown around the yard at Geoje.",
  ].join("\n\n"),
};

/** Draws the pointer over words of the text, as people choose them. */
async function chooseWords(words: string): Promise<void> {
  await app.window.run(
    `const pane = document.querySelector("[data-text]");
     const walker = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT);
     while (walker.nextNode()) {
       const at = walker.currentNode.data.indexOf(arguments[0]);
       if (at < 0) continue;
       getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + arguments[0].length);
       break;
     }
     pane.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));`,
    words,
  );
  await hands.sees("[role=toolbar]", "Event…");
}

test("what is told again is merged, and what no draft says is made of its words", async () => {
  const dossier = join(folder, "again.dossier");
  execFileSync(terminal(), ["new", dossier, "--title", "Review"]);
  app = await Program.open({ dossier });
  hands = new Hands(app);
  await hands.opened();
  const { window } = app;
  await capture(article);
  await window.press(Key.home);
  await acceptAll((await progress()).total);
  const once = await counts();

  await capture(again);
  await window.press(Key.home);
  await hands.sees("main", "Merge into it");
  await window.press("m");
  await hands.sees("main [role=status]", "Merged: ");
  expect((await counts()).events, "it stands once").toBe(once.events);
  await chooseWords("A delegation of shipbuilders was shown around the yard at Geoje.");
  await app.leavePicture("job-from-words");
  await hands.tabTo("Event…");
  await window.press(Key.enter);
  await hands.focuses("Title");
  await window.press(Key.control, "a");
  await window.type("Shipbuilders at Geoje");
  await hands.choose("Kind", "visit", "Visit");
  await window.press(Key.control, Key.enter);
  await hands.leavesDialog();
  await hands.sees("aside .inspector h3", "Shipbuilders at Geoje");
  await hands.sees("aside .inspector .citation", "A delegation of shipbuilders");
  expect((await counts()).events).toBe(once.events + 1);
  expect(await app.complaints()).toEqual([]);
}, 180_000);

describe.each([article, ...given])("the article ($name)", (one) => {
  beforeEach(async () => {
    dossier = join(folder, `${one.name}.dossier`);
    rmSync(dossier, { force: true });
    execFileSync(terminal(), ["new", dossier, "--title", "Review"]);
    app = await Program.open({ dossier });
    hands = new Hands(app);
    await hands.opened();
  });

  test("is pasted, reviewed by keyboard alone, seen everywhere, undone and done again", async () => {
    const { window } = app;
    const empty = await counts();
    await capture(one);
    const { decided, total } = await progress();
    expect(decided).toBe(0);
    expect(total).toBeGreaterThanOrEqual(one.least);
    const read = await counts();
    expect(read.drafts).toBe(total);

    // Each draft is gone to once, with its words marked in the text.
    await window.press(Key.home);
    const seen = new Set<string>();
    for (let step = 0; step < total; step += 1) {
      const at = await until("the draft at hand", async () => (await current()) || undefined);
      seen.add(at);
      await until(
        "its words to be marked",
        async () => (await hands.count(`[data-drafts~='${at}'].current, [data-drafts~='${at}'].trigger`)) > 0,
      );
      if (step < total - 1) {
        await window.press("j");
        await until("the next draft", async () => (await current()) !== at);
      }
    }
    expect(seen.size).toBe(total);

    await window.press(Key.home);
    await acceptAll(total);
    const full = await counts();
    expect(full.drafts).toBe(0);
    expect(full.events + full.statements + full.ties).toBeGreaterThanOrEqual(read.events + read.statements + read.ties + one.least);

    const source = (await app.ask<{ queue: { source: { reference: string } }[] }>("review", { source: null, language: "en" })).queue[0]!
      .source.reference;
    const { drafts } = await app.ask<{ drafts: { item: { noun: string; title: string } }[] }>("review", { source, language: "en" });
    const titles = drafts.filter(({ item }) => item.noun !== "tie").map(({ item }) => item.title);
    const rows = await listed();
    expect(titles.filter((title) => !rows.includes(title))).toEqual([]);
    const parts = await sheet(one.pair);
    expect(parts.filter((part) => titles.includes(part)).length).toBeGreaterThan(0);

    await hands.show("review");
    await undoing(total, [Key.control, "z"]);
    expect(await counts()).toEqual(read);
    expect(await progress()).toEqual({ decided: 0, total });
    await undoing(1, [Key.control, "z"]);
    expect(await counts()).toEqual(empty);
    await undoing(total + 1, [Key.control, Key.shift, "z"]);
    expect(await counts()).toEqual(full);
    expect(await listed()).toEqual(rows);
    expect(await app.complaints()).toEqual([]);
  }, 300_000);

  test("has a draft rejected, one changed, and the rest accepted above a confidence", async () => {
    const { window } = app;
    await capture(one);
    const { total } = await progress();
    await window.press(Key.home);
    await window.press("x");
    await hands.sees("main [role=status]", `${total - 1} left`);
    await window.press("e");
    await hands.focuses("Title");
    await window.press(Key.end);
    await window.type(" (as reported)");
    await window.press(Key.enter);
    await hands.sees("[data-draft][aria-current]", "(as reported)");
    await window.press(Key.shift, "A");
    await until("the choice of a confidence", async () => (await hands.count("[role=dialog] input[type=range]")) > 0);
    await hands.focuses("Accept drafts with at least this confidence");
    await window.press(Key.home);
    await hands.sees("[role=dialog] output", "0%");
    await window.press(Key.enter);
    await hands.leavesDialog();
    await hands.sees("main [role=status]", "Accepted");
    await hands.sees("header button[aria-label^='Undo accept']", "");
    const after = await counts();
    expect(after.drafts).toBeLessThan(total - 1);
    await undoing(1, [Key.control, "z"]);
    expect((await counts()).drafts).toBe(total - 1);
    expect(await app.complaints()).toEqual([]);
  }, 120_000);

  test("is reviewed with Hangul on", async () => {
    const { window } = app;
    await capture(one);
    const { total } = await progress();
    await window.press(Key.home);
    const first = await current();
    await window.press("ㅓ");
    await until("the next draft", async () => (await current()) !== first);
    await window.press("ㅏ");
    await until("the first draft", async () => (await current()) === first);
    await window.press("ㅁ");
    await hands.sees("main [role=status]", `${total - 1} left`);
    await window.press("ㅌ");
    await hands.sees("main [role=status]", `${total - 2} left`);
    await undoing(2, [Key.control, "z"]);
    expect((await counts()).drafts).toBe(total);
    expect(await app.complaints()).toEqual([]);
  }, 120_000);
});
