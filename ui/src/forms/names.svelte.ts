import { SvelteMap } from "svelte/reactivity";
import { host, type ItemLabel } from "../api";
import { language } from "../base/language.svelte";
import { asOf, session } from "../state";

/** Names of the items that forms refer to, asked for once and kept until the item changes. */
export class Names {
  readonly #known = new SvelteMap<string, ItemLabel>();
  readonly #asked = new Set<string>();
  /** Asked for with the next call. */
  #wanted: string[] = [];

  constructor() {
    session.changed.add(({ touched }) => touched.forEach((reference) => this.#forget(reference)));
    session.opened.add(() => this.#clear());
  }

  /** Remembers labels that came with an answer. */
  learn(labels: readonly (ItemLabel | null | undefined)[]): void {
    for (const label of labels) if (label) this.#known.set(this.#key(label.reference), label);
  }

  /** The label of a reference; while it is asked for, one with no words. */
  of(reference: string): ItemLabel {
    const key = this.#key(reference);
    const known = this.#known.get(key);
    if (known) return known;
    if (!this.#asked.has(key)) this.#ask(reference, key);
    return { reference, title: "", detail: null, flag: null };
  }

  #key(reference: string): string {
    return `${language.current} ${asOf.knownOn ?? ""} ${reference}`;
  }

  #ask(reference: string, key: string): void {
    this.#asked.add(key);
    // All that a form refers to is asked for at once.
    if (this.#wanted.push(reference) === 1) queueMicrotask(() => void this.#fetch());
  }

  async #fetch(): Promise<void> {
    const wanted = this.#wanted;
    this.#wanted = [];
    try {
      this.learn((await host.labels({ items: wanted, known_on: asOf.knownOn, language: language.current })).labels);
    } catch {
      // Without an answer an item is called by its reference, as one that is gone is.
      this.learn(wanted.map((reference) => ({ reference, title: reference, detail: null, flag: null })));
    }
  }

  #forget(reference: string): void {
    for (const key of [...this.#known.keys()]) if (key.endsWith(` ${reference}`)) this.#known.delete(key);
    for (const key of [...this.#asked]) if (key.endsWith(` ${reference}`)) this.#asked.delete(key);
  }

  #clear(): void {
    this.#known.clear();
    this.#asked.clear();
  }
}

export const names = new Names();
