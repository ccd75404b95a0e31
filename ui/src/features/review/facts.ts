import type { DraftView } from "../../api";
import { amountText } from "../../base/numbers";
import { signChoices, stanceText } from "../../forms/words";
import { m } from "../../paraglide/messages";

/** What a draft says beyond its row, as name and value; what it does not say is left out. */
export function factsOf({ item }: DraftView): [string, string][] {
  const { noun, when, place, topics, amount, issue, stance, sign } = item;
  const facts: [string, string | undefined][] = [
    [m.review_said_as(), when?.text],
    [m.field_place(), place?.name],
    [m.field_issue(), issue],
    [m.field_stance(), stance && stanceText(stance)],
    [m.field_topics(), topics.join(", ")],
    [m.field_amount(), amount && amountText(amount)],
    [m.field_sign(), noun === "tie" ? signChoices().find(({ value }) => value === String(sign))?.label : undefined],
  ];
  return facts.flatMap(([name, value]) => (value ? [[name, value]] : []));
}
