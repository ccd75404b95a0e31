import { capital } from "../base/words";
import { m } from "../paraglide/messages";

const reliabilities: Record<string, () => string> = {
  A: m.reliability_a,
  B: m.reliability_b,
  C: m.reliability_c,
  D: m.reliability_d,
  E: m.reliability_e,
  F: m.reliability_f,
};
const credibilities: Record<string, () => string> = {
  "1": m.credibility_1,
  "2": m.credibility_2,
  "3": m.credibility_3,
  "4": m.credibility_4,
  "5": m.credibility_5,
  "6": m.credibility_6,
};

/** A grade in words: "Usually reliable, probably true". */
export function gradeText(reliability: string, credibility: string | number): string {
  return capital([reliabilities[reliability]?.(), credibilities[String(credibility)]?.()].filter((part) => part !== undefined).join(", "));
}
