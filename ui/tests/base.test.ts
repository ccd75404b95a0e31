import { describe, expect, test } from "vitest";
import { alpha2 } from "../src/base/countries";
import { flagUrl } from "../src/base/flags";
import { isNumber, isOneOf, recall, remember } from "../src/base/memory";
import { Listeners } from "../src/base/listeners";
import { toneColour, toneStep, toneText } from "../src/base/tone";

describe("memory", () => {
  test("keeps a value", () => {
    remember("width", 240);
    expect(recall("width", 1, isNumber)).toBe(240);
  });

  test.each(["{", "null", '"wide"', '{"a":1}'])("refuses %s for a number", (text) => {
    localStorage.setItem("summitry:width", text);
    expect(recall("width", 1, isNumber)).toBe(1);
  });

  test("refuses a word that is not on the list", () => {
    remember("view", "nowhere");
    expect(recall("view", "timeline", isOneOf("timeline", "notes"))).toBe("timeline");
  });
});

test.each([
  [-10, -3, "−10.0", "var(--tone-neg-3)"],
  [-4.1, -2, "−4.1", "var(--tone-neg-2)"],
  [-0.04, 0, "0.0", "var(--tone-0)"],
  [0, 0, "0.0", "var(--tone-0)"],
  [1.26, 1, "+1.3", "var(--tone-pos-1)"],
  [7, 3, "+7.0", "var(--tone-pos-3)"],
])("tone %d", (tone, step, text, colour) => {
  expect(toneStep(tone)).toBe(step);
  expect(toneText(tone)).toBe(text);
  expect(toneColour(tone)).toBe(colour);
});

test("flags are found by either code, and not for states that are gone", () => {
  expect(alpha2("KOR")).toBe("KR");
  expect(flagUrl("KOR")).toBe(flagUrl("kr"));
  expect(flagUrl("ASEAN")).toMatch(/asean/);
  expect(flagUrl("SUN")).toBeUndefined();
  expect(flagUrl("../x")).toBeUndefined();
});

test("a listener that left is not told", () => {
  const heard: number[] = [];
  const listeners = new Listeners<number>();
  const leave = listeners.add((value) => heard.push(value));
  listeners.tell(1);
  leave();
  listeners.tell(2);
  expect(heard).toEqual([1]);
});
