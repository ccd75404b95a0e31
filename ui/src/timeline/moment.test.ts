import { expect, test } from "vitest";
import { momentAt } from "./moment";

const second = Date.parse("2026-01-05T10:00:00Z") / 1_000;

test("a date under the pointer is as exact as the zoom shows it", () => {
  const day = 86_400;
  expect(momentAt(second, day / 40)).toBe("2026-01-05");
  expect(momentAt(second, day / 6)).toBe("2026-01-05");
  expect(momentAt(second, day / 2)).toBe("2026-01");
  expect(momentAt(second, 20 * day)).toBe("2026");
});

test("where years have no four digits there is no date to give", () => {
  expect(momentAt(-1e12, 86_400)).toBeUndefined();
  expect(momentAt(1e15, 86_400)).toBeUndefined();
  expect(momentAt(Number.NaN, 86_400)).toBeUndefined();
});
