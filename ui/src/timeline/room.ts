/** Which parts of a picture are taken, on a grid of small squares. */
export class Room {
  readonly #columns: number;
  readonly #rows: number;
  readonly #taken: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.#columns = Math.max(1, Math.ceil(width / square));
    this.#rows = Math.max(1, Math.ceil(height / square));
    this.#taken = new Uint8Array(this.#columns * this.#rows);
  }

  /** Takes a box; parts outside the picture are left out. */
  take(box: Box): void {
    if (
      !(box.width > 0) ||
      !(box.height > 0) ||
      box.x > this.width ||
      box.y > this.height ||
      box.x + box.width < 0 ||
      box.y + box.height < 0
    )
      return;
    const span = this.#span(box);
    for (let row = span.top; row <= span.bottom; row += 1) {
      this.#taken.fill(1, row * this.#columns + span.left, row * this.#columns + span.right + 1);
    }
  }

  /** Whether a box lies in the picture and touches nothing taken. */
  isFree(box: Box): boolean {
    if (box.x < 0 || box.y < 0 || box.x + box.width > this.width || box.y + box.height > this.height) return false;
    const span = this.#span(box);
    for (let row = span.top; row <= span.bottom; row += 1) {
      const start = row * this.#columns;
      for (let column = span.left; column <= span.right; column += 1) if (this.#taken[start + column]) return false;
    }
    return true;
  }

  #span(box: Box) {
    const column = (x: number) => Math.min(Math.max(Math.floor(x / square), 0), this.#columns - 1);
    const row = (y: number) => Math.min(Math.max(Math.floor(y / square), 0), this.#rows - 1);
    // An open tie runs from minus to plus infinity; the sum of the two would be no number.
    const right = box.width === Infinity ? this.width : box.x + box.width - 0.001;
    return { left: column(box.x), right: column(right), top: row(box.y), bottom: row(box.y + box.height - 0.001) };
  }
}

const square = 3;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
