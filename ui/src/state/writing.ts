import { dayText } from "../base/dates";
import { m } from "../paraglide/messages";
import { asOf, commands, session, type Barrier } from ".";
import { obstacleText } from "./obstacles";

/** What keeps the dossier from being changed: where its file lies, or a look at what was known on a past day. */
export function barrier(): Barrier | null {
  const obstacle = session.dossier?.read_only;
  if (obstacle) return { why: obstacleText(obstacle), way: { label: m.dossier_save_copy(), run: () => commands.run("dossier.copy") } };
  if (asOf.knownOn === null) return null;
  return {
    why: m.read_only_past({ date: dayText(asOf.knownOn) }),
    way: { label: m.read_only_everything(), run: () => (asOf.knownOn = null) },
  };
}

/** Why nothing can be changed, for what is shown and refuses. */
export const whyNot = (): string | undefined => barrier()?.why;
