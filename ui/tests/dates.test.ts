import { expect, test } from "vitest";
import { dayText, daysBetween, edtfText, shiftDay, today } from "../src/base/dates";
import { language } from "../src/base/language.svelte";

test.each([
  ["2026-01-08", "8 Jan 2026"],
  ["2026-01", "Jan 2026"],
  ["2026", "2026"],
  ["2025-11~", "about Nov 2025"],
  ["2025?", "perhaps 2025"],
  ["2025%", "perhaps about 2025"],
  ["2026-01-05/2026-01-07", "5 – 7 Jan 2026"],
  ["2025-12/2026-01", "Dec 2025 – Jan 2026"],
  ["2025-12-30/..", "since 30 Dec 2025"],
  ["../2026-01-08", "until 8 Jan 2026"],
  ["2016/", "from 2016, end unknown"],
  ["2026-21", "spring 2026"],
  ["202X", "2020s"],
  ["18XX", "19th century"],
  ["2026-01-XX", "Jan 2026"],
  ["2026-01-08T09:30:00", "8 Jan 2026, 09:30"],
  ["0044-03-15", "15 Mar 44"],
  ["", "date unknown"],
  ["2026-13-40", "2026-13-40"],
  ["{2025,2026}", "{2025,2026}"],
  ["[..2026-01-08]", "by 8 Jan 2026"],
  ["[2026-01-08..]", "8 Jan 2026 or later"],
  ["[2026-01-01..2026-01-10]", "some day in 1 – 10 Jan 2026"],
  ["[2026-01-05,2026-01-06]", "5 Jan 2026 or 6 Jan 2026"],
])("%s is shown as %s", (edtf, words) => expect(edtfText(edtf).replace(/[\u2009\u202f]/g, " ")).toBe(words));

test("Korean dates are written as Korean writes them", () => {
  language.choose("ko");
  expect(dayText("2026-01-08")).toBe("2026년 1월 8일");
  expect(edtfText("2025-11~")).toBe("2025년 11월경");
});

test("days are counted and moved without a time zone", () => {
  expect(daysBetween("2025-11-07", "2026-01-08")).toBe(62);
  expect(shiftDay("2026-03-01", -1)).toBe("2026-02-28");
  expect(shiftDay("nonsense", 1)).toBe("nonsense");
  expect(today(new Date(2026, 0, 8, 0, 5))).toBe("2026-01-08");
});
