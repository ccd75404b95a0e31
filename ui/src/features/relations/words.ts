import type { CadenceView } from "../../api";
import { numberText } from "../../base/numbers";
import { m } from "../../paraglide/messages";

const counted = (count: number) => ({ count, shown: numberText(count) });

/** "7 meetings in 24 months; last 63 days ago; longest gap 411 days." */
export function cadenceText({ meetings_24_months, days_since_last, longest_gap_days }: CadenceView): string {
  if (days_since_last === null) return m.dyad_cadence_none();
  const parts = [
    m.dyad_cadence_meetings(counted(meetings_24_months)),
    days_since_last === 0 ? m.dyad_cadence_today() : m.dyad_cadence_last(counted(days_since_last)),
  ];
  if (longest_gap_days !== null) parts.push(m.dyad_cadence_gap(counted(longest_gap_days)));
  return m.dyad_cadence_sentence({ parts: parts.join("; ") });
}

const stances: Record<string, () => string> = {
  supports: m.dyad_stance_supports,
  "leans-for": m.dyad_stance_leans_for,
  neutral: m.dyad_stance_neutral,
  "leans-against": m.dyad_stance_leans_against,
  opposes: m.dyad_stance_opposes,
};

export const stanceText = (stance: string | null): string => (stance === null ? "" : (stances[stance]?.() ?? stance));
