import { afterEach, beforeEach, describe, expect, test } from "vitest";
import korean from "../../data/words/ko.json";
import type { ErrorCode, Reason, WhyView } from "../src/api";
import { language } from "../src/base/language.svelte";
import { errorText, fieldError } from "../src/state/errors";

describe("a refusal on a Korean page", () => {
  const english = /[A-Za-z]{2,} [A-Za-z]{2,} [a-z]{2,}/;
  const keys = Object.keys(korean).filter((key) => key.startsWith("refused_") && !/^refused_word_|_hint$/.test(key));
  const reasons = keys.map((key) => key.slice("refused_".length).replaceAll("_", "-") as Reason);
  const codes: ErrorCode[] = ["invalid", "not-found", "read-only", "full", "io", "damaged", "brief", "internal"];
  const told = { message: "the words of the core are English", hint: "and say what to do", why: null };

  beforeEach(() => language.choose("ko"));
  afterEach(() => language.choose("en"));

  test.each(reasons)("for %s has no English sentence", (reason) => {
    const values = { document: "@pdf", part: "@spring", said: "@weekday_1", is: "@weekday_5", text: "2025-26" };
    const text = errorText({ ...told, code: "invalid", why: { reason, values } });
    expect(text).toMatch(/[가-힣]/);
    expect(text).not.toMatch(english);
    expect(text).not.toContain("@");
  });

  test.each(codes)("of code %s alone has none either", (code) => {
    for (const text of [errorText({ ...told, code }), fieldError({ ...told, code: "invalid" })]) {
      expect(text).toMatch(/[가-힣]/);
      expect(text).not.toMatch(english);
    }
  });

  test("names the values it is about", () => {
    const why: WhyView = { reason: "date-weekday", values: { date: "2026-01-05", said: "@weekday_2", is: "@weekday_1" } };
    expect(errorText({ ...told, code: "invalid", why })).toContain("2026-01-05: 화요일이 아님");
  });
});
