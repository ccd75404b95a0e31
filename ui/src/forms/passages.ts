/** Words of a text that something rests on, counted in Unicode characters. */
export interface Passage {
  reference: string;
  start: number;
  end: number;
}

/** A stretch of text under the same passages. Positions are UTF-16, as the page counts. */
export interface Piece {
  from: number;
  text: string;
  /** References of the passages over it, outermost first. */
  references: string[];
}

export interface Paragraph {
  from: number;
  /** Whether it goes on with the line of the one before. */
  goesOn: boolean;
  pieces: Piece[];
}

/** Lines beyond this length are cut where a sentence ends, so that none is too long to be laid out at once. */
const longest = 4_000;

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

/** The text by paragraphs, cut where passages begin and end. Empty lines are left out; positions still count them. */
export function paragraphsOf(text: string, passages: readonly Passage[]): Paragraph[] {
  const units = unitsOf(
    text,
    passages.flatMap(({ start, end }) => [start, end]),
  );
  const spans = passages
    .map(({ start, end, reference }): Span => ({ from: units.get(start) ?? 0, to: units.get(end) ?? 0, reference }))
    .filter(({ from, to }) => to > from)
    .sort((one, other) => one.from - other.from || other.to - one.to);
  const paragraphs: Paragraph[] = [];
  let first = 0;
  for (const { from, to, goesOn } of blocksOf(text)) {
    while (first < spans.length && spans[first]!.to <= from && paragraphs.length > 0) first += 1;
    paragraphs.push({ from, goesOn, pieces: piecesOf(text, from, to, within(spans, first, from, to)) });
  }
  return paragraphs;
}

/** Where the lines that hold words begin and end; a very long one is several blocks. */
function* blocksOf(text: string): Generator<{ from: number; to: number; goesOn: boolean }> {
  let from = 0;
  for (const line of text.split("\n")) {
    const end = from + line.length;
    let goesOn = false;
    if (line.trim() !== "") {
      for (let to = cutOf(text, from, end); ; to = cutOf(text, from, end)) {
        yield { from, to, goesOn };
        if (to === end) break;
        [from, goesOn] = [to, true];
      }
    }
    from = end + 1;
  }
}

/** Where a block that begins here ends: with the line, or after the last sentence, word or character that is not too far. */
function cutOf(text: string, from: number, end: number): number {
  if (end - from <= longest) return end;
  const window = text.slice(from, from + longest);
  const sentence = Math.max(...[". ", "! ", "? ", "。", "！", "？"].map((mark) => window.lastIndexOf(mark) + mark.length));
  if (sentence > longest / 2) return from + sentence;
  const word = window.lastIndexOf(" ") + 1;
  if (word > longest / 2) return from + word;
  const code = text.charCodeAt(from + longest - 1);
  // No character of two units is torn apart.
  return from + longest - (code >= 0xd800 && code < 0xdc00 ? 1 : 0);
}

/** Spans from the first on that touch a stretch. */
function within(spans: readonly Span[], first: number, from: number, to: number): Span[] {
  const found: Span[] = [];
  for (let at = first; at < spans.length && spans[at]!.from < to; at += 1) if (spans[at]!.to > from) found.push(spans[at]!);
  return found;
}

function piecesOf(text: string, from: number, to: number, spans: readonly Span[]): Piece[] {
  const cuts = [...new Set([from, to, ...spans.flatMap((span) => [span.from, span.to])])]
    .filter((cut) => cut >= from && cut <= to)
    .sort((one, other) => one - other);
  return cuts.slice(0, -1).map((cut, index) => {
    const end = cuts[index + 1]!;
    return {
      from: cut,
      text: text.slice(cut, end),
      references: spans.filter((span) => span.from < end && span.to > cut).map(({ reference }) => reference),
    };
  });
}
