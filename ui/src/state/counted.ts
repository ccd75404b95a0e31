import { language } from "../base/language.svelte";
import { numberText } from "../base/numbers";
import { m } from "../paraglide/messages";

const said: Record<string, (inputs: { count: number; shown: string }) => string> = {
  event: m.count_events,
  source: m.count_sources,
  actor: m.count_actors,
  tie: m.count_ties,
  note: m.count_notes,
};

/** "36 events, 9 sources and 41 other items": how many there are of each noun, those one reads for first. Empty where there are none. */
export function countedText(counts: Readonly<Record<string, number>>): string {
  const others = Object.entries(counts).reduce((sum, [noun, count]) => (noun in said ? sum : sum + count), 0);
  const all: [number, (inputs: { count: number; shown: string }) => string][] = [
    ...Object.entries(said).map(([noun, words]) => [counts[noun] ?? 0, words] as [number, typeof words]),
    [others, m.count_others],
  ];
  const parts = all.filter(([count]) => count > 0).map(([count, words]) => words({ count, shown: numberText(count) }));
  return new Intl.ListFormat(language.format, { type: "conjunction" }).format(parts);
}

/** The same of references. */
export function countedNouns(references: readonly string[]): string {
  const counts: Record<string, number> = {};
  for (const reference of references) {
    const noun = reference.split(":", 1)[0] ?? "";
    counts[noun] = (counts[noun] ?? 0) + 1;
  }
  return countedText(counts);
}
