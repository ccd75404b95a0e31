/** What the window remembers on this machine: the only code that touches `localStorage`. Never holds content of a dossier. */
const prefix = "summitry:";

/** The remembered value, or `fallback` when there is none, it is unreadable, or `accept` refuses it. */
export function recall<T>(key: string, fallback: T, accept: (value: unknown) => value is T): T {
  try {
    const text = localStorage.getItem(prefix + key);
    if (text === null) return fallback;
    const value: unknown = JSON.parse(text);
    return accept(value) ? value : fallback;
  } catch {
    // Storage can be off or hold someone else's text; the window works without it.
    return fallback;
  }
}

/** Remembers a JSON value; a full or forbidden storage is no reason to disturb the user. */
export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(value));
  } catch {
    // See `recall`.
  }
}

export const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
export const isString = (value: unknown): value is string => typeof value === "string";
export const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";

/** A guard for one of a fixed list of words. */
export function isOneOf<T extends string>(...words: readonly T[]): (value: unknown) => value is T {
  return (value): value is T => words.includes(value as T);
}
