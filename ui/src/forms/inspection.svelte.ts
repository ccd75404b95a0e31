import { bringFocusHome } from "../base/focus";
import { commands, selection, views, type ViewName } from "../state";
import type { Noun } from "./nouns";

/** Whether the inspector is on screen, and whether the focus is in it. */
const inspector = () => document.querySelector("[data-inspector]");
export const isInspecting = (): boolean => inspector()?.contains(document.activeElement) ?? false;

const isItem = () => selection.current !== null && selection.noun !== "dyad";

/** Whether a key that edits would mean the selected item: it is seen in the inspector, and the view has nothing of its own to edit. */
export const isEditable = (): boolean =>
  isItem() && (isInspecting() || (views.current !== "review" && (views.current === "timeline" || inspector() !== null)));

/** The noun a view shows in its middle, where it shows one: a key that removes means that. */
const shown: Record<ViewName, Noun | null | undefined> = {
  timeline: undefined,
  relations: undefined,
  sources: "source",
  notes: "note",
  review: null,
};

/** Whether a key that removes would mean the selected item, and not something else in front of the user. */
export function isRemovable(): boolean {
  const noun = shown[views.current];
  return isEditable() && (isInspecting() || noun === undefined || noun === selection.noun);
}

/** Whether the selected item is being read or edited, and which field was asked for. */
class Inspection {
  /** The path of the field to begin with; "" is the first. Null while reading. */
  editing = $state<string | null>(null);

  /** Selects an item and shows it in the inspector. */
  open(reference: string): void {
    selection.select(reference);
    commands.run("inspector.open");
  }

  /** Edits the selected item, from a field on. */
  edit(path = ""): void {
    commands.run("inspector.open");
    this.editing = path;
  }

  read(): void {
    if (this.editing === null) return;
    this.editing = null;
    bringFocusHome();
  }
}

export const inspection = new Inspection();
