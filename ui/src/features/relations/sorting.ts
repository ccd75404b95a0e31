import type { Relation } from "../../relations/picture";
import type { Sorting } from "../../widgets/grid.svelte";

type Compare = (one: Relation, other: Relation) => number;

const columns: Record<string, Compare> = {
  tone: (one, other) => one.tone - other.tone,
  intensity: (one, other) => one.intensity - other.intensity,
  events: (one, other) => one.events - other.events,
  last: (one, other) => ((one.last ?? "") < (other.last ?? "") ? -1 : (one.last ?? "") > (other.last ?? "") ? 1 : 0),
};

/** Relations by a column; those that are equal in it by name. */
export function sorted(relations: readonly Relation[], { column, descending }: Sorting, byName: Compare): Relation[] {
  const compare = columns[column] ?? byName;
  const sign = descending ? -1 : 1;
  return [...relations].sort((one, other) => sign * compare(one, other) || byName(one, other));
}
