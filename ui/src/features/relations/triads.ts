import type { TriadView } from "../../api";

export interface Side {
  /** "CHN-JPN" */
  key: string;
  a: string;
  b: string;
  tone: number;
}

/** The three dyads of a triad. The core names tones of the first and second, the second and third, the first and third. */
export function sides({ countries: [one, two, three], tones }: TriadView): Side[] {
  const pairs: [string, string][] = [
    [one, two],
    [two, three],
    [one, three],
  ];
  return pairs.map((pair, at) => {
    const [a, b] = [...pair].sort() as [string, string];
    return { key: `${a}-${b}`, a, b, tone: tones[at]! };
  });
}
