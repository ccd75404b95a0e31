import { RangeSetBuilder, type Extension } from "@codemirror/state";
import { Decoration, EditorView, WidgetType, type DecorationSet } from "@codemirror/view";
import { drawn } from "./drawn";

/** A link of a note: `[[event:0192…|Title]]`, as the core reads it. */
export const linkPattern = /\[\[([a-z]+:[^\][|\s]+)(?:\|((?:(?!\[\[)[^\]\n])*))?\]\]/g;

/** Writes a link; a title may not hold what would end it. */
export function linkOf(reference: string, title: string): string {
  return `[[${reference}|${title.replace(/[[\]|\s]+/g, " ").trim()}]]`;
}

/** A link as it reads: the title alone, pressed like a link. */
class LinkChip extends WidgetType {
  constructor(
    private readonly reference: string,
    private readonly title: string,
  ) {
    super();
  }

  override eq(other: LinkChip): boolean {
    return other.reference === this.reference && other.title === this.title;
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement("span");
    chip.className = `note-link note-link-${this.reference.split(":", 1)[0]}`;
    chip.dataset.reference = this.reference;
    chip.setAttribute("role", "link");
    chip.textContent = this.title || this.reference;
    return chip;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

/** Chips over the links on screen; where the cursor is inside one, the link shows as it is written. */
function chips(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const { selection, doc } = view.state;
  const touched = (from: number, to: number) => view.hasFocus && selection.ranges.some((range) => range.from < to && range.to > from);
  for (const { from, to } of view.visibleRanges) {
    const text = doc.sliceString(from, to);
    for (const match of text.matchAll(linkPattern)) {
      const start = from + match.index;
      const end = start + match[0].length;
      if (!touched(start, end)) builder.add(start, end, Decoration.replace({ widget: new LinkChip(match[1]!, match[2] ?? "") }));
    }
  }
  return builder.finish();
}

/** Links as chips; pressing one tells which item it names. */
export function links(onpress: (reference: string) => void): Extension {
  return drawn(chips, {
    provide: (plugin) => EditorView.atomicRanges.of((view) => view.plugin(plugin)?.decorations ?? Decoration.none),
    eventHandlers: {
      mousedown(event) {
        const chip = event.target instanceof Element ? event.target.closest<HTMLElement>(".note-link") : null;
        if (!chip?.dataset.reference || event.button !== 0) return false;
        event.preventDefault();
        onpress(chip.dataset.reference);
        return true;
      },
    },
  });
}
