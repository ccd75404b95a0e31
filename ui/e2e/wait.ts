/** Milliseconds that the page may take to show what a test waits for, on a busy machine. */
const PATIENCE_MS = 20_000;

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Asks again until the answer is neither undefined nor false, and returns it. Errors count as *not yet*;
 * the last one is part of the message when patience ends.
 */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>, patienceMs = PATIENCE_MS): Promise<T> {
  const end = performance.now() + patienceMs;
  let reason = "";
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
      reason = "";
    } catch (error) {
      reason = ` (${(error as Error).message})`;
    }
    if (performance.now() > end) throw new Error(`waited ${patienceMs / 1000} s in vain for ${what}${reason}`);
    await sleep(50);
  }
}
