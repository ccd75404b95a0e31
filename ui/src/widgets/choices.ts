/** One entry of a `Select` or `Combobox`. */
export interface Choice<Value extends string = string> {
  value: Value;
  label: string;
  /** Quiet text at the end of the row, for example a code. */
  note?: string;
  /** Country code whose flag stands before the label. */
  flag?: string;
  /** Icon name of `KindIcon` that stands before the label. */
  icon?: string;
  disabled?: boolean;
}
