import type {
  ApiError,
  Call,
  CaptureRequest,
  ChangeResponse,
  ChosenRequest,
  EditRequest,
  ImportRequest,
  LabelsRequest,
  LabelsResponse,
  OperationLabel,
  PreviewRequest,
  ReviewRequest,
  SessionResponse,
} from "../src/api";
import { FakeImport } from "./fake-import";
import { FakeReview } from "./fake-review";
import { golden, goldenChange } from "./golden";

const blankSource: CaptureRequest["source"] = { id: "new", title: "", language: "en", reliability: "F", origin: "unknown", text: "" };

type Answer = (request: never) => unknown;

const error = (code: ApiError["code"], message: string): ApiError => ({ code, message, hint: null, field: null, why: null });

/** The core as a page sees it, with the answers recorded from the real one. Give `answers` to change or add a command. */
export class FakeHost {
  /** Every call, in order, for tests to look at. */
  readonly heard: { command: string; request: unknown }[] = [];
  readonly review = new FakeReview();
  readonly imports = new FakeImport();
  #revision = 1;
  /** How the drafts stood before and after each operation. */
  #past: unknown[] = [null];
  #future: unknown[] = [];
  #undo: OperationLabel[] = [];
  #redo: OperationLabel[] = [];
  #open: boolean;

  constructor(
    private readonly answers: Record<string, Answer> = {},
    open = true,
  ) {
    this.#open = open;
  }

  readonly call: Call = async <T>(command: string, request?: unknown): Promise<T> => {
    this.heard.push({ command, request });
    const answer = this.#ofReview(command, request) ?? this.answers[command] ?? this.#own[command];
    return answer ? (structuredClone(await answer(request as never)) as T) : golden<T>(command, request);
  };

  /** The requests of one command. */
  requests(command: string): unknown[] {
    return this.heard.filter((call) => call.command === command).map(({ request }) => request);
  }

  readonly #own: Record<string, Answer> = {
    session: () => this.#session(),
    open_sample: () => this.#opened(),
    open_recent: () => this.#opened(),
    open_dossier: () => this.#opened(),
    new_dossier: () => this.#opened(),
    labels: ({ items }: LabelsRequest) => {
      const { labels } = golden<LabelsResponse>("labels");
      const unknown = (reference: string) => ({ reference, title: reference, detail: null, flag: null });
      return { labels: items.map((item) => labels.find(({ reference }) => reference === item) ?? unknown(item)) };
    },
    preview: (request: PreviewRequest) => this.review.preview(request),
    capture: (request: CaptureRequest) => this.#done(() => this.review.capture(request, this.#change)),
    feed: () => this.review.feed(),
    review: (request: ReviewRequest) => this.review.review(request),
    choose_documents: () => ({ files: ["lee-xi.pdf", "scan.pdf", "notes.docx"].map((file, index) => ({ key: String(index), file })) }),
    capture_chosen: ({ key }: ChosenRequest) => {
      if (key === "1")
        throw { ...error("invalid", "scan.pdf holds pictures of pages, no text."), hint: "Run it through text recognition first." };
      return this.#done(() =>
        this.review.capture(
          { source: { ...blankSource, title: `Document ${key}`, text: `Document ${key}\n\nThe ministers met.` } },
          this.#change,
        ),
      );
    },
    apply: ({ edit }: EditRequest) => {
      const { state, touched } = goldenChange<ChangeResponse>(edit.verb);
      return this.#change(state.undo!, edit.verb === "remove" ? edit.items : touched);
    },
    undo: () => this.#undone(),
    redo: () => this.#redone(),
    save_copy: () => ({ file: "Beijing 2026 copy.dossier" }),
    choose_imports: () => this.imports.choose(),
    look_at_import: (request: ImportRequest) => this.imports.look(request),
    import: (request: ImportRequest) => this.imports.import(request, this.#change),
    import_progress: () => this.imports.progress(),
    cancel_import: () => this.imports.cancel(),
    export_dossier: () => ({ file: "Beijing 2026.json" }),
    save_brief: () => ({ file: "beijing-2026.pdf", pages: 14, events: 18, as_of: "2026-01-08", missing_glyphs: "" }),
    open_address: () => null,
  };

  /** Lessons are listed and drafts are edited by this host, whatever else a test answers itself. */
  #ofReview(command: string, request: unknown): Answer | undefined {
    if (command === "list" && (request as { kind: string }).kind === "lesson")
      return () => ({ total: this.review.lessons.length, rows: this.review.rows() });
    if (command !== "apply" || this.answers["apply"]) return undefined;
    const { edit } = request as EditRequest;
    const before = this.review.snapshot();
    const done = this.review.keep(edit);
    if (!done) return undefined;
    return () => this.#done(() => this.#change({ name: done.name, subject: done.subject }, done.touched), before);
  }

  /** Keeps how the drafts stood before an operation, for undo. */
  #done<T>(act: () => T, before: unknown = this.review.snapshot()): T {
    const answer = act();
    this.#past[this.#past.length - 1] = before;
    return answer;
  }

  #session(): SessionResponse {
    const session = golden<SessionResponse>("session");
    const { dossier } = session;
    return { ...session, dossier: this.#open && dossier ? { ...dossier, counts: this.#counts(), change: this.#state() } : null };
  }

  #opened(): SessionResponse {
    this.#open = true;
    return this.#session();
  }

  #counts() {
    return { ...golden<SessionResponse>("session").dossier!.counts, drafts: this.review.open };
  }

  #state() {
    return { revision: this.#revision, undo: this.#undo.at(-1) ?? null, redo: this.#redo.at(-1) ?? null };
  }

  #answer(touched: string[]): ChangeResponse {
    this.#revision += 1;
    return { state: this.#state(), touched, created: null, counts: this.#counts() };
  }

  readonly #change = (label: OperationLabel, touched: string[]): ChangeResponse => {
    this.#undo.push(label);
    this.#past.push(null);
    this.#redo = [];
    return this.#answer(touched);
  };

  #undone(): ChangeResponse {
    const label = this.#undo.pop();
    if (label) this.#redo.push(label);
    return this.#moved(this.#past, this.#future);
  }

  #redone(): ChangeResponse {
    const label = this.#redo.pop();
    if (label) this.#undo.push(label);
    return this.#moved(this.#future, this.#past);
  }

  /** Puts the drafts as they stood, and answers which of them changed. */
  #moved(from: unknown[], to: unknown[]): ChangeResponse {
    const before = this.review.snapshot();
    const kept = from.pop() ?? null;
    to.push(kept === null ? null : before);
    if (kept !== null) this.review.restore(kept);
    return this.#answer(this.review.differing(before));
  }
}
