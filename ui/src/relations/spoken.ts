import { numberText } from "../base/numbers";
import { toneText } from "../base/tone";
import { m } from "../paraglide/messages";
import { isStanding, pairName, type Country, type Relation } from "./picture";
import type { Scene } from "./scene";

/** The graph in two sentences: how much there is, and the two ends of the scale. */
export function graphSummary({ nodes, edges }: Pick<Scene, "nodes" | "edges">, names: ReadonlyMap<string, string>, date: string): string {
  let [worst, best] = [edges[0]?.relation, edges[0]?.relation];
  for (const { relation } of edges) {
    if (relation.tone < worst!.tone) worst = relation;
    if (relation.tone > best!.tone) best = relation;
  }
  const counts = m.relations_summary({
    countries: numberText(nodes.length),
    relations: edges.length,
    shown: numberText(edges.length),
    date,
  });
  if (!worst || !best || worst === best) return `${counts} ${m.relations_graph_keys()}`;
  const ends = m.relations_summary_ends({
    best: pairName(names, best),
    bestTone: toneText(best.tone),
    worst: pairName(names, worst),
    worstTone: toneText(worst.tone),
  });
  return `${counts} ${ends} ${m.relations_graph_keys()}`;
}

/** "China – Japan: tone −4.1, intensity 2.3, 5 events". */
export function spokenRelation(names: ReadonlyMap<string, string>, relation: Relation): string {
  const rest = isStanding(relation)
    ? m.relations_standing_alone()
    : m.count_events({ count: relation.events, shown: numberText(relation.events) });
  return m.relations_spoken({
    pair: pairName(names, relation),
    tone: toneText(relation.tone),
    intensity: numberText(relation.intensity, 1),
    rest,
  });
}

/** How many relations of a country are good, and how many bad. */
export function balance(code: string, { edges }: Pick<Scene, "edges">): string {
  const tones = edges.filter(({ relation }) => relation.a === code || relation.b === code).map(({ relation }) => relation.tone);
  const count = (of: (tone: number) => boolean) => numberText(tones.filter(of).length);
  return m.relations_balance({
    good: count((tone) => tone >= 0.5),
    bad: count((tone) => tone <= -0.5),
    even: count((tone) => Math.abs(tone) < 0.5),
  });
}

export const spokenCountry = (country: Country, scene: Pick<Scene, "edges">): string => `${country.name}: ${balance(country.code, scene)}`;
