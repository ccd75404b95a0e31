import { shiftDay } from "../base/dates";

/** The two dates of a look back: what stood on a day, and what was known on a day. Null is today, and everything known. */
export class AsOf {
  day = $state<string | null>(null);
  knownOn = $state<string | null>(null);
  /** Today by the core's clock. */
  today = $state("");
  /** The day the dossier opens as of; null where that is today. */
  opening = $state<string | null>(null);

  /** The day in force. */
  get current(): string {
    return this.day ?? this.today;
  }

  set(day: string | null): void {
    this.day = day === this.today ? null : day;
  }

  step(days: number): void {
    this.set(shiftDay(this.current, days));
  }

  reset(today: string, opening: string | null): void {
    this.today = today;
    this.opening = opening;
    this.set(opening);
    this.knownOn = null;
  }
}
