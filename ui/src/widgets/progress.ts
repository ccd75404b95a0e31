import { m } from "../paraglide/messages";

/** Time left in words, never more exact than an estimate is. */
export function timeLeftText(seconds: number): string {
  if (seconds < 55) return m.progress_left_seconds({ seconds: Math.max(5, Math.ceil(seconds / 5) * 5) });
  return m.progress_left_minutes({ minutes: Math.max(1, Math.round(seconds / 60)) });
}
