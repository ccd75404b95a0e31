import type { DraftView, NamedItem, NamedParticipant } from "../../api";
import { ValueForm } from "../../forms";

/** Whether it is neither in the record nor shipped. */
export const isNew = ({ key }: Pick<NamedParticipant, "key">): boolean => key.startsWith("new:");

/** What a draft would become, as it is being changed. */
export class DraftForm extends ValueForm<NamedItem> {
  constructor({ item }: Pick<DraftView, "item">) {
    super(item);
  }

  /** Changes an optional value, which is absent where it is empty. */
  fill(path: string, value: string | null, whole = path): void {
    this.set(value ? path : whole, value || undefined);
  }

  /** Topics as they are typed: names with commas between them. */
  setTopics(typed: string): void {
    const topics = typed.split(/[,，、]/).map((topic) => topic.trim());
    this.set(
      "topics",
      topics.filter((topic) => topic !== ""),
    );
  }

  /** Puts somebody else in a participant's place. What only a new name has to say of itself goes with the name. */
  replaceParticipant(index: number, key: string, name: string): void {
    const { role, country } = this.draft.participants[index]!;
    this.set(`participants.${index}`, { key, name, role, ...(isNew({ key }) && country ? { country } : {}) });
  }

  removeParticipant(index: number): void {
    this.set(
      "participants",
      this.draft.participants.filter((_, at) => at !== index),
    );
  }

  addParticipant(key: string, name: string): void {
    const { noun, participants } = this.draft;
    const role = noun === "statement" && participants.length === 0 ? "speaker" : (participants.at(-1)?.role ?? "party");
    this.set("participants", [...participants, { key, name, role }]);
  }
}
