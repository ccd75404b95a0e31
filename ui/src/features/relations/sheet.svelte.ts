import { asHostError, host, type DyadRequest, type DyadResponse } from "../../api";
import type { ToneTick } from "../../relations/tone-line";
import { errorText } from "../../state/errors";
import { Paced } from "./paced";

/** The sheet of one dyad: everything the record says of two countries on the date. */
export class DyadSheetState {
  answer = $state.raw<DyadResponse | null>(null);
  problem = $state("");
  readonly #requests = new Paced<DyadRequest>((request) => this.#show(request));

  readonly names = $derived(new Map(this.answer ? [this.answer.a, this.answer.b].map(({ code, name }) => [code, name]) : []));

  /** The events on the tone line. */
  readonly ticks = $derived.by((): ToneTick[] =>
    (this.answer?.ticks ?? []).map(({ event, ...rest }) => ({
      ...rest,
      reference: event.reference,
      title: event.title,
      when: event.detail,
    })),
  );

  /** What went from each to the other, in the order of the codes, as the two are named. */
  readonly ways = $derived([...(this.answer?.flow ?? [])].sort((one, other) => (one.from < other.from ? -1 : 1)));

  load(request: DyadRequest): Promise<void> {
    return this.#requests.ask(request);
  }

  async #show(request: DyadRequest): Promise<void> {
    try {
      this.answer = await host.dyad(request);
      this.problem = "";
    } catch (error) {
      this.answer = null;
      this.problem = errorText(asHostError(error));
    }
  }
}
