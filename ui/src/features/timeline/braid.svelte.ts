import { host, Latest, type EventRow, type LaneView } from "../../api";
import { language } from "../../base/language.svelte";
import { asOf, filter, present, secondsOf, session, vocabulary, scope, type Seconds } from "../../state";
import type { Described, FrameRequest, FrameSource, KindLook, Lane, Strip, TieWords } from "../../timeline/source";

/** What the timeline shows, asked of the core: the lanes of the countries, and the frames between them. */
export class Braid implements FrameSource {
  #all = $state.raw<readonly (Lane & { reference: string | null })[]>();
  /** Whether lanes of countries that the filter does not name are shown too. */
  unfolded = $state(false);
  /** Lanes that the filter folds away: those of countries that it does not name, while it names some. */
  readonly #chosen = $derived(this.#all?.filter(({ reference }) => reference !== null && filter.has("actors", reference)) ?? []);
  readonly lanes: readonly Lane[] | undefined = $derived(this.unfolded || this.#chosen.length === 0 ? this.#all : this.#chosen);
  readonly foldable = $derived(this.#chosen.length === 0 ? 0 : (this.#all?.length ?? 0) - this.#chosen.length);
  /** By the number frames use. */
  readonly kinds: readonly KindLook[] = $derived(
    vocabulary.kinds.map(({ id, label, quad, words, icon }) => ({ id, label, quad, words, icon })),
  );
  readonly #latest = new Latest();

  /** Asks for the lanes again; call it in an effect. */
  follow(): void {
    const request = { by: "countries" as const, ...scope(), language: language.current };
    if (session.revision < 0) return;
    this.#latest
      .run(() => host.lanes(request))
      .then((answer) => {
        if (answer && !(this.#all && sameLanes(this.#all, answer.lanes))) this.#all = answer.lanes.map(laneOf);
      }, present);
  }

  /** The reference of a lane's country, where the record has it. */
  actorOf = (lane: Lane | undefined): string | undefined => this.#all?.find(({ key }) => key === lane?.key)?.reference ?? undefined;

  /** The stretch of time of an event, in seconds; nothing where it has no date. */
  async stretchOf(reference: string): Promise<[Seconds, Seconds] | undefined> {
    const { marks } = await host.describe({ ids: [reference.slice("event:".length)], known_on: asOf.knownOn, language: language.current });
    const bounds = marks.flatMap(({ earliest, latest }) => [earliest, latest]).filter((day) => day !== null);
    const [first, last] = [bounds[0], bounds.at(-1)];
    return first && last ? [secondsOf(first), secondsOf(last)] : undefined;
  }

  frame = ({ start, end, widthPx, lanes, depth, chosen }: FrameRequest): Promise<ArrayBuffer> =>
    host.frame({ by: "countries", lanes: [...lanes], ...scope(), start, end, width_px: Math.ceil(widthPx), depth, chosen: chosen ?? null });

  async describe(ids: readonly string[]): Promise<Described[]> {
    const { marks } = await host.describe({ ids: [...ids], known_on: asOf.knownOn, language: language.current });
    return marks.map((row) => this.#described(row));
  }

  async ties(ids: readonly string[]): Promise<TieWords[]> {
    const { ties } = await host.strands({ known_on: asOf.knownOn, language: language.current });
    const wanted = new Set(ids);
    return ties.filter((tie) => wanted.has(tie.id)).map(({ id, title, date }) => ({ id, title, date: date ?? undefined }));
  }

  async density(buckets: number): Promise<Strip | undefined> {
    const answer = await host.density({ ...scope(), buckets });
    return answer.counts.length > 0 ? answer : undefined;
  }

  async list(first: number, count: number): Promise<{ rows: Described[]; total: number }> {
    const answer = await host.events({ ...scope(), offset: first, limit: count, language: language.current });
    return { rows: answer.rows.map((row) => this.#described(row)), total: answer.total };
  }

  #described(row: EventRow): Described {
    const kind = () => vocabulary.kind(row.kind);
    return {
      id: row.reference.slice("event:".length),
      title: row.title,
      date: row.when_label ?? undefined,
      // Looked up when shown: the words of another language may arrive after the row.
      get kind() {
        return kind()?.label ?? row.kind;
      },
      get icon() {
        return kind()?.icon ?? "circle";
      },
      status: row.status,
      place: row.place ?? undefined,
      actors: row.participants.map(({ name, country }) => ({ code: country ?? "", name })),
      weight: row.weight,
    };
  }
}

function laneOf({ key, code, label, reference }: LaneView): Lane & { reference: string | null } {
  return { key, code: code ?? "", name: label, reference };
}

/** Counts change with every edit; the lanes need not be laid out anew for that. */
function sameLanes(shown: readonly Lane[], asked: readonly LaneView[]): boolean {
  return shown.length === asked.length && shown.every((lane, at) => lane.key === asked[at]?.key && lane.name === asked[at]?.label);
}
