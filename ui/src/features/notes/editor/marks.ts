import { syntaxTree } from "@codemirror/language";
import { RangeSetBuilder, type EditorState, type Extension } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView } from "@codemirror/view";
import type { SyntaxNode } from "@lezer/common";
import { drawn } from "./drawn";

/** A stretch of the text. */
export interface Stretch {
  from: number;
  to: number;
}

/** Marks that shape their element alone, by the element whose being touched shows them. */
const inline = new Set(["Emphasis", "StrongEmphasis", "InlineCode"]);

/**
 * The marks of Markdown between two places that are not to be seen: those of words where the cursor is not in the words, those of lines
 * where it is not on the line. `touched` says whether the cursor is in a stretch.
 */
export function hiddenMarks(state: EditorState, from: number, to: number, touched: (stretch: Stretch) => boolean): Stretch[] {
  const hidden: Stretch[] = [];
  const hide = (stretch: Stretch, shownBy: Stretch) => {
    if (stretch.from < stretch.to && !touched(shownBy)) hidden.push({ from: stretch.from, to: stretch.to });
  };
  syntaxTree(state).iterate({
    from,
    to,
    enter: ({ node }) => {
      const parent = node.parent;
      if (node.name === "Link") addressOf(node, state).forEach((stretch) => hide(stretch, node));
      else if (node.name === "QuoteMark" || (node.name === "HeaderMark" && parent?.name.startsWith("ATXHeading")))
        hide({ from: node.from, to: node.to + blanksAfter(state, node.to) }, state.doc.lineAt(node.from));
      else if (/^(Emphasis|Code)Mark$/.test(node.name) && parent && inline.has(parent.name)) hide(node, parent);
    },
  });
  return hidden.sort((one, other) => one.from - other.from);
}

/** What stands around the words of a link with an address on one line; nothing of one without, such as a link to an item. */
function addressOf(link: SyntaxNode, state: EditorState): Stretch[] {
  const [opening, closing] = link.getChildren("LinkMark");
  if (!opening || !closing || !link.getChild("URL") || state.doc.lineAt(closing.from).to < link.to) return [];
  return [opening, { from: closing.from, to: link.to }];
}

function blanksAfter(state: EditorState, at: number): number {
  const line = state.doc.lineAt(at);
  const rest = line.text.slice(at - line.from);
  return rest.length - rest.trimStart().length;
}

function draw(view: EditorView): DecorationSet {
  const { ranges } = view.state.selection;
  const touched = ({ from, to }: Stretch) => view.hasFocus && ranges.some((range) => range.from <= to && range.to >= from);
  const builder = new RangeSetBuilder<Decoration>();
  let drawnTo = -1;
  for (const { from, to } of view.visibleRanges) {
    for (const mark of hiddenMarks(view.state, from, to, touched)) {
      // A mark that two visible stretches share is hidden once.
      if (mark.from < drawnTo) continue;
      builder.add(mark.from, mark.to, Decoration.replace({}));
      drawnTo = mark.to;
    }
  }
  return builder.finish();
}

/** Markdown as it reads: its marks are seen only where the cursor is. */
export const marks: Extension = drawn(draw);
