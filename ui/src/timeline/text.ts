/** Widths of texts on a canvas; measuring is what costs, so each text is measured once. */
export class TextRuler {
  readonly #widths = new Map<string, number>();
  readonly #cut = new Map<string, string>();

  constructor(readonly measure: (text: string, font: string) => number) {}

  width(text: string, font: string): number {
    const key = `${font}\n${text}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    const width = this.measure(text, font);
    if (this.#widths.size > 20_000) this.#widths.clear();
    this.#widths.set(key, width);
    return width;
  }

  /** The text, cut with an ellipsis to fit; empty when not even a few letters do. */
  fitted(text: string, font: string, most: number): string {
    if (this.width(text, font) <= most) return text;
    const key = `${font}\n${Math.round(most)}\n${text}`;
    const known = this.#cut.get(key);
    if (known !== undefined) return known;
    const cut = this.#shortened(text, font, most);
    if (this.#cut.size > 20_000) this.#cut.clear();
    this.#cut.set(key, cut);
    return cut;
  }

  /** The text in one line, or in two of about the same length when one is too long; cut when two are. */
  wrapped(text: string, font: string, most: number): string[] {
    const whole = this.width(text, font);
    if (whole <= most) return [text];
    const words = text.split(/(?<=\s)/);
    const widths = words.map((word) => this.width(word.trimEnd(), font) + (word.endsWith(" ") ? this.width(" ", font) : 0));
    const goal = Math.min(most, whole * 0.56);
    let [count, length] = [0, 0];
    while (count < words.length - 1 && length + widths[count]! <= Math.max(goal, widths[0]!)) length += widths[count++]!;
    if (count === 0) return [this.fitted(text, font, most)];
    return [words.slice(0, count).join("").trimEnd(), this.fitted(words.slice(count).join(""), font, most)].filter((line) => line !== "");
  }

  /** Forgets all widths: a typeface has arrived. */
  clear(): void {
    this.#widths.clear();
    this.#cut.clear();
  }

  #shortened(text: string, font: string, most: number): string {
    const letters = [...text];
    let [fits, tooLong] = [0, letters.length];
    while (tooLong - fits > 1) {
      const middle = (fits + tooLong) >> 1;
      if (this.measure(`${letters.slice(0, middle).join("").trimEnd()}…`, font) <= most) fits = middle;
      else tooLong = middle;
    }
    return fits < 3 ? "" : `${letters.slice(0, fits).join("").trimEnd()}…`;
  }
}

/** A ruler that measures with a canvas. */
export function canvasRuler(): TextRuler {
  const context = document.createElement("canvas").getContext("2d");
  return new TextRuler((text, font) => {
    if (!context) return text.length * 7;
    context.font = font;
    return context.measureText(text).width;
  });
}

/** A canvas does not fetch a typeface by itself, and measures another one until it is there. The answer stops waiting. */
export function awaitTypefaces(family: string, arrived: () => void): () => void {
  const { fonts } = document;
  for (const weight of [400, 500, 600]) fonts.load(`${weight} 12px ${family}`).then(arrived, () => undefined);
  fonts.addEventListener("loadingdone", arrived);
  return () => fonts.removeEventListener("loadingdone", arrived);
}
