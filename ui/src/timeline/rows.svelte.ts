import type { Described, FrameSource } from "./source";

const page = 100;

/** Rows of the table twin, fetched by the page as they come into sight. */
export class Rows {
  rows = $state.raw<(Described | undefined)[]>([]);
  readonly #asked = new Set<number>();
  #running = new AbortController();

  constructor(readonly source: FrameSource) {}

  /** Starts anew: the record or the filter changed. */
  restart(): void {
    this.#running.abort();
    this.#running = new AbortController();
    this.#asked.clear();
    this.#fetch(0);
  }

  /** Sees to it that rows on screen are there. */
  show(first: number, last: number): void {
    for (let start = Math.floor(first / page); start <= Math.floor(last / page); start += 1) this.#fetch(start);
  }

  #fetch(number: number): void {
    if (this.#asked.has(number)) return;
    this.#asked.add(number);
    const { signal } = this.#running;
    this.source.list(number * page, page, signal).then(
      (answer) => {
        if (signal.aborted) return;
        const rows = this.rows.length === answer.total ? [...this.rows] : new Array<Described | undefined>(answer.total);
        answer.rows.forEach((row, index) => (rows[number * page + index] = row));
        this.rows = rows;
      },
      () => this.#asked.delete(number),
    );
  }

  stop(): void {
    this.#running.abort();
  }
}
