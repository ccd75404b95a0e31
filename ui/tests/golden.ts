import type { ApiError } from "../src/api";

/** A question of the core with what it answered; see `golden.rs` in the contract's tests. */
interface Recorded {
  request: unknown;
  answer?: unknown;
  error?: ApiError;
}

const files = import.meta.glob<Recorded[]>("./golden/*.json", { eager: true, import: "default" });

/** What a question is about: only an answer about the same will do. */
const subjects = ["item", "a", "b", "kind", "text", "prefix"];

type Fields = Record<string, unknown>;
const fieldsOf = (request: unknown): Fields => (request ?? {}) as Fields;
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value;
const same = (one: unknown, other: unknown) => JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder);

/** The record of the question that is most like this one, among those about the same. */
function nearest(command: string, request: unknown): Recorded | undefined {
  const asked = fieldsOf(request);
  const likeness = ({ request: known }: Recorded) => {
    const fields = fieldsOf(known);
    return Object.keys(asked).filter((name) => same(asked[name], fields[name])).length;
  };
  const about = (files[`./golden/${command}.json`] ?? []).filter(({ request: known }) =>
    subjects.every((name) => !(name in asked) || same(asked[name], fieldsOf(known)[name])),
  );
  return about.reduce<Recorded | undefined>((best, one) => (best && likeness(best) >= likeness(one) ? best : one), undefined);
}

/** What the core answered; a refusal is thrown as it was. */
export function golden<T>(command: string, request?: unknown): T {
  const found = nearest(command, request);
  if (found?.error) throw found.error;
  if (!found)
    throw { code: "not-found", message: `no answer to ${command} is recorded`, hint: null, field: null, why: null } satisfies ApiError;
  return structuredClone(found.answer) as T;
}

/** The change that the core made of an edit of the same verb. */
export function goldenChange<T>(verb: string): T {
  const found = files["./golden/apply.json"]?.find(({ request }) => (request as { edit: { verb: string } }).edit.verb === verb);
  return structuredClone((found ?? files["./golden/apply.json"]?.[0])?.answer) as T;
}
