import { startWorker } from "../base/trusted";
import type { EdgeLayer } from "./edge-layer";
import edgesWorker from "./edges.worker?worker&url";

/**
 * Has many edges drawn by a worker, one layer after the other: while one is drawn only the newest waits,
 * so that the page keeps its rate and the dates on the way are still seen.
 */
export class EdgePainter {
  #worker: Worker | undefined;
  #turn = 0;
  #drawing = false;
  #waiting: { layer: EdgeLayer; done: (picture: ImageBitmap) => void } | undefined;

  /** Whether this engine can draw apart from the page. */
  static get isAble(): boolean {
    return typeof Worker !== "undefined" && typeof OffscreenCanvas !== "undefined";
  }

  draw(layer: EdgeLayer, done: (picture: ImageBitmap) => void): void {
    this.#waiting = { layer, done };
    if (!this.#drawing) this.#next();
  }

  /** Lets nothing under way arrive any more. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#drawing = false;
    this.#waiting = undefined;
  }

  #next(): void {
    const { layer, done } = this.#waiting ?? {};
    if (!layer || !done) return;
    this.#waiting = undefined;
    this.#drawing = true;
    this.#turn += 1;
    const worker = (this.#worker ??= startWorker(edgesWorker));
    worker.onmessage = ({ data }: MessageEvent<{ turn: number; picture: ImageBitmap }>) => {
      this.#drawing = false;
      if (data.turn === this.#turn) done(data.picture);
      data.picture.close();
      this.#next();
    };
    worker.postMessage({ turn: this.#turn, layer });
  }
}
