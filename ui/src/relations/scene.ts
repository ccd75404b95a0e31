import { toScreen, type Camera, type Size } from "./camera";
import { placeEdgeLabels, placeNames, type Box } from "./labels";
import type { Point } from "./layout";
import { isStanding, keyOf, type Country, type Picture, type Relation } from "./picture";
import type { Places } from "./places";
import { edgeWidth } from "./tints";

export interface Node {
  country: Country;
  at: Point;
  /** Of the flag, in px. */
  width: number;
  height: number;
  /** No relation of its own on this date. */
  absent: boolean;
  name?: { text: string; box: Box };
}

export interface Edge {
  key: string;
  relation: Relation;
  from: Point;
  to: Point;
  width: number;
  dashed: boolean;
  label?: { text: string; at: Point };
}

export interface Scene {
  size: Size;
  nodes: readonly Node[];
  /** From the faintest to the strongest, as they are painted. */
  edges: readonly Edge[];
}

export interface Setting {
  picture: Picture;
  places: Places;
  camera: Camera;
  size: Size;
  /** Width of a text in the fonts below, in px. */
  widthOf: (text: string, font: "name" | "number") => number;
}

/** More edges than this carry no numbers, and are moved as one picture while panning. */
export const manyEdges = 600;

/** Where everything stands on the screen now. */
export function composeScene({ picture, places, camera, size, widthOf }: Setting): Scene {
  const at = (code: string) => toScreen(camera, size, places.get(code) ?? { x: 0, y: 0 });
  const related = new Set(picture.relations.flatMap(({ a, b }) => [a, b]));
  const width = flagWidth(picture.countries.length, size.width);
  const nodes = picture.countries
    .filter(({ code }) => places.has(code))
    .map((country): Node => ({
      country,
      at: at(country.code),
      width,
      height: Math.round(width * 0.75),
      absent: !related.has(country.code),
    }));
  const edges = picture.relations
    .filter(({ a, b }) => places.has(a) && places.has(b))
    .map((relation): Edge => ({
      key: keyOf(relation),
      relation,
      from: at(relation.a),
      to: at(relation.b),
      width: edgeWidth(relation.intensity, picture.relations.length),
      dashed: isStanding(relation),
    }))
    .sort((one, other) => strength(one) - strength(other) || (one.key < other.key ? -1 : 1));
  const boxes = placeNames(nodes, size, widthOf);
  if (edges.length <= manyEdges) placeEdgeLabels(edges, boxes, size, (text) => widthOf(text, "number"));
  return { size, nodes, edges };
}

const strength = ({ relation }: Edge) => Math.abs(relation.tone) + relation.intensity / 10;

/** Flags shrink as there are more of them, and on a narrow stage. */
function flagWidth(count: number, across: number): number {
  const base = count <= 12 ? 36 : count <= 30 ? 28 : count <= 80 ? 20 : 14;
  return Math.round(across < 420 ? base * 0.8 : across > 900 ? base * 1.2 : base);
}
