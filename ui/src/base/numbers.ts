import { language } from "./language.svelte";

/** A count or amount with the grouping of the reader's language. */
export function numberText(value: number, digits = 0): string {
  return new Intl.NumberFormat(language.format, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value);
}

/** An amount as exactly as the source says: "roughly 28,500 troops", "nearly half". Words and grouping are those of the core. */
export function amountText({ value, unit, qualifier }: { value?: number | null; unit?: string | null; qualifier?: string | null }): string {
  const number =
    typeof value !== "number" ? null : new Intl.NumberFormat("en", { maximumFractionDigits: 20 }).format(value).replace("-", "−");
  return [qualifier, number, unit].filter(Boolean).join(" ");
}

/** Compares names as the reader's language sorts them, digits by value. */
export function compareNames(one: string, other: string): number {
  return new Intl.Collator(language.format, { numeric: true, sensitivity: "base" }).compare(one, other);
}
