import { host, Latest, type ListRow } from "../../api";
import { language } from "../../base/language.svelte";
import { removeItem } from "../../forms";
import { attempt, session } from "../../state";

/** Rows asked for; nobody teaches more by hand. */
const most = 1000;

/** What the dossier has been taught: words that name an actor, or that tell of a kind. */
export class Lessons {
  open = $state(false);
  rows = $state.raw<ListRow[] | undefined>(undefined);
  readonly #latest = new Latest();

  /** The body of an effect. */
  async follow(): Promise<void> {
    const [open, tongue, revision] = [this.open, language.current, session.revision];
    if (!open || revision < 0) return;
    const answer = await attempt(() =>
      this.#latest.run(() => host.list({ kind: "lesson", offset: 0, limit: most, known_on: null, language: tongue })),
    );
    if (answer) this.rows = answer.rows;
  }

  async forget({ item }: ListRow): Promise<void> {
    await removeItem(item.reference, item.title);
  }
}
