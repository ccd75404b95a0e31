import { shiftDay } from "../../base/dates";

/** How far the as-of date goes at a time. */
export const stepNames = ["day", "week", "month"] as const;

export type StepName = (typeof stepNames)[number];

/** The day one step later, or `count` steps; a month ends on its last day where the other is shorter. */
export function stepped(iso: string, step: StepName, count = 1): string {
  if (step !== "month") return shiftDay(iso, count * (step === "day" ? 1 : 7));
  const [year, month, day] = iso.split("-").map(Number) as [number, number, number];
  const first = new Date(Date.UTC(2000, month - 1 + count, 1));
  first.setUTCFullYear(first.getUTCFullYear() - 2000 + year);
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, length));
  return first.toISOString().slice(0, 10);
}
