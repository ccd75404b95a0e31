import type {
  ApiError,
  AssessmentView,
  Call,
  CaptureRequest,
  ChangeResponse,
  ChosenRequest,
  CountsView,
  DossierView,
  DyadRequest,
  Edit,
  EditRequest,
  EventRow,
  FacetValue,
  Filter,
  PreviewRequest,
  OperationLabel,
  ReviewRequest,
  SessionResponse,
} from "../src/api";
import { countries, kinds, rows } from "./fake-record";
import { fakeDyad, fakeRelations } from "./fake-relations";
import { FakeReview } from "./fake-review";

const blankSource: CaptureRequest["source"] = {
  id: null,
  title: "",
  publisher: null,
  author: null,
  url: null,
  published: null,
  accessed: null,
  language: "en",
  reliability: "F",
  origin: "unknown",
  repeats: null,
  text: "",
};

type Answer = (request: never) => unknown;

const error = (code: ApiError["code"], message: string): ApiError => ({ code, message, hint: null, field: null });
const page = <T>(all: T[], { offset, limit }: { offset: number; limit: number }) => all.slice(offset, offset + limit);

/** The core as a page sees it, answering from a made-up record. Give `answers` to change or add a command. */
export class FakeHost {
  rows: EventRow[] = structuredClone(rows);
  /** Every call, in order, for tests to look at. */
  readonly heard: { command: string; request: unknown }[] = [];
  readonly review = new FakeReview();
  #revision = 1;
  /** How the drafts stood before and after each operation. */
  #past: unknown[] = [null];
  #future: unknown[] = [];
  #undo: OperationLabel[] = [{ name: "add-event", subject: "Lee – Takaichi summit in Nara" }];
  #redo: OperationLabel[] = [];
  #assessment: AssessmentView | null = null;
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
    if (!answer) throw error("not-found", `the fake host does not know ${command}`);
    return structuredClone(await answer(request as never)) as T;
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
    vocabulary: () => ({ kinds, ties: [], countries: countries.map(({ code, name, flag }) => ({ code, name, alpha2: flag })) }),
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
    apply: ({ edit }: EditRequest) =>
      this.#keep(edit) ??
      this.#change(
        { name: edit.verb === "remove" ? "remove-items" : "change-item", subject: "" },
        edit.verb === "remove" ? edit.items : [],
      ),
    undo: () => this.#undone(),
    redo: () => this.#redone(),
    history: () => ({ operations: [] }),
    events: (request: { filter: Filter; offset: number; limit: number }) => {
      const found = this.#filtered(request.filter);
      return { total: found.length, rows: page(found, request) };
    },
    facets: ({ filter }: { filter: Filter }) => this.#facets(filter),
    list: () => ({ total: 0, rows: [] }),
    search: ({ words, limit }: { words: string; limit: number }) => ({
      hits: this.rows
        .filter(({ title }) => title.toLowerCase().includes(words.toLowerCase()))
        .slice(0, limit)
        .map((row) => ({
          item: { reference: row.reference, title: row.title, detail: row.when_label, flag: null },
          kind: "event",
          snippet: row.title,
          marks: [],
        })),
    }),
    complete: () => ({ items: [] }),
    resolve_date: ({ text }: { text: string }) => {
      if (/^\d{4}(-\d{2}){0,2}$/.test(text)) return { edtf: text, label: text, earliest: null, latest: null };
      throw error("invalid", `“${text}” is not a date.`);
    },
    density: ({ filter, buckets }: { filter: Filter; buckets: number }) => this.#density(filter, buckets),
    relations: fakeRelations,
    dyad: (request: DyadRequest) => fakeDyad(request, this.#assessment),
    save_copy: () => ({ file: "Beijing 2026 copy.dossier" }),
    export_dossier: () => ({ file: "Beijing 2026.json" }),
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

  #keep(edit: Edit): ChangeResponse | undefined {
    if (edit.verb !== "put" || edit.item.type !== "assessment") return undefined;
    const { direction, reason, on } = edit.item;
    this.#assessment = { reference: "assessment:1", direction, reason, on };
    return this.#change({ name: "add-assessment", subject: reason }, ["assessment:1"]);
  }

  #session(): SessionResponse {
    return {
      dossier: this.#open ? this.#dossier() : null,
      recent: [{ key: "1", title: "Beijing, January 2026", file: "beijing-2026.dossier", folder: "Documents" }],
      samples: [{ name: "beijing-2026", title: "Beijing, January 2026" }],
      version: "0.1.0",
      trouble: null,
    };
  }

  #opened(): SessionResponse {
    this.#open = true;
    return this.#session();
  }

  #dossier(): DossierView {
    return {
      id: "1",
      title: "Beijing, January 2026",
      file: "beijing-2026.dossier",
      language: "en",
      time_zone: "Asia/Seoul",
      half_life_days: 180,
      namings: [],
      read_only: null,
      counts: this.#counts(),
      first: "2016-07-01",
      last: "2027-12-31",
      opens_as_of: null,
      today: "2026-01-08",
      change: this.#state(),
    };
  }

  #counts(): CountsView {
    return { events: this.rows.length, statements: 2, ties: 8, actors: 12, sources: 1, notes: 0, overdue: 0, drafts: this.review.open };
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

  #filtered(filter: Filter): EventRow[] {
    const within = (chosen: string[], value: string) => chosen.length === 0 || chosen.includes(value);
    const words = filter.text?.toLowerCase() ?? "";
    return this.rows.filter(
      (row) =>
        within(filter.kinds, row.kind) &&
        within(filter.statuses, row.status) &&
        row.title.toLowerCase().includes(words) &&
        filter.actors.every((actor) => row.participants.some(({ country }) => `actor:${country}` === actor)),
    );
  }

  #facets(filter: Filter) {
    const found = this.#filtered(filter);
    const value = (value: string, label: string, flag: string | null, of: (row: EventRow) => boolean): FacetValue => ({
      value,
      label,
      flag,
      count: found.filter(of).length,
    });
    return {
      actors: countries.map(({ reference, name, code, flag }) =>
        value(reference, name, flag, (row) => row.participants.some(({ country }) => country === code)),
      ),
      kinds: kinds.map(({ id, label }) => value(id, label, null, (row) => row.kind === id)),
      topics: ["critical minerals", "one-China policy", "supply chains"].map((topic) =>
        value(topic, topic, null, (row) => row.title.length % 3 === topic.length % 3),
      ),
      statuses: ["occurred", "scheduled", "announced", "rumoured"].map((status) =>
        value(status, status, null, (row) => row.status === status),
      ),
      grades: ["A", "B", "F"].map((grade) => value(grade, grade, null, () => grade === "B")),
      total: found.length,
    };
  }

  #density(filter: Filter, buckets: number) {
    const [start, end] = [Date.UTC(2016, 0, 1) / 1000, Date.UTC(2028, 0, 1) / 1000];
    const counts = new Array<number>(buckets).fill(0);
    let undated = 0;
    for (const row of this.#filtered(filter)) {
      if (row.earliest === null) {
        undated += 1;
        continue;
      }
      const at = Math.floor(((Date.parse(row.earliest) / 1000 - start) / (end - start)) * buckets);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    return { start, end, counts, undated };
  }
}
