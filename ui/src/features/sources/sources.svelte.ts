import { host, Latest, type ItemInput, type SourceDetails } from "../../api";
import { language } from "../../base/language.svelte";
import { toasts } from "../../base/toasts.svelte";
import { blank, creation, inspection, names, nounOf, passage, type Form } from "../../forms";
import { m } from "../../paraglide/messages";
import { attempt, selection, session, vocabulary } from "../../state";
import { charactersBefore, paragraphsOf, type Paragraph } from "./passages";

/** Nouns that words of a source can be cited for. */
const citable = ["event", "tie", "actor", "office", "tenure", "place"];

/** Words chosen in the text: where they stand, in Unicode characters, and how they read. */
export interface Chosen {
  start: number;
  exact: string;
}

/** The source that is being read, with its passages. */
export class SourceReading {
  fields = $state.raw<Form<"source"> | undefined>(undefined);
  details = $state.raw<SourceDetails | undefined>(undefined);
  reference = $state<string | null>(null);
  readonly paragraphs = $derived.by((): Paragraph[] => (this.fields && this.details ? paragraphsOf(this.fields.text, this.details.cited) : []));
  readonly cited = $derived(new Map((this.details?.cited ?? []).map((citation) => [citation.reference, citation])));
  readonly #latest = new Latest();

  /** The body of an effect: asks for the source that is open. */
  async follow(): Promise<void> {
    const [item, tongue] = [passage.source, language.current];
    if (session.revision < 0 || item === null) {
      this.#latest.drop();
      this.fields = this.details = undefined;
      this.reference = null;
      return;
    }
    const answer = await attempt(() => this.#latest.run(() => host.item({ item, language: tongue })));
    if (!answer || answer.fields.type !== "source" || answer.details.noun !== "source") return;
    this.fields = answer.fields;
    this.details = answer.details;
    this.reference = answer.reference;
  }

  /** The item that words could be cited for: the selected one, when sources can speak of it. */
  get target(): string | null {
    const reference = selection.current;
    return reference && citable.includes(nounOf(reference)) ? reference : null;
  }

  /** Pressing a passage selects what it is cited for; pressed again, the next one under it. */
  press(references: readonly string[]): void {
    const at = references.indexOf(passage.citation ?? "");
    const next = this.cited.get(references[(at + 1) % references.length] ?? "");
    if (!next) return;
    passage.citation = next.reference;
    selection.select(next.item.reference);
  }

  /** The words between two positions of the page, without blanks at their ends. */
  chosen(from: number, to: number): Chosen | undefined {
    const text = this.fields?.text ?? "";
    const words = text.slice(from, to);
    const exact = words.trim();
    if (exact === "") return undefined;
    return { start: charactersBefore(text, from + words.indexOf(exact)), exact };
  }

  /** Asks for a new item that these words say, and cites them for it. */
  make(noun: "event" | "statement" | "tie", chosen: Chosen): void {
    creation.ask({ item: this.#draft(noun, chosen), then: (reference) => this.cite(reference, chosen, false) });
  }

  async cite(item: string, { start, exact }: Chosen, say = true): Promise<void> {
    const source = this.reference;
    if (!source) return;
    const change = await attempt(() => session.apply({ verb: "put", item: { ...blank("citation"), item, source, exact, start }, typing: false }));
    if (!change) return;
    passage.citation = change.created;
    inspection.open(item);
    if (say) toasts.say(m.sources_cited_for({ title: names.of(item).title }), { label: m.action_undo(), run: () => void attempt(() => session.undo()) });
  }

  #draft(noun: "event" | "statement" | "tie", { exact }: Chosen): ItemInput {
    const line = exact.replace(/\s+/g, " ");
    if (noun === "tie") return { ...blank("tie"), summary: line.length > 120 ? line : null };
    const title = line.length > 120 ? "" : line.replace(/^[“"‘']|[”"’']$/g, "");
    const kind = noun === "statement" ? "statement" : (vocabulary.kinds.find(({ words }) => !words)?.id ?? "summit");
    return { ...blank("event"), kind, title, summary: title === "" ? line : null };
  }
}

