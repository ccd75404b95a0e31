import { completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { commonmarkLanguage, markdownKeymap } from "@codemirror/lang-markdown";
import { LanguageSupport } from "@codemirror/language";
import { Compartment, EditorState, Transaction, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, keymap, placeholder } from "@codemirror/view";
import { completion, type Suggestions } from "./completion";
import { links } from "./links";
import { marks } from "./marks";
import { style } from "./style";

export interface EditorSettings {
  parent: HTMLElement;
  text: string;
  label: string;
  placeholder: string;
  readOnly: boolean;
  suggestions: Suggestions;
  /** Told after every change the user makes; the text is read only when it is wanted, for it may be long. */
  onchange: (read: () => string) => void;
  onlink: (reference: string) => void;
}

/** Markdown with live formatting over CodeMirror, free of the page's framework. */
export class NoteEditor {
  readonly #view: EditorView;
  readonly #writable = new Compartment();

  constructor(settings: EditorSettings) {
    this.#view = new EditorView({
      parent: settings.parent,
      state: EditorState.create({ doc: settings.text, extensions: this.#extensions(settings) }),
    });
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }

  /** Takes the text of the record, where it is another; the user's place is kept. Never while an input method composes. */
  take(text: string): void {
    const now = this.text;
    if (now === text || this.#view.composing) return;
    const [from, to, insert] = difference(now, text);
    this.#view.dispatch({ changes: { from, to, insert }, annotations: Transaction.remote.of(true) });
  }

  setReadOnly(readOnly: boolean): void {
    this.#view.dispatch({ effects: this.#writable.reconfigure(EditorState.readOnly.of(readOnly)) });
  }

  focus(): void {
    this.#view.focus();
  }

  destroy(): void {
    this.#view.destroy();
  }

  #extensions(settings: EditorSettings): Extension {
    return [
      history(),
      drawSelection(),
      EditorView.lineWrapping,
      new LanguageSupport(commonmarkLanguage),
      links(settings.onlink),
      marks,
      style,
      completion(settings.suggestions),
      placeholder(settings.placeholder),
      EditorView.contentAttributes.of({ "aria-label": settings.label, spellcheck: "true" }),
      this.#writable.of(EditorState.readOnly.of(settings.readOnly)),
      keymap.of([...completionKeymap, ...markdownKeymap, ...historyKeymap, ...defaultKeymap]),
      EditorView.updateListener.of((update) => {
        const remote = update.transactions.some((transaction) => transaction.annotation(Transaction.remote));
        if (update.docChanged && !remote) settings.onchange(() => this.text);
      }),
    ];
  }
}

/** The one stretch in which two texts differ: start and end in the first, and what stands there in the second. */
export function difference(before: string, after: string): [number, number, string] {
  let from = 0;
  const least = Math.min(before.length, after.length);
  while (from < least && before.charCodeAt(from) === after.charCodeAt(from)) from += 1;
  let same = 0;
  while (same < least - from && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same += 1;
  return [from, before.length - same, after.slice(from, after.length - same)];
}
