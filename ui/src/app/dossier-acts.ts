import { host } from "../api";
import { m } from "../paraglide/messages";
import { attempt, fileWatch, session, views } from "../state";
import { countedText } from "../state/counted";
import { operationText } from "../state/operations";
import { barrier } from "../state/writing";
import { toasts } from "../base/toasts.svelte";
import { showTouched } from "./going";

const turns = {
  undo: { said: m.undone, back: { label: m.action_redo, run: () => turn("redo") } },
  redo: { said: m.redone, back: { label: m.action_undo, run: () => turn("undo") } },
};

/** Takes the last operation back or does it again, says which it was, and shows what became of it. */
async function turn(way: "undo" | "redo"): Promise<void> {
  const barred = barrier();
  if (barred) return void toasts.say(barred.why, barred.way);
  const label = session.dossier?.change[way];
  const change = await attempt(() => session[way]());
  if (!label || !change) return;
  const { said, back } = turns[way];
  toasts.say(said({ operation: operationText(label) }), { label: back.label(), run: () => void back.run() });
  await attempt(() => showTouched(change.touched));
}

/** What the window does with whole files; each presents its own failure. */
export const dossierActs = {
  open: () => attempt(() => session.open()),
  openSample: (name: string) => attempt(() => session.openSample(name)),
  openRecent: (key: string) => attempt(() => session.openRecent(key)),
  undo: () => turn("undo"),
  redo: () => turn("redo"),

  async saveCopy(): Promise<void> {
    const saved = await attempt(() => host.saveCopy());
    if (!saved) return;
    toasts.say(m.dossier_saved({ file: saved.file }));
    // Where the dossier's own file was gone, work goes on in the copy.
    await fileWatch.look();
  },

  /** Makes a dossier of a file, and says what it holds. */
  async createFromFile(): Promise<void> {
    const dossier = await attempt(() => session.createFromFile());
    if (!dossier) return;
    views.show("timeline");
    const { events, sources, actors, ties, notes } = dossier.counts;
    const items = countedText({ event: events, source: sources, actor: actors, tie: ties, note: notes });
    toasts.say(m.dossier_made({ title: dossier.title, items }));
  },

  async export(): Promise<void> {
    const saved = await attempt(() => host.exportDossier());
    if (saved) toasts.say(m.dossier_saved({ file: saved.file }));
  },
};
