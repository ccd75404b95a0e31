/** Tone runs from −10 (hostile) to +10 (close). Colour never stands alone: show `toneText` or a sign with it. */
export type ToneStep = -3 | -2 | -1 | 0 | 1 | 2 | 3;

/** Seven steps, cut at 0.5, 2 and 5 on either side of zero. */
export function toneStep(tone: number): ToneStep {
  const size = Math.abs(tone);
  const step = size < 0.5 ? 0 : size < 2 ? 1 : size < 5 ? 2 : 3;
  return (tone < 0 ? -step || 0 : step) as ToneStep;
}

/** The custom property of a step: `var(--tone-neg-2)`. */
export function toneColour(tone: number): string {
  const step = toneStep(tone);
  if (step === 0) return "var(--tone-0)";
  return `var(--tone-${step < 0 ? "neg" : "pos"}-${Math.abs(step)})`;
}

/** A signed number with a true minus: "+4.1", "−4.1", "0.0". */
export function toneText(tone: number, digits = 1): string {
  const text = Math.abs(tone).toFixed(digits);
  if (Number(text) === 0) return text;
  return (tone < 0 ? "−" : "+") + text;
}
