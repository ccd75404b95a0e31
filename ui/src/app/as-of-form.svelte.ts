import { DateText } from "../forms/date-text.svelte";

/** A day typed in words or as EDTF, resolved by the core. A whole day is needed; anything vaguer is refused. */
export class DayForm {
  text = $state("");
  readonly #date = new DateText(true);

  constructor(private readonly keep: (day: string) => void) {}

  get preview(): DateText["preview"] {
    return this.#date.preview;
  }

  start(day: string): void {
    this.text = day;
    this.type(day);
  }

  type(text: string): void {
    void this.#date.resolve(text);
  }

  /** Keeps what was typed when it is a day; answers whether it was. */
  async submit(): Promise<boolean> {
    const day = await this.#date.resolve(this.text);
    if (!day) return false;
    this.keep(day);
    return true;
  }
}
