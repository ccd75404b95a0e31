import type { DraftInput, DraftView, LessonInput } from "../../api";
import { teach } from "../../forms";
import { m } from "../../paraglide/messages";
import { vocabulary } from "../../state";

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

  offer(draft: DraftView, now: DraftInput): void {
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
export function offersOf({ fields: before, trigger, noun }: Pick<DraftView, "fields" | "trigger" | "noun">, now: DraftInput): Offer[] {
  const offers: Offer[] = [];
  if (noun !== "tie" && now.kind !== before.kind && trigger)
    offers.push({ lesson: { words: trigger, actor: null, kind: now.kind }, meaning: kindText(now.kind) });
  const gone = before.participants.filter(({ key }) => key.startsWith("new:") && now.participants.every((other) => other.key !== key));
  const come = now.participants.filter(({ key }) => !key.startsWith("new:") && before.participants.every((other) => other.key !== key));
  // One for one: with more it cannot be said which stands for which, unless they kept their place.
  for (const old of gone) {
    const place = before.participants.indexOf(old);
    const actor = gone.length === 1 && come.length === 1 ? come[0] : come.find((one) => now.participants.indexOf(one) === place);
    if (actor) offers.push({ lesson: { words: old.name, actor: actor.key, kind: null }, meaning: actor.name });
  }
  return offers;
}

const kindText = (id: string): string => vocabulary.kind(id)?.label ?? id;
