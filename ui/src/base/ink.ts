import type { ThemeName } from "./theme.svelte";

/** The tokens a canvas draws with. */
const names = [
  "paper",
  "panel",
  "sunken",
  "raised",
  "ink",
  "ink-muted",
  "ink-faint",
  "rule",
  "rule-strong",
  "control",
  "accent",
  "selected",
  "mark",
  "tone-neg-3",
  "tone-neg-2",
  "tone-neg-1",
  "tone-0",
  "tone-pos-1",
  "tone-pos-2",
  "tone-pos-3",
  "sans",
  "serif",
] as const;

export type InkName = (typeof names)[number];
export type Ink = Readonly<Record<InkName, string>>;

const known = new Map<ThemeName, Ink>();

/** Colours and typefaces of a theme as strings for a canvas; read from the style sheet once per theme. */
export function inkOf(theme: ThemeName): Ink {
  const found = known.get(theme);
  if (found) return found;
  const style = getComputedStyle(document.documentElement);
  const ink = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])) as Ink;
  // Before the style sheet is there every value is empty, and must not be kept.
  if (ink.paper !== "") known.set(theme, ink);
  return ink;
}
