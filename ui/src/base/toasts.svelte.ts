/** A short message at the foot of the window, with at most one act ("Undo"). */
export interface Toast {
  id: number;
  text: string;
  tone: "plain" | "problem";
  act?: { label: string; run: () => void };
}

/** Time a message stays, in ms; problems stay until dismissed. */
const stay = 6000;

/** The messages now shown, newest last. Times stop while the pointer rests on them. */
export class ToastQueue {
  shown = $state<Toast[]>([]);
  #last = 0;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();

  say(text: string, act?: Toast["act"]): number {
    return this.#add({ text, tone: "plain", act });
  }

  warn(text: string, act?: Toast["act"]): number {
    return this.#add({ text, tone: "problem", act });
  }

  dismiss(id: number): void {
    this.#stop(id);
    this.shown = this.shown.filter((toast) => toast.id !== id);
  }

  /** Takes back the messages that offer an act: after another change it would not be the one they speak of. */
  retract(): void {
    for (const { id, tone, act } of this.shown) if (tone === "plain" && act) this.dismiss(id);
  }

  act(toast: Toast): void {
    this.dismiss(toast.id);
    toast.act?.run();
  }

  hold(): void {
    for (const id of [...this.#timers.keys()]) this.#stop(id);
  }

  release(): void {
    for (const toast of this.shown) if (toast.tone === "plain") this.#start(toast.id);
  }

  #add(toast: Omit<Toast, "id">): number {
    const id = (this.#last += 1);
    // The same words twice in a row are one message.
    this.shown = [...this.shown.filter(({ text }) => text !== toast.text).slice(-3), { ...toast, id }];
    if (toast.tone === "plain") this.#start(id);
    return id;
  }

  #start(id: number): void {
    this.#stop(id);
    this.#timers.set(
      id,
      setTimeout(() => this.dismiss(id), stay),
    );
  }

  #stop(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }
}

/** The messages of this window. */
export const toasts = new ToastQueue();
