/**
 * Parts rounded to `digits` so that they sum to the rounded whole: the rounding left over goes to the parts it wrongs least.
 * What is shown then adds up to what is shown, as the exact parts do.
 */
export function roundedParts(parts: readonly number[], digits: number): { parts: number[]; sum: number } {
  const unit = 10 ** digits;
  const exact = parts.map((part) => part * unit);
  const rounded = exact.map(Math.round);
  const sum = Math.round(exact.reduce((total, part) => total + part, 0));
  let missing = sum - rounded.reduce((total, part) => total + part, 0);
  const step = Math.sign(missing);
  const byRemainder = exact
    .map((part, at) => ({ at, left: (part - rounded[at]!) * step }))
    .sort((one, other) => other.left - one.left || one.at - other.at);
  for (const { at } of byRemainder) {
    if (missing === 0) break;
    rounded[at]! += step;
    missing -= step;
  }
  return { parts: rounded.map((part) => part / unit || 0), sum: sum / unit || 0 };
}
