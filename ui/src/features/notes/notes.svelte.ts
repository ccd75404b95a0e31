import { host, Latest, type Completion, type ItemKind, type ItemResponse, type Judgement, type NoteDetails } from "../../api";
import { language } from "../../base/language.svelte";
import { ItemForm, names, type Form } from "../../forms";
import { m } from "../../paraglide/messages";
import { asOf, attempt, openItems, present, selection, session } from "../../state";
import type { Suggestions } from "./editor/completion";

/** Time after the last key until the text is read from the editor, in ms. */
const pause = 250;

const beginning: Judgement = { likelihood: "roughly-even", confidence: "moderate" };

/** The note that is being written: its form saves itself as it is typed. */
export class NoteWriting {
  form = $state.raw<ItemForm | undefined>(undefined);
  details = $state.raw<NoteDetails | undefined>(undefined);
  /** Its dates in words, by EDTF. */
  dates = $state.raw<ItemResponse["dates"]>({});
  reference = $state<string | null>(null);
  /** Whether the judgement is being edited. */
  judging = $state(false);
  readonly #latest = new Latest();
  #unread: (() => string) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  get fields(): Form<"note"> | undefined {
    const draft = this.form?.draft;
    return draft?.type === "note" ? draft : undefined;
  }

  /** The body of an effect: asks for the note on the desk, again after every change of the record. */
  async follow(): Promise<void> {
    const [item, revision, known_on, tongue] = [openItems.note, session.revision, asOf.knownOn, language.current];
    if (item === null) {
      await this.leave();
      return;
    }
    const answer = await attempt(() => this.#latest.run(() => host.item({ item, known_on, language: tongue })));
    if (!answer || answer.fields.type !== "note" || answer.details.noun !== "note") return;
    names.learn(answer.details.attached_to);
    this.details = answer.details;
    this.dates = answer.dates;
    if (this.reference === answer.reference) {
      if (!this.#unread) this.form?.take(answer.fields, revision);
      return;
    }
    this.#read();
    void this.form?.flush();
    this.form = new ItemForm(answer.fields);
    this.judging = false;
    this.reference = answer.reference;
  }

  /** Told by the editor; the text is read a moment later. */
  type(read: () => string): void {
    this.#unread = read;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#read(), pause);
  }

  /** Writes what is not written yet. */
  async leave(): Promise<void> {
    this.#read();
    await this.form?.flush();
  }

  /** Asks what is held to be so; without that there is no judgement. */
  judge(): void {
    this.judging = true;
  }

  propose(words: string): void {
    const proposition = words.trim();
    if (proposition !== "") this.form?.set("judgement", { proposition, ...beginning });
  }

  unjudge(): void {
    this.form?.set("judgement", undefined);
    this.judging = false;
  }

  #read(): void {
    clearTimeout(this.#timer);
    const read = this.#unread;
    this.#unread = undefined;
    if (read) this.form?.set("body", read(), true);
  }
}

/** What the editor offers while one types. */
export function suggestionsFor(writing: NoteWriting): Suggestions {
  return {
    async find(prefix, people) {
      try {
        const kinds: ItemKind[] = people ? ["actor"] : [];
        const people_as_of = people ? asOf.current : null;
        const request = { prefix: prefix.trim(), kinds, reference: people, people_as_of, limit: 20, language: language.current };
        return (await host.complete(request)).items;
      } catch (error) {
        present(error);
        return [];
      }
    },
    async settle(hit: Completion) {
      if (!hit.shipped) return hit.reference;
      const change = await attempt(() => session.apply({ verb: "add-reference", key: hit.reference }));
      return change?.created ?? undefined;
    },
    blocks: () => [
      ...(writing.fields?.judgement
        ? []
        : [{ label: m.notes_judgement_add(), detail: m.notes_judgement_add_hint(), run: () => writing.judge() }]),
      { label: m.notes_heading(), detail: "##", insert: "## " },
      { label: m.notes_bullets(), detail: "-", insert: "- " },
      { label: m.notes_quote(), detail: ">", insert: "> " },
    ],
  };
}

/** Follows a link of the note. Another note comes onto the desk, all else into the inspector. */
export function followLink(reference: string): void {
  selection.select(reference);
}
