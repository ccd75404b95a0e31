/** The places within a value, as dotted paths. */
export type Path<T> = T extends readonly (infer Part)[]
  ? `${number}` | `${number}.${Path<Part>}`
  : T extends object
    ? { [K in keyof T & string]: K | `${K}.${Path<NonNullable<T[K]>>}` }[keyof T & string]
    : never;

/** The value at a dotted path of an item: "statement.speaker", "status.0.on". Nothing where the way there is not filled in. */
export function valueAt(item: object, path: string): unknown {
  let here: unknown = item;
  for (const step of path.split(".")) {
    if (typeof here !== "object" || here === null) return undefined;
    here = (here as Record<string, unknown>)[step];
  }
  return here;
}

/** A copy of the item with another value at the path. Without a value the field is absent, and so is what held nothing else. */
export function withValue<T extends object>(item: T, path: string, value: unknown): T {
  const [step, ...rest] = path.split(".") as [string, ...string[]];
  const inner = rest.length === 0 ? value : withPart((item as Record<string, unknown>)[step], rest.join("."), value);
  const copy = (Array.isArray(item) ? [...(item as unknown[])] : { ...item }) as Record<string, unknown>;
  if (inner === undefined) delete copy[step];
  else copy[step] = inner;
  return copy as T;
}

function withPart(inner: unknown, path: string, value: unknown): unknown {
  const part = withValue(typeof inner === "object" && inner !== null ? inner : {}, path, value);
  return Object.keys(part).length === 0 ? undefined : part;
}
