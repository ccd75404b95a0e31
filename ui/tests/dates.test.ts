import { expect, test } from "vitest";
import golden from "../../src-tauri/crates/domain/tests/golden/dates.json";
import { dayText, daysBetween, momentText, recordedText, shiftDay, spanText, today, type DateStyle } from "../src/base/dates";
import { language } from "../src/base/language.svelte";

/** The core's tests read the same list. */
test.each(["en", "ko"] as const)("dates are written as the core writes them: %s", (locale) => {
  language.choose(locale);
  const ours = (en: string, ko: string) => (locale === "en" ? en : ko);
  for (const [day, en, ko] of golden.days as [string, string, string][]) expect(dayText(day)).toBe(ours(en, ko));
  for (const [from, to, en, ko] of golden.spans as [string, string, string, string][]) expect(spanText(from, to)).toBe(ours(en, ko));
  for (const [day, style, en, ko] of golden.axis as [string, DateStyle, string, string][])
    expect(momentText(Date.parse(day), style)).toBe(ours(en, ko));
});

test("what is no day is given back as it is", () => {
  expect(dayText("2026-13-40")).toBe("2026-13-40");
  expect(spanText("2026-01-08", "2026-01-05")).toBe("8 January 2026 – 5 January 2026");
  expect(recordedText("once")).toBe("once");
});

test("days are counted and moved without a time zone", () => {
  expect(daysBetween("2025-11-07", "2026-01-08")).toBe(62);
  expect(shiftDay("2026-03-01", -1)).toBe("2026-02-28");
  expect(shiftDay("nonsense", 1)).toBe("nonsense");
  expect(today(new Date(2026, 0, 8, 0, 5))).toBe("2026-01-08");
});
