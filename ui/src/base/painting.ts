import { underWay } from "./under-way.svelte";

/** Calls back when the engine has painted so many times from now. The answer stops waiting. */
export function afterFrames(frames: number, then: () => void): () => void {
  let waiting = 0;
  const wait = (left: number) => {
    waiting = requestAnimationFrame(() => (left > 0 ? wait(left - 1) : then()));
  };
  wait(frames);
  return () => cancelAnimationFrame(waiting);
}

/**
 * When a picture is drawn: in the next frame, at once, or after a rest; at most once a frame. From the moment it should be another until that one
 * is on the screen, it counts as under way. `draw` answers whether all that is wanted is drawn.
 */
export class Painting {
  #isStarted = false;
  #frame = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #stopWaiting: (() => void) | undefined;
  #ended: (() => void) | undefined;

  constructor(readonly draw: () => boolean) {}

  /** There is something to draw on from now on. */
  start(): void {
    this.#isStarted = true;
    this.soon();
  }

  stop(): void {
    this.#isStarted = false;
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
    this.#stopWaiting?.();
    this.#leave();
  }

  soon(): void {
    if (!this.#begins()) return;
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  now(): void {
    if (this.#begins()) this.#draw();
  }

  /** Draws when nothing has asked for a rest for so long; `first` is done before. */
  afterRest(ms: number, first?: () => void): void {
    if (!this.#isStarted) return;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#rest = undefined;
      first?.();
      this.soon();
    }, ms);
  }

  /** What `draw` had to leave unfinished is drawn, or never will be. */
  finish(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = afterFrames(1, () => this.#leave());
  }

  #begins(): boolean {
    if (!this.#isStarted) return false;
    cancelAnimationFrame(this.#frame);
    this.#stopWaiting?.();
    this.#ended ??= underWay.begin();
    return true;
  }

  #draw(): void {
    if (!this.draw()) return;
    clearTimeout(this.#rest);
    this.finish();
  }

  #leave(): void {
    this.#ended?.();
    this.#ended = undefined;
  }
}
