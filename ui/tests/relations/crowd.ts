import type { DyadView, RelationsResponse } from "../../src/api";
import { alpha2 } from "../../src/base/countries";

/** A repeatable stream of numbers from 0 to 1. */
function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const allCodes = letters
  .flatMap((one) => letters.flatMap((two) => letters.map((three) => one + two + three)))
  .filter((code) => alpha2(code) !== undefined);

/** `count` countries in five camps and `pairs` relations, friendlier within a camp; the date moves every tone a little. */
export function crowd(count: number, pairs: number, day = "2026-01-08"): RelationsResponse {
  const next = chance(7);
  const codes = Array.from({ length: count }, (_, at) => allCodes[Math.floor((at * allCodes.length) / count)]!);
  const shift = Math.sin(Date.parse(day) / 86_400_000 / 40);
  const dyads = new Map<string, DyadView>();
  while (dyads.size < Math.min(pairs, (count * (count - 1)) / 2)) {
    const [one, other] = [Math.floor(next() * count), Math.floor(next() * count)];
    const [a, b] = [codes[one]!, codes[other]!].sort() as [string, string];
    if (a === b || dyads.has(`${a}-${b}`)) continue;
    const tone = Math.max(-10, Math.min(10, (one % 5 === other % 5 ? 5 : -2) + 4 * (next() - 0.5) + 2 * shift));
    dyads.set(`${a}-${b}`, { a, b, tone, intensity: 3 * next(), prior: 0, events: next() < 0.2 ? 0 : 4, last: day, last_label: day });
  }
  const countries = codes.map((code) => ({
    reference: `actor:${code}`,
    code,
    name: code,
    flag: alpha2(code)?.toLowerCase() ?? null,
    events: 10,
  }));
  return { as_of: day, half_life_days: 180, countries, dyads: [...dyads.values()], triads: [] };
}
