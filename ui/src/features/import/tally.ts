import type { TakenView } from "../../api";
import { language } from "../../base/language.svelte";
import { numberText } from "../../base/numbers";
import { m } from "../../paraglide/messages";

type Counted = (inputs: { count: number; shown: string }) => string;

/** What comes in, by its noun, those first that one reads for. */
const nouns: Record<string, Counted> = {
  event: m.count_events,
  tie: m.count_ties,
  actor: m.count_actors,
  office: m.import_count_offices,
  tenure: m.import_count_tenures,
  source: m.count_sources,
  note: m.count_notes,
  place: m.import_count_places,
  topic: m.import_count_topics,
  citation: m.import_count_citations,
  link: m.import_count_links,
};

const said = (count: number, words: Counted) => (count > 0 ? [words({ count, shown: numberText(count) })] : []);

/** "297 events", "4 actors": what is new, a line for each noun. */
export function addedTexts({ added }: TakenView): string[] {
  const of = (kind: string) => added.find((one) => one.kind === kind)?.count ?? 0;
  const others = added.reduce((sum, { kind, count }) => (kind in nouns ? sum : sum + count), 0);
  return [...Object.entries(nouns).flatMap(([kind, words]) => said(of(kind), words)), ...said(others, m.count_others)];
}

/** What became of all that is not new. */
export function restTexts(taken: TakenView): string[] {
  const number =
    (words: (inputs: { count: string }) => string): Counted =>
    ({ shown }) =>
      words({ count: shown });
  return [
    ...said(taken.updated, number(m.import_updated)),
    ...said(taken.unchanged, number(m.import_unchanged)),
    ...said(taken.edited_here, number(m.import_edited_here)),
    ...said(taken.removed_here, number(m.import_removed_here)),
    ...said(taken.other_sides, m.import_other_sides),
  ];
}

/** "In all: 297 events and 4 actors; 3 other sides of the same": what a trial took in, of the whole file or of its beginning. */
export function triedText(taken: TakenView, whole: boolean): string {
  const added = new Intl.ListFormat(language.format, { type: "conjunction" }).format(addedTexts(taken));
  const items = [added, ...restTexts(taken)].filter((part) => part !== "").join("; ") || m.import_tried_none();
  return whole ? m.import_tried_all({ items }) : m.import_tried_start({ items });
}
