import { host, Latest, type ListRow } from "../api";
import { language } from "../base/language.svelte";
import { present, session } from "../state";

/** Rows of a list asked for; beyond them one searches. */
const most = 2000;

/** All items of one noun as a list, narrowed by words of their titles or of their text. */
export class Shelf {
  rows = $state.raw<ListRow[]>([]);
  text = $state("");
  /** Whether the list has been answered at all. */
  known = $state(false);
  #hits = $state.raw<ReadonlySet<string>>(new Set());
  readonly #list = new Latest();
  readonly #search = new Latest();

  constructor(private readonly kind: "source" | "note") {}

  get shown(): ListRow[] {
    const words = this.text.trim().toLocaleLowerCase();
    if (words === "") return this.rows;
    return this.rows.filter(({ item }) => `${item.title} ${item.detail ?? ""}`.toLocaleLowerCase().includes(words) || this.#hits.has(item.reference));
  }

  /** The body of an effect. */
  async follow(): Promise<void> {
    const request = { kind: this.kind, offset: 0, limit: most, language: language.current, revision: session.revision };
    try {
      const { revision: _, ...wire } = request;
      const answer = await this.#list.run(() => host.list(wire));
      if (!answer) return;
      this.rows = answer.rows;
      this.known = true;
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
      const answer = await this.#search.run(() => host.search({ words: text, limit: 200, language: language.current }));
      if (answer) this.#hits = new Set(answer.hits.map(({ item }) => item.reference));
    } catch (error) {
      present(error);
    }
  }
}
