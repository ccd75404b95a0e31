import type { CapturedView } from "../../api";
import { toasts } from "../../base/toasts.svelte";
import { m } from "../../paraglide/messages";

const limits: Record<string, () => string> = {
  text: m.capture_truncated_text,
  sentence: m.capture_truncated_sentence,
  drafts: m.capture_truncated_drafts,
  citations: m.capture_truncated_citations,
};

/** Says what of a text was not read or not kept, so that nothing is left out in silence. */
export function warnOfGaps({ source: { title }, truncated, left_out }: CapturedView): void {
  if (left_out !== null) toasts.warn(m.capture_left_out_of_file({ title, share: left_out }));
  if (truncated.length === 0) return;
  const sentences = truncated.map((limit) => (Object.hasOwn(limits, limit) ? limits[limit]!() : limit));
  toasts.warn(m.capture_truncated({ title, limits: sentences.join(" ") }));
}
