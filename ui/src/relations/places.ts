import { layOut, type LayoutRequest, type Point } from "./layout";
import { startWorker } from "../base/trusted";
import layoutWorker from "./layout.worker?worker&url";

export type Places = ReadonlyMap<string, Point>;

export interface Related {
  a: string;
  b: string;
  tone: number;
}

type Place = (request: LayoutRequest) => Promise<Point[]>;

/** Asks the worker, which is started at the first question; where there is none (in tests), lays out in the page. */
export function placeApart(): Place {
  if (typeof Worker === "undefined") return async (request) => layOut(request);
  let worker: Worker | undefined;
  let last = 0;
  return (request) => {
    const asked = (worker ??= startWorker(layoutWorker));
    const turn = (last += 1);
    return new Promise((resolve, reject) => {
      const answer = ({ data }: MessageEvent<{ turn: number; points: Point[] }>) => {
        if (data.turn !== turn) return;
        asked.removeEventListener("message", answer);
        resolve(data.points);
      };
      asked.addEventListener("message", answer);
      asked.addEventListener("error", ({ message }) => reject(new Error(message)), { once: true });
      asked.postMessage({ turn, request });
    });
  };
}

/** Where each country stands. A country that has a place keeps it, whatever date is shown; new ones are fitted in. */
export class PlaceKeeper {
  #places: Places = new Map();
  /** One layout after the other: two at once would start from the same places and disagree. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly place: Place) {}

  placesOf(codes: readonly string[], related: readonly Related[]): Promise<Places> {
    const next = this.#last.then(() => this.#placed(codes, related));
    this.#last = next.catch(() => undefined);
    return next;
  }

  async #placed(codes: readonly string[], related: readonly Related[]): Promise<Places> {
    if (codes.every((code) => this.#places.has(code))) return this.#places;
    const sorted = [...new Set([...this.#places.keys(), ...codes])].sort();
    const index = new Map(sorted.map((code, at) => [code, at]));
    const links = related.flatMap(({ a, b, tone }) => {
      const [from, to] = [index.get(a), index.get(b)];
      return from === undefined || to === undefined ? [] : [{ a: from, b: to, tone }];
    });
    const points = await this.place({ codes: sorted, links, fixed: Object.fromEntries(this.#places) });
    this.#places = new Map(sorted.map((code, at) => [code, points[at] ?? { x: 0, y: 0 }]));
    return this.#places;
  }

  /** Forgets all places, for another dossier. */
  reset(): void {
    this.#places = new Map();
  }
}
