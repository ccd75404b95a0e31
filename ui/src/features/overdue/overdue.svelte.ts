import { host, Latest, type EventRow, type Filter, type Status } from "../../api";
import { language } from "../../base/language.svelte";
import { toasts } from "../../base/toasts.svelte";
import { m } from "../../paraglide/messages";
import { attempt, FilterState, present, session } from "../../state";

/** As many as are shown at once; the rest follow as these are settled. */
const most = 200;

/** Nothing else narrows the list. */
const dueOnly: Filter = { ...new FilterState().wire(), overdue: true };

/** What can have become of a plan, by the key that says so. */
export const outcomes = { o: "occurred", c: "cancelled", p: "postponed" } as const satisfies Record<string, Status>;

export type Outcome = (typeof outcomes)[keyof typeof outcomes];

/** Plans whose last day has passed without an outcome, to be settled one after the other. */
export class Overdue {
  open = $state(false);
  rows = $state.raw<EventRow[]>([]);
  /** Which of them the keys are for. */
  at = $state(0);
  readonly #latest = new Latest();

  get current(): EventRow | undefined {
    return this.rows[this.at];
  }

  /** The body of an effect: asks while the list is open, whenever the record or the language changes. */
  async follow(): Promise<void> {
    const [tongue, revision] = [language.current, session.revision];
    if (!this.open || revision < 0) return;
    try {
      const answer = await this.#latest.run(() =>
        host.events({ filter: dueOnly, known_on: null, offset: 0, limit: most, language: tongue }),
      );
      if (!answer) return;
      this.rows = answer.rows;
      this.at = Math.max(0, Math.min(this.at, this.rows.length - 1));
    } catch (error) {
      present(error);
    }
  }

  step(by: number): void {
    this.at = Math.max(0, Math.min(this.at + by, this.rows.length - 1));
  }

  /** What happened is dated by the event itself; what was put off or called off, by the day that says so. */
  async settle(outcome: Outcome, row = this.current): Promise<void> {
    if (!row || session.readOnly) return;
    const on = outcome === "occurred" ? undefined : session.dossier?.today;
    const change = await attempt(() =>
      session.apply({ verb: "set-status", event: row.reference, step: { status: outcome, on, remark: undefined } }),
    );
    if (change)
      toasts.say(m.overdue_settled({ title: row.title }), { label: m.action_undo(), run: () => void attempt(() => session.undo()) });
  }
}

export const overdue = new Overdue();
