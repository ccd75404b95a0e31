import { m } from "../../paraglide/messages";
import { language } from "../../base/language.svelte";
import { linkText } from "../../forms/words";
import type { DateView, Doubt, LinkKind, NamedItem } from "../../api";

const doubts: Record<Doubt, () => string> = {
  "actor-carried": m.doubt_actor_carried,
  "place-as-party": m.doubt_place_as_party,
  "may-happen": m.doubt_may_happen,
  "one-side": m.doubt_one_side,
  "word-beside-names": m.doubt_word_beside_names,
  "day-carried": m.doubt_day_carried,
  "said-again": m.doubt_said_again,
  "noun-undated": m.doubt_noun_undated,
  "other-deed": m.doubt_other_deed,
  "no-agent": m.doubt_no_agent,
  "day-of-publication": m.doubt_day_of_publication,
  "taken-up": m.doubt_taken_up,
  bare: m.doubt_bare,
  reported: m.doubt_reported,
  "far-names": m.doubt_far_names,
  "office-assumed": m.doubt_office_assumed,
};
const orders: Record<string, () => string> = {
  after: m.review_after,
  before: m.review_before,
  "caused-by": m.review_caused_by,
  related: m.review_related,
};
const reasons: Record<string, () => string> = {
  kind: m.review_reason_kind,
  date: m.review_reason_date,
  actors: m.review_reason_actors,
  place: m.review_reason_place,
};
const states: Record<string, () => string> = {
  accepted: m.review_state_accepted,
  edited: m.review_state_edited,
  rejected: m.review_state_rejected,
};

/** Why a draft is not surer, in words. */
export const doubtText = (doubt: Doubt): string => doubts[doubt]();

/** What a draft is to another of its source. */
export function draftLinkText(kind: string): string {
  if (Object.hasOwn(orders, kind)) return orders[kind]!();
  return kind.startsWith("in-") ? linkText(kind.slice(3) as LinkKind, false) : linkText(kind as LinkKind, true);
}

/** What speaks for a duplicate and what against it, in one line. */
export function alikeText(codes: readonly string[], elsewhere: string | null): string {
  const words = codes.map((code) => (Object.hasOwn(reasons, code) ? reasons[code]!() : code));
  const same = new Intl.ListFormat(language.format, { type: "conjunction" }).format(words);
  return elsewhere === null ? m.review_same({ reasons: same }) : m.review_same_elsewhere({ reasons: same, place: elsewhere });
}

export const stateText = (state: string): string => (Object.hasOwn(states, state) ? states[state]!() : state);

/** A share between 0 and 1: "86%". */
export const shareText = (share: number): string =>
  new Intl.NumberFormat(language.format, { style: "percent", maximumFractionDigits: 0 }).format(share);

/** Date of a draft at the precision it has; a tie is dated by when it began, where that is said. */
export function whenText({ item, when }: { item: Pick<NamedItem, "noun">; when: DateView | null }): string {
  if (item.noun === "tie") return when ? m.date_since({ date: when.label }) : "";
  return when?.label ?? m.date_unknown();
}
