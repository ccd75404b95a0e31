/** Words chosen within an element whose pieces say where they begin (`data-from`, UTF-16). */
export interface ChosenRange {
  from: number;
  to: number;
  box: DOMRect;
}

export function rangeWithin(element: HTMLElement): ChosenRange | undefined {
  const choice = getSelection();
  if (!choice || choice.isCollapsed || choice.rangeCount === 0) return undefined;
  const range = choice.getRangeAt(0);
  const [from, to] = [
    position(element, range.startContainer, range.startOffset, "next"),
    position(element, range.endContainer, range.endOffset, "last"),
  ];
  if (from === undefined || to === undefined || to <= from) return undefined;
  return { from, to, box: range.getBoundingClientRect() };
}

/** Where a point of the page stands in the text. Between pieces it is the start of the next, or the end of the last. */
function position(element: HTMLElement, node: Node, offset: number, side: "next" | "last"): number | undefined {
  const piece = node.nodeType === Node.TEXT_NODE ? node.parentElement?.closest<HTMLElement>("[data-from]") : null;
  if (piece && element.contains(piece)) return Number(piece.dataset.from) + offset;
  const pieces = [...element.querySelectorAll<HTMLElement>("[data-from]")];
  const point = document.createRange();
  point.setStart(node, offset);
  const after = pieces.findIndex((one) => point.comparePoint(one, 0) >= 0);
  if (side === "next") return after < 0 ? undefined : Number(pieces[after]!.dataset.from);
  const last = pieces[after < 0 ? pieces.length - 1 : after - 1];
  return last && Number(last.dataset.from) + (last.textContent?.length ?? 0);
}
