import type { Filter, Reliability, Status } from "../api";
import { idOf } from "../base/ids";

/** The facets a filter narrows by. */
export const facets = ["actors", "kinds", "topics", "statuses", "grades"] as const;

export type Facet = (typeof facets)[number];

const nothing = (): Record<Facet, string[]> => ({ actors: [], kinds: [], topics: [], statuses: [], grades: [] });

/** The one filter all views obey. */
export class FilterState {
  #chosen = $state.raw(nothing());
  text = $state("");
  /** EDTF; the first and the last date of the events wanted. */
  from = $state<string | null>(null);
  to = $state<string | null>(null);
  /** Whether one of the actors chosen is enough; else all must take part. */
  anyActor = $state(false);

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

  /** Values chosen, and one each for words searched and for a range of dates. */
  get count(): number {
    const others = Number(this.text.trim() !== "") + Number(this.from !== null || this.to !== null);
    return facets.reduce((sum, facet) => sum + this.#chosen[facet].length, others);
  }

  clear(facet?: Facet): void {
    if (facet) {
      this.#chosen = { ...this.#chosen, [facet]: [] };
      return;
    }
    this.#chosen = nothing();
    this.text = "";
    [this.from, this.to, this.anyActor] = [null, null, false];
  }

  /** The filter as the core takes it. */
  wire(): Filter {
    const { actors, kinds, topics, statuses, grades } = this.#chosen;
    return {
      actors: actors.map(idOf),
      any_actor: this.anyActor,
      kinds,
      topics: topics.map(idOf),
      statuses: statuses.filter((status) => status !== "overdue") as Status[],
      overdue: statuses.includes("overdue"),
      grades: grades as Reliability[],
      text: this.text.trim() || null,
      from: this.from,
      to: this.to,
    };
  }
}
