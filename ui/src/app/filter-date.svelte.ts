import { DateText } from "../forms/date-text.svelte";
import { filter } from "../state";

/** One end of the filter's range, as it is typed: it is in force as soon as the core understands it. */
export class FilterDate {
  text = $state("");
  readonly #date = new DateText();
  /** What this field has put into the filter; anything else there came from elsewhere and is shown. */
  #put: string | null = null;

  constructor(private readonly end: "from" | "to") {}

  get preview(): DateText["preview"] {
    return this.#date.preview;
  }

  /** Shows what was set elsewhere; call it in an effect. */
  follow(): void {
    const now = filter[this.end];
    if (now === this.#put) return;
    this.#put = now;
    this.text = now ?? "";
    void this.#date.resolve(this.text);
  }

  type(text: string): void {
    void this.#date.resolve(text).then((edtf) => {
      if (edtf !== undefined) filter[this.end] = this.#put = edtf;
    });
  }
}
