import type { DraftView } from "../../api";
import { charactersBefore, paragraphsOf, unitsOf, type Paragraph, type Passage } from "../../forms/passages";

/** Whether a draft is in the record. */
export const isIn = ({ state }: Pick<DraftView, "state">): boolean => state === "accepted" || state === "edited";

/** How marked words look: those of the draft at hand, the words that gave it away, undecided ones, ones in the record, plain. */
export type Mark = "current" | "trigger" | "open" | "done" | "plain";

const triggerOf = (reference: string) => `${reference}/trigger`;

export interface Marks {
  passages: Passage[];
  paragraphs: Paragraph[];
  look(references: readonly string[], current: string | null, of: (reference: string) => DraftView | undefined): Mark;
  /** The drafts over a stretch, as one attribute. */
  drafts(references: readonly string[]): string;
}

/** A draft as far as its words are marked. */
type Marked = Pick<DraftView, "reference" | "spans" | "trigger">;

/** Whether two readings of a text mark the same words; what was decided on them may differ. */
export const sameMarks = (one: readonly Marked[], other: readonly Marked[]): boolean =>
  one.length === other.length &&
  one.every(({ reference, trigger, spans }, index) => {
    const twin = other[index]!;
    return (
      reference === twin.reference &&
      trigger === twin.trigger &&
      spans.length === twin.spans.length &&
      spans.every(({ start, end }, at) => start === twin.spans[at]!.start && end === twin.spans[at]!.end)
    );
  });

/** The words of every draft, and within them those that gave it away. */
export function marksOf(drafts: readonly Marked[], text: string): Marks {
  const units = unitsOf(
    text,
    drafts.flatMap(({ spans }) => spans.slice(0, 1).flatMap(({ start, end }) => [start, end])),
  );
  const passages = drafts.flatMap((draft): Passage[] => {
    const spans = draft.spans.map(({ start, end }) => ({ reference: draft.reference, start, end }));
    const trigger = triggerIn(draft, text, units);
    return trigger ? [...spans, trigger] : spans;
  });
  return {
    passages,
    paragraphs: paragraphsOf(text, passages),
    look,
    drafts: (references) => references.filter((reference) => !reference.endsWith("/trigger")).join(" "),
  };
}

function look(references: readonly string[], current: string | null, of: (reference: string) => DraftView | undefined): Mark {
  if (current !== null && references.includes(triggerOf(current))) return "trigger";
  if (current !== null && references.includes(current)) return "current";
  const drafts = references.flatMap((reference) => of(reference) ?? []);
  if (drafts.some(({ state }) => state === "open")) return "open";
  return drafts.some(isIn) ? "done" : "plain";
}

/** Where the words that gave a draft away stand in the first of its spans. */
function triggerIn({ reference, trigger, spans }: Marked, text: string, units: ReadonlyMap<number, number>): Passage | undefined {
  const span = spans[0];
  if (!trigger || !span) return undefined;
  const within = text.slice(units.get(span.start), units.get(span.end));
  const at = within.indexOf(trigger);
  if (at < 0) return undefined;
  const start = span.start + charactersBefore(within, at);
  return { reference: triggerOf(reference), start, end: start + charactersBefore(trigger, trigger.length) };
}
