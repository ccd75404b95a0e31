import { host } from "../api";
import { m } from "../paraglide/messages";
import { attempt, fileWatch, session } from "../state";
import { toasts } from "../base/toasts.svelte";

/** What the window does with whole files; each presents its own failure. */
export const dossierActs = {
  open: () => attempt(() => session.open()),
  openSample: (name: string) => attempt(() => session.openSample(name)),
  openRecent: (key: string) => attempt(() => session.openRecent(key)),
  undo: () => attempt(() => session.undo()),
  redo: () => attempt(() => session.redo()),

  async saveCopy(): Promise<void> {
    const saved = await attempt(() => host.saveCopy());
    if (!saved) return;
    toasts.say(m.dossier_saved({ file: saved.file }));
    // Where the dossier's own file was gone, work goes on in the copy.
    await fileWatch.look();
  },

  async export(): Promise<void> {
    const saved = await attempt(() => host.exportDossier());
    if (saved) toasts.say(m.dossier_saved({ file: saved.file }));
  },
};
