import { SvelteMap } from "svelte/reactivity";
import { host, type ItemLabel, type ItemResponse } from "../api";
import { language } from "../base/language.svelte";
import { session } from "../state";

/** A country flies its own flag, whoever acts for one flies that. */
function flagOf({ fields, details }: ItemResponse): string | null {
  if (fields.type === "actor" && fields.kind === "country") return fields.code?.toLowerCase() ?? null;
  if (details.noun === "actor" || details.noun === "place") return details.country?.flag ?? null;
  return null;
}

/** Names of the items that forms refer to, asked for once and kept until the item changes. */
export class Names {
  readonly #known = new SvelteMap<string, ItemLabel>();
  readonly #asked = new Set<string>();

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
    if (!this.#asked.has(key)) void this.#ask(reference, key);
    return { reference, title: "", detail: null, flag: null };
  }

  #key(reference: string): string {
    return `${language.current} ${reference}`;
  }

  async #ask(reference: string, key: string): Promise<void> {
    this.#asked.add(key);
    try {
      const item = await host.item({ item: reference, language: language.current });
      this.#known.set(key, { reference, title: item.title, detail: null, flag: flagOf(item) });
    } catch {
      // What is gone is named by its reference, as the core does.
      this.#known.set(key, { reference, title: reference, detail: null, flag: null });
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
