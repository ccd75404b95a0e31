import { flag, linkKinds, role, statuses, tieKinds } from "../../src/timeline/codes";
import type { FrameStatus, LinkKind, TieKind } from "../../src/timeline/frame";
import type { KindLook, Lane } from "../../src/timeline/source";

/** A made-up record in the shape of the sample: six countries around January 2026. */
export const lanes: Lane[] = [
  { key: 1, code: "CHN", name: "China" },
  { key: 2, code: "KOR", name: "South Korea" },
  { key: 3, code: "JPN", name: "Japan" },
  { key: 4, code: "USA", name: "United States" },
  { key: 5, code: "PRK", name: "North Korea" },
  { key: 6, code: "TWN", name: "Taiwan" },
];

const kind = (id: string, label: string, quad: KindLook["quad"], icon: string, words = false): KindLook => ({
  id,
  label,
  quad,
  icon,
  words,
});
export const kinds: KindLook[] = [
  kind("summit", "Summit", 1, "handshake"),
  kind("visit", "Visit", 1, "plane-landing"),
  kind("call", "Call", 1, "phone"),
  kind("agreement", "Agreement", 2, "file-pen-line"),
  kind("warning", "Warning", 3, "triangle-alert", true),
  kind("statement", "Statement", 1, "message-circle", true),
  kind("exercise", "Exercise", 4, "ship"),
  kind("sanction", "Sanction", 4, "ban"),
  kind("launch", "Launch", 2, "rocket"),
  kind("protest-note", "Protest note", 3, "mail-warning"),
];

export interface FakeMark {
  id: string;
  title: string;
  edtf: string | undefined;
  /** Seconds: earliest and latest start, earliest and latest end. */
  times: [number, number, number, number];
  kind: number;
  weight: number;
  salience: number;
  status: FrameStatus;
  flags: number;
  /** Lane key and roles. */
  lanes: [number, number][];
}

export interface FakeTie {
  id: string;
  title: string;
  kind: TieKind;
  sign: number;
  from: number;
  to: number;
  start: number;
  end: number;
}

export interface FakeRecord {
  marks: FakeMark[];
  links: { from: string; to: string; kind: LinkKind }[];
  ties: FakeTie[];
}

const day = 86_400;
const first = (iso: string) => Date.parse(`${iso.length === 4 ? `${iso}-01` : iso}${iso.length < 10 ? "-01" : ""}T00:00:00Z`) / 1_000;
const last = (iso: string) => {
  if (iso.length === 10) return first(iso) + day - 1;
  const date = new Date(first(iso) * 1_000);
  if (iso.length === 4) date.setUTCFullYear(date.getUTCFullYear() + 1);
  else date.setUTCMonth(date.getUTCMonth() + 1);
  return date.getTime() / 1_000 - 1;
};
const id = (number: number) => `00000000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;

type Entry = [
  title: string,
  edtf: string | undefined,
  kind: string,
  weight: number,
  salience: number,
  status: FrameStatus,
  source: number[],
  target: number[],
  flags?: number,
];
const [CHN, KOR, JPN, USA, PRK, TWN] = [1, 2, 3, 4, 5, 6];

const entries: Entry[] = [
  ["Lee Jae Myung – Xi Jinping summit in Beijing", "2026-01-05", "summit", 4, 95, "occurred", [KOR, CHN], [KOR, CHN], flag.contested],
  ["Lee visits the provisional government site in Shanghai", "2026-01-07", "visit", 2.5, 70, "occurred", [KOR], [CHN]],
  ["State visit of Lee Jae Myung to China", "2026-01-04/2026-01-07", "visit", 3, 85, "occurred", [KOR], [CHN], flag.interval],
  ["Seoul asks Beijing to help reopen talks with Pyongyang", "2026-01-05", "statement", 2, 72, "occurred", [KOR], [CHN, -PRK]],
  ["Summit at APEC in Gyeongju", "2025-11-01", "summit", 4, 88, "occurred", [KOR, CHN], [KOR, CHN], flag.approximate],
  ["China – Japan summit", undefined, "summit", 4, 60, "announced", [CHN, JPN], [CHN, JPN]],
  ["Takaichi: an attack on Taiwan could be met with force", "2025-11-07", "warning", -5.8, 92, "occurred", [JPN], [CHN, -TWN]],
  ["Beijing summons the Japanese ambassador", "2025-11-13", "protest-note", -4, 66, "occurred", [CHN], [JPN]],
  ["China advises against travel to Japan", "2025-11-14", "sanction", -3.5, 58, "occurred", [CHN], [JPN]],
  ["Seafood imports from Japan suspended", "2025-11-19", "sanction", -5, 64, "occurred", [CHN], [JPN]],
  ["South Korea reaffirms its one-China policy", "2026-01-06", "statement", 1.5, 68, "occurred", [KOR], [CHN, -TWN]],
  [
    "“Practical diplomacy”: Lee on China, Japan and the United States",
    "2026-01-02",
    "statement",
    1,
    55,
    "occurred",
    [KOR],
    [CHN, JPN, USA],
  ],
  ["Huawei to launch Ascend 950 in South Korea", "2027", "launch", 2, 57, "announced", [CHN], [KOR]],
  ["Trump – Xi summit in Beijing", "2026-04", "summit", 4, 83, "scheduled", [USA, CHN], [USA, CHN], flag.approximate],
  ["Trump – Xi meeting in Busan", "2025-10-30", "summit", 4, 84, "occurred", [USA, CHN], [USA, CHN]],
  ["Joint air drill near Okinotori", "2025-12-09", "exercise", -5, 54, "occurred", [CHN], [JPN]],
  ["US – Japan bomber exercise over the Sea of Japan", "2025-12-10", "exercise", 2, 50, "occurred", [USA, JPN], [USA, JPN]],
  ["Freedom Shield exercise", "2026-03-09/2026-03-19", "exercise", 2, 62, "scheduled", [USA, KOR], [USA, KOR, -PRK], flag.interval],
  ["Pyongyang fires ballistic missiles into the East Sea", "2026-01-04", "exercise", -6, 80, "occurred", [PRK], [KOR, JPN]],
  ["Kim Jong Un attends the parade in Beijing", "2025-09-03", "visit", 3, 78, "occurred", [PRK], [CHN]],
  ["Justice Mission drills around Taiwan", "2025-12-29/2025-12-30", "exercise", -7, 86, "occurred", [CHN], [TWN], flag.interval],
  ["Arms sale to Taiwan approved", "2025-12-17", "agreement", 3, 63, "occurred", [USA], [TWN]],
  ["Lee – Takaichi summit in Nara", "2026-01-13", "summit", 3.5, 76, "scheduled", [KOR, JPN], [KOR, JPN], flag.overdue],
  ["Foreign ministers' call", "2025-12-31", "call", 1.5, 40, "occurred", [KOR, CHN], [KOR, CHN]],
  ["Three-way summit of China, Japan and South Korea", "2025-12", "summit", 4, 61, "postponed", [CHN, JPN, KOR], [CHN, JPN, KOR]],
  ["Rare-earth licences for South Korean firms", "2026-01-09", "agreement", 3, 48, "rumoured", [CHN], [KOR]],
  ["Lantern Festival K-pop concert in Hainan", "2026-02-13", "launch", 1, 35, "cancelled", [KOR], [CHN]],
  ["Restrictions on K-pop content", undefined, "sanction", -2, 45, "occurred", [CHN], [KOR]],
];

/** The record of the sample, by hand. */
export function sampleRecord(): FakeRecord {
  const marks = entries.map((entry, number) => sampleMark(entry, number + 1));
  const byTitle = (start: string) => marks.find((mark) => mark.title.startsWith(start))!.id;
  const links: FakeRecord["links"] = [
    { from: byTitle("Lee Jae Myung – Xi"), to: byTitle("Summit at APEC"), kind: "follows-up" },
    { from: byTitle("Beijing summons"), to: byTitle("Takaichi"), kind: "replies-to" },
    { from: byTitle("Seafood"), to: byTitle("Takaichi"), kind: "replies-to" },
    { from: byTitle("Takaichi"), to: byTitle("South Korea reaffirms"), kind: "contradicts" },
  ];
  const tie = (
    number: number,
    title: string,
    kindOf: TieKind,
    sign: number,
    from: number,
    to: number,
    start = -Infinity,
    end = Infinity,
  ): FakeTie => ({ id: id(9_000 + number), title, kind: kindOf, sign, from, to, start, end });
  const ties = [
    tie(1, "US – South Korea alliance, roughly 28,500 troops", "alliance", 1, USA, KOR),
    tie(2, "US – Japan alliance", "alliance", 1, USA, JPN),
    tie(3, "China – North Korea partnership", "partnership", 1, CHN, PRK),
    tie(4, "Strained since the remark on Taiwan", "dispute", -1, CHN, JPN, first("2025-11-07")),
    tie(5, "Nearly half of rare earths from China", "dependence", 0, KOR, CHN),
    tie(6, "Restrictions on K-pop content", "restriction", -1, CHN, KOR),
  ];
  return { marks, links, ties };
}

function sampleMark([title, edtf, kindId, weight, salience, status, source, target, flags = 0]: Entry, number: number): FakeMark {
  const roles = new Map<number, number>();
  source.forEach((key) => roles.set(key, role.source));
  target.forEach((key) => roles.set(Math.abs(key), key < 0 ? 0 : (roles.get(key) ?? 0) | role.target));
  const [from, to] = edtf?.split("/") ?? [];
  const start: [number, number] = from ? [first(from), last(from)] : [NaN, NaN];
  const end: [number, number] = to ? [first(to), last(to)] : start;
  const mark = flags & flag.approximate && edtf ? `${edtf}~` : edtf;
  return {
    id: id(number),
    title,
    edtf: mark,
    times: [...start, ...end],
    kind: kinds.findIndex((kind) => kind.id === kindId),
    weight,
    salience,
    status,
    flags,
    lanes: [...roles],
  };
}

/** `count` events over forty years, denser towards the end; the same ones each time. */
export function generatedRecord(count: number): FakeRecord {
  let state = 42;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const end = first("2026-01-08");
  const marks = Array.from({ length: count }, (_, number): FakeMark => {
    const second = Math.floor((end - 40 * 365 * day * next() ** 2) / day) * day;
    const [a, b] = [1 + Math.floor(next() * 6), 1 + Math.floor(next() * 6)];
    const mutual = next() < 0.5;
    const pair: [number, number][] =
      a === b
        ? [[a, role.both]]
        : [
            [a, mutual ? role.both : role.source],
            [b, mutual ? role.both : role.target],
          ];
    const kindOf = Math.floor(next() * kinds.length);
    const weight = (kinds[kindOf]!.quad <= 2 ? 1 : -1) * (1 + next() * 6);
    const long = next() < 0.03 ? Math.floor(next() * 60) * day : 0;
    return {
      id: id(number + 1),
      title: `${kinds[kindOf]!.label} of ${lanes[a - 1]!.name} and ${lanes[b - 1]!.name} no. ${number + 1}`,
      edtf: new Date(second * 1_000).toISOString().slice(0, 10),
      times: [second, second + day - 1, second + long, second + long + day - 1],
      kind: kindOf,
      weight,
      salience: Math.floor(next() * 100),
      status: next() < 0.9 ? "occurred" : statuses[Math.floor(next() * 7)]!,
      flags: long > 0 ? flag.interval : 0,
      lanes: pair,
    };
  });
  return { marks, links: [], ties: [] };
}

export { linkKinds, tieKinds };
