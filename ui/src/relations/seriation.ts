import type { Relation } from "./picture";

/**
 * Orders countries so that friends, and those who stand alike to others, are neighbours: average-linkage clustering,
 * each join turned the way that brings the most alike ends together. The same record gives the same order.
 */
export function seriate(codes: readonly string[], relations: readonly Pick<Relation, "a" | "b" | "tone">[]): string[] {
  const sorted = [...codes].sort();
  const alike = likeness(sorted, relations);
  const clusters: number[][] = sorted.map((_, at) => [at]);
  const between = alike.map((row) => [...row]);
  while (clusters.length > 1) join(clusters, between, alike);
  return (clusters[0] ?? []).map((at) => sorted[at]!);
}

/** How alike two countries are: their own tone, and the cosine of their tones towards all others. */
function likeness(codes: readonly string[], relations: readonly Pick<Relation, "a" | "b" | "tone">[]): number[][] {
  const index = new Map(codes.map((code, at) => [code, at]));
  const tones = codes.map(() => new Array<number>(codes.length).fill(0));
  for (const { a, b, tone } of relations) {
    const [from, to] = [index.get(a), index.get(b)];
    if (from === undefined || to === undefined) continue;
    tones[from]![to] = tone;
    tones[to]![from] = tone;
  }
  return tones.map((one, i) => tones.map((other, j) => (i === j ? 0 : one[j]! / 10 + cosine(one, other))));
}

function cosine(one: readonly number[], other: readonly number[]): number {
  let [dot, lengthOne, lengthOther] = [0, 0, 0];
  for (let at = 0; at < one.length; at += 1) {
    dot += one[at]! * other[at]!;
    lengthOne += one[at]! ** 2;
    lengthOther += other[at]! ** 2;
  }
  return dot === 0 ? 0 : dot / Math.sqrt(lengthOne * lengthOther);
}

function join(clusters: number[][], between: number[][], alike: readonly number[][]): void {
  let [best, left, right] = [-Infinity, 0, 1];
  for (let i = 0; i < clusters.length; i += 1) {
    for (let j = i + 1; j < clusters.length; j += 1) if (between[i]![j]! > best) [best, left, right] = [between[i]![j]!, i, j];
  }
  const [one, other] = [clusters[left]!, clusters[right]!];
  const share = one.length / (one.length + other.length);
  for (let k = 0; k < clusters.length; k += 1) {
    const mean = share * between[left]![k]! + (1 - share) * between[right]![k]!;
    between[left]![k] = mean;
    between[k]![left] = mean;
  }
  clusters[left] = joined(one, other, alike);
  clusters.splice(right, 1);
  between.splice(right, 1);
  between.forEach((row) => row.splice(right, 1));
}

function joined(one: readonly number[], other: readonly number[], alike: readonly number[][]): number[] {
  const turns = [one, [...one].reverse()].flatMap((first) => [other, [...other].reverse()].map((second) => [first, second] as const));
  let best = turns[0]!;
  const seam = ([first, second]: readonly [readonly number[], readonly number[]]) => alike[first.at(-1)!]![second[0]!]!;
  for (const turn of turns) if (seam(turn) > seam(best)) best = turn;
  return [...best[0], ...best[1]];
}
