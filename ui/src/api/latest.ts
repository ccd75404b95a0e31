/**
 * Keeps only the newest of overlapping requests: `run` answers nothing when a newer one has begun in the meantime.
 * A view keeps showing what it has until the answer is there.
 */
export class Latest {
  #last = 0;

  async run<T>(request: () => Promise<T>): Promise<T | undefined> {
    const turn = (this.#last += 1);
    try {
      const answer = await request();
      return turn === this.#last ? answer : undefined;
    } catch (error) {
      if (turn === this.#last) throw error;
      return undefined;
    }
  }

  /** Lets nothing under way be answered any more. */
  drop(): void {
    this.#last += 1;
  }
}
