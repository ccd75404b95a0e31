/**
 * Key chords, written once as "mod+shift+z" and shown as the platform writes them.
 * `mod` is ⌘ on macOS and Ctrl elsewhere. The last part is the key as `KeyboardEvent.key` names it, in lower case.
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

/** Whether a key press is the chord. Keys that need shift to be typed ("?", "+") match without naming it. */
export function matches(text: string, event: KeyboardEvent, mac = onMac): boolean {
  const chord = parseChord(text);
  const mod = mac ? event.metaKey : event.ctrlKey;
  const otherMod = mac ? event.ctrlKey : event.metaKey;
  if (event.key.toLowerCase() !== chord.key || mod !== chord.mod || otherMod || event.altKey !== chord.alt) return false;
  return event.shiftKey === chord.shift || (isSymbol(chord.key) && !chord.shift);
}

const isSymbol = (key: string) => key.length === 1 && key.toLowerCase() === key.toUpperCase();

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
};

/** The keys of a chord as labels, in the order the platform shows them: ["⌘", "K"] or ["Ctrl", "K"]. */
export function chordLabels(text: string, mac = onMac): string[] {
  const { key, mod, shift, alt } = parseChord(text);
  const label = signs[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  const before = mac ? [alt && "⌥", shift && "⇧", mod && "⌘"] : [mod && "Ctrl", alt && "Alt", shift && "Shift"];
  return [...before.filter((part): part is string => part !== false), label];
}

/** The chord in one string for `aria-keyshortcuts`. */
export function ariaChord(text: string, mac = onMac): string {
  const { key, mod, shift, alt } = parseChord(text);
  const parts = [mod && (mac ? "Meta" : "Control"), alt && "Alt", shift && "Shift", key];
  return parts.filter((part) => part !== false).join("+");
}

/** Whether typing goes to a text field, where single-key commands must stay silent. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.tagName === "TEXTAREA" || target.tagName === "SELECT") return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "range"].includes(target.type);
}
