import { m } from "../paraglide/messages";

/** What went one way, by quad class 1 to 4. */
export interface Way {
  from: string;
  to: string;
  counts: readonly number[];
  weights: readonly number[];
}

/** The quad classes of event data, with the step of the tone scale that colours them. */
export const quads: readonly { name: () => string; tone: number }[] = [
  { name: m.quad_1, tone: 3 },
  { name: m.quad_2, tone: 6 },
  { name: m.quad_3, tone: -3 },
  { name: m.quad_4, tone: -6 },
];

export interface FlowRow {
  quad: (typeof quads)[number];
  /** Forth and back. */
  sides: readonly { count: number; weight: number; share: number }[];
}

/** Both ways side by side, class by class; `share` is of the longest bar. */
export function flowRows(ways: readonly Way[]): FlowRow[] {
  const most = Math.max(1, ...ways.flatMap(({ counts }) => counts));
  return quads.map((quad, at) => ({
    quad,
    sides: ways.map(({ counts, weights }) => ({ count: counts[at] ?? 0, weight: weights[at] ?? 0, share: (counts[at] ?? 0) / most })),
  }));
}
