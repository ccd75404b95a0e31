import { host } from "../../api";
import { language } from "../../base/language.svelte";
import { m } from "../../paraglide/messages";
import { attempt, session, type Command } from "../../state";
import { barrier } from "../../state/writing";
import type { Batch } from "./batch.svelte";
import type { FeedDialog } from "./feed.svelte";
import type { PasteDialog } from "./paste.svelte";

const open = () => session.dossier !== null;

/** Asks for files and captures them one by one. */
export async function openFiles(batch: Batch): Promise<void> {
  const chosen = await attempt(() => host.chooseDocuments());
  if (!chosen) return;
  await batch.run(
    chosen.files.map(({ key, file }) => ({ name: file, run: () => session.captureChosen({ key, language: language.current }) })),
  );
}

/** The ways into the record for documents, by name; the paste has its key. */
export function captureCommands(paste: PasteDialog, feed: FeedDialog, batch: Batch): Command[] {
  const idle = () => open() && !batch.running;
  return [
    {
      id: "capture.paste",
      group: "create",
      title: m.capture_paste_command,
      words: m.capture_words,
      chord: "mod+v",
      native: true,
      run: () => paste.begin(),
      enabled: open,
      barred: barrier,
    },
    {
      id: "capture.files",
      group: "create",
      title: m.capture_files_command,
      words: m.capture_words,
      chord: "mod+shift+o",
      run: () => openFiles(batch),
      enabled: idle,
      barred: barrier,
    },
    {
      id: "capture.feed",
      group: "create",
      title: m.capture_feed_command,
      words: m.capture_words,
      run: () => feed.begin(),
      enabled: idle,
      barred: barrier,
    },
  ];
}
