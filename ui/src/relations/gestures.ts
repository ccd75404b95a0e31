import type { Point } from "./layout";

/** Wheel, pinch and drag on the graph, as pans and zooms. */
export interface GestureTarget {
  pan(dx: number, dy: number): void;
  /** Above 1 is in. */
  zoom(at: Point, factor: number): void;
  /** The pointer went down and up in about the same place. */
  press(at: Point): void;
}

/** A drag shorter than this is a press, in px. */
const slack = 4;

export class Gestures {
  readonly #pointers = new Map<number, Point>();
  #travelled = 0;

  constructor(private readonly target: GestureTarget) {}

  get isDragging(): boolean {
    return this.#pointers.size > 0 && this.#travelled >= slack;
  }

  down(event: PointerEvent): void {
    if (event.button !== 0) return;
    if (this.#pointers.size === 0) this.#travelled = 0;
    this.#pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    (event.currentTarget as Element).setPointerCapture?.(event.pointerId);
  }

  move(event: PointerEvent, origin: Point): void {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.#pointers.set(event.pointerId, now);
    this.#travelled += Math.hypot(now.x - before.x, now.y - before.y);
    if (other) this.#pinch(before, now, other, origin);
    else if (this.#travelled >= slack) this.target.pan(now.x - before.x, now.y - before.y);
  }

  #pinch(before: Point, now: Point, other: Point, origin: Point): void {
    const [was, is] = [Math.hypot(before.x - other.x, before.y - other.y), Math.hypot(now.x - other.x, now.y - other.y)];
    this.target.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
    if (was > 8) this.target.zoom({ x: (now.x + other.x) / 2 - origin.x, y: (now.y + other.y) / 2 - origin.y }, is / was);
  }

  up(event: PointerEvent, origin: Point): void {
    if (!this.#pointers.delete(event.pointerId) || this.#pointers.size > 0) return;
    if (this.#travelled < slack) this.target.press({ x: event.clientX - origin.x, y: event.clientY - origin.y });
  }

  cancel(event: PointerEvent): void {
    this.#pointers.delete(event.pointerId);
  }

  /** A wheel zooms at the pointer; with shift it pans. */
  wheel(event: WheelEvent, origin: Point): void {
    const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
    if (event.shiftKey) return this.target.pan(-event.deltaX * unit, -event.deltaY * unit);
    // A pinch on a trackpad arrives as a wheel with control held and small steps.
    const step = event.ctrlKey ? 0.01 : 0.0022;
    const turn = Math.max(-240, Math.min(240, event.deltaY * unit));
    this.target.zoom({ x: event.clientX - origin.x, y: event.clientY - origin.y }, Math.exp(-turn * step));
  }
}
