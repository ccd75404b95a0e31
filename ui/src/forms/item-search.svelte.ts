import { host, Latest, type ActorKind, type Completion, type Item } from "../api";
import { language } from "../base/language.svelte";
import { m } from "../paraglide/messages";
import { attempt, present, session } from "../state";
import { nounText } from "../state/operations";
import type { Choice } from "../widgets/choices";
import { names } from "./names.svelte";
import { actorIcon, blank, nounIcon, type Noun } from "./nouns";
import { actorKindText } from "./words";

const most = 12;
/** Nouns that need nothing but a name, so a picker can make one on the spot. */
const nameable: readonly Noun[] = ["actor", "place", "topic", "source"];
const newActors: readonly ActorKind[] = ["person", "organisation", "company"];

/** The search of a picker: items of some nouns by their first letters, what is shipped and not in the dossier yet, and a new one of that name. */
export class ItemSearch {
  text = $state("");
  found = $state.raw<Completion[]>([]);
  /** The words that `found` answers. */
  #answered = $state("");
  readonly #latest = new Latest();

  /** `fresh` says what is offered for a name that was looked for in vain: to create it, to keep the bare name (`new:NAME`), or nothing. */
  constructor(
    private readonly nouns: readonly Noun[],
    private readonly fresh: "create" | "name" | "none" = "create",
  ) {}

  async search(text: string): Promise<void> {
    this.text = text;
    try {
      const answer = await this.#latest.run(() =>
        host.complete({
          prefix: text.trim(),
          kinds: [...this.nouns],
          reference: this.nouns.includes("actor"),
          people_as_of: null,
          limit: most,
          language: language.current,
        }),
      );
      if (!answer) return;
      this.found = answer.items;
      this.#answered = text.trim();
    } catch (error) {
      present(error);
    }
  }

  /** Choices for what was typed; `chosen` stays among them so that its name is known. */
  choices(chosen: string): Choice[] {
    const found = this.found.map((hit): Choice => ({
      value: hit.reference,
      label: hit.title,
      ...this.#note(hit),
      ...(hit.flag ? { flag: hit.flag } : this.#icon(hit)),
    }));
    const others = [...found, ...this.#fresh()];
    if (chosen === "" || (chosen.startsWith("new:") && this.fresh === "create") || others.some(({ value }) => value === chosen))
      return others;
    const label = names.of(chosen);
    return [{ value: chosen, label: label.title, ...(label.flag ? { flag: label.flag } : {}) }, ...others];
  }

  /** Makes a reference of a choice: what is shipped is added to the dossier, what is new is created. */
  async settle(value: string): Promise<string | undefined> {
    const shipped = this.found.find((hit) => hit.reference === value)?.shipped ?? false;
    if (shipped) return this.#created(() => session.apply({ verb: "add-reference", key: value }));
    const fresh = /^new:(\w+):([^:]*):(.*)$/s.exec(value);
    if (!fresh) {
      const hit = this.found.find(({ reference }) => reference === value);
      if (hit) names.learn([{ reference: value, title: hit.title, detail: hit.detail, flag: hit.flag }]);
      return value;
    }
    const item = named(...(fresh.slice(1) as [string, ActorKind, string]));
    return this.#created(() => session.apply({ verb: "put", item, typing: false }));
  }

  async #created(act: () => Promise<{ created: string | null; touched: string[] }>): Promise<string | undefined> {
    const change = await attempt(act);
    return change?.created ?? undefined;
  }

  #note(hit: Completion): { note?: string } {
    if (hit.shipped) return { note: m.field_shipped() };
    return hit.detail ? { note: hit.detail } : {};
  }

  #icon(hit: Completion): { icon: string } {
    return { icon: hit.shipped ? actorIcon(hit.kind) : nounIcon(hit.kind) };
  }

  #fresh(): Choice[] {
    const name = this.text.trim();
    const noun = this.nouns.find((one) => nameable.includes(one));
    // Only what was looked for in vain is offered as new.
    if (
      this.fresh === "none" ||
      name === "" ||
      name !== this.#answered ||
      !noun ||
      this.found.some(({ title }) => title.toLocaleLowerCase() === name.toLocaleLowerCase())
    )
      return [];
    if (this.fresh === "name") return [{ value: `new:${name}`, label: m.field_keep_name({ name }), icon: nounIcon(noun) }];
    if (noun !== "actor")
      return [{ value: `new:${noun}::${name}`, label: m.field_create({ noun: nounText(noun), name }), icon: nounIcon(noun) }];
    return newActors.map((kind) => ({
      value: `new:actor:${kind}:${name}`,
      label: m.field_create({ noun: actorKindText(kind).toLocaleLowerCase(), name }),
      icon: actorIcon(kind),
    }));
  }
}

/** A new item of a nameable noun. */
function named(noun: string, kind: ActorKind, name: string): Item {
  if (noun === "actor") return { ...blank("actor"), kind, name };
  if (noun === "source") return { ...blank("source"), title: name };
  return noun === "place" ? { ...blank("place"), name } : { ...blank("topic"), name };
}
