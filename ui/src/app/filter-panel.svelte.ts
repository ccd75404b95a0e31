import { host, Latest, type FacetsResponse, type FacetValue } from "../api";
import { language } from "../base/language.svelte";
import { m } from "../paraglide/messages";
import { facets, filter, opening, present, session, scope, type Facet } from "../state";
import { statusLabel, isStatus } from "../widgets/status";
import { gradeText } from "../widgets/grade";

/** Values shown before *show all*. */
const few = 8;

const titles: Record<Facet, () => string> = {
  actors: m.filter_actors,
  kinds: m.filter_kinds,
  topics: m.filter_topics,
  statuses: m.filter_statuses,
  grades: m.filter_grades,
};

export const facetTitle = (facet: Facet): string => titles[facet]();

/** What can be chosen in each facet, and how many events each choice would leave. */
export class FilterPanelState {
  answer = $state.raw<FacetsResponse | undefined>(undefined);
  /** The order in which values were first shown: rows stay where they are under the pointer, until the filter is cleared. */
  #order: Partial<Record<Facet, string[]>> = {};
  #all = $state.raw<Partial<Record<Facet, boolean>>>({});
  readonly #latest = new Latest();

  /** Asks again; call it in an effect, it follows the filter, the record and the language. */
  follow(): void {
    const request = { ...scope(), language: language.current };
    if (session.revision < 0 || !opening.isPictured) return;
    this.#latest
      .run(() => host.facets(request))
      .then((answer) => {
        if (answer) this.#take(answer);
      }, present);
  }

  #take(answer: FacetsResponse): void {
    if (filter.count === 0) this.#order = {};
    const next = { ...answer };
    for (const facet of facets) next[facet] = this.#inPlace(facet, answer[facet]);
    this.answer = next;
  }

  /** In the order known; what is new comes last, and what has no events left stays with none. */
  #inPlace(facet: Facet, values: FacetValue[]): FacetValue[] {
    const known = this.#order[facet] ?? [];
    const before = new Map(this.answer?.[facet].map((value) => [value.value, value]));
    const now = new Map(values.map((value) => [value.value, value]));
    const kept = known.flatMap((key) => {
      const gone = before.get(key);
      return now.get(key) ?? (gone ? { ...gone, count: 0 } : []);
    });
    const added = values.filter(({ value }) => !known.includes(value));
    this.#order[facet] = [...kept, ...added].map(({ value }) => value);
    return [...kept, ...added];
  }

  values(facet: Facet): FacetValue[] {
    const values = this.answer?.[facet] ?? [];
    if (this.#all[facet] || values.length <= few + 2) return values;
    // What is chosen is always in sight.
    return values.filter(({ value }, at) => at < few || filter.has(facet, value));
  }

  count(facet: Facet): number {
    return this.answer?.[facet].length ?? 0;
  }

  hasMore(facet: Facet): boolean {
    return this.count(facet) > few + 2;
  }

  showsAll(facet: Facet): boolean {
    return this.#all[facet] ?? false;
  }

  toggleAll(facet: Facet): void {
    this.#all = { ...this.#all, [facet]: !this.#all[facet] };
  }

  /** The name of a value: the core's, except for what the page words itself. */
  label(facet: Facet, { value, label }: FacetValue): string {
    if (facet === "statuses" && isStatus(value)) return statusLabel(value);
    if (facet === "grades") return `${value} · ${gradeText(value, "")}`;
    return label;
  }
}

export { facets };
