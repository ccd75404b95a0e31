import { capital } from "../base/words";
import { ways } from "../forms/ways";
import { chordsOf, commands, type Command } from "../state";
import { nounText } from "../state/operations";
import type { MenuEntry } from "../widgets/menu";

/** The nouns in the order in which a newcomer wants them; between groups stands a line. */
const nouns = [
  ["event", "statement", "tie", "note"],
  ["source", "actor", "place", "topic"],
  ["office", "tenure", "link", "citation", "claim", "assessment"],
];
const documents = ["capture.paste", "capture.files", "capture.feed"] as const;

function entryOf(command: Command | undefined, label: string): MenuEntry[] {
  if (!command) return [];
  const chord = chordsOf(command)[0];
  return [{ type: "act", label, onselect: () => commands.run(command.id), why: command.barred?.()?.why, ...(chord ? { chord } : {}) }];
}

/** The lines of the menu *New*: every noun, and the ways in for documents, each with its key. */
export function newEntries(): MenuEntry[] {
  const groups = nouns.map((group) => group.flatMap((noun) => entryOf(commands.find(`create.${noun}`), capital(nounText(noun)))));
  const read = documents.flatMap((id) => entryOf(commands.find(id), ways[id].label()));
  return [...groups, read]
    .filter((group) => group.length > 0)
    .flatMap((group, at): MenuEntry[] => (at === 0 ? group : [{ type: "separator" }, ...group]));
}
