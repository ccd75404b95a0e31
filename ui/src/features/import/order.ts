import type { ImportTableView } from "../../api";
import { columnsOf } from "./mapping";

/** A date in figures that can be read two ways, as it is written, and the two days that it may be. */
export interface OpenDate {
  written: string;
  dayFirst: string;
  monthFirst: string;
}

const figures = /(?:^|\D)((\d{1,2})[./-](\d{1,2})[./-](\d{4}))(?:\D|$)/;
/** Shown where the first rows hold no such date. */
const usual = "03/04/2026";

/** The first such date in the columns of dates. */
export function openDate({ headers, rows, mapping }: ImportTableView): OpenDate {
  const dates = headers.flatMap((header, at) => (columnsOf(mapping, header).some(({ is }) => is.endsWith("date")) ? [at] : []));
  const cells = rows.flatMap((row) => dates.map((at) => row[at] ?? ""));
  return cells.map(read).find((found) => found !== undefined) ?? read(usual)!;
}

function read(cell: string): OpenDate | undefined {
  const [, written = "", first = "", second = "", year = ""] = figures.exec(cell) ?? [];
  if (written === "" || Number(first) > 12 || Number(second) > 12 || Number(first) === Number(second)) return undefined;
  const day = (month: string, day: string) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return { written, dayFirst: day(second, first), monthFirst: day(first, second) };
}
