import { asHostError, type ChangeResponse, type HostError, type Item } from "../api";
import { fieldError, present, session } from "../state";
import { TypedDates } from "./date-text.svelte";
import type { FieldSpec } from "./fields";
import { valueAt, withValue } from "./path";

/** Time between the last key and the write, in ms: short enough to be called continuous, long enough to spare the journal. */
const pause = 400;

/** One path lies within the other. */
const meet = (one: string, other: string): boolean => one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);

/** A value as it is being edited; it is kept when it is sent, not before. */
export class ValueForm<T extends object> {
  draft: T;
  /** What is wrong, by the path the core names. */
  errors = $state.raw<Record<string, string>>({});
  /** Whether a write is under way or about to be. */
  busy = $state(false);
  /** The dates that are being typed: nothing is sent before they are understood. */
  readonly dates = new TypedDates();
  protected kept: T;

  constructor(value: T) {
    this.draft = $state.raw(value);
    this.kept = value;
  }

  value(path: string): unknown {
    return valueAt(this.draft, path);
  }

  text(path: string): string {
    const value = this.value(path);
    return typeof value === "number" ? String(value) : ((value as string | undefined) ?? "");
  }

  /** What is wrong with a field, or with something within it. */
  error(path: string): string | undefined {
    return Object.entries(this.errors).find(([at]) => at !== "" && meet(at, path))?.[1];
  }

  /** What is wrong with none of these fields. */
  unplaced(fields: readonly { path: string }[]): string[] {
    return Object.entries(this.errors).flatMap(([at, problem]) =>
      at !== "" && fields.some(({ path }) => meet(at, path)) ? [] : [problem],
    );
  }

  /** Whether anything differs from what the record holds. */
  get changed(): boolean {
    return this.draft !== this.kept;
  }

  /** Changes a value. `typing` says that neighbouring changes of it are one act. */
  set(path: string, value: unknown, typing = false): void {
    this.draft = withValue(this.draft, path, value);
    this.errors = Object.fromEntries(Object.entries(this.errors).filter(([at]) => at !== "" && !meet(at, path)));
    this.edited(typing);
  }

  /** Hands the value as it is to an act, whose refusals are shown at their fields. Not while a date is refused. */
  async send<A>(act: (value: T) => Promise<A>): Promise<A | undefined> {
    this.busy = true;
    this.errors = {};
    try {
      return (await this.dates.understood()) ? await act(this.draft) : undefined;
    } catch (error) {
      this.refuse(asHostError(error));
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  protected edited(_typing: boolean): void {}

  /** Shows a refusal at its field; answers the field's path, "" where it belongs to none. */
  protected refuse(error: HostError): string {
    const path = (error.field ?? "").replace(/\[(\d+)\]/g, ".$1");
    if (error.code !== "invalid") present(error);
    else this.errors = { ...this.errors, [path]: fieldError(error) };
    return path;
  }
}

/**
 * An item as it is being edited. With `live` it is written a moment after every change: there is nothing to save.
 * A field the core refuses keeps what was typed and shows why; the other fields are written all the same.
 */
export class ItemForm extends ValueForm<Item> {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #typing = true;
  #revision = -1;

  constructor(
    item: Item,
    private readonly live = true,
  ) {
    super(item);
  }

  /** Changes the value of a field, and what follows from it. An optional field that is emptied is absent, not blank. */
  fill({ path, optional, whole, then }: FieldSpec, value: unknown, typing = false): void {
    const gone = optional === true && value === "";
    this.set(gone ? (whole ?? path) : path, gone ? undefined : value, typing);
    if (then) this.draft = then(this.draft);
  }

  protected override edited(typing: boolean): void {
    if (!this.live) return;
    this.#typing &&= typing;
    clearTimeout(this.#timer);
    this.busy = true;
    this.#timer = setTimeout(() => void this.flush(), typing ? pause : 0);
  }

  /** Takes the record's wording, unless it is our own or something typed is not written yet. */
  take(item: Item, revision: number): void {
    if (this.busy || revision === this.#revision) return;
    this.draft = item;
    this.kept = item;
    this.errors = {};
  }

  /** Writes now what is not written yet. A date that is refused is left as the record has it. */
  flush(): Promise<unknown> {
    this.#queue = this.#queue.then(async () => {
      await this.dates.understood();
      clearTimeout(this.#timer);
      await this.#write();
    });
    return this.#queue;
  }

  /** Writes the item as it is and answers the change; refusals are shown at their fields. */
  submit(): Promise<ChangeResponse | undefined> {
    return this.send((item) => session.apply({ verb: "put", item, typing: false }));
  }

  async #write(): Promise<void> {
    const sent = this.draft;
    const typing = this.#typing;
    this.#typing = true;
    try {
      if (sent !== this.kept) await this.#put(sent, typing, 6);
    } finally {
      if (this.draft === sent) this.busy = false;
    }
  }

  /** Puts the form; what is refused is left as the record has it, and the rest is tried again. */
  async #put(item: Item, typing: boolean, tries: number): Promise<void> {
    try {
      const change = await session.apply({ verb: "put", item, typing });
      this.#revision = change.state.revision;
      this.kept = item;
    } catch (error) {
      const top = this.refuse(asHostError(error)).split(".", 1)[0]!;
      if (!(top in item) || tries === 0) return;
      const without = withValue(item, top, valueAt(this.kept, top));
      if (JSON.stringify(without) !== JSON.stringify(this.kept)) await this.#put(without, typing, tries - 1);
    }
  }
}
