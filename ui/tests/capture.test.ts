import { beforeEach, describe, expect, test, vi } from "vitest";
import { carryBy, type CaptureRequest } from "../src/api";
import { toasts } from "../src/base/toasts.svelte";
import { Batch } from "../src/features/capture/batch.svelte";
import { pastedOf } from "../src/features/capture/clipboard";
import { captureCommands, openFiles } from "../src/features/capture/commands";
import { FeedDialog } from "../src/features/capture/feed.svelte";
import { PasteDialog } from "../src/features/capture/paste.svelte";
import { passage, reviewing } from "../src/forms";
import { ItemSearch } from "../src/forms/item-search.svelte";
import { paragraphsOf } from "../src/forms/passages";
import { roomOf, sectionsOf } from "../src/forms/sections";
import { asOf, selection, session, views } from "../src/state";
import { Commands } from "../src/state/commands.svelte";
import { FakeHost } from "./fake-host";
import { reviewText } from "./fake-review";

let host: FakeHost;
let paste: PasteDialog;

beforeEach(async () => {
  host = new FakeHost();
  carryBy(host.call);
  await session.start();
  toasts.shown = [];
  reviewing.source = null;
  views.show("timeline");
  paste = new PasteDialog();
});

const captured = () => host.requests("capture").map((request) => (request as CaptureRequest).source);
const said = () => toasts.shown.map(({ text }) => text);
const article = "Ministers meet in Jakarta\n\nThe ministers met on Monday.";

describe("a paste", () => {
  test("is looked into with its words and its markup", async () => {
    const data = new Map([
      ["text/plain", article],
      ["text/html", "<p>Ministers</p>"],
    ]);
    const event = { clipboardData: { getData: (type: string) => data.get(type) ?? "" } } as unknown as ClipboardEvent;
    expect(await paste.take(pastedOf(event))).toBe(true);
    expect(host.requests("preview")).toEqual([{ text: article, html: "<p>Ministers</p>", address: null, language: "en" }]);
    expect([paste.text, paste.form?.text("publisher"), paste.form?.text("published")]).toEqual([
      article,
      "The Morning Courier",
      "2026-01-06",
    ]);
  });

  test("of nothing asks nothing", async () => {
    expect(await paste.take({ text: " \n", html: "" })).toBe(false);
    expect([paste.form, host.requests("preview")]).toEqual([undefined, []]);
  });

  test("marks what was found, and only that", async () => {
    await paste.take({ text: article, html: "" });
    expect(paste.fields.filter(({ mark }) => mark).map(({ path }) => path)).toEqual(["title", "language"]);
  });

  test("that cannot be looked into keeps its words", async () => {
    carryBy(
      new FakeHost({
        preview: () => {
          throw { code: "invalid", message: "The markup is nested too deeply.", hint: null, field: null, why: null };
        },
      }).call,
    );
    await paste.take({ text: article, html: "<p>" });
    expect([paste.text, said()]).toEqual([article, ["The markup is nested too deeply."]]);
  });

  test("is captured as corrected, and reviewed", async () => {
    await paste.take({ text: article, html: "" });
    paste.form!.set("reliability", "B");
    await paste.submit();
    expect(captured()).toEqual([
      {
        id: expect.any(String) as string,
        title: "Ministers meet in Jakarta",
        accessed: asOf.today,
        language: "en",
        reliability: "B",
        origin: "unknown",
        text: article,
      },
    ]);
    expect([paste.form, reviewing.source, views.current, said()]).toEqual([
      undefined,
      "source:c1",
      "review",
      ["Captured “Ministers meet in Jakarta”: 1 draft"],
    ]);
  });

  test("that was too long to be read to its end is captured, and says so", async () => {
    await paste.take({ text: `A report\n\n${"Words. ".repeat(1000)}`, html: "" });
    await paste.submit();
    expect(said().at(-1)).toBe("“A report”: The text is very long; its end was not read.");
  });

  test("that is refused says so at its field and stays", async () => {
    carryBy(
      new FakeHost({
        capture: () => {
          throw { code: "invalid", message: "A source needs a title.", hint: null, field: "title", why: null };
        },
      }).call,
    );
    await paste.take({ text: article, html: "" });
    await paste.submit();
    expect(paste.form?.errors).toEqual({ title: "A source needs a title." });
  });
});

describe("a document that is here already", () => {
  test("with the same text is opened, not kept twice", async () => {
    await paste.take({ text: reviewText, html: "" });
    expect(paste.choice).toBe("open");
    await paste.submit();
    expect([captured(), passage.source, views.current]).toEqual([[], "source:r1", "sources"]);
  });

  test("at the same address replaces the text and tells how the quotes fared", async () => {
    await paste.take({ text: article, html: "known" });
    expect(paste.choice).toBe("replace");
    await paste.submit();
    expect(captured()).toMatchObject([{ id: "r1", text: article }]);
    expect(said()).toEqual(["Text replaced. Quotes: 12 in place, 2 moved, 1 changed, 0 lost"]);
  });

  test("is kept as another source when that is wanted", async () => {
    await paste.take({ text: article, html: "known" });
    paste.choice = "another";
    await paste.submit();
    expect(captured()).toMatchObject([{ id: expect.stringMatching(/-7/) as string }]);
  });
});

describe("many documents", () => {
  test("are captured one by one; refused ones are named with what to do", async () => {
    const batch = new Batch();
    await openFiles(batch);
    expect(host.requests("capture_chosen").map((request) => (request as { key: string }).key)).toEqual(["0", "1", "2"]);
    expect(batch.refused).toEqual([
      { name: "scan.pdf", reason: "scan.pdf holds pictures of pages, no text. Run it through text recognition first." },
    ]);
    expect([batch.running, said()]).toEqual([false, ["Captured 2 documents, drafts: 2"]]);
    toasts.act(toasts.shown[0]!);
    expect([views.current, reviewing.source]).toEqual(["review", "source:c1"]);
  });

  test("are counted, with an estimate of the time that is left", async () => {
    let now = 0;
    const batch = new Batch(() => now);
    const seen: unknown[] = [];
    const job = (name: string) => ({
      name,
      run: async () => {
        seen.push([batch.name, batch.done, batch.total, batch.secondsLeft]);
        now += 2000;
        return { captured: [] } as never;
      },
    });
    await batch.run([job("a"), job("b"), job("c")]);
    expect(seen).toEqual([
      ["a", 0, 3, undefined],
      ["b", 1, 3, 4],
      ["c", 2, 3, 2],
    ]);
  });

  test("stop when they are cancelled; what is in stays in", async () => {
    const batch = new Batch();
    const run = vi.fn(async () => {
      batch.cancel();
      return session.capture({ source: { ...(await one()), title: "One" }, language: "en" });
    });
    await batch.run([
      { name: "a", run },
      { name: "b", run },
    ]);
    expect([run.mock.calls.length, said()]).toEqual([1, ["Captured 1 document, drafts: 1"]]);
  });

  test("a closed dialog captures nothing and says nothing", async () => {
    carryBy(
      new FakeHost({
        choose_documents: () => {
          throw { code: "cancelled", message: "", hint: null, field: null, why: null };
        },
      }).call,
    );
    await openFiles(new Batch());
    expect(said()).toEqual([]);
  });
});

async function one(): Promise<CaptureRequest["source"]> {
  return { id: "new", title: "", reliability: "F", origin: "unknown", text: "Words." };
}

describe("a feed", () => {
  test("is asked once, offers what is not here, and gives what was chosen", async () => {
    const feed = new FeedDialog();
    feed.begin();
    await feed.ask();
    expect(host.requests("feed")).toEqual([]);
    feed.address = " https://wire.example/feed ";
    await feed.ask();
    expect(host.requests("feed")).toEqual([{ address: "https://wire.example/feed", language: "en" }]);
    expect([0, 1, 2].map((index) => feed.has(index))).toEqual([true, false, true]);
    feed.toggle(0);
    await new Batch().run(feed.take());
    expect(captured()).toMatchObject([
      { title: "Ferry line opens between Busan and Fukuoka", url: "https://wire.example/42", published: "2026-01-05" },
    ]);
    expect(feed.open).toBe(false);
  });

  test("that does not answer says why in its dialog", async () => {
    carryBy(
      new FakeHost({
        feed: () => {
          throw { code: "io", message: "wire.example did not answer.", hint: "Check the address.", field: null, why: null };
        },
      }).call,
    );
    const feed = new FeedDialog();
    feed.begin();
    feed.address = "https://wire.example";
    await feed.ask();
    expect(feed.problem).toContain("wire.example did not answer. Check the address.");
    expect([feed.busy, feed.items]).toEqual([false, undefined]);
  });
});

test("the paste has its chord to be seen, and leaves it to the system", () => {
  const commands = new Commands();
  commands.add(...captureCommands(paste, new FeedDialog(), new Batch()));
  expect(commands.find("capture.paste")?.chord).toBe("mod+v");
  const event = new KeyboardEvent("keydown", { key: "v", ctrlKey: true, cancelable: true });
  expect([commands.press(event), event.defaultPrevented, paste.form]).toEqual([false, false, undefined]);
  commands.run("capture.paste");
  expect(paste.text).toBe("");
  expect(paste.form).toBeDefined();
});

test("a name that nothing stands for is kept as it is, and nothing is written", async () => {
  const search = new ItemSearch(["actor"], "name");
  await search.search("Micah Xu");
  expect(search.choices("").map(({ value }) => value)).toEqual(["new:Micah Xu"]);
  const known = new ItemSearch(["actor"], "none");
  await known.search("Micah Xu");
  expect(known.choices("")).toEqual([]);
  expect(host.requests("apply")).toEqual([]);
});

describe("a very long line", () => {
  test("is cut after a sentence into blocks that go on, and loses nothing", () => {
    const text = `${"A sentence of words. ".repeat(1000)}\nShort.`;
    const blocks = paragraphsOf(text, []);
    expect(blocks.length).toBeGreaterThan(4);
    expect(blocks.map(({ pieces }) => pieces.map((piece) => piece.text).join("")).join("")).toBe(text.replace("\n", ""));
    expect(Math.max(...blocks.map(({ pieces }) => pieces[0]!.text.length))).toBeLessThanOrEqual(4000);
    expect(blocks.map(({ goesOn }) => goesOn)).toEqual([false, ...blocks.slice(1, -1).map(() => true), false]);
    expect(blocks.slice(0, -2).every(({ pieces }) => pieces[0]!.text.endsWith(". "))).toBe(true);
  });

  test("without blanks or sentences is cut between characters", () => {
    const blocks = paragraphsOf("🤝".repeat(4001), []);
    expect(blocks.every(({ pieces }) => !/^[\udc00-\udfff]/.test(pieces[0]!.text))).toBe(true);
  });
});

test("a long text stands in sections of like length, in order, with room for each", () => {
  const paragraphs = paragraphsOf(
    Array.from({ length: 400 }, (_, index) => `Paragraph ${index} ${"with words ".repeat(index % 40)}`).join("\n\n"),
    [],
  );
  const sections = sectionsOf(paragraphs);
  expect(sections.flat()).toEqual(paragraphs);
  expect(sections.length).toBeGreaterThan(10);
  expect(
    sections
      .slice(0, -1)
      .map((section) => roomOf(section))
      .filter((room) => room < 1000 || room > 6000),
  ).toEqual([]);
});

test("selection is untouched by a capture", async () => {
  selection.select("event:10");
  await paste.take({ text: article, html: "" });
  await paste.submit();
  expect(selection.current).toBe("event:10");
});
