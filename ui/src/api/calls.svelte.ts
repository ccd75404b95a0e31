/** How many calls to the core are under way; the window is ready when none is. */
class Calls {
  running = $state(0);

  /** Counts one call; the answer is called when it has ended. */
  begin(): () => void {
    this.running += 1;
    return () => {
      this.running -= 1;
    };
  }
}

export const calls = new Calls();
