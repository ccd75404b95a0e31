import type { Fault } from "../../api";
import { toasts } from "../../base/toasts.svelte";
import { m } from "../../paraglide/messages";
import { attempt } from "../../state";
import { problemText } from "./words";

/** The row of a problem; nothing where it is the whole file. */
export const rowOf = ({ row }: Fault): string => (row === 0 ? "" : String(row));

/** The problems as a table in text, which a spreadsheet takes as well. */
export function problemsText(faults: readonly Fault[]): string {
  const head = [m.import_row(), m.import_column(), m.import_value(), m.import_problem()];
  const rows = faults.map((fault) => [rowOf(fault), fault.column, fault.value, problemText(fault.problem)]);
  const cell = (text: string) => text.replace(/\s+/g, " ");
  return [head, ...rows].map((row) => row.map(cell).join("\t")).join("\n");
}

export async function copyProblems(faults: readonly Fault[]): Promise<void> {
  const copied = await attempt(() => navigator.clipboard.writeText(problemsText(faults)).then(() => true));
  if (copied) toasts.say(m.import_problems_copied());
}
