import type { CountryNode, EventRow, KindView } from "../src/api";

/** A small made-up record in the shape of the sample, for tests and pictures without the core. */
const flags: Record<string, string> = { CHN: "cn", KOR: "kr", JPN: "jp", USA: "us", PRK: "kp", TWN: "tw" };
const names: Record<string, string> = {
  CHN: "China",
  KOR: "South Korea",
  JPN: "Japan",
  USA: "United States",
  PRK: "North Korea",
  TWN: "Taiwan",
};

export const kinds: KindView[] = (
  [
    ["summit", "Summit", "handshake", 4, 1],
    ["visit", "Visit", "plane-landing", 2.5, 1],
    ["statement", "Statement", "message-square", 0, 1],
    ["warning", "Warning", "triangle-alert", -4, 3],
    ["appeal", "Appeal", "megaphone", 3, 1],
    ["restriction", "Restriction", "ban", -5, 4],
    ["launch", "Launch", "rocket", 1, 2],
    ["call", "Call", "phone", 1.5, 1],
    ["exercise", "Exercise", "radar", -3, 4],
  ] as const
).map(([id, label, icon, weight, quad]) => ({
  id,
  label,
  icon,
  weight,
  quad,
  cameo: "040",
  words: id === "statement",
  mutual: id === "summit",
}));

type Seed = [when: string, earliest: string | null, kind: string, title: string, parties: string[], status: string, contested?: boolean];

const seeds: Seed[] = [
  ["2016-07~", "2016-07-01", "restriction", "Restrictions on Korean pop culture begin", ["CHN", "KOR"], "occurred"],
  ["2024-05-27", "2024-05-27", "summit", "Trilateral summit in Seoul", ["KOR", "CHN", "JPN"], "occurred"],
  ["2025-06-04", "2025-06-04", "statement", "Lee Jae Myung sets out “practical diplomacy”", ["KOR"], "occurred"],
  ["2025-08-25", "2025-08-25", "summit", "Lee – Trump summit in Washington", ["KOR", "USA"], "occurred"],
  ["2025-09-03", "2025-09-03", "visit", "Kim Jong Un attends the parade in Beijing", ["PRK", "CHN"], "occurred"],
  ["2025-11-01", "2025-11-01", "summit", "Lee – Xi summit in Gyeongju", ["KOR", "CHN"], "occurred"],
  ["2025-11-07", "2025-11-07", "warning", "Takaichi suggests a military response over Taiwan", ["JPN", "CHN", "TWN"], "occurred"],
  ["2025-11-14", "2025-11-14", "restriction", "China advises its citizens against travel to Japan", ["CHN", "JPN"], "occurred"],
  ["2025-12-06", "2025-12-06", "exercise", "Radar locked on Japanese aircraft near Okinawa", ["CHN", "JPN"], "occurred"],
  ["2025-12-29", "2025-12-29", "exercise", "Exercise around Taiwan", ["CHN", "TWN"], "occurred"],
  ["2026-01-05", "2026-01-05", "summit", "Lee Jae Myung – Xi Jinping summit in Beijing", ["KOR", "CHN"], "occurred", true],
  ["2026-01-05", "2026-01-05", "appeal", "Lee asks China to support dialogue on the peninsula", ["KOR", "CHN", "PRK"], "announced"],
  ["2026-01-07", "2026-01-07", "visit", "Lee visits the provisional government site in Shanghai", ["KOR", "CHN"], "scheduled"],
  ["2026-01-08", "2026-01-08", "statement", "South Korea reaffirms its one-China policy", ["KOR", "CHN", "TWN"], "occurred"],
  ["2026-01-13/2026-01-14", "2026-01-13", "summit", "Lee – Takaichi summit in Nara", ["KOR", "JPN"], "scheduled"],
  ["2026-04?", "2026-04-01", "visit", "Trump visits Beijing", ["USA", "CHN"], "rumoured"],
  ["2027", "2027-01-01", "launch", "Huawei to launch Ascend 950 chips in South Korea", ["CHN", "KOR"], "announced"],
  ["", null, "summit", "China – Japan summit, undated", ["CHN", "JPN"], "announced"],
];

export const rows: EventRow[] = seeds.map(([when, earliest, kind, title, parties, status, contested], index) => ({
  reference: `event:${index}`,
  kind,
  title,
  when: when || null,
  when_label: when || null,
  earliest,
  latest: earliest,
  status,
  overdue: false,
  contested: contested ?? false,
  statement: kind === "statement",
  weight: kinds.find(({ id }) => id === kind)?.weight ?? 0,
  quad: 1,
  place: null,
  citations: 1,
  participants: parties.map((code, at) => ({
    name: names[code] ?? code,
    role: at === 0 ? "actor" : "recipient",
    country: code,
    flag: flags[code] ?? null,
  })),
}));

export const countries: CountryNode[] = Object.keys(flags).map((code) => ({
  reference: `actor:${code}`,
  code,
  name: names[code] ?? code,
  flag: flags[code] ?? null,
  events: rows.filter(({ participants }) => participants.some(({ country }) => country === code)).length,
}));
