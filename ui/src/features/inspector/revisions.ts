import type { Role, Stance } from "../../api";
import { fieldsOf, names, type FieldSpec } from "../../forms";
import { roleText, stanceText } from "../../forms/words";
import { m } from "../../paraglide/messages";
import { isStatus, statusLabel } from "../../widgets/status";

type Json = Record<string, unknown>;

/** Dates in words, by EDTF. */
type Dates = Partial<Record<string, string>>;

/** Names of the lossless form that are not paths of a form. */
const own: Record<string, () => string> = {
  status: m.field_status,
  statement: m.inspector_statement,
  period: m.field_start,
  anchor: m.field_exact,
  coordinates: m.inspector_coordinates,
  judgement: m.field_judgement,
  body: m.field_body,
  citation: m.field_citation,
  chosen: m.term_chosen,
  reason: m.field_reason,
};

/** The label of a field, by its name in the lossless form. */
export function fieldText(name: string): string {
  const spec = Object.values<FieldSpec[]>(fieldsOf)
    .flat()
    .find(({ path, whole }) => path === name || whole === name);
  return spec?.label() ?? own[name]?.() ?? name;
}

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

/** A value of the lossless form, in words; nothing for what is not there. */
export function wordsOf(value: string | null, dates: Dates): string | null {
  if (value === null) return null;
  if (!/^[[{]/.test(value)) return dates[value] ?? value;
  try {
    return shape(JSON.parse(value), dates) || value;
  } catch {
    // Words that happen to begin with a bracket.
    return value;
  }
}

function shape(value: unknown, dates: Dates): string {
  if (Array.isArray(value))
    return value
      .map((part) => shape(part, dates))
      .filter(Boolean)
      .join(", ");
  if (typeof value === "string") return dates[value] ?? value;
  if (!isObject(value)) return value === null ? "" : JSON.stringify(value);
  if (typeof value.edtf === "string") return shape(value.edtf, dates);
  if (typeof value.actor === "string") return `${names.of(`actor:${value.actor}`).title} (${roleText(value.role as Role)})`;
  if (typeof value.status === "string")
    return [isStatus(value.status) ? statusLabel(value.status) : value.status, shape(value.on ?? "", dates)].filter(Boolean).join(", ");
  if (typeof value.exact === "string") return value.exact;
  if (typeof value.speaker === "string") return statementWords(value);
  return Object.values(value)
    .map((part) => shape(part, dates))
    .filter(Boolean)
    .join(" ");
}

function statementWords({ speaker, issue, stance, quote }: Json): string {
  const words = isObject(quote) && typeof quote.text === "string" ? `“${quote.text}”` : "";
  return [names.of(`actor:${String(speaker)}`).title, issue, typeof stance === "string" ? stanceText(stance as Stance) : "", words]
    .filter(Boolean)
    .join(", ");
}
