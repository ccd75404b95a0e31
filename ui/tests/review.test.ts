import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { carryBy, type DraftView, type EditRequest } from "../src/api";
import { factsOf } from "../src/features/review/facts";
import { reviewCommands } from "../src/features/review/keys";
import { Lessons } from "../src/features/review/lessons.svelte";
import { marksOf } from "../src/features/review/marks";
import { offersOf } from "../src/features/review/memory.svelte";
import { Review } from "../src/features/review/review.svelte";
import { alikeText, doubtText, whenText } from "../src/features/review/words";
import { recordCommands } from "../src/features/create/commands";
import { isEditable, isInspecting, isRemovable, reviewing } from "../src/forms";
import { toasts } from "../src/base/toasts.svelte";
import { Commands } from "../src/state/commands.svelte";
import { selection, session, views, vocabulary } from "../src/state";
import { operationText } from "../src/state/operations";
import { FakeHost } from "./fake-host";

let host: FakeHost;
let review: Review;
let commands: Commands;
let leave: () => void;

beforeEach(async () => {
  host = new FakeHost();
  carryBy(host.call);
  await session.start();
  await vocabulary.load("en");
  selection.reset();
  reviewing.source = null;
  views.show("review");
  review = new Review();
  commands = new Commands();
  commands.add(...reviewCommands(review));
  leave = session.changed.add((change) => review.followUndo(change));
  await review.follow();
});
afterEach(() => leave());

const sent = () => host.requests("apply").map((request) => (request as EditRequest).edit);
const key = (name: string, shiftKey = false) => commands.press(new KeyboardEvent("keydown", { key: name, shiftKey, cancelable: true }));
/** Presses a key and waits until what it did is answered and shown. */
async function press(name: string): Promise<void> {
  const before = session.revision;
  expect(key(name), name).toBe(true);
  await vi.waitFor(() => expect(session.revision).toBeGreaterThan(before));
  await review.follow();
}
const states = () => review.drafts.map(({ state }) => state);

describe("going through drafts", () => {
  test("begins with the first open one and follows the order of the text", () => {
    expect(review.current).toBe("draft:e0");
    key("j");
    key("ArrowDown");
    expect(review.current).toBe("draft:e2");
    key("k");
    expect(review.current).toBe("draft:e1");
    key("End");
    key("j");
    expect(review.current).toBe("draft:e9");
    key("Home");
    key("ArrowUp");
    expect(review.current).toBe("draft:e0");
  });

  test("accepting goes on to the next open draft and says how many are left", async () => {
    key("j");
    await press("a");
    expect(sent()).toEqual([{ verb: "accept-drafts", drafts: ["draft:e1"] }]);
    expect([review.current, review.open.length, review.said]).toEqual([
      "draft:e2",
      9,
      "Accepted: South Korea and China agree to resume talks on fisheries. 9 left",
    ]);
  });

  test("the last one leads back to what was passed over, and decided drafts are not gone to", async () => {
    key("End");
    await press("a");
    expect(review.current).toBe("draft:e0");
    key("j");
    await press("x");
    key("k");
    key("k");
    await press("x");
    expect(states().slice(0, 3)).toEqual(["rejected", "rejected", "open"]);
    expect(review.current).toBe("draft:e2");
  });

  test("two quick presses decide on two drafts", async () => {
    key("j");
    key("a");
    key("a");
    await vi.waitFor(() => expect(sent().length).toBe(2));
    expect(sent()).toEqual([
      { verb: "accept-drafts", drafts: ["draft:e1"] },
      { verb: "accept-drafts", drafts: ["draft:e2"] },
    ]);
    expect(review.current).toBe("draft:e3");
  });

  test("a refusal comes back to its draft, which is open again", async () => {
    host = new FakeHost({
      apply: () => {
        throw { code: "full", message: "The disk is full.", hint: null, field: null, why: null };
      },
    });
    carryBy(host.call);
    key("j");
    await review.accept();
    expect([review.current, review.isOpen(review.draft!)]).toEqual(["draft:e1", true]);
  });

  test("undo shows the draft it opened again, redo the one it decided", async () => {
    key("j");
    await press("a");
    key("j");
    await session.undo();
    await review.follow();
    expect([review.current, states()[1]]).toEqual(["draft:e1", "open"]);
    key("Home");
    await session.redo();
    await review.follow();
    expect([review.current, states()[1]]).toEqual(["draft:e1", "accepted"]);
  });

  test("what lies rejected can still be accepted, what is in cannot be rejected", async () => {
    key("j");
    await press("x");
    key("k");
    await press("a");
    expect(states()[1]).toBe("accepted");
    key("Home");
    key("j");
    expect([key("x"), key("a"), key("e")]).toEqual([false, false, false]);
  });

  test("pressing words goes through the drafts they made", () => {
    review.press(["draft:e3", "draft:e4"]);
    expect(review.current).toBe("draft:e3");
    review.press(["draft:e3", "draft:e4"]);
    expect(review.current).toBe("draft:e4");
  });

  test("N and P go round the sources", async () => {
    key("n");
    await review.follow();
    expect([review.source, review.current]).toEqual(["source:r2", "draft:k0"]);
    key("p");
    key("p");
    await review.follow();
    expect(review.source).toBe("source:r1");
  });

  test("a source that is gone gives way to the next", async () => {
    carryBy(
      new FakeHost({
        review: ({ source }: { source: string | null }) => {
          if (source) throw { code: "not-found", message: "", hint: null, field: null, why: null };
          return host.review.review({ source: null, language: "en" });
        },
      }).call,
    );
    reviewing.source = "source:gone";
    await review.follow();
    await review.follow();
    expect([reviewing.source, review.current]).toEqual(["source:r1", "draft:e0"]);
  });

  test("Enter opens what a draft became, and nothing while a button has the focus", async () => {
    key("j");
    await press("a");
    key("k");
    const button = document.body.appendChild(document.createElement("button"));
    button.focus();
    expect(key("Enter")).toBe(false);
    button.remove();
    expect(key("Enter")).toBe(true);
    expect(selection.current).toBe("event:e1");
  });

  test("its keys come before the window's, and leave it alone in other views", () => {
    const edit = vi.fn();
    const window = new Commands();
    window.add({ id: "record.edit", group: "edit", title: () => "", chord: "e", run: edit });
    window.add(...reviewCommands(review));
    const e = () => window.press(new KeyboardEvent("keydown", { key: "e", cancelable: true }));
    e();
    expect([edit.mock.calls.length, review.form !== undefined]).toEqual([0, true]);
    views.show("timeline");
    e();
    expect(edit).toHaveBeenCalledOnce();
  });

  test("Delete means the draft in front, and what is in the inspector only while the focus is there", async () => {
    commands.add(...recordCommands());
    selection.select("event:e1");
    document.body.insertAdjacentHTML("beforeend", `<aside data-inspector><button>Edit</button></aside>`);
    const aside = document.querySelector<HTMLElement>("[data-inspector]")!;
    await press("Delete");
    expect(sent()).toEqual([{ verb: "reject-drafts", drafts: ["draft:e0"] }]);
    aside.querySelector("button")!.focus();
    expect([isInspecting(), isRemovable(), isEditable()]).toEqual([true, true, true]);
    expect(key("x")).toBe(false);
    aside.remove();
    expect([isRemovable(), isEditable()]).toEqual([false, false]);
    // A source is read: the event that is selected beside it is not what a key removes.
    views.show("sources");
    expect(isRemovable()).toBe(false);
    selection.select("source:1");
    document.body.append(aside);
    expect(isRemovable()).toBe(true);
    aside.remove();
  });

  test("a key does nothing to drafts behind a dialog", () => {
    const dialog = document.body.appendChild(document.createElement("div"));
    dialog.setAttribute("role", "dialog");
    expect(key("a")).toBe(false);
    dialog.remove();
    expect(sent()).toEqual([]);
  });

  test("a dossier that can only be read is gone through, not decided on", async () => {
    const answer = await host.call<{ dossier: object }>("session");
    carryBy(
      new FakeHost({
        session: () => ({
          ...answer,
          dossier: { ...answer.dossier, read_only: { code: "in-use", user: null, megabytes: null, message: "it is open elsewhere" } },
        }),
      }).call,
    );
    await session.start();
    toasts.shown = [];
    expect(key("j")).toBe(true);
    expect(toasts.shown).toEqual([]);
    for (const name of ["a", "x", "e", "g"]) {
      expect(key(name)).toBe(true);
      expect(toasts.shown.map(({ text }) => text)).toEqual([expect.stringContaining("open elsewhere")]);
      toasts.shown = [];
    }
    expect([sent(), review.form]).toEqual([[], undefined]);
  });
});

describe("accepting above a confidence", () => {
  test("takes what is sure enough, and leaves what may be here already", async () => {
    key("A", true);
    expect(review.choosing).toBe(true);
    expect(key("j")).toBe(false);
    expect(review.above(0.8).map(({ reference }) => reference)).toEqual(["draft:e2", "draft:e3", "draft:e5", "draft:e6", "draft:e9"]);
    await review.acceptAbove(0.8);
    await review.follow();
    expect([review.choosing, review.open.length, review.said]).toEqual([false, 5, "Accepted 5 drafts. 5 left"]);
    expect(states()[0]).toBe("open");
  });

  test("is one operation, undone at once", async () => {
    await review.acceptAbove(0.8);
    expect(operationText(session.dossier!.change.undo!)).toBe("accept 5 drafts");
    await session.undo();
    await review.follow();
    expect(review.open.length).toBe(10);
  });
});

describe("what may be here already", () => {
  test("is merged into the duplicate that is meant", async () => {
    review.duplicate = 1;
    await press("m");
    expect(sent()).toEqual([{ verb: "merge-draft", draft: "draft:e0", into: "event:5" }]);
    expect(review.current).toBe("draft:e1");
  });

  test("is linked, or kept apart", async () => {
    await press("l");
    await session.undo();
    await review.follow();
    await press("a");
    expect(sent()).toEqual([
      { verb: "link-draft", draft: "draft:e0", to: "event:10" },
      { verb: "accept-drafts", drafts: ["draft:e0"] },
    ]);
  });

  test("is asked only where there is one, and another draft starts with the likeliest", () => {
    review.duplicate = 1;
    key("j");
    expect([key("m"), key("l"), review.duplicate]).toEqual([false, false, 0]);
  });
});

describe("a change", () => {
  beforeEach(() => {
    review.look("draft:e4");
    key("e");
  });

  test("is kept by the form alone, and the draft stays open", async () => {
    review.form!.set("title", "Lee meets a chip maker");
    expect(key("j")).toBe(false);
    await review.amend();
    await review.follow();
    expect(sent()).toMatchObject([
      { verb: "amend-draft", draft: "draft:e4", item: { title: "Lee meets a chip maker", place: { name: "Shanghai" } } },
    ]);
    expect([review.form, review.current, review.draft?.state]).toEqual([undefined, "draft:e4", "open"]);
  });

  test("is left by Esc, but not lost by pressing another draft", () => {
    review.form!.set("title", "Half a title");
    review.look("draft:e1");
    expect([review.current, review.form?.draft.title]).toEqual(["draft:e4", "Half a title"]);
    review.leave();
    review.look("draft:e1");
    expect(review.current).toBe("draft:e1");
  });

  test("that is refused says so at its field", async () => {
    carryBy(
      new FakeHost({
        apply: () => {
          throw { code: "invalid", message: "“soonish” is not a date.", hint: null, field: "when", why: null };
        },
      }).call,
    );
    review.form!.set("when", "soonish");
    await review.amend();
    expect(review.form?.errors).toEqual({ when: "“soonish” is not a date." });
  });

  test("names participants by key, keeps unknown names, and gives topics by name", async () => {
    const form = review.form!;
    form.addParticipant("country:JPN", "Japan");
    form.addParticipant("new:Blue Harbour", "Blue Harbour");
    form.fill("participants.3.country", "CHN");
    form.set("participants.3.role", "mentioned");
    form.replaceParticipant(1, "new:Micah Hsu", "Micah Hsu");
    form.removeParticipant(0);
    form.setTopics("chips,  ,trade");
    expect(form.draft.participants).toEqual([
      { key: "new:Micah Hsu", name: "Micah Hsu", role: "party", country: "CHN" },
      { key: "country:JPN", name: "Japan", role: "party" },
      { key: "new:Blue Harbour", name: "Blue Harbour", role: "mentioned", country: "CHN" },
    ]);
    expect(form.draft.topics).toEqual(["chips", "trade"]);
  });

  test("of the kind, or of a new name to an actor, is remembered when asked for", async () => {
    review.form!.set("kind", "summit");
    review.form!.replaceParticipant(1, "actor:xi", "Xi Jinping");
    expect(review.form!.draft.participants[1]).toEqual({ key: "actor:xi", name: "Xi Jinping", role: "party" });
    await review.amend();
    expect(review.memory.offers.map(({ lesson, meaning }) => [lesson.words, meaning])).toEqual([
      ["is expected to meet", "Summit"],
      ["Micah Xu", "Xi Jinping"],
    ]);
    await review.follow();
    await press("r");
    await press("r");
    expect(sent().slice(1)).toEqual([
      { verb: "teach", lesson: { words: "is expected to meet", actor: null, kind: "summit" } },
      { verb: "teach", lesson: { words: "Micah Xu", actor: "actor:xi", kind: null } },
    ]);
    expect(key("r")).toBe(false);
  });

  test("that teaches nothing offers nothing", () => {
    const draft = review.draft!;
    const { item } = draft;
    expect(offersOf(draft, { ...item, title: "Other" })).toEqual([]);
    expect(offersOf({ ...draft, trigger: null }, { ...item, kind: "summit" })).toEqual([]);
    expect(offersOf(draft, { ...item, noun: "tie", kind: "dispute" })).toEqual([]);
    const without = { ...item, participants: item.participants.slice(0, 1) };
    expect(offersOf(draft, without)).toEqual([]);
  });
});

test("what was learned is listed, forgotten and brought back", async () => {
  await session.apply({ verb: "teach", lesson: { words: "held talks", actor: null, kind: "summit" } });
  const lessons = new Lessons();
  lessons.open = true;
  await lessons.follow();
  expect(lessons.rows?.map(({ item }) => [item.title, item.detail])).toEqual([["held talks", "Summit"]]);
  await lessons.forget(lessons.rows![0]!);
  await lessons.follow();
  expect(lessons.rows).toEqual([]);
  await session.undo();
  await lessons.follow();
  expect(lessons.rows?.length).toBe(1);
});

describe("marked words", () => {
  const text = "A 🤝 day. Lee met Xi in 𠮷野.";
  const draft = (reference: string, start: number, end: number, state = "open", trigger: string | null = null) =>
    ({ reference, state, trigger, spans: [{ start, end }] }) as DraftView;
  const drafts = [
    draft("draft:a", 9, 26, "open", "met"),
    draft("draft:b", 9, 26, "accepted"),
    draft("draft:c", 0, 8, "rejected"),
    draft("draft:d", 0, 3, "edited"),
  ];
  const marks = marksOf(drafts, text);
  const of = (reference: string) => drafts.find((one) => one.reference === reference);

  test("the words that gave a draft away are found in its span, counted in characters", () => {
    expect(marks.passages.find(({ reference }) => reference === "draft:a/trigger")).toEqual({
      reference: "draft:a/trigger",
      start: 13,
      end: 16,
    });
  });

  test("the draft at hand stands out, undecided ones before decided ones, rejected ones not at all", () => {
    expect(marks.look(["draft:a", "draft:a/trigger"], "draft:a", of)).toBe("trigger");
    expect(marks.look(["draft:a", "draft:b"], "draft:b", of)).toBe("current");
    expect(marks.look(["draft:a", "draft:b"], null, of)).toBe("open");
    expect(marks.look(["draft:b", "draft:a/trigger"], null, of)).toBe("done");
    expect(marks.look(["draft:c"], null, of)).toBe("plain");
    expect(marks.look(["draft:c", "draft:d"], null, of)).toBe("done");
    expect(marks.drafts(["draft:a", "draft:a/trigger", "draft:b"])).toBe("draft:a draft:b");
  });
});

describe("words", () => {
  test("a doubt and a likeness are told in words", () => {
    expect(doubtText("may-happen")).toBe("The text says only that it may happen.");
    expect(alikeText(["kind", "date", "actors"], null)).toBe("same kind, date and actors");
    expect(alikeText(["kind", "actors"], "Beijing"), "what speaks against it is said").toBe("same kind and actors, elsewhere: Beijing");
  });

  test("a tie is dated by its beginning, an event by what is known", () => {
    expect(whenText({ item: { noun: "tie" }, when: null })).toBe("");
    expect(whenText({ item: { noun: "event" }, when: null })).toBe("date unknown");
  });

  test("facts say what a draft says, and nothing else", () => {
    expect(factsOf(review.byReference.get("draft:e5")!)).toEqual([
      ["Amount", "roughly 28,500 troops"],
      ["Sign", "+ Cooperative"],
    ]);
    expect(factsOf(review.byReference.get("draft:e2")!).map(([name]) => name)).toEqual(["As written", "Issue", "Stance"]);
  });
});
