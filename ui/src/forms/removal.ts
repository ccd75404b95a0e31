import { bringFocusHome } from "../base/focus";
import { toasts } from "../base/toasts.svelte";
import { m } from "../paraglide/messages";
import { attempt, selection, session } from "../state";

/** Removes an item at once; a message says so and takes it back. */
export async function removeItem(reference: string, title: string): Promise<void> {
  const change = await attempt(() => session.apply({ verb: "remove", items: [reference] }));
  if (!change) return;
  if (selection.current === reference) selection.clear();
  bringFocusHome();
  const undo = async () => {
    await attempt(() => session.undo());
    selection.select(reference);
  };
  toasts.say(m.record_removed({ title }), { label: m.action_undo(), run: () => void undo() });
}
