import { asHostError, type DraftInput, type DraftParticipantInput, type DraftView } from "../../api";
import { TypedDates } from "../../forms";
import { present } from "../../state";
import { withValue } from "../../forms/path";

/** A draft as it is being changed; it is kept when it is sent, not before. */
export class DraftForm {
  fields = $state.raw<DraftInput>({
    kind: "",
    title: "",
    status: "occurred",
    when: null,
    place: null,
    participants: [],
    topics: [],
    amount: null,
    issue: null,
    stance: null,
    quote: null,
    sign: 0,
  });
  /** What is wrong, by field; "" is what belongs to none. */
  errors = $state.raw<Record<string, string>>({});
  busy = $state(false);
  readonly dates = new TypedDates();
  readonly noun: string;
  readonly #kept: DraftInput;

  constructor(draft: DraftView) {
    this.fields = draft.fields;
    this.#kept = draft.fields;
    this.noun = draft.noun;
  }

  get changed(): boolean {
    return this.fields !== this.#kept;
  }

  set<F extends keyof DraftInput>(field: F, value: DraftInput[F]): void {
    this.fields = withValue(this.fields, field, value);
    const { [field]: _, ...rest } = this.errors;
    this.errors = rest;
  }

  /** Topics as they are typed: names with commas between them. */
  setTopics(typed: string): void {
    this.set(
      "topics",
      typed
        .split(/[,，、]/)
        .map((topic) => topic.trim())
        .filter((topic) => topic !== ""),
    );
  }

  setParticipant(index: number, part: Partial<DraftParticipantInput>): void {
    this.set(
      "participants",
      this.fields.participants.map((one, at) => (at === index ? { ...one, ...part } : one)),
    );
  }

  removeParticipant(index: number): void {
    this.set(
      "participants",
      this.fields.participants.filter((_, at) => at !== index),
    );
  }

  addParticipant(key: string, name: string): void {
    const { participants } = this.fields;
    const role = this.noun === "statement" && participants.length === 0 ? "speaker" : (participants.at(-1)?.role ?? "party");
    this.set("participants", [...participants, { key, name, role, country: null }]);
  }

  /** Hands the fields to an act; a refusal is shown at its field. Answers whether it was taken. */
  async send(act: (fields: DraftInput) => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      if (!(await this.dates.understood())) return false;
      await act(this.fields);
      return true;
    } catch (error) {
      const { code, field, message, hint } = asHostError(error);
      if (code === "invalid")
        this.errors = { ...this.errors, [field && field in this.fields ? field : ""]: [message, hint].filter(Boolean).join(" – ") };
      else present(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
