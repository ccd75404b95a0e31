import { asHostError, type CaptureResponse } from "../../api";
import { toasts } from "../../base/toasts.svelte";
import { reviewing } from "../../forms";
import { m } from "../../paraglide/messages";
import { errorText } from "../../state/errors";
import { warnOfGaps } from "./gaps";

/** One document to be captured. */
export interface Job {
  name: string;
  run: () => Promise<CaptureResponse>;
}

/** A document that was refused: why, and what to do about it. */
export interface Refusal {
  name: string;
  reason: string;
}

/** Several documents captured one after the other, with a count, an estimate and a way to stop. What is in stays in. */
export class Batch {
  total = $state(0);
  done = $state(0);
  /** What is being read now. */
  name = $state("");
  /** Seconds left, once something was measured. */
  secondsLeft = $state<number | undefined>(undefined);
  refused = $state.raw<Refusal[]>([]);
  #stopped = false;
  #first: string | null = null;
  #kept = 0;
  #drafts = 0;

  constructor(private readonly clock: () => number = () => performance.now()) {}

  get running(): boolean {
    return this.total > 0;
  }

  cancel(): void {
    this.#stopped = true;
  }

  async run(jobs: readonly Job[]): Promise<void> {
    if (this.running || jobs.length === 0) return;
    this.#start(jobs.length);
    const begun = this.clock();
    for (const job of jobs) {
      if (this.#stopped) break;
      this.name = job.name;
      await this.#one(job);
      this.done += 1;
      const left = jobs.length - this.done;
      this.secondsLeft = left > 0 ? ((this.clock() - begun) / 1000 / this.done) * left : undefined;
    }
    this.total = 0;
    this.#tell();
  }

  dismiss(): void {
    this.refused = [];
  }

  #start(total: number): void {
    [this.total, this.done, this.secondsLeft, this.refused] = [total, 0, undefined, []];
    [this.#stopped, this.#first, this.#kept, this.#drafts] = [false, null, 0, 0];
  }

  async #one({ name, run }: Job): Promise<void> {
    try {
      const { captured } = await run();
      this.#kept += captured.length;
      this.#drafts += captured.reduce((sum, { drafts }) => sum + drafts, 0);
      captured.forEach(warnOfGaps);
      this.#first ??= captured.find(({ drafts }) => drafts > 0)?.source.reference ?? null;
    } catch (error) {
      const reason = errorText(asHostError(error));
      if (reason !== "") this.refused = [...this.refused, { name, reason }];
    }
  }

  #tell(): void {
    if (this.#kept === 0) return;
    const first = this.#first;
    toasts.say(
      m.capture_done({ count: this.#kept, drafts: this.#drafts }),
      first ? { label: m.capture_review(), run: () => reviewing.open(first) } : undefined,
    );
  }
}
