/** The value at a dotted path of a form: "statement.speaker". Nothing where the way there is not filled in. */
export function valueAt(form: object, path: string): unknown {
  let here: unknown = form;
  for (const step of path.split(".")) {
    if (typeof here !== "object" || here === null) return undefined;
    here = (here as Record<string, unknown>)[step];
  }
  return here;
}

/** A copy of the form with another value at the path; what the way there lacks is made of `missing`. */
export function withValue<T extends object>(form: T, path: string, value: unknown, missing: object = {}): T {
  const [step, ...rest] = path.split(".") as [string, ...string[]];
  if (rest.length === 0) return { ...form, [step]: value };
  const inner = (form as Record<string, unknown>)[step];
  const base = typeof inner === "object" && inner !== null ? inner : missing;
  return { ...form, [step]: withValue(base, rest.join("."), value) };
}
