import {
  asHostError,
  host,
  Latest,
  type DateOrder,
  type ImportPlanView,
  type ImportRequest,
  type ImportTableView,
  type Mapping,
} from "../../api";
import { language } from "../../base/language.svelte";
import { m } from "../../paraglide/messages";
import { attempt } from "../../state";
import { errorText } from "../../state/errors";
import { put } from "./mapping";
import { forgetMapping, recallMapping, rememberMapping } from "./remembered";
import { ImportRun } from "./run.svelte";

/** One of the files chosen, or a table that was pasted. */
export interface ToImport {
  key: string | null;
  text: string | null;
  file: string;
}

/** Ms after the last correction before the file is looked at again. */
const pause = 250;

/** The import dialog: one file after the other is looked at, corrected where it is a table, and taken in. */
export class ImportDialog {
  open = $state(false);
  files = $state.raw<readonly ToImport[]>([]);
  at = $state(0);
  plan = $state.raw<ImportPlanView | undefined>(undefined);
  /** Whether the plan is being made, or made anew. */
  looking = $state(false);
  /** Why the file cannot come in. */
  problem = $state("");
  /** What stands in the field for a table that is pasted. */
  text = $state("");
  /** What a person has made of the columns, by sheet. */
  edited = $state.raw<Readonly<Record<string, Mapping>>>({});
  /** Whether columns are read as they were set for a table like this before. */
  recalled = $state(false);
  readonly run = new ImportRun();
  /** Sheets whose columns were corrected in this file. */
  readonly #corrected = new Set<string>();
  readonly #latest = new Latest();
  #timer: ReturnType<typeof setTimeout> | undefined;

  get current(): ToImport | undefined {
    return this.files[this.at];
  }

  /** The name of the file at hand. */
  get name(): string {
    return this.current?.file || m.import_pasted();
  }

  get hasMore(): boolean {
    return this.at + 1 < this.files.length;
  }

  /** Tables in which nothing tells the order of day and month. */
  get asking(): ImportTableView[] {
    return this.plan?.tables.filter(({ order_open }) => order_open) ?? [];
  }

  get ready(): boolean {
    return this.plan !== undefined && !this.looking && this.problem === "" && this.asking.length === 0;
  }

  /** Opens on its first step, and asks for files right away. */
  async begin(): Promise<void> {
    this.#start([]);
    this.text = "";
    this.open = true;
    await this.choose();
  }

  async choose(): Promise<void> {
    const chosen = await attempt(() => host.chooseImports());
    if (chosen && chosen.files.length > 0 && this.open) await this.#take(chosen.files.map(({ key, file }) => ({ key, file, text: null })));
  }

  /** Looks at a table as a spreadsheet gives it to the clipboard; what is none stays in its field, with the reason. */
  async paste(text: string): Promise<void> {
    if (text.trim() === "") return;
    this.text = text;
    await this.#take([{ key: null, text, file: "" }]);
    if (this.problem === "") return;
    const { problem } = this;
    this.#start([]);
    this.problem = problem;
  }

  mappingOf(table: ImportTableView): Mapping {
    const mapping = this.edited[table.sheet] ?? table.mapping;
    return put(mapping, "date_order", mapping.date_order ?? table.mapping.date_order);
  }

  /** Takes a correction, and looks again once no other follows it. */
  change(table: ImportTableView, change: (mapping: Mapping) => Mapping): void {
    this.edited = { ...this.edited, [table.sheet]: change(this.#given(table)) };
    this.#corrected.add(table.sheet);
    this.looking = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), pause);
  }

  /** Says which of two numbers is the day, in every table that leaves it open. */
  async order(order: DateOrder): Promise<void> {
    const settled = this.asking.map((table) => [table.sheet, put(this.#given(table), "date_order", order)] as const);
    this.edited = { ...this.edited, ...Object.fromEntries(settled) };
    await this.#look();
  }

  /** Goes back to what the file itself shows. */
  async guess(): Promise<void> {
    for (const { headers } of this.plan?.tables ?? []) forgetMapping(headers);
    [this.edited, this.recalled] = [{}, false];
    await this.#look();
  }

  async submit(): Promise<void> {
    const { current, plan } = this;
    if (!current || !plan || !this.ready) return;
    for (const table of plan.tables) {
      const mapping = this.edited[table.sheet];
      if (mapping && this.#corrected.has(table.sheet)) rememberMapping(table.headers, mapping);
    }
    this.open = false;
    if (this.at === 0) this.run.dismiss();
    if (await this.run.take(this.#request(current), this.name, plan.format === null)) await this.skip();
    else this.close();
  }

  /** Goes on to the next file, or closes after the last. */
  async skip(): Promise<void> {
    if (!this.hasMore) return this.close();
    this.open = true;
    await this.#go(this.at + 1);
  }

  close(): void {
    this.open = false;
    this.#start([]);
  }

  #start(files: readonly ToImport[]): void {
    clearTimeout(this.#timer);
    this.#latest.drop();
    [this.files, this.at, this.plan, this.looking, this.problem] = [files, 0, undefined, false, ""];
    [this.edited, this.recalled] = [{}, false];
    this.#corrected.clear();
  }

  async #take(files: readonly ToImport[]): Promise<void> {
    this.#start(files);
    await this.#go(0);
  }

  async #go(at: number): Promise<void> {
    this.#start(this.files);
    this.at = at;
    const { current } = this;
    await this.#look();
    const known = (this.plan?.tables ?? []).flatMap(({ sheet, headers }) => {
      const mapping = recallMapping(headers);
      return mapping ? [[sheet, mapping] as const] : [];
    });
    if (known.length === 0 || this.current !== current) return;
    [this.edited, this.recalled] = [Object.fromEntries(known), true];
    await this.#look();
    // What an older window kept may be no mapping any more.
    if (this.problem !== "") await this.guess();
  }

  async #look(): Promise<void> {
    const { current } = this;
    if (!current) return;
    [this.looking, this.problem] = [true, ""];
    try {
      const plan = await this.#latest.run(() => host.lookAtImport(this.#request(current)));
      if (!plan) return;
      this.plan = plan;
    } catch (error) {
      this.problem = errorText(asHostError(error));
    }
    this.looking = false;
  }

  /** The mapping to correct. An order that the cells of a table prove is proved anew, since other columns may be its dates then. */
  #given({ sheet, mapping, known }: ImportTableView): Mapping {
    return this.edited[sheet] ?? (known ? mapping : put(mapping, "date_order", undefined));
  }

  #request({ key, text }: ToImport): ImportRequest {
    const mappings = Object.entries(this.edited).map(([sheet, mapping]) => ({ sheet, mapping }));
    return { key, text, mappings, language: language.current };
  }
}
