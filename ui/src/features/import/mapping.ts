import type { Column, Mapping, Use } from "../../api";

/** What a person makes of the columns of a table. A mapping is never changed in place: each change gives a new one. */

const actors: readonly Use[] = ["actor-name", "actor-code", "actor-country"];
const listed: readonly Use[] = ["actor-code", "actor-country", "place-country"];

/** Whether a column says who takes part. */
export const isActor = (is: Use): boolean => actors.includes(is);

/** Whether what stands in a column is from a list of countries. */
export const hasList = (is: Use): boolean => listed.includes(is);

const plain = (header: string) => header.trim().toLowerCase();

/** What a column says: several things where a known data set takes more than one from it, nothing where it is not kept. */
export const columnsOf = ({ columns }: Mapping, header: string): Column[] =>
  columns.filter((column) => plain(column.header) === plain(header));

export const hasUse = ({ columns }: Mapping, is: Use): boolean => columns.some((column) => column.is === is);

/** A copy with a property put in, or left out where there is nothing to put. */
export function put<T extends object, K extends keyof T>(object: T, name: K, value: T[K] | undefined): T {
  const copy = { ...object };
  if (value === undefined) delete copy[name];
  else copy[name] = value;
  return copy;
}

/** The numbers by which a mapping tells its actors apart, in their order. */
export const sidesOf = ({ columns }: Mapping): number[] =>
  [...new Set(columns.filter(({ is }) => isActor(is)).map(({ side }) => side))].sort((a, b) => a - b);

/** A number that stands for nobody yet. */
export const freeSide = (mapping: Mapping): number => Math.max(0, ...sidesOf(mapping)) + 1;

/** The mapping with a column in the place of all that its header said before. */
export function withColumn(mapping: Mapping, column: Column): Mapping {
  const at = mapping.columns.findIndex(({ header }) => plain(header) === plain(column.header));
  const others = mapping.columns.filter(({ header }) => plain(header) !== plain(column.header));
  const columns = at < 0 ? [...others, column] : others.toSpliced(at, 0, column);
  return { ...mapping, columns };
}

/** The mapping with another meaning of a column. An actor stays who it was; a country belongs to the actor before it that has none. */
export function withUse(mapping: Mapping, header: string, is: Use): Mapping {
  const before = columnsOf(mapping, header)[0];
  const column: Column = { header, is, side: 0, by_id: false };
  if (isActor(is)) {
    const kept = before && isActor(before.is) ? before : undefined;
    column.side = kept?.side ?? sideFor(mapping, is);
    column.role = kept?.role ?? roleOf(mapping, column.side);
  }
  if (hasList(is)) column.list = before?.list ?? (is === "actor-code" ? "iso-alpha-3" : "name");
  return withColumn(mapping, column);
}

/** Whom a new column is about: somebody who has no column of this use yet, else somebody new. */
function sideFor(mapping: Mapping, is: Use): number {
  const has = (side: number) => mapping.columns.some((column) => column.is === is && column.side === side);
  const open = is === "actor-name" ? undefined : sidesOf(mapping).find((side) => !has(side));
  return open ?? freeSide(mapping);
}

const roleOf = ({ columns }: Mapping, side: number) =>
  columns.find((column) => isActor(column.is) && column.side === side)?.role ?? "party";

/** The mapping with all columns about an actor in another role: it has one part in a row, whichever of its columns says so. */
export function withRole(mapping: Mapping, side: number, role: NonNullable<Column["role"]>): Mapping {
  const columns = mapping.columns.map((column) => (isActor(column.is) && column.side === side ? { ...column, role } : column));
  return { ...mapping, columns };
}
