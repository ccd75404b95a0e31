import { host, Latest, type CitationView, type SourceDetails } from "../../api";
import { language } from "../../base/language.svelte";
import { chosenIn, passage, type Chosen, type Form } from "../../forms";
import { paragraphsOf, type Paragraph } from "../../forms/passages";
import { asOf, attempt, selection, session } from "../../state";

/** The source that is being read, with its passages. */
export class SourceReading {
  fields = $state.raw<Form<"source"> | undefined>(undefined);
  details = $state.raw<SourceDetails | undefined>(undefined);
  reference = $state<string | null>(null);
  readonly paragraphs = $derived.by((): Paragraph[] =>
    this.fields && this.details ? paragraphsOf(this.fields.text, quotedIn(this.details.cited)) : [],
  );
  readonly cited = $derived(new Map((this.details?.cited ?? []).map((citation) => [citation.reference, citation])));
  readonly #latest = new Latest();

  /** The body of an effect: asks for the source that is open. */
  async follow(): Promise<void> {
    const [item, known_on, tongue] = [passage.source, asOf.knownOn, language.current];
    if (session.revision < 0 || item === null) {
      this.#latest.drop();
      this.fields = this.details = undefined;
      this.reference = null;
      return;
    }
    const answer = await attempt(() => this.#latest.run(() => host.item({ item, known_on, language: tongue })));
    if (!answer || answer.fields.type !== "source" || answer.details.noun !== "source") return;
    this.fields = answer.fields;
    this.details = answer.details;
    this.reference = answer.reference;
  }

  /** Pressing a passage selects what it is cited for; pressed again, the next one under it. */
  press(references: readonly string[]): void {
    const at = references.indexOf(passage.citation ?? "");
    const next = this.cited.get(references[(at + 1) % references.length] ?? "");
    if (!next) return;
    passage.citation = next.reference;
    selection.select(next.item.reference);
  }

  /** The words between two positions of the page. */
  chosen(from: number, to: number): Chosen | undefined {
    return this.reference === null ? undefined : chosenIn(this.reference, this.fields?.text ?? "", from, to);
  }
}

/** Where quoted words stand; what cites no words stands nowhere in the text. */
const quotedIn = (cited: readonly CitationView[]) =>
  cited.flatMap(({ reference, anchor }) => (anchor ? [{ reference, start: anchor.start, end: anchor.end }] : []));
