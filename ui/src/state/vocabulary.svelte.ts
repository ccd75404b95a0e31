import { host, Latest, type CountryView, type KindView, type Language, type TieKindView } from "../api";

/** Kinds, ties and countries with their names in the language of the window. */
export class Vocabulary {
  kinds = $state.raw<KindView[]>([]);
  ties = $state.raw<TieKindView[]>([]);
  countries = $state.raw<CountryView[]>([]);
  readonly #kindById = $derived(new Map(this.kinds.map((kind) => [kind.id, kind])));
  readonly #latest = new Latest();

  kind(id: string): KindView | undefined {
    return this.#kindById.get(id);
  }

  async load(language: Language): Promise<void> {
    const answer = await this.#latest.run(() => host.vocabulary({ language }));
    if (!answer) return;
    this.kinds = answer.kinds;
    this.ties = answer.ties;
    this.countries = answer.countries;
  }
}
