import { host, Latest, type HitView } from "../api";
import { language } from "../base/language.svelte";
import { m } from "../paraglide/messages";
import { asOf, commandGroups, commands, isEnabled, present, session, type Command, type CommandGroup } from "../state";
import { goTo } from "./going";

const groupTitles: Record<CommandGroup, () => string> = {
  view: m.group_view,
  timeline: m.view_timeline,
  relations: m.view_relations,
  notes: m.view_notes,
  review: m.group_review,
  create: m.group_create,
  edit: m.group_edit,
  time: m.group_time,
  dossier: m.group_dossier,
  settings: m.group_settings,
};

export const groupTitle = (group: CommandGroup): string => groupTitles[group]();

/**
 * How well words match a title: every typed word must begin a word of it, stand inside it, or be one slip away from the beginning of one. 0 is no match;
 * beginnings count more than insides, the first word of the title most, and slips least.
 */
export function matchScore(title: string, typed: string): number {
  const text = title.toLocaleLowerCase();
  const words = text.split(/[\s:–(“]+/).filter(Boolean);
  let score = 1;
  for (const word of typed.toLocaleLowerCase().split(/\s+/).filter(Boolean)) {
    const found = text.startsWith(word) ? 3 : words.some((one) => one.startsWith(word)) ? 2 : text.includes(word) ? 0.5 : 0;
    // By letters, of which a syllable of Hangul has several.
    const letters = word.normalize("NFD");
    const slipped = found === 0 && letters.length > 3 && words.some((one) => isSlip(letters, one.normalize("NFD")));
    if (found === 0 && !slipped) return 0;
    score += found || 0.2;
  }
  return score;
}

/** Whether a word as typed becomes the beginning of another with one letter put in, left out, replaced, or changed places with its neighbour. */
function isSlip(typed: string, meant: string): boolean {
  const at = [...typed].findIndex((letter, index) => letter !== meant[index]);
  if (at < 0) return true;
  const rest = typed.slice(at);
  const wanted = meant.slice(at);
  const swapped = rest.length > 1 && wanted.startsWith(`${rest[1]}${rest[0]}${rest.slice(2)}`);
  return swapped || wanted.startsWith(rest.slice(1)) || wanted.slice(1).startsWith(rest) || wanted.slice(1).startsWith(rest.slice(1));
}

/** What was typed into the palette, and what it finds: commands at once, items of the dossier as the core answers. */
export class Palette {
  typed = $state("");
  hits = $state.raw<HitView[]>([]);
  readonly #latest = new Latest();

  /** Commands that match, best first within their group. */
  get found(): { group: CommandGroup; found: Command[] }[] {
    const scored = commands.all
      .filter((command) => !command.hidden && isEnabled(command))
      .map((command) => ({ command, score: matchScore(`${command.title()} ${command.words?.() ?? ""}`, this.typed) }))
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score);
    return commandGroups
      .map((group) => ({ group, found: scored.filter(({ command }) => command.group === group).map(({ command }) => command) }))
      .filter((entry) => entry.found.length > 0);
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
    const named = this.found.flatMap(({ found }) => found.map(({ id }) => id));
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
    goTo(hit.item.reference);
  }

  clear(): void {
    this.#latest.drop();
    this.typed = "";
    this.hits = [];
  }
}
