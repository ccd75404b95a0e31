import { byChord } from "../base/keys";
import type { Graph } from "./graph.svelte";
import type { Way } from "./hit";

export interface GraphCursor {
  code?: string | undefined;
  /** The relation that leads from the country, when the keyboard is on one. */
  key?: string | undefined;
}

interface Acts {
  relation: (key: string) => void;
  country: (code: string) => void;
}

const ways: Record<string, Way> = { arrowleft: "left", arrowright: "right", arrowup: "up", arrowdown: "down" };

/**
 * What a key does on the graph: arrows go from country to country, with shift to the relation that leads that way, Enter opens,
 * `+ − 0` look closer, farther, at all. Answers where the keyboard is then, or nothing for a key of someone else.
 */
export function graphKey(event: KeyboardEvent, graph: Graph, cursor: GraphCursor, acts: Acts): GraphCursor | undefined {
  const steps = Object.entries(ways).flatMap(([arrow, way]): [string, () => GraphCursor][] => [
    [arrow, () => moved(graph, cursor, way, false)],
    [`shift+${arrow}`, () => moved(graph, cursor, way, true)],
  ]);
  const stay = (act: () => void) => () => {
    act();
    return cursor;
  };
  const open = stay(() => {
    if (cursor.key !== undefined) acts.relation(cursor.key);
    else if (cursor.code !== undefined) acts.country(cursor.code);
  });
  const closer = stay(() => graph.zoomMiddle(1.4));
  const table: Record<string, () => GraphCursor> = {
    ...Object.fromEntries(steps),
    enter: open,
    " ": open,
    "+": closer,
    "=": closer,
    "-": stay(() => graph.zoomMiddle(1 / 1.4)),
    "0": stay(() => graph.fit()),
  };
  return byChord(table, event)?.();
}

function moved(graph: Graph, cursor: GraphCursor, way: Way, alongEdge: boolean): GraphCursor {
  if (alongEdge && cursor.code !== undefined) return { code: cursor.code, key: graph.leading(cursor.code, way)?.key ?? cursor.key };
  return { code: graph.beside(cursor.code, way)?.country.code ?? cursor.code };
}
