import type { Paragraph } from "./passages";

/** Characters of a section: some screens of text. */
const full = 4_000;

/** Paragraphs in sections of about the same length. */
export function sectionsOf(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const sections: Paragraph[][] = [];
  let room = 0;
  for (const paragraph of paragraphs) {
    if (room <= 0) {
      sections.push([]);
      room = full;
    }
    sections.at(-1)!.push(paragraph);
    room -= lengthOf(paragraph);
  }
  return sections;
}

/** About how high a section will be, in px, before it has been laid out. */
export const roomOf = (section: readonly Paragraph[]): number =>
  section.reduce(
    (sum, paragraph) => sum + Math.ceil(lengthOf(paragraph) / charactersOfLine) * lineHeight + (paragraph.goesOn ? 0 : gap),
    0,
  );

const [charactersOfLine, lineHeight, gap] = [66, 29, 16];

const lengthOf = ({ pieces }: Paragraph): number => pieces.reduce((sum, { text }) => sum + text.length, 0);
