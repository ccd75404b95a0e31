const day = 86_400;
const month = 30 * day;
/** A unit is told from its neighbours when it is at least so wide, in px. */
const apart = 6;

/** The date under the pointer, as exactly as the zoom shows it: a day, a month or a year, in EDTF. Years without four digits are left alone. */
export function momentAt(second: number, secondsPerPx: number): string | undefined {
  const moment = new Date(second * 1_000);
  if (Number.isNaN(moment.getTime()) || moment.getUTCFullYear() < 1 || moment.getUTCFullYear() > 9999) return undefined;
  const length = day >= apart * secondsPerPx ? 10 : month >= apart * secondsPerPx ? 7 : 4;
  return moment.toISOString().slice(0, length);
}
