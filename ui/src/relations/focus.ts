import type { Focus } from "./paint";
import type { Scene } from "./scene";

/** What stands out: a country with its relations, or the relations among a few countries; nothing when neither is named. */
export function focusOf(scene: Scene, country: string | undefined, lit: readonly string[] | undefined): Focus | undefined {
  const among = new Set(lit ?? []);
  const belongs = (a: string, b: string) => (lit ? among.has(a) && among.has(b) : a === country || b === country);
  if (!lit && (country === undefined || !scene.nodes.some((node) => node.country.code === country))) return undefined;
  const edges = scene.edges.filter(({ relation }) => belongs(relation.a, relation.b));
  const nodes = edges.flatMap(({ relation }) => [relation.a, relation.b]);
  return { edges: new Set(edges.map(({ key }) => key)), nodes: new Set(country === undefined ? nodes : [...nodes, country]) };
}
