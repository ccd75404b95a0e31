import { asHostError, host, type AssessmentInput, type AssessmentView, type DyadResponse } from "../../api";
import { dayText } from "../../base/dates";
import { language } from "../../base/language.svelte";
import { present, session } from "../../state";
import type { DatePreview } from "../../widgets/dates";
import { m } from "../../paraglide/messages";

export const directions = ["better", "unchanged", "worse"] as const;

export type Direction = (typeof directions)[number];

/** The form that sets the analyst's arrow on a dyad. A new arrow is a new assessment: earlier ones stay on record for their dates. */
export class AssessmentForm {
  open = $state(false);
  direction = $state<string>("unchanged");
  reason = $state("");
  on = $state("");
  preview = $state.raw<DatePreview>();
  problems = $state.raw<Partial<Record<string, string>>>({});
  busy = $state(false);

  /** Opens the form for a date, with the direction that stands. */
  start(day: string, standing: AssessmentView | null): void {
    this.open = true;
    this.direction = standing?.direction ?? "unchanged";
    this.reason = "";
    this.on = day;
    this.preview = { edtf: day, words: dayText(day) };
    this.problems = {};
  }

  /** Keeps the assessment; answers whether it did. */
  async save({ a, b }: Pick<DyadResponse, "a" | "b">): Promise<boolean> {
    this.problems = {};
    if (this.reason.trim() === "") this.problems = { reason: m.dyad_reason_wanted() };
    const on = await this.#day();
    if (on === undefined || this.problems.reason) return false;
    const item: AssessmentInput = { id: null, a: a.reference, b: b.reference, direction: this.direction, reason: this.reason.trim(), on };
    return this.#put(item);
  }

  async #put(item: AssessmentInput): Promise<boolean> {
    this.busy = true;
    try {
      await session.apply({ verb: "put", item: { type: "assessment", ...item }, typing: false });
      this.open = false;
      return true;
    } catch (error) {
      const { field, message } = asHostError(error);
      if (field === "reason" || field === "on" || field === "direction") this.problems = { [field]: message };
      else present(error);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** The day typed, as ISO; an assessment is made on one day, so a month or a year will not do. */
  async #day(): Promise<string | undefined> {
    try {
      const { edtf } = await host.resolveDate({ text: this.on, language: language.current });
      if (/^\d{4}-\d{2}-\d{2}$/.test(edtf)) return edtf;
      this.problems = { ...this.problems, on: m.asof_needs_day() };
    } catch (error) {
      this.problems = { ...this.problems, on: asHostError(error).message };
    }
    return undefined;
  }
}
