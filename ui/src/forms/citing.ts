import { idOf } from "../base/ids";
import type { CitationView, Item, LessonInput } from "../api";
import { toasts } from "../base/toasts.svelte";
import { m } from "../paraglide/messages";
import { attempt, selection, session, vocabulary } from "../state";
import { creation } from "./creation.svelte";
import { inspection } from "./inspection.svelte";
import { names } from "./names.svelte";
import { anchorOf, blank, nounOf, referenceOf } from "./nouns";
import { passage } from "./passage.svelte";
import { charactersBefore } from "./passages";

/** Whether words of a source can be cited for items of a noun. */
export const isCitable = (noun: string): boolean => ["event", "tie", "actor", "office", "tenure", "place"].includes(noun);

/** A source in one line, with the page or minute that is cited. */
export const sourceLine = ({ source, locator }: CitationView): string => [source.detail, source.title, locator].filter(Boolean).join(", ");

/** Words chosen in the text of a source: where they stand, in Unicode characters, and how they read. */
export interface Chosen {
  source: string;
  start: number;
  exact: string;
}

/** The words between two positions of the page, without blanks at their ends. */
export function chosenIn(source: string, text: string, from: number, to: number): Chosen | undefined {
  const words = text.slice(from, to);
  const exact = words.trim();
  if (exact === "") return undefined;
  return { source, start: charactersBefore(text, from + words.indexOf(exact)), exact };
}

/** The item that words could be cited for: the selected one, when sources can speak of it. */
export function citedFor(): string | null {
  const reference = selection.current;
  return reference && isCitable(nounOf(reference)) ? reference : null;
}

/** Asks for a new item that these words say, and cites them for it. */
export function makeOf(noun: "event" | "statement" | "tie", chosen: Chosen): void {
  const citation = citationOf(chosen);
  creation.ask({
    item: beginningOf(noun, chosen),
    citation,
    then: (reference) => {
      passage.citation = referenceOf("citation", citation.id);
      inspection.open(reference);
    },
  });
}

const citationOf = ({ source, start, exact }: Chosen) => ({ ...blank("citation"), source: idOf(source), anchor: anchorOf(exact, start) });

export async function cite(item: string, chosen: Chosen): Promise<void> {
  const citation = { ...citationOf(chosen), item };
  const change = await attempt(() => session.apply({ verb: "put", item: citation, typing: false }));
  if (!change) return;
  passage.citation = change.created;
  inspection.open(item);
  toasts.say(m.sources_cited_for({ title: names.of(item).title }), undoing());
}

/** Remembers for this dossier what words mean; answers whether it was kept. */
export async function teach(lesson: LessonInput, meaning: string): Promise<boolean> {
  const change = await attempt(() => session.apply({ verb: "teach", lesson }));
  if (change) toasts.say(m.lesson_kept({ words: lesson.words, meaning }), undoing());
  return change !== undefined;
}

const undoing = () => ({ label: m.action_undo(), run: () => void attempt(() => session.undo()) });

function beginningOf(noun: "event" | "statement" | "tie", { exact }: Chosen): Item {
  const line = exact.replace(/\s+/g, " ");
  if (noun === "tie") return { ...blank("tie"), summary: line.length > 120 ? line : undefined };
  const title = line.length > 120 ? "" : line.replace(/^[“"‘']|[”"’']$/g, "");
  const kind = noun === "statement" ? "statement" : (vocabulary.kinds.find(({ words }) => !words)?.id ?? "summit");
  return { ...blank("event"), kind, title, summary: title === "" ? line : undefined };
}
