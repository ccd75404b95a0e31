import { roundedParts } from "./shares";

/** *k* of the tone: how much the prior weighs against events. As in the core (`relations::PRIOR_WEIGHT`). */
export const priorWeight = 2;

/** What one event adds to the tone. */
export interface Part {
  reference: string;
  title: string;
  /** Its date in words, no more exact than the record has it. */
  when: string | null;
  weight: number;
  credibility: number;
  decay: number;
  share: number;
}

/** The parts from the largest to the smallest, with shares that add up as shown. */
export function explained(
  parts: readonly Part[],
  priorShare: number,
): { parts: { part: Part; share: number }[]; prior: number; sum: number } {
  const sorted = [...parts].sort((one, other) => Math.abs(other.share) - Math.abs(one.share) || (one.reference < other.reference ? -1 : 1));
  const { parts: shares, sum } = roundedParts([...sorted.map(({ share }) => share), priorShare], 2);
  return { parts: sorted.map((part, at) => ({ part, share: shares[at]! })), prior: shares.at(-1)!, sum };
}
