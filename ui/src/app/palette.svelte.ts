import { host, Latest, type HitView } from "../api";
import { language } from "../base/language.svelte";
import { m } from "../paraglide/messages";
import { asOf, commandGroups, commands, isEnabled, present, selection, session, type Command, type CommandGroup } from "../state";

const groupTitles: Record<CommandGroup, () => string> = {
  view: m.group_view,
  review: m.group_review,
  create: m.group_create,
  edit: m.group_edit,
  time: m.group_time,
  dossier: m.group_dossier,
  settings: m.group_settings,
};

export const groupTitle = (group: CommandGroup): string => groupTitles[group]();

/**
 * How well words match a title: every typed word must begin a word of it or stand inside it. 0 is no match;
 * beginnings count more than insides, and the first word of the title most.
 */
export function matchScore(title: string, typed: string): number {
  const text = title.toLocaleLowerCase();
  let score = 1;
  for (const word of typed.toLocaleLowerCase().split(/\s+/).filter(Boolean)) {
    const at = text.indexOf(word);
    if (at < 0) return 0;
    const startsWord = at === 0 || /[\s:–(“]/.test(text[at - 1] ?? "") || text.includes(` ${word}`);
    score += at === 0 ? 3 : startsWord ? 2 : 0.5;
  }
  return score;
}

/** What was typed into the palette, and what it finds: commands at once, items of the dossier as the core answers. */
export class Palette {
  typed = $state("");
  hits = $state.raw<HitView[]>([]);
  readonly #latest = new Latest();

  /** Commands that match, best first within their group. */
  get found(): { group: CommandGroup; commands: Command[] }[] {
    const scored = commands.all
      .filter((command) => !command.hidden && isEnabled(command))
      .map((command) => ({ command, score: matchScore(`${command.title()} ${command.words?.() ?? ""}`, this.typed) }))
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score);
    return commandGroups
      .map((group) => ({ group, commands: scored.filter(({ command }) => command.group === group).map(({ command }) => command) }))
      .filter((entry) => entry.commands.length > 0);
  }

  /** Whether what was typed begins the name of a command: then commands come before what the record holds. */
  get namesCommand(): boolean {
    const typed = this.typed.trim().toLocaleLowerCase();
    return (
      typed !== "" &&
      commands.all.some((command) => !command.hidden && isEnabled(command) && command.title().toLocaleLowerCase().startsWith(typed))
    );
  }

  /** Keys of all entries as they stand below each other. */
  get order(): string[] {
    const named = this.found.flatMap(({ commands: some }) => some.map(({ id }) => id));
    const kept = this.hits.map(({ item }) => item.reference);
    return this.namesCommand ? [...named, ...kept] : [...kept, ...named];
  }

  async type(text: string): Promise<void> {
    this.typed = text;
    const words = text.trim();
    if (words.length < 2 || !session.dossier) {
      this.#latest.drop();
      this.hits = [];
      return;
    }
    try {
      const answer = await this.#latest.run(() => host.search({ words, limit: 12, known_on: asOf.knownOn, language: language.current }));
      if (answer) this.hits = answer.hits;
    } catch (error) {
      present(error);
    }
  }

  openHit(hit: HitView): void {
    selection.select(hit.item.reference);
  }

  clear(): void {
    this.#latest.drop();
    this.typed = "";
    this.hits = [];
  }
}
