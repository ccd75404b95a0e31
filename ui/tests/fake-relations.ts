import type {
  AssessmentView,
  CountryNode,
  DyadRequest,
  DyadResponse,
  DyadView,
  EventRow,
  RelationsRequest,
  RelationsResponse,
  StandingView,
  TonePoint,
  TriadView,
} from "../src/api";
import { countries, kinds, rows } from "./fake-record";

const halfLifeDays = 180;
const priorWeight = 2;

/** Standing ties of the made-up record: the pair, what it is, and the prior it gives. */
const ties: [pair: string, title: string, kind: string, prior: number][] = [
  ["JPN-USA", "Alliance of Japan and the United States", "Alliance", 7],
  ["KOR-USA", "Alliance of South Korea and the United States", "Alliance", 7],
  ["KOR-USA", "Roughly 28,500 US troops in South Korea", "Presence", 3],
  ["CHN-PRK", "Close coordination of North Korea and China", "Partnership", 6],
  ["CHN-JPN", "Strained relations of China and Japan", "Dispute", -4],
  ["CHN-TWN", "Dispute over the status of Taiwan", "Dispute", -6],
  ["CHN-KOR", "Nearly half of South Korea’s rare earths come from China", "Dependence", 1],
  ["CHN-KOR", "Restrictions on Korean pop culture", "Restriction", -3],
  ["TWN-USA", "Partnership of the United States and Taiwan", "Partnership", 5],
  ["CHN-USA", "Strategic rivalry", "Dispute", -2],
];

const label = (reference: string, title: string, detail: string | null = null) => ({ reference, title, detail, flag: null });
const pairOf = (a: string, b: string) => [a, b].sort().join("-");
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const codesOf = (row: EventRow) => row.participants.map(({ country }) => country ?? "");
const plans = new Set(["announced", "scheduled", "rumoured"]);

/** Where two countries stand on a day, by the formula of the model, with its parts. */
function dyadAt(a: string, b: string, day: string): DyadView & { priorShare: number; standing: StandingView[]; held: EventRow[] } {
  const standing = ties
    .filter(([pair]) => pair === pairOf(a, b))
    .map(([, title, kind, prior], at) => ({ tie: label(`tie:${pairOf(a, b)}-${at}`, title), kind_label: kind, prior }));
  const prior = standing.length === 0 ? 0 : standing.reduce((sum, tie) => sum + tie.prior, 0) / standing.length;
  const held = rows.filter((row) => row.earliest !== null && row.earliest <= day && codesOf(row).includes(a) && codesOf(row).includes(b));
  const parts = held.map((row) => {
    const weight = kinds.find(({ id }) => id === row.kind)?.weight ?? 0;
    return { row, weight, credibility: plans.has(row.status) ? 0.4 : 0.8, decay: 2 ** (-days(row.earliest!, day) / halfLifeDays) };
  });
  const intensity = parts.reduce((sum, { credibility, decay }) => sum + credibility * decay, 0);
  const whole = priorWeight + intensity;
  const contributions = parts.map(({ row, weight, credibility, decay }) => ({
    event: label(row.reference, row.title, row.when_label),
    weight,
    credibility,
    decay,
    share: (credibility * decay * weight) / whole,
  }));
  const priorShare = (priorWeight * prior) / whole;
  const tone = contributions.reduce((sum, { share }) => sum + share, priorShare);
  const last =
    held
      .map(({ earliest }) => earliest!)
      .sort()
      .at(-1) ?? null;
  return { a, b, tone, intensity, prior, events: held.length, last, contributions, priorShare, standing, held };
}

const codes = countries.map(({ code }) => code).sort();
const pairs = codes.flatMap((a, at) => codes.slice(at + 1).map((b) => [a, b] as const));
const node = (code: string): CountryNode =>
  countries.find((country) => country.code === code) ?? { reference: `actor:${code}`, code, name: code, flag: null, events: 0 };

function tense(dyads: readonly DyadView[]): TriadView[] {
  const tone = (a: string, b: string) => dyads.find((dyad) => dyad.a === a && dyad.b === b)?.tone ?? 0;
  const triples = codes.flatMap((a, i) =>
    codes.slice(i + 1).flatMap((b, j) => codes.slice(i + j + 2).map((c): [string, string, string] => [a, b, c])),
  );
  return triples
    .map(([a, b, c]): TriadView => ({ countries: [a, b, c], tones: [tone(a, b), tone(b, c), tone(a, c)] }))
    .filter(({ tones: [one, two, three] }) => one * two * three < 0 && Math.min(Math.abs(one), Math.abs(two), Math.abs(three)) >= 0.5);
}

export function fakeRelations({ as_of }: RelationsRequest): RelationsResponse {
  const day = as_of ?? "2026-01-08";
  const all = pairs.map(([a, b]) => dyadAt(a, b, day)).filter(({ events, standing }) => events > 0 || standing.length > 0);
  const dyads = all.map(({ a, b, tone, intensity, prior, events, last }): DyadView => ({
    a,
    b,
    tone,
    intensity,
    prior,
    events,
    last,
    contributions: null,
  }));
  const seen = new Set(dyads.flatMap(({ a, b }) => [a, b]));
  return {
    as_of: day,
    half_life_days: halfLifeDays,
    countries: codes.filter((code) => seen.has(code)).map(node),
    dyads,
    triads: tense(dyads),
  };
}

const series = (a: string, b: string, from: string, to: string): TonePoint[] =>
  Array.from({ length: 121 }, (_, at) => {
    const day = new Date(Date.parse(from) + (days(from, to) * 86_400_000 * at) / 120).toISOString().slice(0, 10);
    const { tone, intensity } = dyadAt(a, b, day);
    return { day, tone, intensity };
  });

export function fakeDyad({ a, b, as_of }: DyadRequest, assessment: AssessmentView | null): DyadResponse {
  const [one, other] = [a, b].sort() as [string, string];
  const day = as_of ?? "2026-01-08";
  const { priorShare, standing, held, ...dyad } = dyadAt(one, other, day);
  const way = (from: string, to: string) => {
    const counts: [number, number, number, number] = [0, 0, 0, 0];
    const weights: [number, number, number, number] = [0, 0, 0, 0];
    for (const row of held.filter((candidate) => kinds.find(({ id }) => id === candidate.kind)?.mutual || codesOf(candidate)[0] === from)) {
      const kind = kinds.find(({ id }) => id === row.kind);
      const at = (kind?.quad ?? 1) - 1;
      counts[at]! += 1;
      weights[at]! += kind?.weight ?? 0;
    }
    return { from, to, counts, weights };
  };
  const meetings = held
    .filter(({ kind, status }) => (kind === "summit" || kind === "visit") && status === "occurred")
    .map(({ earliest }) => earliest!)
    .sort();
  const first = [held.map(({ earliest }) => earliest!).sort()[0] ?? "2025-01-08", "2025-01-08"].sort()[0]!;
  return {
    as_of: day,
    half_life_days: halfLifeDays,
    a: node(one),
    b: node(other),
    dyad,
    prior_share: priorShare,
    standing,
    series: series(one, other, first, day),
    ticks: held.map((row) => ({
      event: label(row.reference, row.title, row.when_label),
      day: row.earliest!,
      weight: kinds.find(({ id }) => id === row.kind)?.weight ?? 0,
      plan: plans.has(row.status),
    })),
    flow: [way(one, other), way(other, one)],
    cadence_label: "7 meetings in 24 months; last 63 days ago; longest gap 411 days.",
    cadence: {
      meetings_24_months: meetings.length,
      last: meetings.at(-1) ?? null,
      days_since_last: meetings.length > 0 ? days(meetings.at(-1)!, day) : null,
      longest_gap_days: meetings.length > 1 ? Math.max(...meetings.slice(1).map((meeting, at) => days(meetings[at]!, meeting))) : null,
    },
    statements: held.some(({ kind }) => kind === "warning")
      ? [
          {
            issue: "Taiwan",
            statements: held
              .filter(({ kind }) => kind === "warning")
              .map((row) => ({
                event: label(row.reference, row.title, row.when_label),
                speaker: { ...label("actor:takaichi", "Takaichi Sanae"), flag: "jp" },
                stance: "opposes",
              })),
          },
        ]
      : [],
    assessment,
  };
}
