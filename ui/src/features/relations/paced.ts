/**
 * One request at a time: while one is under way only the newest waits, so that scrubbing shows dates on the way
 * instead of starving the view until the hand rests.
 */
export class Paced<Request> {
  #running = false;
  #waiting: { request: Request } | undefined;
  #settled: (() => void)[] = [];

  constructor(private readonly run: (request: Request) => Promise<void>) {}

  /** Ends when this request, or a newer one in its place, has been answered. */
  ask(request: Request): Promise<void> {
    this.#waiting = { request };
    const ended = new Promise<void>((resolve) => this.#settled.push(resolve));
    if (!this.#running) void this.#work();
    return ended;
  }

  async #work(): Promise<void> {
    this.#running = true;
    while (this.#waiting) {
      const { request } = this.#waiting;
      this.#waiting = undefined;
      await this.run(request);
    }
    this.#running = false;
    for (const resolve of this.#settled.splice(0)) resolve();
  }
}
