import {
  host,
  type CaptureRequest,
  type CaptureResponse,
  type ChangeResponse,
  type ChosenRequest,
  type DossierView,
  type Edit,
  type ImportedResponse,
  type ImportRequest,
  type NewRequest,
  type RecentView,
  type SampleView,
  type SessionResponse,
  type TroubleView,
} from "../api";
import { Listeners } from "../base/listeners";

/** What a write touched: references like "event:0192…". */
export interface Change {
  revision: number;
  touched: readonly string[];
}

/** The open dossier, what can be undone, and what else could be opened. Every write of the page goes through `apply` or a capture. */
export class Session {
  dossier = $state.raw<DossierView | null>(null);
  recent = $state.raw<RecentView[]>([]);
  samples = $state.raw<SampleView[]>([]);
  version = $state("");
  trouble = $state.raw<TroubleView | null>(null);
  /** Whether the core has answered for the first time. */
  started = $state(false);

  /** Told after every change of the record, undo and redo included. */
  readonly changed = new Listeners<Change>();
  /** Told when another dossier, or none, has taken the place of the last one. */
  readonly opened = new Listeners<DossierView | null>();

  /** Grows with every change; read it in an effect that fetches, so that it fetches again. */
  get revision(): number {
    return this.dossier?.change.revision ?? -1;
  }

  /** `lookingBack` tells whether the page shows what was known on a past day: that cannot be changed. */
  constructor(private readonly lookingBack: () => boolean = () => false) {}

  get readOnly(): boolean {
    return this.dossier?.read_only != null || this.lookingBack();
  }

  async start(): Promise<void> {
    this.#take(await host.session());
  }

  async openSample(name: string): Promise<void> {
    this.#take(await host.openSample({ name }));
  }

  async openRecent(key: string): Promise<void> {
    this.#take(await host.openRecent({ key }));
  }

  async open(): Promise<void> {
    this.#take(await host.openDossier());
  }

  async create(request: NewRequest): Promise<void> {
    this.#take(await host.newDossier(request));
  }

  async apply(edit: Edit): Promise<ChangeResponse> {
    return this.#accept(await host.apply({ edit }));
  }

  /** Keeps a document as a source and reads it. */
  async capture(request: CaptureRequest): Promise<CaptureResponse> {
    return this.#captured(await host.capture(request));
  }

  /** The same with a file that was chosen in a dialog. */
  async captureChosen(request: ChosenRequest): Promise<CaptureResponse> {
    return this.#captured(await host.captureChosen(request));
  }

  /** Takes a file into the open dossier; where it is a dossier, what that is called may come with it. */
  async import(request: ImportRequest): Promise<ImportedResponse> {
    const answer = await host.import(request);
    this.#accept(answer.change);
    this.#take(await host.session());
    return answer;
  }

  /** Makes a dossier of a file the user chooses, and opens it. */
  async createFromFile(): Promise<DossierView | null> {
    this.#take(await host.newFromFile());
    return this.dossier;
  }

  async undo(): Promise<ChangeResponse | undefined> {
    const step = this.dossier?.change.undo;
    return step ? this.#stepped(step.name, await host.undo()) : undefined;
  }

  async redo(): Promise<ChangeResponse | undefined> {
    const step = this.dossier?.change.redo;
    return step ? this.#stepped(step.name, await host.redo()) : undefined;
  }

  /** What an import brought may be what the dossier is called: its undoing takes that along. */
  async #stepped(operation: string, change: ChangeResponse): Promise<ChangeResponse> {
    this.#accept(change);
    if (operation === "import") this.#take(await host.session());
    return change;
  }

  #take(answer: SessionResponse): void {
    const before = this.dossier?.id;
    this.dossier = answer.dossier;
    this.recent = answer.recent;
    this.samples = answer.samples;
    this.version = answer.version;
    this.trouble = answer.trouble;
    this.started = true;
    if (before !== answer.dossier?.id) this.opened.tell(answer.dossier);
  }

  #captured(answer: CaptureResponse): CaptureResponse {
    this.#accept(answer.change);
    return answer;
  }

  #accept(change: ChangeResponse): ChangeResponse {
    if (this.dossier) this.dossier = { ...this.dossier, change: change.state, counts: change.counts };
    this.changed.tell({ revision: change.state.revision, touched: change.touched });
    return change;
  }
}
