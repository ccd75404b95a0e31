import { isOneOf, recall, remember } from "../../base/memory";
import { stepNames, stepped, type StepName } from "./steps";

export interface Film {
  /** First and last day that can be shown. */
  first: () => string;
  last: () => string;
  current: () => string;
  /** Shows a day; ends when it is on screen. */
  show: (day: string) => Promise<void>;
  /** Whether motion is unwanted: the film then goes on in slow, clear steps. */
  calm: () => boolean;
}

const pace: Record<StepName, number> = { day: 90, week: 160, month: 320 };
const calmPace = 1200;
const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Lets the as-of date run from where it is to the end of the record, never faster than the dates can be shown. */
export class Player {
  playing = $state(false);
  step = $state<StepName>(recall("relations.step", "week", isOneOf<StepName>(...stepNames)));
  #run = 0;

  constructor(private readonly film: Film) {}

  choose(step: StepName): void {
    this.step = step;
    remember("relations.step", step);
  }

  toggle(): void {
    if (this.playing) this.stop();
    else void this.play();
  }

  stop(): void {
    this.playing = false;
    this.#run += 1;
  }

  /** From the beginning when it stands at the end. */
  async play(): Promise<void> {
    const run = (this.#run += 1);
    this.playing = true;
    if (this.film.current() >= this.film.last()) await this.film.show(this.film.first());
    while (run === this.#run && this.film.current() < this.film.last()) {
      const next = stepped(this.film.current(), this.step);
      const day = next > this.film.last() ? this.film.last() : next;
      await Promise.all([this.film.show(day), after(this.film.calm() ? calmPace : pace[this.step])]);
    }
    if (run === this.#run) this.playing = false;
  }
}
