import { untrack } from "svelte";

/** How many things are under way that the window is not ready without: calls to the core, layouts, pictures that are not yet on the screen. */
class UnderWay {
  count = $state(0);

  /** Counts one; the answer is called when it has ended. An effect that begins something must not depend on the count. */
  begin(): () => void {
    this.#add(1);
    return () => this.#add(-1);
  }

  #add(amount: number): void {
    untrack(() => {
      this.count += amount;
    });
  }
}

export const underWay = new UnderWay();
