import { asHostError, type ErrorCode, type HostError } from "../api";
import { language } from "../base/language.svelte";
import { capital } from "../base/words";
import { m } from "../paraglide/messages";
import { toasts } from "../base/toasts.svelte";
import { refusalHint, refusalText } from "./refusals";

/** What the page says of an error, and whether what the core says adds a cause to it. */
interface Sentence {
  say: () => string;
  cause?: true;
}

type Told = Pick<HostError, "code" | "message" | "hint" | "why">;

/** The one table from code to what a person sees. */
const sentences: Record<ErrorCode, Sentence | null> = {
  // The core knows which field, which item, which file, and what keeps it from being written.
  invalid: null,
  "not-found": null,
  "read-only": null,
  "no-dossier": { say: m.error_no_dossier },
  newer: { say: m.error_newer },
  foreign: { say: m.error_foreign },
  exists: { say: m.error_exists },
  full: { say: m.error_full },
  damaged: { say: m.error_damaged, cause: true },
  io: { say: m.error_io, cause: true },
  brief: { say: m.error_brief, cause: true },
  internal: { say: m.error_internal, cause: true },
  // The user closed a dialog: nothing to say.
  cancelled: null,
};

/** What is said in another language than English of what has no words but the core's. */
const general: Partial<Record<ErrorCode, () => string>> = {
  invalid: m.error_invalid,
  "not-found": m.error_not_found,
  "read-only": m.error_read_only,
};

/** What is wrong and what to do, in the language of the page and without the sentence of its code. */
function worded({ code, message, hint, why }: Told): (string | null | undefined)[] {
  if (language.current === "en") return [message, hint];
  return why ? [refusalText(why), refusalHint(why)] : [general[code]?.()];
}

/** An error as one or two sentences, or nothing when there is nothing to say. */
export function errorText(error: Told): string {
  if (error.code === "cancelled") return "";
  const sentence = sentences[error.code];
  const [problem, hint] = worded(error);
  const parts = [sentence?.say(), !sentence || sentence.cause ? problem : null, hint].filter((part): part is string => Boolean(part));
  return [...new Set(parts)].map(asSentence).join(" ");
}

/** What is wrong with a field, as it stands below it. */
export function fieldError(error: Told): string {
  return worded(error).filter(Boolean).join(" – ");
}

/** What the core says begins small and ends without a stop, for it may stand after a name; on its own it is a sentence. A file's name stays as it is. */
function asSentence(part: string): string {
  const [first = ""] = part.split(" ", 1);
  const begun = first.includes(".") ? part : capital(part);
  return /[.!?…。][”"’)]?$/.test(begun) ? begun : `${begun}.`;
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
