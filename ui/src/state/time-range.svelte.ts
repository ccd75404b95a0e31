/** Seconds since 1970-01-01 without a time zone, as frames count them. */
export type Seconds = number;

const day = 86_400;
const year = 365.25 * day;
/** A view never narrows below an hour, nor widens beyond twelve thousand years. */
const least = 3600;
const most = 12_000 * 365.25 * day;

/** The stretch of time on screen, shared by the timeline and the overview. */
export class TimeRange {
  start = $state<Seconds>(0);
  end = $state<Seconds>(365 * day);
  /** Bounds of the whole record, padded; what *fit* shows. */
  whole = $state.raw<{ start: Seconds; end: Seconds }>({ start: 0, end: 365 * day });

  /** Whether it is a stretch that was chosen, and no first look at the record. */
  isKept = $state(false);

  get span(): Seconds {
    return this.end - this.start;
  }

  set(start: Seconds, end: Seconds): void {
    if (!Number.isFinite(start) || !Number.isFinite(end)) return;
    const middle = (start + end) / 2;
    const span = Math.min(most, Math.max(least, end - start));
    this.start = middle - span / 2;
    this.end = middle + span / 2;
  }

  /** Scales about a point of time; `factor` below 1 shows less. */
  zoom(factor: number, about: Seconds = (this.start + this.end) / 2): void {
    this.set(about - (about - this.start) * factor, about + (this.end - about) * factor);
  }

  pan(by: Seconds): void {
    this.set(this.start + by, this.end + by);
  }

  fit(): void {
    this.set(this.whole.start, this.whole.end);
  }

  /** Takes the bounds of the record (ISO days) and keeps a margin of a twentieth on both sides; an empty one is the half-years around its day. */
  setWhole(first: string | null, last: string | null, around: string): void {
    if (first === null || last === null) {
      if (around !== "") this.whole = { start: secondsOf(around) - 183 * day, end: secondsOf(around) + 183 * day };
      return;
    }
    const [start, end] = [secondsOf(first), secondsOf(last) + day];
    const margin = Math.max(7 * day, (end - start) / 20);
    this.whole = { start: start - margin, end: end + margin };
  }

  /** Brings a stretch of time into view: the scale stays, but where the stretch is too long to be seen whole or too short to be told apart. */
  reveal(from: Seconds, to: Seconds = from): void {
    const [length, middle] = [to - from, (from + to) / 2];
    if (length > this.span) this.set(middle - length * 0.6, middle + length * 0.6);
    else if (length < this.span / 2000 && this.span > 20 * year) this.set(middle - year, middle + year);
    else if (from < this.start || to > this.end) this.pan(middle - (this.start + this.end) / 2);
  }
}

/** The start of an ISO day in seconds. */
export function secondsOf(isoDay: string): Seconds {
  return Date.parse(`${isoDay.slice(0, 10)}T00:00:00Z`) / 1000;
}

/** The ISO day of a moment. */
export function dayOf(at: Seconds): string {
  return new Date(at * 1000).toISOString().slice(0, 10);
}
