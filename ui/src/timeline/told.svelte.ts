import type { Described, FrameSource, TieWords } from "./source";
import { Words } from "./words";

/** What is said of events and ties beside the picture and in it; whoever reads it follows as it arrives. */
export class Told {
  /** Grows when words arrive. */
  #arrived = $state(0);
  readonly #events: Words<Described>;
  readonly #ties: Words<TieWords>;

  /** `labelled` is told when words of events have arrived, which stand in the picture. */
  constructor(source: FrameSource, labelled: () => void) {
    const came = () => (this.#arrived += 1);
    this.#events = new Words(
      (ids, signal) => source.describe(ids, signal),
      () => {
        came();
        labelled();
      },
    );
    this.#ties = new Words((ids, signal) => source.ties(ids, signal), came);
  }

  event(id: string): Described | undefined {
    return this.#told(this.#events, id);
  }

  tie(id: string): TieWords | undefined {
    return this.#told(this.#ties, id);
  }

  /** What is known of an event now. */
  get known(): (id: string) => Described | undefined {
    return this.#events.get;
  }

  want(events: readonly string[]): void {
    this.#events.want(events);
  }

  /** The record has changed. */
  clear(): void {
    this.#events.clear();
    this.#ties.clear();
  }

  #told<Item extends { id: string }>(words: Words<Item>, id: string): Item | undefined {
    void this.#arrived;
    const found = words.get(id);
    if (!found) words.want([id]);
    return found;
  }
}
