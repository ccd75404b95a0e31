import { syntaxTree } from "@codemirror/language";
import { ViewPlugin, type DecorationSet, type EditorView, type PluginSpec, type PluginValue, type ViewUpdate } from "@codemirror/view";

export interface Drawn extends PluginValue {
  decorations: DecorationSet;
}

/** What is drawn over the text on screen, anew whenever text, view, selection or focus change. */
export function drawn(draw: (view: EditorView) => DecorationSet, more: PluginSpec<Drawn> = {}): ViewPlugin<Drawn> {
  class Drawing implements Drawn {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = draw(view);
    }

    update(update: ViewUpdate): void {
      const isParsed = syntaxTree(update.startState) !== syntaxTree(update.state);
      // While an input method composes, the text under it must not be redrawn.
      if (update.view.composing) this.decorations = this.decorations.map(update.changes);
      else if (update.docChanged || update.viewportChanged || update.selectionSet || update.focusChanged || isParsed)
        this.decorations = draw(update.view);
    }
  }
  return ViewPlugin.fromClass(Drawing, { decorations: (plugin) => plugin.decorations, ...more });
}
