/** Wheel, pinch and drag on the picture, as pans and zooms. */
export interface MotionTarget {
  pan(px: number): void;
  /** Above 1 is in. */
  zoom(x: number, factor: number): void;
  /** The pointer went down and up in about the same place. */
  press(event: PointerEvent): void;
}

/** A drag shorter than this is a press. */
const slack = 4;
const stopBelow = 0.02;

export class Motion {
  #pointers = new Map<number, { x: number; y: number }>();
  #travelled = 0;
  /** Pixels a millisecond, smoothed over the last moves. */
  #speed = 0;
  #last = 0;
  #glide = 0;

  constructor(
    readonly target: MotionTarget,
    readonly calm: () => boolean,
  ) {}

  down(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.stop();
    this.#travelled = 0;
    this.#speed = 0;
    this.#last = event.timeStamp;
    this.#pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    (event.currentTarget as Element).setPointerCapture?.(event.pointerId);
  }

  move(event: PointerEvent, left: number): void {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.#pointers.set(event.pointerId, now);
    if (other) this.#pinch(before, now, other, left);
    else this.#drag(now.x - before.x, event.timeStamp);
  }

  #drag(px: number, time: number): void {
    this.#travelled += Math.abs(px);
    if (this.#travelled < slack) return;
    const passed = Math.max(1, time - this.#last);
    this.#speed = 0.7 * this.#speed + 0.3 * (px / passed);
    this.#last = time;
    this.target.pan(px);
  }

  #pinch(before: { x: number; y: number }, now: { x: number; y: number }, other: { x: number; y: number }, left: number): void {
    this.#travelled = slack;
    const [was, is] = [Math.hypot(before.x - other.x, before.y - other.y), Math.hypot(now.x - other.x, now.y - other.y)];
    this.target.pan((now.x - before.x) / 2);
    if (was > 8) this.target.zoom((now.x + other.x) / 2 - left, is / was);
  }

  up(event: PointerEvent): void {
    if (!this.#pointers.delete(event.pointerId) || this.#pointers.size > 0) return;
    if (this.#travelled < slack) this.target.press(event);
    else if (event.timeStamp - this.#last < 60 && !this.calm()) this.#coast();
  }

  cancel(event: PointerEvent): void {
    this.#pointers.delete(event.pointerId);
  }

  /** Keeps going after a drag and slows down; halves about every 120 ms. */
  #coast(): void {
    let before = performance.now();
    const step = (now: number) => {
      const passed = Math.min(now - before, 64);
      before = now;
      this.#speed *= 0.5 ** (passed / 120);
      if (Math.abs(this.#speed) < stopBelow) return;
      this.target.pan(this.#speed * passed);
      this.#glide = requestAnimationFrame(step);
    };
    this.#glide = requestAnimationFrame(step);
  }

  stop(): void {
    cancelAnimationFrame(this.#glide);
  }

  /** A wheel turns into a zoom at the pointer; sideways, or with shift, into a pan. */
  wheel(event: WheelEvent, left: number): void {
    this.stop();
    const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
    const sideways = event.shiftKey ? event.deltaY + event.deltaX : event.deltaX;
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return this.target.pan(-sideways * unit);
    // A pinch on a trackpad arrives as a wheel with control held and small steps.
    const step = event.ctrlKey ? 0.01 : 0.0022;
    const turn = Math.max(-240, Math.min(240, event.deltaY * unit));
    this.target.zoom(event.clientX - left, Math.exp(-turn * step));
  }
}
