import { asHostError, host, Latest } from "../api";
import { language } from "../base/language.svelte";
import { m } from "../paraglide/messages";
import { fieldError } from "../state";
import type { DatePreview } from "../widgets/dates";

const day = /^\d{4}-\d{2}-\d{2}$/;

/** A date as it is typed: what the core makes of the words, shown before it is kept. */
export class DateText {
  preview = $state.raw<DatePreview | undefined>(undefined);
  /** Whether the core has not answered yet. */
  resolving = $state(false);
  readonly #latest = new Latest();

  /** `whole` asks for one day: a month or a year will not do. */
  constructor(private readonly whole = false) {}

  /** What the words come to as EDTF, null where there are none; nothing where they are refused, or newer words have come. */
  async resolve(text: string): Promise<string | null | undefined> {
    if (text.trim() === "") {
      this.#latest.drop();
      [this.preview, this.resolving] = [undefined, false];
      return null;
    }
    this.resolving = true;
    try {
      const date = await this.#latest.run(() => host.resolveDate({ text, language: language.current }));
      if (!date) return undefined;
      this.resolving = false;
      const refused = this.whole && !day.test(date.edtf);
      this.preview = refused ? { problem: m.date_needs_day() } : { edtf: date.edtf, words: date.label };
      return refused ? undefined : date.edtf;
    } catch (error) {
      this.resolving = false;
      this.preview = { problem: fieldError(asHostError(error)) };
      return undefined;
    }
  }
}

/** The dates of one form as they are typed. The form is sent once all are understood, and not while one is refused. */
export class TypedDates {
  readonly #typed = new Map<object, Promise<boolean>>();

  /** A field was typed in; `understood` answers once its words are resolved and kept. */
  type(field: object, understood: Promise<boolean>): void {
    this.#typed.set(field, understood);
  }

  forget(field: object): void {
    this.#typed.delete(field);
  }

  /** Waits until every date is resolved; answers whether all are dates. */
  async understood(): Promise<boolean> {
    for (;;) {
      const waited = [...this.#typed.values()];
      const answers = await Promise.all(waited);
      const now = [...this.#typed.values()];
      if (now.length === waited.length && now.every((one, at) => one === waited[at])) return answers.every(Boolean);
    }
  }
}
