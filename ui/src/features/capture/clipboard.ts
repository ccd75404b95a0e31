import type { Pasted } from "./paste.svelte";

/** What a paste brings of a document: its words, and its markup for the core to read. The page shows neither as markup. */
export function pastedOf({ clipboardData }: ClipboardEvent): Pasted {
  return { text: clipboardData?.getData("text/plain") ?? "", html: clipboardData?.getData("text/html") ?? "" };
}
