import { asHostError, type AssessmentView, type Direction, type DyadResponse } from "../../api";
import { blank, idOf, TypedDates } from "../../forms";
import { fieldError, present, session } from "../../state";
import { m } from "../../paraglide/messages";

/** The form that sets the analyst's arrow on a dyad. A new arrow is a new assessment: earlier ones stay on record for their dates. */
export class AssessmentForm {
  open = $state(false);
  direction = $state<Direction>("unchanged");
  reason = $state("");
  on = $state("");
  /** An assessment is made on one day, so a month or a year will not do. */
  readonly dates = new TypedDates();
  problems = $state.raw<Partial<Record<string, string>>>({});
  busy = $state(false);

  /** Opens the form for a date, with the direction that stands. */
  start(day: string, standing: AssessmentView | null): void {
    this.open = true;
    this.direction = standing?.direction ?? "unchanged";
    this.reason = "";
    this.on = day;
    this.problems = {};
  }

  /** Keeps the assessment; answers whether it did. */
  async save({ a, b }: Pick<DyadResponse, "a" | "b">): Promise<boolean> {
    this.problems = {};
    if (this.reason.trim() === "") this.problems = { reason: m.dyad_reason_wanted() };
    if (!(await this.dates.understood()) || this.problems.reason) return false;
    this.busy = true;
    try {
      const item = {
        ...blank("assessment"),
        a: idOf(a.reference),
        b: idOf(b.reference),
        direction: this.direction,
        reason: this.reason.trim(),
        on: this.on,
      };
      await session.apply({ verb: "put", item, typing: false });
      this.open = false;
      return true;
    } catch (error) {
      const refusal = asHostError(error);
      const { field } = refusal;
      if (field === "reason" || field === "on" || field === "direction") this.problems = { [field]: fieldError(refusal) };
      else present(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
