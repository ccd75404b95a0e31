import { capital } from "../base/words";
import { m } from "../paraglide/messages";

/** Where an event stands in its life; *overdue* is a plan whose latest date has passed without an outcome. */
export const statuses = ["rumoured", "announced", "scheduled", "occurred", "postponed", "cancelled", "denied", "overdue"] as const;

export type Status = (typeof statuses)[number];

export function isStatus(text: string): text is Status {
  return (statuses as readonly string[]).includes(text);
}

const labels: Record<Status, () => string> = {
  rumoured: m.status_rumoured,
  announced: m.status_announced,
  scheduled: m.status_scheduled,
  occurred: m.status_occurred,
  postponed: m.status_postponed,
  cancelled: m.status_cancelled,
  denied: m.status_denied,
  overdue: m.status_overdue,
};

export const statusLabel = (status: Status): string => capital(labels[status]());

/**
 * Shapes on a 12 × 12 field, told apart without colour: a plan is hollow, what occurred is full, what fell away is struck.
 * `fill` is a filled path, `line` a stroked one, `dash` the stroke's pattern.
 */
export const statusShapes: Record<Status, { fill?: string; line?: string; dash?: string }> = {
  rumoured: { line: "M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9", dash: "1.4 2.13" },
  announced: { line: "M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9" },
  scheduled: { line: "M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9", fill: "M6 4a2 2 0 1 1 0 4a2 2 0 1 1 0-4" },
  occurred: { fill: "M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10" },
  postponed: { line: "M1 6h8M6.2 2.8L9.4 6L6.2 9.2M11 2v8" },
  cancelled: { line: "M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9M1 11L11 1" },
  denied: { line: "M2 2L10 10M10 2L2 10" },
  overdue: { line: "M6 1.2L11.2 10.5H0.8ZM6 4.6v2.6M6 8.6v.6" },
};
