import {
  likelihoodRanges,
  type ActorKind,
  type Confidence,
  type Direction,
  type LinkKind,
  type Likelihood,
  type Origin,
  type Quad,
  type Role,
  type Sign,
  type Stance,
  type TemporalRelation,
} from "../api";
import { capital } from "../base/words";
import { m } from "../paraglide/messages";
import { gradeText } from "../widgets/grade";
import { statusLabel, statuses } from "../widgets/status";
import type { Choice } from "../widgets/choices";

/** The fixed lists of the record: each code the core keeps, and its words in the language of the window. */
type Words<Code extends string | number> = Record<Code, () => string>;

const roles: Words<Role> = {
  actor: m.role_actor,
  recipient: m.role_recipient,
  host: m.role_host,
  guest: m.role_guest,
  party: m.role_party,
  speaker: m.role_speaker,
  mediator: m.role_mediator,
  mentioned: m.role_mentioned,
};
const stances: Words<Stance> = {
  supports: m.stance_supports,
  "leans-for": m.stance_leans_for,
  neutral: m.stance_neutral,
  "leans-against": m.stance_leans_against,
  opposes: m.stance_opposes,
};
const links: Words<LinkKind> = {
  "replies-to": m.link_replies_to,
  "follows-up": m.link_follows_up,
  implements: m.link_implements,
  reaffirms: m.link_reaffirms,
  contradicts: m.link_contradicts,
  cancels: m.link_cancels,
  causes: m.link_causes,
  "same-as": m.link_same_as,
};
const incoming: Words<LinkKind> = {
  "replies-to": m.link_in_replies_to,
  "follows-up": m.link_in_follows_up,
  implements: m.link_in_implements,
  reaffirms: m.link_in_reaffirms,
  contradicts: m.link_in_contradicts,
  cancels: m.link_in_cancels,
  causes: m.link_in_causes,
  "same-as": m.link_same_as,
};
const actorKinds: Words<ActorKind> = {
  country: m.actor_country,
  organisation: m.actor_organisation,
  bloc: m.actor_bloc,
  person: m.actor_person,
  company: m.actor_company,
  group: m.actor_group,
};
const origins: Words<Origin> = {
  "own-reporting": m.origin_own_reporting,
  agency: m.origin_agency,
  "official-readout": m.origin_official_readout,
  "other-source": m.origin_other_source,
  unknown: m.origin_unknown,
};
const likelihoods: Words<Likelihood> = {
  "almost-no-chance": m.likelihood_almost_no_chance,
  "very-unlikely": m.likelihood_very_unlikely,
  unlikely: m.likelihood_unlikely,
  "roughly-even": m.likelihood_roughly_even,
  likely: m.likelihood_likely,
  "very-likely": m.likelihood_very_likely,
  "almost-certain": m.likelihood_almost_certain,
};
const confidences: Words<Confidence> = { low: m.confidence_low, moderate: m.confidence_moderate, high: m.confidence_high };
const directions: Words<Direction> = { better: m.direction_better, unchanged: m.direction_unchanged, worse: m.direction_worse };
const relations: Words<TemporalRelation> = { before: m.relation_before, after: m.relation_after, during: m.relation_during };
const signs: Words<Sign> = { "-1": m.sign_negative, "0": m.sign_neutral, "1": m.sign_positive };
const saliences: Words<0 | 25 | 50 | 75 | 100> = {
  "0": m.salience_0,
  "25": m.salience_25,
  "50": m.salience_50,
  "75": m.salience_75,
  "100": m.salience_100,
};
const quads: Words<Quad> = { "1": m.quad_1, "2": m.quad_2, "3": m.quad_3, "4": m.quad_4 };

/** "55–80 %". */
export function likelihoodRangeText(band: Likelihood): string {
  const [from, to] = likelihoodRanges[band];
  return m.likelihood_range({ from, to });
}

const textIn =
  <Code extends string | number>(words: Words<Code>) =>
  (code: Code): string =>
    capital(wordOf(words, code)());

const choicesOf =
  <Code extends string | number>(words: Words<Code>) =>
  (): Choice<`${Code}`>[] =>
    (Object.entries(words) as [`${Code}`, () => string][]).map(([value, label]) => ({ value, label: capital(label()) }));

/** The entry of a code. One that is on no list is a fault of ours, and is said to be. */
function wordOf<Code extends string | number, T>(words: Record<Code, T>, code: Code): T {
  if (!(code in words)) throw new Error(`“${code}” is not a code this window knows`);
  return words[code];
}

export const roleText = textIn(roles);
export const stanceText = textIn(stances);
export const actorKindText = textIn(actorKinds);
export const originText = textIn(origins);
export const likelihoodText = textIn(likelihoods);
export const confidenceText = textIn(confidences);
export const directionText = textIn(directions);
export const relationText = textIn(relations);
export const quadText = textIn(quads);
/** A link as read from the event at hand: "Follows up", or "Followed up by" from the other end. */
export const linkText = (kind: LinkKind, outgoing: boolean): string => textIn(outgoing ? links : incoming)(kind);

export const roleChoices = choicesOf(roles);
export const stanceChoices = choicesOf(stances);
export const linkChoices = choicesOf(links);
export const actorKindChoices = choicesOf(actorKinds);
export const originChoices = choicesOf(origins);
/** Bands of ICD 203 with their ranges in per cent. */
export const likelihoodChoices = (): Choice[] =>
  choicesOf(likelihoods)().map((choice) => ({ ...choice, note: likelihoodRangeText(choice.value) }));
export const confidenceChoices = choicesOf(confidences);
export const directionChoices = choicesOf(directions);
export const relationChoices = choicesOf(relations);
/** "− Conflictual": the mark beside the word, so that the sign never rests on either alone. */
export const signChoices = (): Choice[] => {
  const marks: Record<string, string> = { "-1": "−", "0": "0", "1": "+" };
  return choicesOf(signs)().map(({ value, label }) => ({ value, label: `${marks[value]} ${label}` }));
};
export const salienceChoices = choicesOf(saliences);

/** States an event can be put into; *overdue* is derived, never set. */
export const statusChoices = (): Choice[] =>
  statuses.filter((status) => status !== "overdue").map((status) => ({ value: status, label: statusLabel(status) }));
export const reliabilityChoices = (): Choice[] =>
  [..."ABCDEF"].map((letter) => ({ value: letter, label: gradeText(letter, ""), note: letter }));
export const credibilityChoices = (): Choice[] =>
  [..."123456"].map((digit) => ({ value: digit, label: gradeText("", digit), note: digit }));
export const languageChoices = (): Choice[] => [
  { value: "en", label: "English" },
  { value: "ko", label: "한국어" },
];
