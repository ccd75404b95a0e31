import { asHostError, type ErrorCode, type HostError } from "../api";
import { m } from "../paraglide/messages";
import { toasts } from "../base/toasts.svelte";

/** The one table from code to what a person sees. The core's message says what and where; this says what it means. */
const sentences: Record<ErrorCode, (() => string) | null> = {
  // Worded by the core: which field, which item, which file.
  invalid: null,
  "not-found": null,
  "no-dossier": m.error_no_dossier,
  "read-only": m.error_read_only,
  newer: m.error_newer,
  foreign: m.error_foreign,
  damaged: m.error_damaged,
  full: m.error_full,
  io: m.error_io,
  exists: m.error_exists,
  // The user closed a dialog: nothing to say.
  cancelled: null,
  brief: m.error_brief,
  internal: m.error_internal,
};

/** An error as one or two sentences, or nothing when there is nothing to say. */
export function errorText({ code, message, hint }: Pick<HostError, "code" | "message" | "hint">): string {
  if (code === "cancelled") return "";
  const parts = [sentences[code]?.(), message, hint].filter((part): part is string => Boolean(part));
  return [...new Set(parts)].join(" ");
}

/** Shows an error at the foot of the window. */
export function present(error: unknown): void {
  const text = errorText(asHostError(error));
  if (text !== "") toasts.warn(text);
}

/** Runs an act and presents its failure; answers what it answered, or nothing. */
export async function attempt<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    present(error);
    return undefined;
  }
}
