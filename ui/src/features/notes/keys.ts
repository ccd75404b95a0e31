import { m } from "../../paraglide/messages";
import { views, type Command } from "../../state";

/** What is typed in the text of a note to be offered something, for the sheet of keys. */
export function noteKeys(): Command[] {
  const typed: [string, () => string, string][] = [
    ["link", m.notes_key_link, "[["],
    ["person", m.notes_key_person, "@"],
    ["judgement", m.notes_key_judgement, "/"],
  ];
  return typed.map(([id, title, chord]) => ({
    id: `notes.${id}`,
    group: "notes",
    title,
    chord,
    run: () => undefined,
    enabled: () => views.current === "notes",
    native: true,
    hidden: true,
  }));
}
