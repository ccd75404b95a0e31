import { untrack } from "svelte";
import { isTyping, matches } from "../base/keys";

/** Groups of the palette and the key sheet, in their order. */
export const commandGroups = ["view", "create", "edit", "time", "dossier", "settings"] as const;

export type CommandGroup = (typeof commandGroups)[number];

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
  enabled?: () => boolean;
  /** False for chords that mean something of their own in a text field, like ⌘Z. */
  whileTyping?: boolean;
  /** Left out of the palette, for example *open the palette*. */
  hidden?: boolean;
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
    command.run();
    return true;
  }

  /** Runs what a key press stands for. Keys without ⌘ or Ctrl stay silent while the user types. */
  press(event: KeyboardEvent): boolean {
    if (event.defaultPrevented || event.isComposing) return false;
    const typing = isTyping(event.target);
    const listens = (command: Command, chord: string) => !typing || (chord.includes("mod+") && command.whileTyping !== false);
    const command = this.#all.find(
      (candidate) => chordsOf(candidate).some((chord) => listens(candidate, chord) && matches(chord, event)) && isEnabled(candidate),
    );
    if (!command) return false;
    event.preventDefault();
    command.run();
    return true;
  }
}

export const isEnabled = (command: Command): boolean => command.enabled?.() ?? true;

export function chordsOf(command: Command): readonly string[] {
  if (command.chord === undefined) return [];
  return typeof command.chord === "string" ? [command.chord] : command.chord;
}
