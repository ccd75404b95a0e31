/** Paths of the line from a draft to its words, in the coordinates of their common box. */
export interface Tether {
  /** The bar beside the words; empty while they are out of sight. */
  bar: string;
  line: string;
  /** Whether the words are out of sight: the line points to where they are. */
  away: boolean;
}

/** The line from the row of a draft to its words; nothing while the row is not drawn. */
export function tetherOf(host: HTMLElement, reference: string): Tether | undefined {
  const name = CSS.escape(reference);
  const words = host.querySelector<HTMLElement>(`[data-drafts~="${name}"]`);
  const row = host.querySelector<HTMLElement>(`[data-draft="${name}"]`);
  const column = words?.closest<HTMLElement>("p");
  if (!words || !row || !column) return undefined;
  const frame = host.getBoundingClientRect();
  const boxes = [...host.querySelectorAll(`[data-drafts~="${name}"]`)]
    .filter((one) => column.contains(one))
    .map((one) => one.getBoundingClientRect());
  const [top, bottom] = [Math.min(...boxes.map((box) => box.top)) - frame.top, Math.max(...boxes.map((box) => box.bottom)) - frame.top];
  const at = row.getBoundingClientRect();
  return pathOf(
    { x: column.getBoundingClientRect().right - frame.left + 14, top, bottom },
    { x: at.left - frame.left, y: Math.max(8, Math.min(frame.height - 8, at.top - frame.top + 20)) },
    frame.height,
  );
}

function pathOf(words: { x: number; top: number; bottom: number }, row: { x: number; y: number }, height: number): Tether {
  const [top, bottom] = [Math.max(0, words.top), Math.min(height, words.bottom)];
  const away = bottom <= top;
  const y = away ? (words.top < 0 ? 4 : height - 4) : (top + bottom) / 2;
  const middle = (words.x + row.x) / 2;
  return {
    bar: away ? "" : `M${round(words.x)} ${round(top)}V${round(bottom)}`,
    line: `M${round(words.x)} ${round(y)}C${round(middle)} ${round(y)} ${round(middle)} ${round(row.y)} ${round(row.x)} ${round(row.y)}`,
    away,
  };
}

/** Half pixels keep hairlines sharp. */
const round = (px: number): number => Math.round(px * 2) / 2;
