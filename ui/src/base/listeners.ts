/** A list of callbacks for one kind of happening. `add` returns the way out, fit to be an effect's cleanup. */
export class Listeners<T> {
  #callbacks = new Set<(value: T) => void>();

  add(callback: (value: T) => void): () => void {
    this.#callbacks.add(callback);
    return () => void this.#callbacks.delete(callback);
  }

  tell(value: T): void {
    for (const callback of [...this.#callbacks]) callback(value);
  }
}
