import { m } from "../../paraglide/messages";
import { session, type Command } from "../../state";
import { barrier } from "../../state/writing";
import type { ImportDialog } from "./import.svelte";

/** Files of other tools and exported dossiers come in by one way. */
export const importCommand = (dialog: ImportDialog): Command => ({
  id: "dossier.import",
  group: "dossier",
  title: m.dossier_import,
  words: m.import_words,
  run: () => dialog.begin(),
  enabled: () => session.dossier !== null && !dialog.run.running,
  barred: barrier,
});
