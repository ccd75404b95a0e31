import { host, Latest, type ListRow } from "../api";
import { language } from "../base/language.svelte";
import { asOf, present, session } from "../state";

/** Rows of a list asked for; beyond them one searches. */
const most = 2000;

/** All items of one noun as a list, narrowed by words of their titles or of their text. */
export class Shelf {
  rows = $state.raw<ListRow[]>([]);
  text = $state("");
  /** The revision of the record the rows show; −1 before the first answer. */
  revision = $state(-1);
  #hits = $state.raw<ReadonlySet<string>>(new Set());
  readonly #list = new Latest();
  readonly #search = new Latest();

  constructor(readonly kind: "source" | "note") {}

  get shown(): ListRow[] {
    const words = this.text.trim().toLocaleLowerCase();
    if (words === "") return this.rows;
    return this.rows.filter(
      ({ item }) => `${item.title} ${item.detail ?? ""}`.toLocaleLowerCase().includes(words) || this.#hits.has(item.reference),
    );
  }

  /** Whether the list has been answered at all. */
  get known(): boolean {
    return this.revision >= 0;
  }

  /** The item to show: the one wished for, or the first when there is none or it is gone from the record. */
  orFirst(wished: string | null): string | null {
    const listed = wished !== null && this.rows.some(({ item }) => item.reference === wished);
    // A new item is not in the rows of an older revision.
    if (listed || (wished !== null && this.revision !== session.revision)) return wished;
    return this.rows[0]?.item.reference ?? null;
  }

  /** The body of an effect. */
  async follow(): Promise<void> {
    const [known_on, revision] = [asOf.knownOn, session.revision];
    try {
      const request = { kind: this.kind, offset: 0, limit: most, known_on, language: language.current };
      const answer = await this.#list.run(() => host.list(request));
      if (!answer) return;
      this.rows = answer.rows;
      this.revision = revision;
    } catch (error) {
      present(error);
    }
  }

  async find(text: string): Promise<void> {
    this.text = text;
    this.#hits = new Set();
    if (text.trim().length < 2) {
      this.#search.drop();
      return;
    }
    try {
      const answer = await this.#search.run(() =>
        host.search({ words: text, limit: 200, known_on: asOf.knownOn, language: language.current }),
      );
      if (answer) this.#hits = new Set(answer.hits.map(({ item }) => item.reference));
    } catch (error) {
      present(error);
    }
  }
}
