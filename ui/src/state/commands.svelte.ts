import { untrack } from "svelte";
import { toasts, type Toast } from "../base/toasts.svelte";
import { belongsToInput, isPlaced, isTyped, isTyping } from "../base/keys";

/** Groups of the palette and the key sheet, in their order. */
export const commandGroups = ["view", "timeline", "relations", "notes", "review", "create", "edit", "time", "dossier", "settings"] as const;

export type CommandGroup = (typeof commandGroups)[number];

/** Why something cannot be done now, in words, and what would make it possible. */
export interface Barrier {
  why: string;
  way?: NonNullable<Toast["act"]>;
}

/** Something the user can do by name or by key. `title` is a function because the language may change. */
export interface Command {
  id: string;
  group: CommandGroup;
  title: () => string;
  run: () => unknown;
  /** Chords, the first of which is shown. */
  chord?: string | readonly string[];
  /** Other words it is found by. */
  words?: () => string;
  /** Whether it has a meaning now; without one it is not offered. */
  enabled?: () => boolean;
  /** What stands in its way; then it is offered, and says so instead of doing anything. */
  barred?: () => Barrier | null;
  /** False for chords that mean something of their own in a text field, like ⌘Z. */
  whileTyping?: boolean;
  /** Someone else listens for the chord, as the system does for that of paste and a picture for its own; here it is only shown. */
  native?: boolean;
  /** Left out of the palette, for example *open the palette*. */
  hidden?: boolean;
  /** Comes before other commands of the same key, as the keys of the view on screen do. */
  ahead?: boolean;
}

/** Every command the window knows now: the palette lists them, the key sheet shows their keys, the window binds them. */
export class Commands {
  #all = $state.raw<readonly Command[]>([]);

  get all(): readonly Command[] {
    return this.#all;
  }

  /** Adds commands; a later one with the same id takes the place of the earlier. The answer takes them out again. */
  add(...commands: Command[]): () => void {
    const ids = new Set(commands.map(({ id }) => id));
    // Untracked: an effect that adds commands must not run again because they were added.
    const known = untrack(() => this.#all);
    this.#all = [...known.filter(({ id }) => !ids.has(id)), ...commands];
    return () => {
      this.#all = untrack(() => this.#all).filter((command) => !commands.includes(command));
    };
  }

  find(id: string): Command | undefined {
    return this.#all.find((command) => command.id === id);
  }

  /** Runs a command that exists and is enabled; answers whether it did. */
  run(id: string): boolean {
    const command = this.find(id);
    if (!command || !isEnabled(command)) return false;
    perform(command);
    return true;
  }

  /** Runs what a key press stands for. Keys without ⌘ or Ctrl stay silent while the user types, and while a dialog is open. */
  press(event: KeyboardEvent): boolean {
    const typing = isTyping(event.target);
    if (event.defaultPrevented || event.isComposing || (typing && belongsToInput(event))) return false;
    // A key meant for a dialog does nothing to what lies behind it, even before the dialog has taken the focus.
    const apart = document.querySelector("[role=dialog]") !== null;
    const listens = (command: Command, chord: string) =>
      chord.includes("mod+") ? !typing || command.whileTyping !== false : !typing && !apart;
    const meant = (fits: typeof isTyped) => {
      const all = this.#all.filter(
        (one) => !one.native && chordsOf(one).some((chord) => listens(one, chord) && fits(chord, event)) && isEnabled(one),
      );
      return all.find(({ ahead }) => ahead) ?? all[0];
    };
    const command = meant(isTyped) ?? meant(isPlaced);
    if (!command) return false;
    event.preventDefault();
    perform(command);
    return true;
  }
}

/** Runs a command, or says what stands in its way. */
function perform(command: Command): void {
  const barrier = command.barred?.();
  if (barrier) toasts.say(barrier.why, barrier.way);
  else command.run();
}

export const isEnabled = (command: Command): boolean => command.enabled?.() ?? true;

export function chordsOf(command: Command): readonly string[] {
  if (command.chord === undefined) return [];
  return typeof command.chord === "string" ? [command.chord] : command.chord;
}
