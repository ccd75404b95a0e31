import { isBoolean, isNumber, recall, remember } from "../base/memory";

/** Bounds of a pane in px. */
export interface PaneBounds {
  least: number;
  most: number;
  usual: number;
}

/** The size of a pane and whether it is open, remembered under its name. */
export class PaneSize {
  readonly name: string;
  readonly bounds: PaneBounds;
  px = $state(0);
  open = $state(true);

  constructor(name: string, bounds: PaneBounds, openAtFirst = true) {
    this.name = name;
    this.bounds = bounds;
    this.px = this.#within(recall(`pane.${name}.px`, bounds.usual, isNumber));
    this.open = recall(`pane.${name}.open`, openAtFirst, isBoolean);
  }

  /** Dragging below half the least size closes the pane, as editors do. */
  resize(px: number): void {
    this.setOpen(px >= this.bounds.least / 2);
    if (!this.open) return;
    this.px = this.#within(px);
    remember(`pane.${this.name}.px`, this.px);
  }

  reset(): void {
    this.resize(this.bounds.usual);
  }

  toggle(): void {
    this.setOpen(!this.open);
  }

  setOpen(open: boolean): void {
    if (this.open === open) return;
    this.open = open;
    remember(`pane.${this.name}.open`, open);
  }

  #within(px: number): number {
    return Math.round(Math.min(this.bounds.most, Math.max(this.bounds.least, px)));
  }
}
