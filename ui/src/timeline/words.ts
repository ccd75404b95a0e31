const mostAtOnce = 300;
const mostKept = 20_000;

/** Words of things by their ids, fetched when first wanted and kept until the record changes. */
export class Words<Item extends { id: string }> {
  readonly #known = new Map<string, Item>();
  readonly #asked = new Set<string>();
  #running = new AbortController();

  constructor(
    readonly fetch: (ids: readonly string[], signal: AbortSignal) => Promise<Item[]>,
    readonly arrived: () => void,
  ) {}

  get = (id: string): Item | undefined => this.#known.get(id);

  /** Fetches what is not known and not yet asked for. */
  want(ids: readonly string[]): void {
    const missing = ids.filter((id) => !this.#known.has(id) && !this.#asked.has(id)).slice(0, mostAtOnce);
    if (missing.length === 0) return;
    missing.forEach((id) => this.#asked.add(id));
    const { signal } = this.#running;
    this.fetch(missing, signal).then(
      (items) => {
        if (signal.aborted) return;
        this.#keep(items);
        this.arrived();
      },
      () => missing.forEach((id) => this.#asked.delete(id)),
    );
  }

  /** What was asked for and not found stays asked for, so that it is not asked for again. */
  #keep(items: readonly Item[]): void {
    if (this.#known.size > mostKept) this.#known.clear();
    for (const item of items) {
      this.#known.set(item.id, item);
      this.#asked.delete(item.id);
    }
  }

  /** Forgets everything: the record has changed. */
  clear(): void {
    this.#running.abort();
    this.#running = new AbortController();
    this.#known.clear();
    this.#asked.clear();
  }
}
