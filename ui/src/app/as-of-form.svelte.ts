import { asHostError, host, Latest } from "../api";
import { dayText } from "../base/dates";
import { language } from "../base/language.svelte";
import { m } from "../paraglide/messages";
import type { DatePreview } from "../widgets/dates";

const ofDay = (day: string): DatePreview => ({ edtf: day, words: dayText(day) });

/** A day typed in words or as EDTF, resolved by the core. A whole day is needed; anything vaguer is refused. */
export class DayForm {
  text = $state("");
  preview = $state.raw<DatePreview | undefined>(undefined);
  readonly #latest = new Latest();

  constructor(private readonly keep: (day: string) => void) {}

  start(day: string): void {
    this.text = day;
    this.preview = day === "" ? undefined : ofDay(day);
  }

  async type(text: string): Promise<void> {
    this.preview = await this.#resolve(text);
  }

  /** Keeps what was typed when it is a day; answers whether it was. */
  async submit(): Promise<boolean> {
    this.preview = await this.#resolve(this.text);
    const day = this.preview?.edtf;
    if (!day || this.preview?.problem) return false;
    this.keep(day);
    return true;
  }

  async #resolve(text: string): Promise<DatePreview | undefined> {
    if (text.trim() === "") return undefined;
    if (/^\d{4}-\d{2}-\d{2}$/.test(text.trim())) return ofDay(text.trim());
    try {
      const date = await this.#latest.run(() => host.resolveDate({ text, language: language.current }));
      if (!date) return this.preview;
      return /^\d{4}-\d{2}-\d{2}$/.test(date.edtf) ? ofDay(date.edtf) : { problem: m.asof_needs_day() };
    } catch (error) {
      return { problem: asHostError(error).message };
    }
  }
}
