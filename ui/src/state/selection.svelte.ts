/** The one selection all views show: a reference ("event:0192…"), or a pair of countries ("dyad:CHN-JPN"). */
export class Selection {
  current = $state<string | null>(null);
  /** What the pointer rests on, lit up in every view. */
  hovered = $state<string | null>(null);
  #past: string[] = [];

  /** The noun before the colon: "event", "actor", "dyad" … */
  get noun(): string | null {
    return this.current?.split(":", 1)[0] ?? null;
  }

  get canGoBack(): boolean {
    return this.current !== null && this.#past.length > 0;
  }

  select(reference: string | null): void {
    if (reference === this.current) return;
    if (this.current !== null) this.#past = [...this.#past.slice(-49), this.current];
    this.current = reference;
  }

  /** Back to what was selected before. */
  back(): void {
    const last = this.#past.pop();
    if (last !== undefined) this.current = last;
  }

  clear(): void {
    this.select(null);
  }

  /** Forgets everything, for another dossier. */
  reset(): void {
    this.current = null;
    this.hovered = null;
    this.#past = [];
  }
}

/** The reference of two countries, in the order of the alphabet as the core names dyads. */
export function dyadReference(one: string, other: string): string {
  return `dyad:${[one, other].sort().join("-")}`;
}

/** The two countries of a dyad's reference. */
export function dyadOf(reference: string): [string, string] | null {
  const match = /^dyad:([^-]+)-([^-]+)$/.exec(reference);
  return match ? [match[1]!, match[2]!] : null;
}
