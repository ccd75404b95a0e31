import { untrack } from "svelte";
import { asHostError, host, Latest, type DraftView, type DuplicateView, type Edit, type ReviewResponse } from "../../api";
import { language } from "../../base/language.svelte";
import { toasts } from "../../base/toasts.svelte";
import { inspection, names, passage, reviewing } from "../../forms";
import { m } from "../../paraglide/messages";
import { attempt, present, session, type Change } from "../../state";
import { DraftForm } from "./draft-form.svelte";
import { isIn, marksOf, sameMarks } from "./marks";
import { Memory } from "./memory.svelte";

/** The drafts of one source, the one that is looked at, and what is decided on them. */
export class Review {
  answer = $state.raw<ReviewResponse | undefined>(undefined);
  /** The text by paragraphs, with the words of the drafts marked. */
  marks = $state.raw(marksOf([], ""));
  /** Reference of the draft that is looked at. */
  current = $state<string | null>(null);
  /** Its form while it is edited. */
  form = $state.raw<DraftForm | undefined>(undefined);
  /** What was done last, for whoever cannot see it. */
  said = $state("");
  /** Whether the choice of a confidence is open. */
  choosing = $state(false);
  /** Which of the proposed duplicates is meant. */
  duplicate = $state(0);
  readonly memory = new Memory((text) => this.#say(text));
  readonly #latest = new Latest();
  /** Drafts decided on whose answer is not here yet. */
  #decided = $state.raw<ReadonlySet<string>>(new Set());
  #acting = 0;
  /** Record and language of the answer. */
  #answered = "";

  readonly drafts = $derived(this.answer?.drafts ?? []);
  readonly byReference = $derived(new Map(this.drafts.map((draft) => [draft.reference, draft])));
  readonly at = $derived(this.drafts.findIndex(({ reference }) => reference === this.current));
  readonly draft = $derived<DraftView | undefined>(this.drafts[this.at]);
  readonly open = $derived(this.drafts.filter((draft) => this.isOpen(draft)));

  get source(): string | null {
    return this.answer?.source?.reference ?? null;
  }

  /** The duplicates to choose from while the draft is undecided. */
  get duplicates(): DuplicateView[] {
    return this.draft && this.isOpen(this.draft) ? this.draft.duplicates : [];
  }

  isOpen(draft: DraftView): boolean {
    return draft.state === "open" && !this.#decided.has(draft.reference);
  }

  /** The body of an effect: asks for the source under review whenever the record, the source or the language changes. */
  async follow(): Promise<void> {
    const [source, tongue, revision] = [reviewing.source, language.current, session.revision];
    const asked = `${session.dossier?.id} ${revision} ${tongue}`;
    // The first source with open drafts was asked for without its name, and has become the one under review.
    if (revision < 0 || untrack(() => asked === this.#answered && source === this.source)) return;
    try {
      const answer = await this.#latest.run(() => host.review({ source, language: tongue }));
      if (!answer) return;
      this.#answered = asked;
      this.#take(answer);
    } catch (error) {
      // A source whose capture was undone is no more: the next one takes its place.
      if (source !== null && asHostError(error).code === "not-found") reviewing.source = null;
      else present(error);
    }
  }

  /** Follows undo and redo to the draft that they changed. */
  followUndo({ touched }: Change): void {
    if (this.#acting > 0) return;
    const changed = touched.find((reference) => this.byReference.has(reference));
    if (changed) this.look(changed);
  }

  look(reference: string | null): void {
    // What was typed into the form is not thrown away by a step aside.
    if (reference === this.current || this.form?.changed) return;
    this.current = reference;
    this.duplicate = 0;
    this.form = undefined;
    this.memory.forget();
  }

  /** Goes on by so many drafts in the order of the text. */
  step(by: number): void {
    const to = Math.max(0, Math.min(this.drafts.length - 1, this.at + by));
    this.look(this.drafts[to]?.reference ?? null);
  }

  edge(last: boolean): void {
    this.look(this.drafts.at(last ? -1 : 0)?.reference ?? null);
  }

  /** Pressing words looks at what they made; pressed again, at the next draft of the same words. */
  press(references: readonly string[]): void {
    const at = references.indexOf(this.current ?? "");
    this.look(references[(at + 1) % references.length] ?? null);
  }

  /** The source before or after this one in the queue. */
  turn(by: number): void {
    const queue = this.answer?.queue ?? [];
    const at = queue.findIndex(({ source }) => source.reference === this.source);
    const next = queue[(at + by + queue.length) % queue.length];
    if (next) reviewing.source = next.source.reference;
  }

  async accept(): Promise<void> {
    const draft = this.draft;
    if (draft && !isIn(draft)) await this.#decide(draft, { verb: "accept-drafts", drafts: [draft.reference] }, m.review_said_accepted);
  }

  async reject(): Promise<void> {
    const draft = this.draft;
    if (draft?.state === "open") await this.#decide(draft, { verb: "reject-drafts", drafts: [draft.reference] }, m.review_said_rejected);
  }

  /** The words become a citation of the event or the tie they tell of. */
  async merge(): Promise<void> {
    const [draft, known] = [this.draft, this.duplicates[this.duplicate]?.item];
    if (draft && known)
      await this.#decide(draft, { verb: "merge-draft", draft: draft.reference, into: known.reference }, m.review_said_merged);
  }

  /** Links lie between events alone. */
  get canLink(): boolean {
    return this.duplicates[this.duplicate]?.item.reference.startsWith("event:") ?? false;
  }

  /** The draft becomes an event of its own that is linked as the same. */
  async link(): Promise<void> {
    const [draft, event] = [this.draft, this.duplicates[this.duplicate]?.item];
    if (draft && event && this.canLink)
      await this.#decide(draft, { verb: "link-draft", draft: draft.reference, to: event.reference }, m.review_said_linked);
  }

  /** Open drafts at or above a confidence. What may be here already is left for a decision of its own. */
  above(least: number): DraftView[] {
    return this.open.filter(({ confidence, duplicates }) => confidence >= least && duplicates.length === 0);
  }

  async acceptAbove(least: number): Promise<void> {
    const drafts = this.above(least).map(({ reference }) => reference);
    this.choosing = false;
    if (drafts.length === 0 || !(await this.#apply({ verb: "accept-drafts", drafts }, drafts))) return;
    const text = m.review_said_accepted_many({ count: drafts.length, left: this.open.length });
    this.#say(text);
    toasts.say(text, { label: m.action_undo(), run: () => void attempt(() => session.undo()) });
    if (this.draft && !this.isOpen(this.draft)) this.look(this.#nextOpen(this.draft) ?? this.current);
  }

  /** Opens the form of the draft; answers that it did. */
  edit(): void {
    const draft = this.draft;
    if (draft?.state !== "open") return;
    names.learn(
      draft.item.participants.map(({ key, name, country }) => ({ reference: key, title: name, detail: null, flag: country ?? null })),
    );
    this.form = new DraftForm(draft);
  }

  leave(): void {
    this.form = undefined;
  }

  /** Keeps what was changed; what is worth remembering is offered. */
  async amend(): Promise<void> {
    const [form, draft] = [this.form, this.draft];
    if (!form || !draft || form.busy) return;
    const item = form.draft;
    const change = await form.send(() => this.#acted(() => session.apply({ verb: "amend-draft", draft: draft.reference, item })));
    if (!change) return;
    this.form = undefined;
    this.memory.offer(draft, item);
    this.#say(m.review_said_amended({ title: item.title }));
  }

  async readAgain(): Promise<void> {
    const source = this.source;
    if (!source || !(await this.#apply({ verb: "read-again", source }))) return;
    toasts.say(m.review_said_read());
  }

  /** Shows what the draft became. */
  show(): void {
    if (this.draft?.became) inspection.open(this.draft.became.reference);
  }

  openSource(): void {
    if (this.source) passage.open(this.source);
  }

  #take(answer: ReviewResponse): void {
    const other = answer.source?.reference !== this.source;
    // A text is long and seldom changes; a decision is short and quick.
    if (answer.source?.text !== this.answer?.source?.text || !sameMarks(answer.drafts, this.drafts))
      this.marks = marksOf(answer.drafts, answer.source?.text ?? "");
    this.answer = answer;
    reviewing.source = answer.source?.reference ?? null;
    this.#decided = new Set(
      [...this.#decided].filter((reference) => this.#acting > 0 && this.byReference.get(reference)?.state === "open"),
    );
    if (other) this.form = undefined;
    if (other || this.at < 0) this.look((this.open[0] ?? answer.drafts[0])?.reference ?? null);
  }

  /** Decides on a draft and goes on at once to the next that is open; a refusal comes back to it. */
  async #decide(draft: DraftView, edit: Edit, words: (inputs: { title: string; left: number }) => string): Promise<void> {
    this.#mark([draft.reference], true);
    const next = this.#nextOpen(draft);
    if (next) this.look(next);
    const left = this.open.length;
    if (await this.#apply(edit, [draft.reference])) this.#say(words({ title: draft.item.title, left }));
    else this.look(draft.reference);
  }

  /** The next open draft after one, or the first open one before it. */
  #nextOpen(draft: DraftView): string | undefined {
    const at = this.drafts.findIndex(({ reference }) => reference === draft.reference);
    return [...this.drafts.slice(at + 1), ...this.drafts.slice(0, at)].find((other) => this.isOpen(other))?.reference;
  }

  async #apply(edit: Edit, drafts: readonly string[] = []): Promise<boolean> {
    this.#mark(drafts, true);
    const change = await attempt(() => this.#acted(() => session.apply(edit)));
    if (!change) this.#mark(drafts, false);
    return change !== undefined;
  }

  /** Marks changes as this view's own while they are told. */
  async #acted<T>(act: () => Promise<T>): Promise<T> {
    this.#acting += 1;
    try {
      return await act();
    } finally {
      this.#acting -= 1;
    }
  }

  #mark(references: readonly string[], decided: boolean): void {
    const next = new Set(this.#decided);
    for (const reference of references) {
      if (decided) next.add(reference);
      else next.delete(reference);
    }
    this.#decided = next;
  }

  #say(text: string): void {
    this.said = text;
  }
}
