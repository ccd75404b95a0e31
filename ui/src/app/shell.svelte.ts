import type { Command } from "../state";

/** Which of the window's own dialogs are open. */
export class Shell {
  palette = $state(false);
  keys = $state(false);
  newDossier = $state(false);
  /** The command to run once the new dossier stands. */
  afterwards: string | null = null;
  /** The search field of the filter, when it is on screen. */
  filterField = $state.raw<HTMLInputElement | HTMLTextAreaElement | undefined>(undefined);
}

export const shell = new Shell();

export type { Command };
