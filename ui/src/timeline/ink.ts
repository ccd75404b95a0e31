import type { Ink } from "../base/ink";

/** "#rrggbb" with an opacity. */
export function withAlpha(hex: string, alpha: number): string {
  const channel = (at: number) => parseInt(hex.slice(at, at + 2), 16) || 0;
  return `rgb(${channel(1)} ${channel(3)} ${channel(5)} / ${Math.round(alpha * 100)}%)`;
}

/** Vermilion below zero, teal above, grey between; stronger from five on. */
export function signInk(ink: Ink, weight: number): string {
  if (Math.abs(weight) < 0.5) return ink["tone-0"];
  const strong = Math.abs(weight) >= 5;
  if (weight < 0) return strong ? ink["tone-neg-3"] : ink["tone-neg-2"];
  return strong ? ink["tone-pos-3"] : ink["tone-pos-2"];
}

/** The quiet tints of the same. */
export function signWash(ink: Ink, weight: number): string {
  if (Math.abs(weight) < 0.5) return ink["rule-strong"];
  return weight < 0 ? ink["tone-neg-1"] : ink["tone-pos-1"];
}
