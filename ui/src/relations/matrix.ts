import { seriate } from "./seriation";
import type { Country, Picture, Relation } from "./picture";

/** Of a cell, in px: larger where there is room for all. */
export const cellSize = (count: number): { width: number; height: number } =>
  count <= 10 ? { width: 60, height: 36 } : { width: 46, height: 28 };

/** Countries in their order, and the relation of any two of them. */
export interface Matrix {
  countries: readonly Country[];
  relation: (row: number, column: number) => Relation | undefined;
}

/** The matrix of a picture, in an order of codes that holds over dates; codes it does not know come last. */
export function matrixOf({ countries, relations }: Picture, order: readonly string[]): Matrix {
  const rank = new Map(order.map((code, at) => [code, at]));
  const known = (code: string) => rank.get(code) ?? order.length;
  const sorted = [...countries].sort((one, other) => known(one.code) - known(other.code) || (one.code < other.code ? -1 : 1));
  const byPair = new Map(
    relations.flatMap((relation) => [
      [`${relation.a} ${relation.b}`, relation],
      [`${relation.b} ${relation.a}`, relation],
    ]),
  );
  return { countries: sorted, relation: (row, column) => byPair.get(`${sorted[row]?.code} ${sorted[column]?.code}`) };
}

export const orderOf = ({ countries, relations }: Picture): string[] =>
  seriate(
    countries.map(({ code }) => code),
    relations,
  );

/** First and one past the last of what is on screen, with one more on each side. */
export function shown(scroll: number, room: number, cell: number, count: number): [number, number] {
  const first = Math.max(0, Math.floor(scroll / cell) - 1);
  return [first, Math.min(count, Math.ceil((scroll + room) / cell) + 1)];
}
