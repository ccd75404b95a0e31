/** What the graph, the matrix and the list show: countries and where each two of them stand on the date. */
export interface Country {
  reference: string;
  code: string;
  name: string;
  /** What the flag is found by. */
  flag: string | null;
  events: number;
}

export interface Relation {
  /** Codes, `a` first in the alphabet. */
  a: string;
  b: string;
  tone: number;
  intensity: number;
  prior: number;
  /** Events the tone rests on; with none it rests on standing ties alone. */
  events: number;
  /** The day the last event counts from. */
  last: string | null;
  /** Its own date in words. */
  last_label: string | null;
}

export interface Picture {
  countries: readonly Country[];
  relations: readonly Relation[];
}

export const keyOf = (relation: Pick<Relation, "a" | "b">): string => `${relation.a}-${relation.b}`;

/** Whether the tone rests on standing ties alone. */
export const isStanding = (relation: Relation): boolean => relation.events === 0;

/** Names two countries in the order of the pair: "China – Japan". */
export const pairName = (names: ReadonlyMap<string, string>, { a, b }: Pick<Relation, "a" | "b">): string =>
  `${names.get(a) ?? a} – ${names.get(b) ?? b}`;
