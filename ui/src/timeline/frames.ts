import { Frame } from "./frame";
import type { FrameRequest, FrameSource } from "./source";
import { endOf, spanOf, type View } from "./view";

/** Pixels of a bucket in a frame made for its scale. */
const narrowest = 16;
const widest = 32;
/** Screens a frame must reach beyond what is visible; it comes with one, so there is time to fetch the next. */
const neededScreens = 0.6;

/** Whether a frame is right for a view: fine enough, not too fine, and wide enough. */
export function suits(frame: Frame, view: View): boolean {
  const bucketPx = frame.bucketSeconds / view.secondsPerPx;
  const reach = spanOf(view) * neededScreens;
  const covers = frame.start <= view.start - reach && frame.end >= endOf(view) + reach;
  return covers && bucketPx > narrowest * 0.99 && bucketPx < widest * 1.01;
}

/** Fetches frames, one at a time; a newer wish ends an older one. */
export class Frames {
  #running: AbortController | undefined;
  #asked: View | undefined;

  constructor(
    readonly source: FrameSource,
    readonly received: (frame: Frame) => void,
    readonly failed: (error: unknown) => void,
  ) {}

  fetch(view: View, lanes: readonly number[], depth: number, chosen?: string): void {
    if (this.#running && this.#asked && isNear(this.#asked, view)) return;
    this.cancel();
    const running = new AbortController();
    this.#running = running;
    this.#asked = view;
    const request: FrameRequest = { start: view.start, end: endOf(view), widthPx: Math.round(view.width), lanes, depth, chosen };
    const frame = this.source.frame(request, running.signal).then((bytes) => new Frame(bytes));
    frame.then(
      (read) => this.#done(running, () => this.received(read)),
      (error: unknown) => this.#done(running, () => this.failed(error)),
    );
  }

  /** Whether a frame is under way. */
  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  cancel(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.#asked = undefined;
  }

  #done(running: AbortController, then: () => void): void {
    if (running !== this.#running) return;
    this.#running = undefined;
    this.#asked = undefined;
    then();
  }
}

/** A request under way is let finish while what it brings is still of use. */
function isNear(asked: View, view: View): boolean {
  const scale = asked.secondsPerPx / view.secondsPerPx;
  return asked.width === view.width && scale > 0.8 && scale < 1.25 && Math.abs(asked.start - view.start) < spanOf(view) / 4;
}
