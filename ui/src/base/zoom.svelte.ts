import { isNumber, recall, remember } from "./memory";

/** Steps of the zoom of the whole page, as browsers have them. */
const steps = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5];

/** How large the page is shown, remembered between starts. The engine scales; `apply` tells it. */
export class Zoom {
  factor = $state(recall("zoom", 1, (value): value is number => isNumber(value) && steps.includes(value)));
  #apply: (factor: number) => void = () => undefined;

  start(apply: (factor: number) => void): void {
    this.#apply = apply;
    if (this.factor !== 1) apply(this.factor);
  }

  /** The next step larger (1) or smaller (-1). */
  step(by: 1 | -1): void {
    this.set(steps[steps.indexOf(this.factor) + by] ?? this.factor);
  }

  set(factor: number): void {
    if (factor === this.factor) return;
    this.factor = factor;
    remember("zoom", factor);
    this.#apply(factor);
  }
}

export const zoom = new Zoom();

/** Pixels of the screen in one of the page, for what is drawn on a canvas: the engine leaves its zoom out of its own ratio. */
export const screenPixels = (): number => (window.devicePixelRatio || 1) * zoom.factor;
