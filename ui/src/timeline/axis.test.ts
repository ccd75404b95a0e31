import { expect, test } from "vitest";
import { axis } from "./ticks";

const at = (iso: string) => Date.parse(`${iso}Z`) / 1_000;
const labels = (from: string, to: string, width: number, locale = "en-GB") => {
  const ticks = axis(at(from), at(to), (at(to) - at(from)) / width, locale);
  return { fine: ticks.fine.map((tick) => tick.label), coarse: ticks.coarse.map((tick) => tick.label) };
};

test("steps from hours to decades, each with the unit around it", () => {
  expect(labels("2026-01-05T00:00", "2026-01-05T12:00", 900)).toMatchObject({
    fine: expect.arrayContaining(["01:00", "11:00"]),
    coarse: ["Mon, 5 January 2026"],
  });
  expect(labels("2026-01-01T00:00", "2026-01-06T00:00", 900).fine.slice(0, 3)).toEqual(["00:00", "12:00", "00:00"]);
  expect(labels("2026-01-01T00:00", "2026-01-20T00:00", 900)).toMatchObject({
    fine: expect.arrayContaining(["1", "2", "20"]),
    coarse: expect.arrayContaining(["January 2026"]),
  });
  expect(labels("2026-01-01T00:00", "2026-03-31T00:00", 900).fine.slice(0, 2)).toEqual(["5 Jan", "12 Jan"]);
  expect(labels("2025-11-01T00:00", "2026-10-31T00:00", 900)).toMatchObject({
    fine: expect.arrayContaining(["Nov", "Jan"]),
    coarse: ["2025", "2026"],
  });
  expect(labels("1990-01-01T00:00", "2009-12-31T00:00", 900).fine.slice(0, 2)).toEqual(["1990", "1991"]);
  expect(labels("1900-01-01T00:00", "2026-01-01T00:00", 900)).toMatchObject({
    fine: expect.arrayContaining(["1900", "1910"]),
    coarse: expect.arrayContaining(["1900–1999", "2000–2099"]),
  });
});

test("speaks the reader's language", () => {
  expect(labels("2026-01-01T00:00", "2026-01-20T00:00", 900, "ko-KR")).toMatchObject({
    fine: expect.arrayContaining(["1일", "20일"]),
    coarse: expect.arrayContaining(["2026년 1월"]),
  });
});

test("years before ours and far beyond calendars", () => {
  expect(labels("0001-06-01T00:00", "0004-06-01T00:00", 200).fine).toEqual(["2", "3", "4"]);
  const early = axis(at("0001-01-01T00:00") - 49.5 * 31_556_952, at("0001-01-01T00:00"), 31_556_952 / 50, "en-GB");
  expect(early.fine[0]?.label).toBe("49 BC");
  const deep = axis(5e15, 6e15, 1e12, "en-GB").fine.map((tick) => tick.label);
  expect(deep.length).toBeGreaterThan(3);
  expect(deep[0]).toMatch(/m$/i);
});

test("ticks rise, lie in range, and leave room for their labels at any scale", () => {
  for (let power = 0; power < 58; power += 0.37) {
    const span = 7_200 * 2 ** power;
    const [start, end] = [1e9 - span / 3, 1e9 + (span * 2) / 3];
    const ticks = axis(start, end, span / 1_000, "en-GB");
    const longest = ticks.fine.reduce((most, tick) => Math.max(most, tick.label.length), 0);
    expect(ticks.fine.length).toBeLessThan(60);
    ticks.fine.forEach((tick, index) => {
      expect(tick.second >= start && tick.second <= end).toBe(true);
      const before = ticks.fine[index - 1];
      // Five pixels a letter in the small size; the first of a short month may come a little early.
      if (before) expect((tick.second - before.second) / (span / 1_000)).toBeGreaterThan(Math.min(longest * 5, 26));
    });
  }
  expect(axis(0, 0, 1, "en-GB")).toEqual({ fine: [], coarse: [] });
  expect(axis(NaN, 1, 1, "en-GB")).toEqual({ fine: [], coarse: [] });
});
