import type { Timeline } from "./timeline.svelte";

type Grip = { part: "window"; offset: number; size: number } | { part: "from" | "to" | "new"; fixed: number };

/** How near an edge counts as the edge, in pixels: half a hit target. */
const reach = 8;
const smallest = 3;

/** What a drag on the overview does to the visible range, in pixels of the strip. */
export class Brush {
  #grip: Grip | undefined;
  #moved = false;

  start(event: PointerEvent, left: number, from: number, to: number): void {
    if (event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture?.(event.pointerId);
    this.grab(event.clientX - left, from, to);
  }

  grab(x: number, from: number, to: number): void {
    this.#moved = false;
    const narrow = to - from < 3 * reach;
    if (!narrow && Math.abs(x - from) <= reach) this.#grip = { part: "from", fixed: to };
    else if (!narrow && Math.abs(x - to) <= reach) this.#grip = { part: "to", fixed: from };
    else if (x > from - (narrow ? reach : 0) && x < to + (narrow ? reach : 0)) this.#grip = { part: "window", offset: x - from, size: to - from };
    else this.#grip = { part: "new", fixed: x };
  }

  /** The range after a move, or nothing while there is none. */
  drag(x: number): [number, number] | undefined {
    const grip = this.#grip;
    if (!grip) return undefined;
    if (grip.part === "window") return [x - grip.offset, x - grip.offset + grip.size];
    if (!this.#moved && Math.abs(x - grip.fixed) < smallest) return undefined;
    this.#moved = true;
    const [from, to] = [Math.min(x, grip.fixed), Math.max(x, grip.fixed)];
    return [from, Math.max(to, from + smallest)];
  }

  end(): void {
    this.#grip = undefined;
  }
}

/** Moves the visible range by a key; answers whether the key was one of these. */
export function moved(timeline: Timeline, event: KeyboardEvent): boolean {
  const share = timeline.view.width / 8;
  switch (event.key) {
    case "ArrowLeft": timeline.pan(share); return true;
    case "ArrowRight": timeline.pan(-share); return true;
    case "ArrowUp":
    case "+": timeline.zoomMiddle(1.5); return true;
    case "ArrowDown":
    case "-": timeline.zoomMiddle(1 / 1.5); return true;
    case "Home":
    case "0": void timeline.fit(); return true;
    default: return false;
  }
}
