import { asHostError, host, Latest } from "../api";
import { language } from "../base/language.svelte";
import type { DatePreview } from "../widgets/dates";

/** A date as it is typed: what the core makes of the words, shown before it is kept. */
export class DateText {
  preview = $state.raw<DatePreview | undefined>(undefined);
  readonly #latest = new Latest();

  /** Resolves the words; answers whether they are a date, or nothing at all. */
  async type(text: string): Promise<boolean> {
    if (text.trim() === "") {
      this.#latest.drop();
      this.preview = undefined;
      return true;
    }
    try {
      const date = await this.#latest.run(() => host.resolveDate({ text, language: language.current }));
      // A newer text is being resolved; it will say.
      if (!date) return false;
      this.preview = { edtf: date.edtf, words: date.label };
      return true;
    } catch (error) {
      const { message, hint } = asHostError(error);
      this.preview = { problem: [message, hint].filter(Boolean).join(" – ") };
      return false;
    }
  }
}
