import { expect, test } from "vitest";
import { stripTicks } from "../src/app/overview-ticks";
import { secondsOf } from "../src/state";

test.each([
  ["2026-01-05", "2026-01-07", 1000, "5 Jan 03:00 06:00", 17],
  ["2025-12-29", "2026-01-12", 1000, "29 Dec 30 31 1 Jan 2", 15],
  ["2026-01-05", "2026-04-05", 1000, "5 Jan 12 Jan 19 Jan", 13],
  ["2024-01-01", "2027-01-01", 1000, "2024 Apr Jul Oct 2025", 13],
  ["1945-01-01", "2025-01-01", 1000, "1945 1950 1955", 17],
  ["-000300-01-01", "2026-01-01", 1000, "-200 0 200", 12],
])("from %s to %s", (from, to, width, first, count) => {
  const ticks = stripTicks(secondsOf(from), secondsOf(to), width);
  const labels = ticks.map(({ label }) => label);
  expect(labels.join(" ").slice(0, first.length)).toBe(first);
  expect(labels).toHaveLength(count);
});
