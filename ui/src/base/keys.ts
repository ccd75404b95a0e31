import { keyboard, type Layout } from "./keyboard.svelte";

/**
 * Key chords, written once as "mod+shift+z" and shown as the platform writes them.
 * `mod` is ⌘ on macOS and Ctrl elsewhere. The last part is the key as `KeyboardEvent.key` names it, in lower case.
 *
 * A key counts by what it types. Where that says nothing (Hangul, Cyrillic, the digits of a French keyboard), it counts by its place.
 */
export interface Chord {
  key: string;
  mod: boolean;
  shift: boolean;
  alt: boolean;
}

export const onMac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);

export function parseChord(text: string): Chord {
  const parts = text
    .toLowerCase()
    .split("+")
    .filter((part) => part !== "");
  // A text that ends in "+" means the plus key itself.
  const key = text.endsWith("+") ? "+" : (parts.at(-1) ?? "");
  return { key, mod: parts.includes("mod"), shift: parts.includes("shift"), alt: parts.includes("alt") };
}

/** Whether a key press is the chord. */
export const matches = (text: string, event: KeyboardEvent, mac = onMac): boolean => chordOf([text], event, mac) !== undefined;

/** Which of several chords a key press is: what it types comes before where it lies. */
export function chordOf<Text extends string>(texts: readonly Text[], event: KeyboardEvent, mac = onMac): Text | undefined {
  return texts.find((text) => isTyped(text, event, mac)) ?? texts.find((text) => isPlaced(text, event, mac));
}

/** The entry of a table by chords that a key press stands for. */
export function byChord<Entry>(table: Readonly<Record<string, Entry>>, event: KeyboardEvent, mac = onMac): Entry | undefined {
  const chord = chordOf(Object.keys(table), event, mac);
  return chord === undefined ? undefined : table[chord];
}

/** Whether a key press types the chord. A symbol matches with shift or the third level, which some keyboards need for it. */
export function isTyped(text: string, event: KeyboardEvent, mac = onMac): boolean {
  const chord = parseChord(text);
  if (belongsToInput(event) || event.key.toLowerCase() !== chord.key) return false;
  const thirdLevel = event.getModifierState("AltGraph") || (mac && event.altKey && !event.metaKey);
  if (isSymbol(chord.key) && !chord.mod && !chord.shift && thirdLevel) return true;
  return holdsMod(chord, event, mac) && (event.shiftKey === chord.shift || (isSymbol(chord.key) && !chord.shift));
}

/** Whether a key press lies where the chord is on a Latin keyboard, and types nothing that could be a chord itself. */
export function isPlaced(text: string, event: KeyboardEvent, mac = onMac): boolean {
  const chord = parseChord(text);
  if (event.isComposing || event.shiftKey !== chord.shift || !holdsMod(chord, event, mac)) return false;
  return (
    placeOf(chord.key) !== undefined &&
    placeOf(chord.key) === placePressed(event) &&
    (belongsToInput(event) || isSilent(chord.key, event.key))
  );
}

function holdsMod(chord: Chord, event: KeyboardEvent, mac: boolean): boolean {
  const [mod, otherMod] = mac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  return mod === chord.mod && !otherMod && event.altKey === chord.alt;
}

/** Whether an input method takes the key; one that ends a composition is told by its number alone. */
export const belongsToInput = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

const isSymbol = (key: string) => key.length === 1 && key.toLowerCase() === key.toUpperCase();

/** Whether what a key types leaves the meaning to its place: for a letter where it is of another script, for a digit where it is none. */
function isSilent(wanted: string, typed: string): boolean {
  if (typed === "Process" || typed === "Unidentified") return true;
  if (/^\d$/.test(wanted)) return !/^[\da-z]$/i.test(typed);
  if (isSymbol(wanted)) return typed === "Dead" || /^[^\p{ASCII}]+$/u.test(typed);
  return /^[^\p{ASCII}\p{Script=Latin}]+$/u.test(typed);
}

const symbolPlaces: Record<string, string> = { "[": "BracketLeft", "]": "BracketRight", "/": "Slash", "-": "Minus", "=": "Equal" };

/** Where a key lies on a Latin keyboard, as `KeyboardEvent.code` names it. */
function placeOf(key: string): string | undefined {
  if (/^[a-z]$/.test(key)) return `Key${key.toUpperCase()}`;
  if (/^\d$/.test(key)) return `Digit${key}`;
  return symbolPlaces[key];
}

/** What the keys of A to Z type on the Korean keyboard. */
const jamo = "ㅁㅠㅊㅇㄷㄹㅎㅗㅑㅓㅏㅣㅡㅜㅐㅔㅂㄱㄴㅅㅕㅍㅈㅌㅛㅋ";

/** Where a press lies. On-screen keyboards and remote desktops name no place, but the letters of Hangul have one. */
function placePressed(event: KeyboardEvent): string {
  if (event.code !== "" && event.code !== "Unidentified") return event.code;
  const letter = event.key === "" ? -1 : jamo.indexOf(event.key);
  return letter < 0 ? "" : `Key${String.fromCharCode(65 + letter)}`;
}

const signs: Record<string, string> = {
  arrowleft: "←",
  arrowright: "→",
  arrowup: "↑",
  arrowdown: "↓",
  enter: "↵",
  escape: "Esc",
  delete: "Del",
  backspace: "⌫",
  " ": "Space",
  "-": "−",
  tab: "Tab",
  home: "Home",
  end: "End",
  pageup: "PgUp",
  pagedown: "PgDn",
};

/** What is printed on the key of a chord: its own sign where the layout has it, else what lies in its place. */
function printed(key: string, layout: Layout | undefined): string {
  const place = placeOf(key);
  if (!layout || !place || [...layout.values()].includes(key)) return key;
  return layout.get(place) ?? key;
}

/** The keys of a chord as labels, in the order the platform shows them: ["⌘", "K"] or ["Ctrl", "K"]. */
export function chordLabels(text: string, mac = onMac, layout = keyboard.layout): string[] {
  const { key: own, mod, shift, alt } = parseChord(text);
  const key = printed(own, layout);
  const label = signs[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  const before = mac ? [alt && "⌥", shift && "⇧", mod && "⌘"] : [mod && "Ctrl", alt && "Alt", shift && "Shift"];
  return [...before.filter((part): part is string => part !== false), label];
}

/** The chord in one string for `aria-keyshortcuts`. */
export function ariaChord(text: string, mac = onMac, layout = keyboard.layout): string {
  const { key, mod, shift, alt } = parseChord(text);
  const parts = [mod && (mac ? "Meta" : "Control"), alt && "Alt", shift && "Shift", printed(key, layout)];
  return parts.filter((part) => part !== false).join("+");
}

/** Whether typing goes to a text field, where single-key commands must stay silent. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.tagName === "TEXTAREA" || target.tagName === "SELECT") return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "range"].includes(target.type);
}
