import { m } from "../paraglide/messages";

const reliabilities: Record<string, () => string> = { A: m.grade_a, B: m.grade_b, C: m.grade_c, D: m.grade_d, E: m.grade_e, F: m.grade_f };
const credibilities: Record<string, () => string> = {
  "1": m.grade_1,
  "2": m.grade_2,
  "3": m.grade_3,
  "4": m.grade_4,
  "5": m.grade_5,
  "6": m.grade_6,
};

/** A grade in words: "Usually reliable, probably true". */
export function gradeText(reliability: string, credibility: string | number): string {
  return [reliabilities[reliability]?.(), credibilities[String(credibility)]?.()].filter((part) => part !== undefined).join(", ");
}
