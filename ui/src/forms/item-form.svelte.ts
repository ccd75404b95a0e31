import { asHostError, type ChangeResponse, type HostError, type ItemInput, type StatementInput } from "../api";
import { present, session } from "../state";
import { valueAt, withValue } from "./path";

/** Time between the last key and the write, in ms: short enough to be called continuous, long enough to spare the journal. */
const pause = 400;

/** Nobody has spoken yet; a statement begins with the first of its fields. */
const silence: StatementInput = {
  speaker: "",
  on_behalf_of: null,
  audience: [],
  targets: [],
  issue: null,
  stance: null,
  quote: null,
  quote_language: null,
  quote_translation: null,
};

/**
 * An item as it is being edited. With `live` it is written a moment after every change: there is nothing to save.
 * A field the core refuses keeps what was typed and shows why; the other fields are written all the same.
 */
export class ItemForm {
  draft = $state.raw<ItemInput>({ type: "topic", id: null, name: "", parent: null });
  /** What is wrong, by path; "" is what belongs to no field. */
  errors = $state.raw<Record<string, string>>({});
  /** Whether a write is under way or about to be. */
  busy = $state(false);
  #kept: ItemInput;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #typing = true;
  #revision = -1;

  constructor(
    fields: ItemInput,
    private readonly live = true,
  ) {
    this.draft = fields;
    this.#kept = fields;
  }

  value(path: string): unknown {
    return valueAt(this.draft, path);
  }

  text(path: string): string {
    const value = this.value(path);
    return typeof value === "number" ? String(value) : ((value as string | null | undefined) ?? "");
  }

  error(path: string): string | undefined {
    return this.errors[path];
  }

  /** Whether anything differs from what the record holds. */
  get changed(): boolean {
    return this.draft !== this.#kept;
  }

  /** Changes a value. `typing` says that neighbouring changes of it are one act. */
  set(path: string, value: unknown, typing = false): void {
    this.draft = withValue(this.draft, path, value, path.startsWith("statement.") ? silence : {});
    if (this.errors[path] !== undefined) {
      const { [path]: _, ...rest } = this.errors;
      this.errors = rest;
    }
    if (!this.live) return;
    this.#typing &&= typing;
    clearTimeout(this.#timer);
    this.busy = true;
    this.#timer = setTimeout(() => void this.flush(), typing ? pause : 0);
  }

  /** Takes the record's wording, unless it is our own or something typed is not written yet. */
  take(fields: ItemInput, revision: number): void {
    if (this.busy || revision === this.#revision) return;
    this.draft = fields;
    this.#kept = fields;
    this.errors = {};
  }

  /** Writes now what is not written yet. */
  flush(): Promise<unknown> {
    clearTimeout(this.#timer);
    this.#queue = this.#queue.then(() => this.#write());
    return this.#queue;
  }

  /** Writes the item as it is and answers the change; refusals are shown at their fields. */
  submit(): Promise<ChangeResponse | undefined> {
    return this.send((item) => session.apply({ verb: "put", item, typing: false }));
  }

  /** Hands the item as it is to another act than being written, with its refusals at their fields. */
  async send<T>(act: (item: ItemInput) => Promise<T>): Promise<T | undefined> {
    this.busy = true;
    try {
      return await act(this.draft);
    } catch (error) {
      this.#refuse(asHostError(error));
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  async #write(): Promise<void> {
    const sent = this.draft;
    const typing = this.#typing;
    this.#typing = true;
    try {
      if (sent !== this.#kept) await this.#put(sent, typing, 6);
    } finally {
      if (this.draft === sent) this.busy = false;
    }
  }

  /** Puts the form; what is refused is left as the record has it, and the rest is tried again. */
  async #put(item: ItemInput, typing: boolean, tries: number): Promise<void> {
    try {
      const change = await session.apply({ verb: "put", item, typing });
      this.#revision = change.state.revision;
      this.#kept = item;
    } catch (error) {
      const path = this.#refuse(asHostError(error));
      const top = path?.split(".")[0];
      if (!top || tries === 0) return;
      const without = { ...item, [top]: valueAt(this.#kept, top) };
      if (JSON.stringify(without) !== JSON.stringify(this.#kept)) await this.#put(without, typing, tries - 1);
    }
  }

  /** Shows a refusal at its field; answers the field's path when the form has it. */
  #refuse(error: HostError): string | undefined {
    const path = this.#pathOf(error.field);
    if (error.code !== "invalid") present(error);
    else this.errors = { ...this.errors, [path ?? ""]: [error.message, error.hint].filter(Boolean).join(" – ") };
    return path;
  }

  /** The core names the innermost field; the form knows where it stands. */
  #pathOf(field: string | null): string | undefined {
    if (field === null) return undefined;
    if (field in this.draft) return field;
    const inner = ["statement", "judgement", "weight", "amount"].find((part) => valueAt(this.draft, `${part}.${field}`) !== undefined);
    return inner === "weight" || inner === "amount" ? inner : inner && `${inner}.${field}`;
  }
}
