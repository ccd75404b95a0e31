import type { DraftView, LessonInput, NamedItem } from "../../api";
import { teach } from "../../forms";
import { m } from "../../paraglide/messages";
import { vocabulary } from "../../state";
import { isNew } from "./draft-form.svelte";

/** Something worth remembering for this dossier, and what it means in words. */
export interface Offer {
  lesson: LessonInput;
  meaning: string;
}

/** What a correction has to teach: offered once, quietly, and kept only when it is asked for. */
export class Memory {
  offers = $state.raw<Offer[]>([]);

  constructor(private readonly say: (text: string) => void) {}

  forget(): void {
    this.offers = [];
  }

  offer(draft: DraftView, now: NamedItem): void {
    this.offers = offersOf(draft, now);
  }

  /** Keeps the first offer. */
  async remember(): Promise<void> {
    const offer = this.offers[0];
    if (!offer || !(await teach(offer.lesson, offer.meaning))) return;
    this.offers = this.offers.filter((other) => other !== offer);
    this.say(m.lesson_kept({ words: offer.lesson.words, meaning: offer.meaning }));
  }
}

/** The changed kind of an event teaches the words that told of it, an actor in the place of a new name teaches the name. */
export function offersOf({ item: before, trigger }: Pick<DraftView, "item" | "trigger">, now: NamedItem): Offer[] {
  const offers: Offer[] = [];
  if (now.noun !== "tie" && now.kind !== before.kind && trigger)
    offers.push({ lesson: { words: trigger, actor: null, kind: now.kind }, meaning: kindText(now.kind) });
  const gone = before.participants.filter((one) => isNew(one) && now.participants.every(({ key }) => key !== one.key));
  const come = now.participants.filter((one) => !isNew(one) && before.participants.every(({ key }) => key !== one.key));
  // One for one: with more it cannot be said which stands for which, unless they kept their place.
  for (const old of gone) {
    const place = before.participants.indexOf(old);
    const actor = gone.length === 1 && come.length === 1 ? come[0] : come.find((one) => now.participants.indexOf(one) === place);
    if (actor) offers.push({ lesson: { words: old.name, actor: actor.key, kind: null }, meaning: actor.name });
  }
  return offers;
}

const kindText = (id: string): string => vocabulary.kind(id)?.label ?? id;
