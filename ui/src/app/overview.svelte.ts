import { host, Latest, type DensityResponse } from "../api";
import { spanText } from "../base/dates";
import { byChord } from "../base/keys";
import { asOf, dayOf, filter, FilterState, opening, present, range, secondsOf, session, scope, type Seconds } from "../state";
import { stripTicks, type Tick } from "./overview-ticks";

/** Width of a bar of density, in px. */
export const barPx = 4;

const acts: Record<string, () => void> = {
  arrowleft: () => range.pan(-range.span / 10),
  arrowright: () => range.pan(range.span / 10),
  "+": () => range.zoom(0.8),
  "=": () => range.zoom(0.8),
  "-": () => range.zoom(1.25),
  "0": () => range.fit(),
  home: () => range.fit(),
};

type Grip = "move" | "start" | "end" | "draw";

/** Half a target of 24 px around an end of the brush. */
const reach = 12;
/** A press that moves less than this is no drag. */
const slack = 4;

/** The overview strip: density of the whole record, the visible range as a brush, the as-of date. */
export class OverviewState {
  width = $state(0);
  /** Of the events that the filter lets through, on the scale of all. */
  density = $state.raw<DensityResponse | undefined>(undefined);
  /** Of all events, while the filter leaves some out. */
  whole = $state.raw<DensityResponse | undefined>(undefined);
  readonly #latest = new Latest();
  #drag: { grip: Grip; x: number; start: Seconds; end: Seconds } | undefined;

  /** Asks again; call it in an effect. */
  follow(): void {
    const buckets = Math.floor(this.width / barPx);
    const narrowed = scope();
    const everything = { ...narrowed, filter: new FilterState().wire() };
    const isNarrowed = filter.count > 0;
    if (session.revision < 0 || buckets < 1 || !opening.isPictured) return;
    const ask = (one: typeof narrowed) => host.density({ ...one, buckets });
    this.#latest
      .run(() => Promise.all([ask(narrowed), isNarrowed ? ask(everything) : undefined]))
      .then((answer) => {
        if (answer) [this.density, this.whole] = answer;
      }, present);
  }

  get bounds(): { start: Seconds; end: Seconds } {
    const density = this.density;
    return density && density.end > density.start ? density : range.whole;
  }

  x(at: Seconds): number {
    const { start, end } = this.bounds;
    return ((at - start) / (end - start)) * this.width;
  }

  at(x: number): Seconds {
    const { start, end } = this.bounds;
    return start + (x / Math.max(1, this.width)) * (end - start);
  }

  get brush(): { left: number; right: number } {
    const inside = (x: number) => Math.max(0, Math.min(this.width, x));
    const [left, right] = [inside(this.x(range.start)), inside(this.x(range.end))];
    return { left, right: Math.max(right, left + 2) };
  }

  /** The bars as one path. Heights go by the square root, so that single events stay in sight beside thousands; a filter does not change their scale. */
  path(density: DensityResponse | undefined, height: number): string {
    const counts = density?.counts ?? [];
    const most = Math.max(1, ...((this.whole ?? this.density)?.counts ?? []));
    const step = this.width / Math.max(1, counts.length);
    return counts
      .map((count, index) => {
        if (count === 0) return "";
        const tall = Math.max(2, Math.sqrt(count / most) * height);
        return `M${(index * step).toFixed(1)} ${height}v${(-tall).toFixed(1)}h${Math.max(1, step - 1).toFixed(1)}V${height}Z`;
      })
      .join("");
  }

  /** What gets a label, with its place; not at the very end, where it would be cut off. */
  get ticks(): (Tick & { x: number })[] {
    const { start, end } = this.bounds;
    const placed = stripTicks(start, end, this.width).map((tick) => ({ ...tick, x: this.x(tick.at) }));
    return placed.filter(({ x }) => x <= this.width - 32);
  }

  /** A date outside the record stands at the edge nearest to it. */
  get asOfX(): number {
    return asOf.current === "" ? -1 : Math.max(5, Math.min(this.width - 5, this.x(secondsOf(asOf.current))));
  }

  /** Whether the as-of date lies before the strip (-1), after it (1), or on it. */
  get asOfBeyond(): -1 | 0 | 1 {
    if (asOf.current === "") return 0;
    const x = this.x(secondsOf(asOf.current));
    return x < 0 ? -1 : x > this.width ? 1 : 0;
  }

  get rangeText(): string {
    return spanText(dayOf(range.start), dayOf(range.end));
  }

  /** What a press there takes hold of: an end of the brush, the brush, or nothing yet, and then a new one is drawn. */
  gripAt(x: number): Grip {
    const { left, right } = this.brush;
    const [toLeft, toRight] = [Math.abs(x - left), Math.abs(x - right)];
    // In a narrow brush the ends are taken from outside, so that its middle can still be moved.
    const inner = Math.min(reach, (right - left) / 3);
    if (x <= left + inner && toLeft <= reach && toLeft <= toRight) return "start";
    if (x >= right - inner && toRight <= reach) return "end";
    return x > left && x < right ? "move" : "draw";
  }

  press(x: number): Grip {
    const grip = this.gripAt(x);
    this.#drag = { grip, x, start: range.start, end: range.end };
    return grip;
  }

  drag(x: number): void {
    if (!this.#drag) return;
    const { grip, x: from, start, end } = this.#drag;
    const by = this.at(x) - this.at(from);
    if (grip === "move") range.set(start + by, end + by);
    else if (grip === "start") range.set(Math.min(start + by, end - 3600), end);
    else if (grip === "end") range.set(start, Math.max(end + by, start + 3600));
    else if (Math.abs(x - from) >= slack) range.set(this.at(Math.min(x, from)), this.at(Math.max(x, from)));
  }

  /** A press beside the brush that drew nothing brings the brush there. */
  release(x?: number): void {
    const drag = this.#drag;
    this.#drag = undefined;
    if (x === undefined || drag?.grip !== "draw" || Math.abs(x - drag.x) >= slack) return;
    const half = range.span / 2;
    range.set(this.at(x) - half, this.at(x) + half);
  }

  /** Answers whether the key meant something here. */
  key(event: KeyboardEvent): boolean {
    const act = byChord(acts, event);
    act?.();
    return act !== undefined;
  }
}
