import { asHostError, host, type CaptureView } from "../../api";
import { language } from "../../base/language.svelte";
import { errorText } from "../../state/errors";
import { session } from "../../state";
import type { Job } from "./batch.svelte";
import { sourceFrom } from "./paste.svelte";

/** The dialog of a feed: an address that is asked once, and what to take of its items. */
export class FeedDialog {
  open = $state(false);
  address = $state("");
  title = $state<string | null>(null);
  items = $state.raw<CaptureView[] | undefined>(undefined);
  busy = $state(false);
  problem = $state("");
  #chosen = $state.raw<ReadonlySet<number>>(new Set());

  begin(): void {
    [this.open, this.items, this.title, this.problem] = [true, undefined, null, ""];
  }

  get count(): number {
    return this.#chosen.size;
  }

  has(index: number): boolean {
    return this.#chosen.has(index);
  }

  toggle(index: number): void {
    const next = new Set(this.#chosen);
    if (!next.delete(index)) next.add(index);
    this.#chosen = next;
  }

  /** Chooses all, or none when all are chosen. */
  toggleAll(): void {
    const all = (this.items ?? []).map((_, index) => index);
    this.#chosen = new Set(this.count === all.length ? [] : all);
  }

  async ask(): Promise<void> {
    if (this.busy || this.address.trim() === "") return;
    [this.busy, this.problem] = [true, ""];
    try {
      const { title, items } = await host.feed({ address: this.address.trim(), language: language.current });
      [this.title, this.items] = [title, items];
      // What is here already is not taken again unless that is wanted.
      this.#chosen = new Set(items.flatMap(({ known }, index) => (known ? [] : [index])));
    } catch (error) {
      this.problem = errorText(asHostError(error));
    } finally {
      this.busy = false;
    }
  }

  /** Closes with the chosen items as documents to capture. */
  take(): Job[] {
    const chosen = (this.items ?? []).filter((_, index) => this.has(index));
    this.open = false;
    return chosen.map((item) => ({
      name: item.title ?? item.address ?? "",
      run: () => session.capture({ source: sourceFrom(item), language: language.current }),
    }));
  }
}
