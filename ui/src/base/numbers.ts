import { language } from "./language.svelte";

/** A count or amount with the grouping of the reader's language. */
export function numberText(value: number, digits = 0): string {
  return new Intl.NumberFormat(language.format, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value);
}

/** Compares names as the reader's language sorts them, digits by value. */
export function compareNames(one: string, other: string): number {
  return new Intl.Collator(language.format, { numeric: true, sensitivity: "base" }).compare(one, other);
}
