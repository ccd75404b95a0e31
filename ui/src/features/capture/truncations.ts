import type { ItemLabel } from "../../api";
import { toasts } from "../../base/toasts.svelte";
import { m } from "../../paraglide/messages";

const limits: Record<string, () => string> = {
  text: m.capture_truncated_text,
  sentence: m.capture_truncated_sentence,
  drafts: m.capture_truncated_drafts,
  citations: m.capture_truncated_citations,
};

/** Says which limits a text went beyond, so that nothing is left out in silence. */
export function warnOfTruncation({ title }: ItemLabel, truncated: readonly string[]): void {
  if (truncated.length === 0) return;
  const sentences = truncated.map((limit) => (Object.hasOwn(limits, limit) ? limits[limit]!() : limit));
  toasts.warn(m.capture_truncated({ title, limits: sentences.join(" ") }));
}
