import type { AmountInput } from "../../api";
import { numberText } from "../../base/numbers";

/** "roughly 28,500 troops". */
export function amountText({ value, unit, qualifier }: AmountInput): string {
  return [qualifier, value === null ? null : numberText(value, Number.isInteger(value) ? 0 : 2), unit].filter(Boolean).join(" ");
}
