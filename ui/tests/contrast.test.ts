import { describe, expect, test } from "vitest";
import css from "../src/base/tokens.css?raw";
import { contrast } from "./contrast";

/** The tokens of a theme, read from the style sheet itself. */
function tokens(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(selector));
  const body = block.slice(block.indexOf("{") + 1, block.indexOf("}"));
  return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]));
}

const themes = { light: tokens('[data-theme="light"]'), dark: tokens('[data-theme="dark"]') };
const surfaces = ["paper", "panel", "sunken", "raised"];

describe.each(Object.entries(themes))("%s", (_, ink) => {
  const ratio = (one: string, other: string) => contrast(ink[one]!, ink[other]!);

  test.each(surfaces)("text is AAA on %s, faint text and lines of controls are AA", (surface) => {
    expect(ratio("ink", surface)).toBeGreaterThanOrEqual(7);
    expect(ratio("ink-muted", surface)).toBeGreaterThanOrEqual(7);
    expect(ratio("ink-faint", surface)).toBeGreaterThanOrEqual(4.5);
    expect(ratio("accent", surface)).toBeGreaterThanOrEqual(4.5);
    expect(ratio("control", surface)).toBeGreaterThanOrEqual(3);
    expect(ratio("focus", surface)).toBeGreaterThanOrEqual(3);
  });

  test.each(["selected", "mark", "tone-neg-wash", "tone-pos-wash"])("text is AAA on %s", (surface) => {
    expect(ratio("ink", surface)).toBeGreaterThanOrEqual(7);
    expect(ratio("ink-muted", surface)).toBeGreaterThanOrEqual(5.5);
  });

  test("buttons and messages can be read", () => {
    expect(ratio("on-accent", "accent")).toBeGreaterThanOrEqual(7);
    expect(ratio("on-accent", "accent-strong")).toBeGreaterThanOrEqual(7);
    expect(ratio("paper", "ink")).toBeGreaterThanOrEqual(7);
  });

  test.each(["tone-neg-3", "tone-pos-3"])("%s can be text", (tone) => {
    for (const surface of surfaces) expect(ratio(tone, surface)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["tone-neg-2", "tone-0", "tone-pos-2"])("%s stands out as a mark", (tone) => {
    for (const surface of ["paper", "panel", "raised"]) expect(ratio(tone, surface)).toBeGreaterThanOrEqual(3);
  });
});
