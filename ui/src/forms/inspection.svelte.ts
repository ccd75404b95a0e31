import { bringFocusHome } from "../base/focus";
import { commands, selection } from "../state";

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
