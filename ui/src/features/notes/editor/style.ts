import { HighlightStyle, syntaxHighlighting, syntaxTree } from "@codemirror/language";
import { RangeSetBuilder, type Extension } from "@codemirror/state";
import { Decoration, EditorView, type DecorationSet } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { drawn } from "./drawn";

/** Headings large, emphasis shown, marks dimmed where they are seen. */
const words = HighlightStyle.define([
  { tag: tags.heading1, fontSize: "22px", fontWeight: "600", lineHeight: "30px" },
  { tag: tags.heading2, fontSize: "18px", fontWeight: "600", lineHeight: "28px" },
  { tag: tags.heading3, fontSize: "16px", fontWeight: "650" },
  { tag: [tags.heading4, tags.heading5, tags.heading6], fontWeight: "650" },
  { tag: tags.strong, fontWeight: "650" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.strikethrough, textDecoration: "line-through" },
  { tag: tags.monospace, fontFamily: "ui-monospace, monospace", fontSize: "14px" },
  { tag: tags.url, color: "var(--ink-muted)" },
  { tag: tags.link, color: "var(--accent)" },
  { tag: tags.quote, fontStyle: "italic", color: "var(--ink-muted)" },
  { tag: [tags.processingInstruction, tags.contentSeparator], color: "var(--ink-faint)", fontWeight: "400", fontStyle: "normal" },
]);

const look = EditorView.theme({
  "&": { backgroundColor: "transparent", color: "var(--ink)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--serif)", fontSize: "var(--size-reading)", lineHeight: "var(--line-reading)", overflow: "visible" },
  ".cm-content": { padding: "0", caretColor: "var(--accent)" },
  ".cm-line": { padding: "0" },
  ".cm-cursor": { borderLeftColor: "var(--accent)", borderLeftWidth: "2px" },
  ".cm-selectionBackground, &.cm-focused .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--accent) 24%, transparent)",
  },
  ".cm-placeholder": { color: "var(--ink-faint)" },
  ".cm-line-quote": { borderLeft: "2px solid var(--rule-strong)", paddingLeft: "12px" },
  ".cm-line-bullet": { paddingLeft: "0.68em", textIndent: "-0.68em" },
  ".cm-line-number": { paddingLeft: "1.12em", textIndent: "-1.12em" },
  ".note-link": {
    padding: "0 3px",
    borderRadius: "3px",
    backgroundColor: "var(--selected)",
    color: "var(--accent)",
    cursor: "pointer",
    textDecorationLine: "underline",
    textDecorationColor: "color-mix(in srgb, var(--accent) 45%, transparent)",
    textDecorationThickness: "1px",
    textUnderlineOffset: "3px",
    boxDecorationBreak: "clone",
    WebkitBoxDecorationBreak: "clone",
  },
  ".note-link:hover": { textDecorationColor: "currentColor" },
  ".cm-tooltip.cm-tooltip-autocomplete": {
    border: "1px solid var(--rule-strong)",
    borderRadius: "var(--radius-large)",
    backgroundColor: "var(--raised)",
    boxShadow: "var(--shadow)",
    display: "flex",
    overflow: "hidden",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {
    flex: "1",
    padding: "4px",
    fontFamily: "var(--sans)",
    fontSize: "var(--size-base)",
    lineHeight: "20px",
    maxHeight: "280px",
    minWidth: "min(280px, 90vw)",
    maxWidth: "min(560px, 90vw)",
    overflowY: "auto",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": {
    display: "flex",
    alignItems: "baseline",
    gap: "8px",
    padding: "4px 8px",
    borderRadius: "var(--radius)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--selected)", color: "var(--ink)" },
  ".note-offer-flag": { flex: "none", alignSelf: "center", width: "18px", height: "14px", borderRadius: "2px", objectFit: "cover" },
  "img.note-offer-flag": { boxShadow: "0 0 0 1px color-mix(in srgb, var(--ink) 22%, transparent)" },
  ".cm-completionLabel": { flex: "1", overflow: "hidden", textOverflow: "ellipsis" },
  ".cm-completionDetail": { marginLeft: "auto", color: "var(--ink-muted)", fontStyle: "normal", fontSize: "var(--size-note)" },
});

const lineOf: Record<string, Decoration> = {
  Blockquote: Decoration.line({ class: "cm-line-quote" }),
  BulletList: Decoration.line({ class: "cm-line-bullet" }),
  OrderedList: Decoration.line({ class: "cm-line-number" }),
};

/** Quotes get a rule at their side, list items hang by their marks. Only lines on screen are looked at. */
function lines(view: EditorView): DecorationSet {
  const found = new Map<number, Decoration>();
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: ({ name, from: start, to: end }) => {
        const line = lineOf[name];
        if (!line) return;
        for (let at = Math.max(start, from); at <= Math.min(end, to);) {
          const here = view.state.doc.lineAt(at);
          if (here.length > 0) found.set(here.from, line);
          at = here.to + 1;
        }
      },
    });
  }
  const builder = new RangeSetBuilder<Decoration>();
  for (const [at, line] of [...found].sort(([one], [other]) => one - other)) builder.add(at, at, line);
  return builder.finish();
}

export const style: Extension = [syntaxHighlighting(words), look, drawn(lines)];
