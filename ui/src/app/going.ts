import { host } from "../api";
import { language } from "../base/language.svelte";
import { inspection, nounOf, passage } from "../forms";
import { asOf, selection, views } from "../state";

/** Goes to an item: to the view that shows it, where it is selected, and to the inspector. */
export function goTo(reference: string): void {
  inspection.open(reference);
  const noun = nounOf(reference);
  if (noun === "event") views.show("timeline");
  else if (noun === "note") views.show("notes");
  else if (noun === "source") passage.open(reference);
}

/** What is worth showing of a change, the most telling first; drafts are shown by the review. */
const telling = [
  "event",
  "tie",
  "note",
  "source",
  "actor",
  "place",
  "office",
  "topic",
  "tenure",
  "assessment",
  "claim",
  "citation",
  "link",
];

/** Shows what a change touched, where the record still has it. */
export async function showTouched(touched: readonly string[]): Promise<void> {
  if (touched.some((reference) => reference.startsWith("draft:"))) return;
  const candidates = telling.flatMap((noun) => touched.filter((reference) => nounOf(reference) === noun));
  if (selection.current && candidates.includes(selection.current)) return;
  const { labels } = await host.labels({ items: candidates.slice(0, 20), known_on: asOf.knownOn, language: language.current });
  // What is gone is named by its reference alone.
  const there = new Set(labels.filter(({ reference, title }) => title !== reference).map(({ reference }) => reference));
  const first = candidates.find((reference) => there.has(reference));
  if (first) inspection.open(first);
}
