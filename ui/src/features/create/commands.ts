import { creation, inspection, isEditable, isRemovable, removeItem, type FormNoun } from "../../forms";
import { host } from "../../api";
import { language } from "../../base/language.svelte";
import { m } from "../../paraglide/messages";
import { attempt, selection, session, type Command } from "../../state";
import { barrier } from "../../state/writing";
import { beginning } from "./create.svelte";

type Made = FormNoun | "statement";

const made: [Made, () => string, string?][] = [
  ["event", m.create_event, "mod+n"],
  ["statement", m.create_statement],
  ["tie", m.create_tie],
  ["actor", m.create_actor],
  ["source", m.create_source],
  ["note", m.create_note, "mod+shift+n"],
  ["place", m.create_place],
  ["topic", m.create_topic],
  ["office", m.create_office],
  ["tenure", m.create_tenure],
  ["link", m.create_link],
  ["citation", m.create_citation],
  ["claim", m.create_claim],
  ["assessment", m.create_assessment],
];

const open = () => session.dossier !== null;

async function removeSelected(): Promise<void> {
  const reference = selection.current;
  if (!reference) return;
  const answer = await attempt(() => host.labels({ items: [reference], known_on: null, language: language.current }));
  for (const { title } of answer?.labels ?? []) await removeItem(reference, title);
}

/** What creates, edits and removes items, by name and by key. */
export function recordCommands(): Command[] {
  const creating = made.map(([noun, title, chord]): Command => ({
    id: `create.${noun}`,
    group: "create",
    title,
    words: m.create_words,
    run: () => creation.ask({ item: beginning(noun) }),
    enabled: open,
    barred: barrier,
    ...(chord ? { chord } : {}),
  }));
  return [
    ...creating,
    {
      id: "record.edit",
      group: "edit",
      title: m.record_edit_selected,
      chord: "e",
      run: () => inspection.edit(),
      enabled: isEditable,
      barred: barrier,
    },
    {
      id: "record.remove",
      group: "edit",
      title: m.record_remove_selected,
      chord: ["delete", "backspace"],
      run: removeSelected,
      enabled: isRemovable,
      barred: barrier,
    },
  ];
}
