import { language } from "../base/language.svelte";

/** When something was recorded (RFC 3339), by the clock of this machine: "8 Jan 2026, 14:05". */
export function momentText(rfc3339: string): string {
  const moment = new Date(rfc3339);
  if (Number.isNaN(moment.getTime())) return rfc3339;
  return new Intl.DateTimeFormat(language.format, { dateStyle: "medium", timeStyle: "short" }).format(moment);
}
