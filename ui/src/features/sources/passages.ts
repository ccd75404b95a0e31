import type { CitationView } from "../../api";

/** A stretch of text under the same citations. Positions are UTF-16, as the page counts. */
export interface Piece {
  from: number;
  text: string;
  /** References of the citations over it, outermost first. */
  citations: string[];
}

export interface Paragraph {
  from: number;
  pieces: Piece[];
}

/** UTF-16 positions of positions counted in Unicode characters, as the core counts. Those beyond the end are the end. */
export function unitsOf(text: string, characters: readonly number[]): Map<number, number> {
  const wanted = [...new Set(characters)].sort((one, other) => one - other);
  const found = new Map<number, number>();
  let [units, count, next] = [0, 0, 0];
  while (next < wanted.length) {
    const goal = wanted[next]!;
    while (count < goal && units < text.length) {
      const code = text.charCodeAt(units);
      units += code >= 0xd800 && code < 0xdc00 && units + 1 < text.length ? 2 : 1;
      count += 1;
    }
    found.set(goal, units);
    next += 1;
  }
  return found;
}

/** How many Unicode characters stand before a UTF-16 position. */
export function charactersBefore(text: string, units: number): number {
  let count = 0;
  for (let at = 0; at < units && at < text.length; count += 1) {
    const code = text.charCodeAt(at);
    at += code >= 0xd800 && code < 0xdc00 ? 2 : 1;
  }
  return count;
}

interface Span {
  from: number;
  to: number;
  reference: string;
}

/** The text by paragraphs, cut where citations begin and end. Empty lines are left out; positions still count them. */
export function paragraphsOf(text: string, cited: readonly CitationView[]): Paragraph[] {
  const units = unitsOf(text, cited.flatMap(({ start, end }) => [start, end]));
  const spans = cited
    .map(({ start, end, reference }): Span => ({ from: units.get(start) ?? 0, to: units.get(end) ?? 0, reference }))
    .filter(({ from, to }) => to > from)
    .sort((one, other) => one.from - other.from || other.to - one.to);
  const paragraphs: Paragraph[] = [];
  let [from, first] = [0, 0];
  for (const line of text.split("\n")) {
    const to = from + line.length;
    while (first < spans.length && spans[first]!.to <= from && paragraphs.length > 0) first += 1;
    if (line.trim() !== "") paragraphs.push({ from, pieces: piecesOf(text, from, to, within(spans, first, from, to)) });
    from = to + 1;
  }
  return paragraphs;
}

/** Spans from the first on that touch a stretch. */
function within(spans: readonly Span[], first: number, from: number, to: number): Span[] {
  const found: Span[] = [];
  for (let at = first; at < spans.length && spans[at]!.from < to; at += 1) if (spans[at]!.to > from) found.push(spans[at]!);
  return found;
}

function piecesOf(text: string, from: number, to: number, spans: readonly Span[]): Piece[] {
  const cuts = [...new Set([from, to, ...spans.flatMap((span) => [span.from, span.to])])].filter((cut) => cut >= from && cut <= to).sort((one, other) => one - other);
  return cuts.slice(0, -1).map((cut, index) => {
    const end = cuts[index + 1]!;
    return { from: cut, text: text.slice(cut, end), citations: spans.filter((span) => span.from < end && span.to > cut).map(({ reference }) => reference) };
  });
}
