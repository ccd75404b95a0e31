import type { Filter } from "../api";

/** The facets a filter narrows by. */
export const facets = ["actors", "kinds", "topics", "statuses", "grades"] as const;

export type Facet = (typeof facets)[number];

const nothing = (): Record<Facet, string[]> => ({ actors: [], kinds: [], topics: [], statuses: [], grades: [] });

/** The one filter all views obey. */
export class FilterState {
  #chosen = $state.raw(nothing());
  text = $state("");

  chosen(facet: Facet): readonly string[] {
    return this.#chosen[facet];
  }

  has(facet: Facet, value: string): boolean {
    return this.#chosen[facet].includes(value);
  }

  toggle(facet: Facet, value: string): void {
    const now = this.#chosen[facet];
    const next = now.includes(value) ? now.filter((other) => other !== value) : [...now, value];
    this.#chosen = { ...this.#chosen, [facet]: next };
  }

  /** Values chosen, and one for words searched. */
  get count(): number {
    return facets.reduce((sum, facet) => sum + this.#chosen[facet].length, this.text.trim() === "" ? 0 : 1);
  }

  clear(facet?: Facet): void {
    if (facet) {
      this.#chosen = { ...this.#chosen, [facet]: [] };
      return;
    }
    this.#chosen = nothing();
    this.text = "";
  }

  /** The filter as the core takes it, for the record as known on a day (or now). */
  wire(knownOn: string | null): Filter {
    return { ...this.#chosen, text: this.text.trim() || null, from: null, to: null, known_on: knownOn };
  }
}
