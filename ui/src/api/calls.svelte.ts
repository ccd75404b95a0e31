import { untrack } from "svelte";

/** How many calls to the core are under way; the window is ready when none is. */
class Calls {
  running = $state(0);

  /** Counts one call; the answer is called when it has ended. An effect that calls the core must not depend on this count. */
  begin(): () => void {
    this.#add(1);
    return () => this.#add(-1);
  }

  #add(amount: number): void {
    untrack(() => {
      this.running += amount;
    });
  }
}

export const calls = new Calls();
