import { beforeEach, describe, expect, test, vi } from "vitest";
import { ariaChord, chordLabels, chordOf, isTyping, matches } from "../src/base/keys";
import { keyboard } from "../src/base/keyboard.svelte";
import { Commands } from "../src/state/commands.svelte";

type Held = Omit<KeyboardEventInit, "key" | "code">;

const press = (key: string, held: Held & { code?: string } = {}) => new KeyboardEvent("keydown", { key, ...held });

/** A key of some layout: what it types, and the place it lies at. */
const at = (key: string, code: string, held: Held = {}) => press(key, { code, ...held });

const ctrl = { ctrlKey: true };
const shift = { shiftKey: true };
const altGr = { modifierAltGraph: true };

describe("a chord is what is typed", () => {
  test.each<[string, KeyboardEvent, boolean, boolean]>([
    ["mod+k", press("k", ctrl), false, true],
    ["mod+k", press("k", { metaKey: true }), false, false],
    ["mod+k", press("k", { metaKey: true }), true, true],
    ["mod+k", press("K", { ...ctrl, ...shift }), false, false],
    ["mod+shift+z", press("Z", { ...ctrl, ...shift }), false, true],
    ["?", press("?", shift), false, true],
    ["+", press("+", shift), false, true],
    ["e", press("e", { altKey: true }), false, false],
    ["e", press("E", shift), false, false],
    ["mod+enter", press("Enter", ctrl), false, true],
  ])("%s", (chord, event, mac, expected) => expect(matches(chord, event, mac)).toBe(expected));
});

describe("a chord is where the key lies when what it types says nothing", () => {
  test.each<[string, string, KeyboardEvent]>([
    ["Hangul", "j", at("ㅓ", "KeyJ")],
    ["Hangul", "k", at("ㅏ", "KeyK")],
    ["Hangul", "a", at("ㅁ", "KeyA")],
    ["Hangul", "x", at("ㅌ", "KeyX")],
    ["Hangul", "e", at("ㄷ", "KeyE")],
    ["Hangul", "shift+a", at("ㅁ", "KeyA", shift)],
    ["Hangul of a keyboard on screen", "j", at("ㅓ", "")],
    ["Hangul of a remote desktop", "a", at("ㅁ", "Unidentified")],
    ["an input method", "a", at("Process", "KeyA", { keyCode: 229 })],
    ["an input method that names the letter", "a", at("a", "KeyA", { keyCode: 229 })],
    ["Cyrillic", "mod+z", at("я", "KeyZ", ctrl)],
    ["Cyrillic", "mod+shift+z", at("Я", "KeyZ", { ...ctrl, ...shift })],
    ["Cyrillic", "[", at("х", "BracketLeft")],
    ["Greek", "mod+k", at("κ", "KeyK", ctrl)],
    ["Hebrew", "a", at("ש", "KeyA")],
    ["Arabic, two letters on a key", "mod+b", at("لا", "KeyB", ctrl)],
    ["Arabic digits", "2", at("٢", "Digit2")],
    ["Thai", "j", at("่", "KeyJ")],
    ["AZERTY", "2", at("é", "Digit2")],
    ["AZERTY", "1", at("&", "Digit1")],
    ["AZERTY", "0", at("à", "Digit0")],
    ["AZERTY with shift", "2", at("2", "Digit2", shift)],
    ["Czech", "2", at("ě", "Digit2")],
    ["QWERTZ", "[", at("ü", "BracketLeft")],
    ["QWERTZ, typed", "/", at("/", "Digit7", shift)],
    ["QWERTZ, typed by the third level", "[", at("[", "Digit8", altGr)],
    ["QWERTZ on Windows, where the third level is Ctrl and Alt", "[", at("[", "Digit8", { ...altGr, ...ctrl, altKey: true })],
  ])("%s: %s", (_, chord, event) => expect(matches(chord, event, false)).toBe(true));

  test.each<[string, string, KeyboardEvent]>([
    ["AZERTY, where A lies at Q", "q", at("a", "KeyQ")],
    ["AZERTY, where M lies elsewhere", "m", at(",", "KeyM")],
    ["QWERTZ, where Y lies at Z", "mod+z", at("y", "KeyZ", ctrl)],
    ["Dvorak", "j", at("h", "KeyJ")],
    ["Turkish, another Latin letter", "mod+i", at("ı", "KeyI", ctrl)],
    ["US, what shift types", "2", at("@", "Digit2", shift)],
    ["Hangul with Ctrl", "j", at("ㅓ", "KeyJ", ctrl)],
    ["an accent on its own", "e", at("Dead", "KeyE")],
    ["a key without a place", "j", at("Unidentified", "")],
  ])("not on %s: %s", (_, chord, event) => expect(matches(chord, event, false)).toBe(false));

  test("the third level of a Mac types symbols", () => expect(matches("[", at("[", "Digit5", { altKey: true }), true)).toBe(true));

  test("what is typed comes before where it lies", () => {
    const six = at("-", "Digit6");
    expect(chordOf(["6", "-"], six)).toBe("-");
    expect(chordOf(["6"], six)).toBe("6");
  });
});

describe("text that is being composed", () => {
  const composing = { isComposing: true };
  test.each([
    ["a", at("ㅁ", "KeyA", composing)],
    ["mod+z", at("ㅋ", "KeyZ", { ...composing, ...ctrl })],
    ["enter", press("Enter", composing)],
    // Safari ends a composition before it sends the Enter that ended it.
    ["enter", press("Enter", { keyCode: 229 })],
    ["escape", press("Escape", { keyCode: 229 })],
  ])("keeps %s", (chord, event) => expect(matches(chord, event)).toBe(false));
});

describe("commands", () => {
  const runs = { next: vi.fn(), undo: vi.fn(), view: vi.fn(), zoom: vi.fn() };
  const commands = new Commands();
  const add = (id: keyof typeof runs, chord: string) => commands.add({ id, group: "view", title: () => id, chord, run: runs[id] });
  add("next", "j");
  add("undo", "mod+z");
  add("view", "6");
  add("zoom", "-");
  beforeEach(() => vi.clearAllMocks());

  function dispatch(event: KeyboardEvent, target: Element = document.body): void {
    target.addEventListener("keydown", (heard) => commands.press(heard as KeyboardEvent), { once: true });
    target.dispatchEvent(event);
  }

  test("run on every layout", () => {
    dispatch(at("ㅓ", "KeyJ"));
    dispatch(at("я", "KeyZ", ctrl));
    expect([runs.next, runs.undo].map((run) => run.mock.calls.length)).toEqual([1, 1]);
  });

  test("a place gives way to the command of what is typed", () => {
    dispatch(at("-", "Digit6"));
    expect([runs.view, runs.zoom].map((run) => run.mock.calls.length)).toEqual([0, 1]);
  });

  test("a field keeps what is typed and composed in it", () => {
    const field = document.body.appendChild(document.createElement("textarea"));
    dispatch(at("ㅓ", "KeyJ"), field);
    dispatch(at("Process", "KeyZ", { ...ctrl, keyCode: 229 }), field);
    field.remove();
    expect([runs.next, runs.undo].map((run) => run.mock.calls.length)).toEqual([0, 0]);
  });
});

describe("labels", () => {
  const azerty = new Map([
    ["Digit2", "é"],
    ["KeyQ", "a"],
    ["KeyA", "q"],
  ]);
  const cyrillic = new Map([["KeyZ", "я"]]);

  test("are written as the platform writes them", () => {
    expect(chordLabels("mod+shift+z", true)).toEqual(["⇧", "⌘", "Z"]);
    expect(chordLabels("mod+shift+z", false)).toEqual(["Ctrl", "Shift", "Z"]);
    expect(chordLabels("arrowleft", false)).toEqual(["←"]);
    expect(chordLabels("pagedown", false)).toEqual(["PgDn"]);
  });

  test("are what is printed on the keys where the system tells", () => {
    expect(chordLabels("2", false, azerty)).toEqual(["É"]);
    expect(chordLabels("a", false, azerty)).toEqual(["A"]);
    expect(chordLabels("mod+z", false, cyrillic)).toEqual(["Ctrl", "Я"]);
    expect(ariaChord("mod+z", false, cyrillic)).toBe("Control+я");
    expect(chordLabels("?", false, cyrillic)).toEqual(["?"]);
  });

  test("follow the keyboard of the system, which may be changed while the window is behind", async () => {
    const source = {
      getLayoutMap: vi.fn().mockResolvedValueOnce(azerty).mockRejectedValueOnce(new Error("refused")).mockResolvedValue(cyrillic),
    };
    keyboard.follow(source);
    await vi.waitFor(() => expect(chordLabels("2", false)).toEqual(["É"]));
    window.dispatchEvent(new Event("focus"));
    window.dispatchEvent(new Event("focus"));
    await vi.waitFor(() => expect(chordLabels("mod+z", false)).toEqual(["Ctrl", "Я"]));
  });
});

test("typing is told from pointing", () => {
  expect(isTyping(document.createElement("textarea"))).toBe(true);
  expect(isTyping(document.createElement("button"))).toBe(false);
  expect(isTyping(Object.assign(document.createElement("input"), { type: "checkbox" }))).toBe(false);
});
