import type { Ink, InkName } from "../base/ink";
import { toneStep } from "../base/tone";

/**
 * The colour of an edge. Weak tones are drawn a little stronger than their token, which is made for surfaces, and none
 * at all fainter: what is neutral must not stand before what is not.
 */
export function toneInk(ink: Ink, tone: number): string {
  const step = toneStep(tone);
  if (step === 0) return mixed(ink["rule-strong"], ink["tone-0"], 0.3);
  const name = (size: number) => `tone-${step < 0 ? "neg" : "pos"}-${size}` as InkName;
  return Math.abs(step) === 1 ? mixed(ink[name(1)], ink[name(2)], 0.35) : ink[name(Math.abs(step))];
}

/** Two colours "#rrggbb" mixed; `share` is of the second. */
export function mixed(one: string, other: string, share: number): string {
  const channel = (hex: string, at: number) => parseInt(hex.slice(at, at + 2), 16) || 0;
  const mix = (at: number) => Math.round(channel(one, at) * (1 - share) + channel(other, at) * share);
  return `rgb(${mix(1)} ${mix(3)} ${mix(5)})`;
}

/** A cell's ground: the tone mixed into the paper, faint enough for ink to be read on it at any strength. */
export function toneGround(tone: number): string {
  if (Math.abs(tone) < 0.05) return "transparent";
  const share = Math.round(8 + 46 * Math.min(1, Math.abs(tone) / 8));
  return `color-mix(in oklab, var(--tone-${tone < 0 ? "neg" : "pos"}-2) ${share}%, var(--paper))`;
}

/** Width of an edge in px: grows with the root of the intensity, so that one busy pair does not drown the rest, and shrinks as edges are more. */
export function edgeWidth(intensity: number, edges: number): number {
  const share = Math.min(1, Math.sqrt(30 / Math.max(1, edges)));
  return Math.max(0.5, share * Math.min(12, 1.5 + 3 * Math.sqrt(Math.max(0, intensity))));
}
