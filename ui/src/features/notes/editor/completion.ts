import { autocompletion, type Completion as Entry, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import { tooltips, type EditorView } from "@codemirror/view";
import type { Completion } from "../../../api";
import { flagUrl } from "../../../base/flags";
import { linkOf } from "./links";

/** What the editor asks for while something is typed; the notes answer from the record. */
export interface Suggestions {
  /** Anything by its first letters; after `@` actors alone, people first. */
  find: (prefix: string, people: boolean) => Promise<Completion[]>;
  /** Makes sure that the item is in the dossier; answers its reference. */
  settle: (hit: Completion) => Promise<string | undefined>;
  /** What `/` offers. */
  blocks: () => { label: string; detail?: string; insert?: string; run?: () => void }[];
}

const afterBrackets = /\[\[([^\]\n|]{0,80})$/;
const afterAt = /(?:^|[\s([“"'])@([\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]*)?)$/u;
const afterSlash = /(?:^|\s)\/(\p{L}*)$/u;

function textBefore({ state, pos }: CompletionContext): string {
  const line = state.doc.lineAt(pos);
  return line.text.slice(Math.max(0, pos - line.from - 120), pos - line.from);
}

/** Puts a link where the letters were, with the brackets that may stand behind them. */
async function put(view: EditorView, hit: Completion, from: number, to: number, settle: Suggestions["settle"]): Promise<void> {
  const reference = await settle(hit);
  if (!reference || to > view.state.doc.length) return;
  const end = view.state.sliceDoc(to, to + 2) === "]]" ? to + 2 : to;
  const text = linkOf(reference, hit.title);
  view.dispatch({ changes: { from, to: end, insert: text }, selection: { anchor: from + text.length }, userEvent: "input.complete" });
}

/** What is offered, with the flag that stands before it. */
type Offer = Entry & { flag?: string | undefined };

/** A flag before each name; where there is none, its room, so that the names stand in one line. */
function flagOf(offer: Offer): Node | null {
  if (!("flag" in offer)) return null;
  const url = offer.flag === undefined ? undefined : flagUrl(offer.flag);
  const flag = document.createElement(url === undefined ? "span" : "img");
  flag.className = "note-offer-flag";
  if (flag instanceof HTMLImageElement && url !== undefined) Object.assign(flag, { src: url, alt: "" });
  return flag;
}

/** Room between what floats and the edge of the window, in px. */
const margin = 8;

/** The list floats above the window as a whole: what holds the editor would cut it off. */
const floating = tooltips({
  parent: document.getElementById("floats") ?? document.body,
  tooltipSpace: () => ({ left: margin, top: margin, right: window.innerWidth - margin, bottom: window.innerHeight - margin }),
});

export function completion(suggestions: Suggestions): Extension {
  const itemsFor = async (context: CompletionContext, prefix: string, sign: number, people: boolean): Promise<CompletionResult | null> => {
    const hits = await suggestions.find(prefix, people);
    if (context.aborted) return null;
    const start = context.pos - prefix.length - sign;
    const options = hits.map((hit): Offer => ({
      label: hit.title,
      flag: hit.flag ?? undefined,
      detail: hit.detail ?? "",
      apply: (view, _, __, to) => void put(view, hit, start, to, suggestions.settle),
    }));
    return { from: context.pos - prefix.length, options, filter: false };
  };
  const everything = (context: CompletionContext) => {
    const match = afterBrackets.exec(textBefore(context));
    return match ? itemsFor(context, match[1]!, 2, false) : null;
  };
  const people = (context: CompletionContext) => {
    const match = afterAt.exec(textBefore(context));
    return match ? itemsFor(context, match[1]!, 1, true) : null;
  };
  const blocks = (context: CompletionContext): CompletionResult | null => {
    const match = afterSlash.exec(textBefore(context));
    if (!match) return null;
    const typed = match[1]!.toLocaleLowerCase();
    const start = context.pos - match[1]!.length - 1;
    const options = suggestions
      .blocks()
      .filter(({ label }) => label.toLocaleLowerCase().includes(typed))
      .map(({ label, detail, insert = "", run }): Entry => ({
        label,
        ...(detail ? { detail } : {}),
        apply: (view, _, __, to) => {
          view.dispatch({ changes: { from: start, to, insert }, selection: { anchor: start + insert.length } });
          run?.();
        },
      }));
    return { from: context.pos - match[1]!.length, options, filter: false };
  };
  const look = { icons: false, maxRenderedOptions: 50, addToOptions: [{ render: flagOf, position: 20 }] };
  return [autocompletion({ override: [everything, people, blocks], activateOnTyping: true, ...look }), floating];
}
