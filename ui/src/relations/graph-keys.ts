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

const ways: Record<string, Way> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };

/**
 * What a key does on the graph: arrows go from country to country, with shift to the relation that leads that way, Enter opens,
 * `+ − 0` look closer, farther, at all. Answers where the keyboard is then, or nothing for a key of someone else.
 */
export function graphKey(event: KeyboardEvent, graph: Graph, cursor: GraphCursor, acts: Acts): GraphCursor | undefined {
  if (event.metaKey || event.ctrlKey || event.altKey) return undefined;
  const way = ways[event.key];
  if (way) return moved(graph, cursor, way, event.shiftKey);
  switch (event.key) {
    case "Enter":
    case " ":
      if (cursor.key !== undefined) acts.relation(cursor.key);
      else if (cursor.code !== undefined) acts.country(cursor.code);
      return cursor;
    case "+":
    case "=":
      graph.zoomMiddle(1.4);
      return cursor;
    case "-":
      graph.zoomMiddle(1 / 1.4);
      return cursor;
    case "0":
      graph.fit();
      return cursor;
    default:
      return undefined;
  }
}

function moved(graph: Graph, cursor: GraphCursor, way: Way, alongEdge: boolean): GraphCursor {
  if (alongEdge && cursor.code !== undefined) return { code: cursor.code, key: graph.leading(cursor.code, way)?.key ?? cursor.key };
  return { code: graph.beside(cursor.code, way)?.country.code ?? cursor.code };
}
