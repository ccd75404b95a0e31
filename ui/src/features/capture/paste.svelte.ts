import { host, type CapturedView, type CaptureView, type KnownView, type LeftOutView, type Source } from "../../api";
import { language } from "../../base/language.svelte";
import { toasts } from "../../base/toasts.svelte";
import { blank, fieldsOf, idOf, ItemForm, passage, reviewing, type FieldSpec, type Form } from "../../forms";
import { m } from "../../paraglide/messages";
import { asOf, present, session } from "../../state";
import { warnOfGaps } from "./gaps";

/** What a clipboard holds of a document. */
export interface Pasted {
  text: string;
  html: string;
}

/** What to do with a document that is here already. */
export type KnownChoice = "open" | "replace" | "another";

/** Fields of the dialog, in its order; the text stands beside them. */
const asked = ["title", "publisher", "author", "published", "url", "language", "reliability", "origin"];

/** The dialog of one pasted document: what it says of itself, to be looked at and corrected before it is kept. */
export class PasteDialog {
  form = $state.raw<ItemForm | undefined>(undefined);
  known = $state.raw<KnownView | null>(null);
  choice = $state<KnownChoice>("another");
  /** Prose of the page that was not taken for a part of its article. */
  leftOut = $state.raw<LeftOutView | null>(null);
  /** Fields that were found in the document. */
  #found = $state.raw<ReadonlySet<string>>(new Set());

  get fields(): FieldSpec[] {
    return asked.flatMap((path) => {
      const field = fieldsOf.source.find((one) => one.path === path);
      return field ? [{ ...field, half: path !== "title", ...(this.#found.has(path) ? { mark: m.capture_found } : {}) }] : [];
    });
  }

  get text(): string {
    return this.form?.text("text") ?? "";
  }

  /** Opens with nothing in it. */
  begin(): void {
    this.#show(sourceFields("", {}), null);
  }

  close(): void {
    this.form = undefined;
  }

  /** Takes what was pasted; answers whether there was anything to take. What cannot be looked into is kept as plain text. */
  async take({ text, html }: Pasted): Promise<boolean> {
    if (text.trim() === "" && html.trim() === "") return false;
    try {
      const seen = await host.preview({ text: text || null, html: html || null, address: null, language: language.current });
      this.#show(sourceFields(seen.text, seen), seen.known);
      this.leftOut = seen.left_out;
    } catch (error) {
      present(error);
      if (text.trim() !== "") this.#show(sourceFields(text, {}), null);
    }
    return true;
  }

  /** Adds what was left out of the page to its text. */
  takeLeftOut(): void {
    if (!this.form || !this.leftOut) return;
    this.form.set("text", `${this.text}\n\n${this.leftOut.text}`, true);
    this.leftOut = null;
  }

  /** Keeps the document as was chosen and shows its drafts. */
  async submit(): Promise<void> {
    const { form, known } = this;
    if (!form || form.busy) return;
    if (known && this.choice === "open") {
      this.close();
      passage.open(known.source.reference);
      return;
    }
    const replaced = known && this.choice === "replace" ? { id: idOf(known.source.reference) } : {};
    const answer = await form.send((item) =>
      session.capture({ source: { ...sourceOf(item as Form<"source">), ...replaced }, language: language.current }),
    );
    const captured = answer?.captured[0];
    if (!captured) return;
    this.close();
    tellCaptured(captured);
    reviewing.open(captured.source.reference);
  }

  #show(fields: Form<"source">, known: KnownView | null): void {
    this.form = new ItemForm(fields, false);
    [this.known, this.leftOut] = [known, null];
    this.choice = known ? (known.same_text ? "open" : "replace") : "another";
    this.#found = new Set(
      asked.filter((path) => path !== "reliability" && path !== "origin" && Boolean(fields[path as keyof typeof fields])),
    );
  }
}

/** The form of a document with what it says of itself. */
function sourceFields(
  text: string,
  { title, publisher, author, published, language: tongue, address }: Partial<CaptureView>,
): Form<"source"> {
  return {
    ...blank("source"),
    title: title ?? "",
    publisher: publisher ?? undefined,
    author: author ?? undefined,
    published: published ?? undefined,
    language: tongue ?? undefined,
    url: address ?? undefined,
    text,
    accessed: asOf.today,
  };
}

/** The source of a form, without its tag. */
function sourceOf({ type: _, ...source }: Form<"source">): Source {
  return source;
}

/** A found document as it would be kept. */
export const sourceFrom = (seen: CaptureView): Source => sourceOf(sourceFields(seen.text, seen));

/** Says what came of a document; where a text was replaced, how its quotes fared. */
function tellCaptured(captured: CapturedView): void {
  const { source, drafts, quotes } = captured;
  if (quotes) toasts.say(m.capture_quotes({ exact: quotes.exact, moved: quotes.moved, changed: quotes.changed, lost: quotes.lost }));
  else toasts.say(drafts > 0 ? m.capture_kept({ title: source.title, count: drafts }) : m.capture_kept_none({ title: source.title }));
  warnOfGaps(captured);
}
