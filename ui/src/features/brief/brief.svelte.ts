import { asHostError, host, type BriefPart, type Language, type PaperSize } from "../../api";
import { dayText } from "../../base/dates";
import { language } from "../../base/language.svelte";
import { toasts } from "../../base/toasts.svelte";
import { names, TypedDates } from "../../forms";
import { m } from "../../paraglide/messages";
import { asOf, fieldError, filter, present, scope, session, vocabulary, type Facet } from "../../state";
import { isStatus, statusLabel } from "../../widgets/status";

/** The parts of a brief, in the order in which they are printed. */
export const briefParts: readonly BriefPart[] = ["judgements", "timeline", "chronology", "matrix", "dyads", "notes", "sources"];

const titles: Record<BriefPart, () => string> = {
  judgements: m.part_judgements,
  timeline: m.part_timeline,
  chronology: m.part_chronology,
  matrix: m.part_matrix,
  dyads: m.part_dyads,
  notes: m.part_notes,
  sources: m.part_sources,
};

export const partTitle = (part: BriefPart): string => titles[part]();

/** What to print, as it is chosen in the dialog. */
export class BriefForm {
  open = $state(false);
  title = $state("");
  language = $state<Language>("en");
  paper = $state<PaperSize>("a4");
  marking = $state("");
  asOf = $state<string | null>(null);
  readonly dates = new TypedDates();
  parts = $state.raw<readonly BriefPart[]>(briefParts);
  busy = $state(false);
  errors = $state.raw<Record<string, string>>({});

  /** Begins with the dossier's title, the day in force, and what was chosen last. */
  start(): void {
    this.title = session.dossier?.title ?? "";
    this.language = language.current;
    this.asOf = asOf.current || null;
    this.errors = {};
    this.open = true;
  }

  toggle(part: BriefPart): void {
    const has = this.parts.includes(part);
    this.parts = briefParts.filter((one) => (one === part ? !has : this.parts.includes(one)));
  }

  /** The filter in force, in words; empty when it narrows nothing. */
  get scope(): string[] {
    const of = (facet: Facet, text: (inputs: { names: string }) => string, word: (value: string) => string) => {
      const chosen = filter.chosen(facet);
      return chosen.length > 0 && text({ names: chosen.map(word).join(", ") });
    };
    const { text, from, to } = filter.wire();
    const parts = [
      of("actors", filter.anyActor ? m.brief_scope_any_actor : m.brief_scope_actors, (actor) => names.of(actor).title),
      of("kinds", m.brief_scope_kinds, (kind) => vocabulary.kind(kind)?.label ?? kind),
      of("topics", m.brief_scope_topics, (topic) => names.of(topic).title),
      of("statuses", m.brief_scope_statuses, (status) => (isStatus(status) ? statusLabel(status) : status)),
      of("grades", m.brief_scope_grades, (grade) => grade),
      text && m.brief_scope_text({ words: text }),
      from && m.brief_scope_from({ date: dayText(from) }),
      to && m.brief_scope_to({ date: dayText(to) }),
      asOf.knownOn && m.brief_scope_known({ date: dayText(asOf.knownOn) }),
    ];
    return parts.flatMap((part) => (part ? [String(part)] : []));
  }

  clearScope(): void {
    filter.clear();
    asOf.knownOn = null;
  }

  async save(): Promise<void> {
    if (this.parts.length === 0) {
      this.errors = { parts: m.brief_no_part() };
      return;
    }
    this.busy = true;
    try {
      if (!(await this.dates.understood())) return;
      const saved = await host.saveBrief({
        title: this.title.trim() || null,
        ...scope(),
        as_of: this.asOf,
        parts: [...this.parts],
        paper: this.paper,
        marking: this.marking.trim() || null,
        language: this.language,
      });
      this.open = false;
      toasts.say(m.brief_saved({ file: saved.file, pages: saved.pages }));
      if (saved.missing_glyphs !== "") toasts.warn(m.brief_missing({ glyphs: [...saved.missing_glyphs].slice(0, 24).join(" ") }));
    } catch (error) {
      const refusal = asHostError(error);
      if (refusal.code === "invalid" && refusal.field) this.errors = { [refusal.field]: fieldError(refusal) };
      else present(error);
    } finally {
      this.busy = false;
    }
  }
}
