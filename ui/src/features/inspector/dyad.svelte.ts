import { host, Latest, type DyadResponse } from "../../api";
import { language } from "../../base/language.svelte";
import { asOf, attempt, dyadOf, selection, session } from "../../state";

/** Two countries in short, as of the day in force. */
export class DyadGlance {
  answer = $state.raw<DyadResponse | undefined>(undefined);
  readonly #latest = new Latest();

  /** The body of an effect. */
  async follow(): Promise<void> {
    const pair = dyadOf(selection.current ?? "");
    const request = { as_of: asOf.current || null, known_on: asOf.knownOn, language: language.current, revision: session.revision };
    if (!pair) return;
    const [a, b] = pair;
    const answer = await attempt(() =>
      this.#latest.run(() => host.dyad({ a, b, as_of: request.as_of, known_on: request.known_on, language: request.language })),
    );
    if (answer) this.answer = answer;
  }
}
