import type { CitationView, Completion, ItemInput, ItemLabel, ItemResponse, ListRow } from "../src/api";
import { kinds, rows } from "./fake-record";

/** Items as the inspector sees them, made up, for tests and pictures without the core. */
const label = (reference: string, title: string, detail: string | null = null, flag: string | null = null): ItemLabel => ({
  reference,
  title,
  detail,
  flag,
});

export const lee = label("actor:lee", "Lee Jae Myung", "South Korea", "kr");
export const xi = label("actor:xi", "Xi Jinping", "China", "cn");
const beijing = label("place:beijing", "Great Hall of the People", "Beijing", "cn");
const minerals = label("topic:minerals", "critical minerals");
const supply = label("topic:supply", "supply chains");
const summit = label("event:10", "Lee Jae Myung – Xi Jinping summit in Beijing", "5 Jan 2026");
const paper = label("source:1", "Lee and Xi meet in Beijing", "The Morning Courier");
const readout = label("source:2", "Readout of the President’s office", "Office of the President");

export const articleText = [
  "Lee and Xi meet in Beijing",
  "",
  "The presidents of South Korea and China met for two hours in the Great Hall of the People on Monday 🤝, their second meeting in two months.",
  "",
  "“We will open a new phase,” Lee said before the talks. Officials named critical minerals and supply chains as the first subjects.",
  "",
  "이재명 대통령은 회담에 앞서 “새로운 국면을 열겠다”고 말했다.",
  "",
  "China’s ministry asked for “mutual respect of core interests” and said further visits were being prepared for the summer.",
].join("\n");

const characters = (text: string) => [...text].length;

export function citation(id: string, item: ItemLabel, exact: string, grade = "B2", source = paper): CitationView {
  const at = articleText.indexOf(exact);
  const start = characters(articleText.slice(0, Math.max(0, at)));
  const around = articleText.replaceAll("\n", " ");
  return {
    reference: `citation:${id}`,
    item,
    source,
    exact,
    start,
    end: start + characters(exact),
    grade,
    coder: "person",
    prefix: around.slice(Math.max(0, at - 40), Math.max(0, at)),
    suffix: around.slice(at + exact.length, at + exact.length + 40),
  };
}

const met = citation("1", summit, "met for two hours in the Great Hall of the People on Monday");
const elsewhere = {
  ...citation("2", summit, "a new phase", "C3", readout),
  exact: "talks were held on 6 January",
  prefix: "According to the office, ",
  suffix: " in the capital.",
};
const phase = citation("3", label("event:13", "Lee announces “a new phase”"), "“We will open a new phase,” Lee said");

export const eventFields: Extract<ItemInput, { type: "event" }> = {
  type: "event",
  id: "10",
  kind: "summit",
  title: summit.title,
  when: "2026-01-05",
  when_text: "on Monday",
  relative: null,
  status: "occurred",
  place: beijing.reference,
  participants: [
    { actor: lee.reference, role: "guest" },
    { actor: xi.reference, role: "host" },
  ],
  statement: null,
  topics: [minerals.reference, supply.reference],
  amount: null,
  summary: "The second summit of the two within two months. Fifteen memoranda were signed; the agenda was led by supply chains.",
  salience: 75,
  weight: null,
};

export const eventItem: ItemResponse = {
  reference: summit.reference,
  title: summit.title,
  recorded_at: "2026-01-08T09:20:00Z",
  fields: eventFields,
  details: {
    noun: "event",
    kind_label: "Summit",
    icon: "handshake",
    words: false,
    cameo: "040",
    quad: 1,
    weight: 4,
    when: { edtf: "2026-01-05", label: "5 January 2026", earliest: "2026-01-05", latest: "2026-01-05", text: "on Monday", relative: null },
    status: "occurred",
    overdue: false,
    statuses: [
      { status: "announced", on: "2025-12-30", on_label: null, source: readout, remark: null },
      { status: "scheduled", on: "2026-01-02", on_label: null, source: null, remark: "Day and place confirmed by both sides." },
      { status: "occurred", on: "2026-01-05", on_label: null, source: paper, remark: null },
    ],
    place: beijing,
    participants: [
      { actor: lee, role: "guest", country: "KOR" },
      { actor: xi, role: "host", country: "CHN" },
    ],
    topics: [minerals, supply],
    links: [
      {
        reference: "link:1",
        kind: "follows-up",
        outgoing: true,
        other: label("event:5", "Lee – Xi summit in Gyeongju", "1 Nov 2025"),
        remark: null,
      },
      {
        reference: "link:2",
        kind: "follows-up",
        outgoing: false,
        other: label("event:12", "Lee visits the provisional government site in Shanghai", "7 Jan 2026"),
        remark: null,
      },
    ],
    ties: [label("tie:1", "China – South Korea: strategic partnership", "Partnership")],
    original: null,
  },
  citations: [met],
  claims: [
    {
      attribute: "when",
      contested: true,
      claims: [
        { reference: "claim:1", label: "5 January 2026", chosen: true, reason: "Two readouts agree on the day.", citation: met },
        { reference: "claim:2", label: "6 January 2026", chosen: false, reason: null, citation: elsewhere },
      ],
    },
  ],
  notes: [label("note:1", "What the second summit changes", "likely")],
  dates: { "2026-01-05": "5 January 2026", "2026-01": "January 2026" },
  revisions: [
    {
      from: "2026-01-07T10:00:00Z",
      until: "2026-01-08T09:20:00Z",
      title: "Lee – Xi summit",
      changes: [
        { field: "title", before: "Lee – Xi summit", after: summit.title },
        { field: "when", before: '{"edtf":"2026-01"}', after: '{"edtf":"2026-01-05"}' },
      ],
    },
  ],
};

const statementItem: ItemResponse = {
  ...eventItem,
  reference: "event:13",
  title: "South Korea reaffirms its one-China policy",
  fields: {
    ...eventFields,
    id: "13",
    kind: "statement",
    title: "South Korea reaffirms its one-China policy",
    when: "2026-01-08",
    when_text: null,
    participants: [],
    topics: [],
    summary: null,
    place: null,
    statement: {
      speaker: lee.reference,
      on_behalf_of: null,
      audience: [],
      targets: ["actor:CHN"],
      issue: "one-China policy",
      stance: "supports",
      quote: "우리의 입장은 변함이 없습니다.",
      quote_language: "ko",
      quote_translation: "Our position has not changed.",
    },
  },
  details: {
    ...(eventItem.details as Extract<ItemResponse["details"], { noun: "event" }>),
    kind_label: "Statement",
    icon: "message-square",
    words: true,
    when: { edtf: "2026-01-08", label: "8 January 2026", earliest: "2026-01-08", latest: "2026-01-08", text: null, relative: null },
    place: null,
    participants: [{ actor: lee, role: "speaker", country: "KOR" }],
    topics: [],
    links: [],
    ties: [],
    statuses: [{ status: "occurred", on: "2026-01-08", on_label: null, source: null, remark: null }],
  },
  claims: [],
  citations: [phase],
  dates: {},
  revisions: [],
  notes: [],
};

export const sourceItem: ItemResponse = {
  reference: paper.reference,
  title: paper.title,
  recorded_at: "2026-01-06T09:00:00Z",
  fields: {
    type: "source",
    id: "1",
    title: paper.title,
    publisher: paper.detail,
    author: "A. Reporter",
    url: "https://courier.example/lee-xi",
    published: "2026-01-05",
    accessed: "2026-01-06",
    language: "en",
    reliability: "B",
    origin: "own-reporting",
    repeats: null,
    text: articleText,
  },
  details: {
    noun: "source",
    sha256: "9f2c1d6b5a7e4f03c8d1b2a49e6f70815c3d2e1f0a9b8c7d6e5f4a3b2c1d0e9f",
    published_label: "5 January 2026",
    cited: [met, phase],
  },
  citations: [],
  claims: [],
  notes: [],
  dates: {},
  revisions: [],
};

const noteBody = `# What the second summit changes

The summit of [[event:10|Lee Jae Myung – Xi Jinping summit in Beijing]] was the *second* in two months. That **pace** is new: see [[event:5|the meeting in Gyeongju]].

## For the next brief

- Watch [[actor:xi|Xi Jinping]] for a date of the return visit
- 한국어 메모: 공급망 의제는 [[source:1|Lee and Xi meet in Beijing]] 참조

> “We will open a new phase”

### Open questions

1. Does the \`one-China\` wording move?
2. What follows for Japan?
`;

export const noteItem: ItemResponse = {
  reference: "note:1",
  title: "What the second summit changes",
  recorded_at: "2026-01-08T10:00:00Z",
  fields: {
    type: "note",
    id: "1",
    title: "What the second summit changes",
    body: noteBody,
    attached_to: [summit.reference],
    judgement: {
      likelihood: "likely",
      confidence: "moderate",
      horizon: "2026-09",
      evidence_for: [summit.reference],
      evidence_against: [],
      outcome: null,
    },
  },
  details: {
    noun: "note",
    attached_to: [summit],
    links: [summit],
    backlinks: [label("note:2", "Questions for the spring")],
    range: [55, 80],
  },
  citations: [],
  claims: [],
  notes: [],
  dates: {},
  revisions: [],
};

const actorItem: ItemResponse = {
  reference: lee.reference,
  title: lee.title,
  recorded_at: "2026-01-06T09:00:00Z",
  fields: {
    type: "actor",
    id: "lee",
    kind: "person",
    name: lee.title,
    other_names: [{ text: "이재명", language: "ko" }],
    code: null,
    acts_for: "actor:KOR",
  },
  details: {
    noun: "actor",
    kind: "person",
    country: label("actor:KOR", "South Korea", "KOR", "kr"),
    offices: [
      {
        reference: "tenure:1",
        office: label("office:1", "President", "South Korea", "kr"),
        holder: lee,
        start_label: "4 Jun 2025",
        end_label: null,
        end: "ongoing",
        acting: false,
      },
    ],
    recent_events: rows.slice(9, 14),
    ties: [],
  },
  citations: [],
  claims: [],
  notes: [],
  dates: {},
  revisions: [],
};

const tieItem: ItemResponse = {
  reference: "tie:1",
  title: "US troops in South Korea",
  recorded_at: "2026-01-06T09:00:00Z",
  fields: {
    type: "tie",
    id: "1",
    kind: "presence",
    title: "US troops in South Korea",
    from: "actor:USA",
    to: "actor:KOR",
    mutual: false,
    sign: 1,
    amount: { value: 28500, unit: "troops", qualifier: "roughly" },
    start: "1953",
    end: "ongoing",
    cause: null,
    summary: null,
  },
  details: {
    noun: "tie",
    kind_label: "Presence",
    from: label("actor:USA", "United States", "USA", "us"),
    to: label("actor:KOR", "South Korea", "KOR", "kr"),
    start_label: "1953",
    end_label: null,
    in_force: true,
    prior: 2,
    amount: null,
    cause: null,
  },
  citations: [],
  claims: [],
  notes: [],
  dates: {},
  revisions: [],
};

const known = [eventItem, statementItem, sourceItem, noteItem, actorItem, tieItem];

/** Any other reference answers a plain item of its noun. */
export function itemOf(reference: string): ItemResponse {
  const found = known.find((item) => item.reference === reference);
  if (found) return found;
  const [noun, id = ""] = reference.split(":");
  const code = id.length === 3 ? id : null;
  const row = rows.find((one) => one.reference === reference);
  if (row)
    return { ...eventItem, reference, title: row.title, fields: { ...eventFields, id, title: row.title, kind: row.kind }, claims: [] };
  if (noun === "actor")
    return {
      ...actorItem,
      reference,
      title: code
        ? ({ KOR: "South Korea", CHN: "China", JPN: "Japan", USA: "United States" }[code] ?? id)
        : id === "xi"
          ? "Xi Jinping"
          : id,
      fields: { ...(actorItem.fields as Extract<ItemInput, { type: "actor" }>), id, code, kind: code ? "country" : "person" },
    };
  if (noun === "topic")
    return { ...actorItem, reference, title: id, fields: { type: "topic", id, name: id, parent: null }, details: { noun: "other" } };
  if (noun === "place")
    return {
      ...actorItem,
      reference,
      title: beijing.title,
      fields: { type: "place", id, name: beijing.title, country: "actor:CHN", latitude: 39.9, longitude: 116.4 },
      details: { noun: "place", country: null, events: [] },
    };
  if (noun === "note") return { ...noteItem, reference };
  throw { code: "not-found", message: `${reference} is not in the dossier`, hint: null, field: null };
}

const names: Completion[] = [
  { kind: "actor", reference: lee.reference, shipped: false, title: lee.title, detail: "South Korea", flag: "kr" },
  { kind: "actor", reference: xi.reference, shipped: false, title: xi.title, detail: "China", flag: "cn" },
  { kind: "actor", reference: "actor:KOR", shipped: false, title: "South Korea", detail: "KOR", flag: "kr" },
  { kind: "country", reference: "country:FRA", shipped: true, title: "France", detail: "FRA", flag: "fr" },
  { kind: "event", reference: summit.reference, shipped: false, title: summit.title, detail: summit.detail, flag: null },
  { kind: "place", reference: beijing.reference, shipped: false, title: beijing.title, detail: beijing.detail, flag: "cn" },
  { kind: "source", reference: paper.reference, shipped: false, title: paper.title, detail: paper.detail, flag: null },
  { kind: "note", reference: "note:1", shipped: false, title: noteItem.title, detail: null, flag: null },
];

const listed: Record<string, ListRow[]> = {
  source: [
    { item: paper, badge: "B", date: "2026-01-05", date_label: "5 January 2026", count: 2 },
    { item: readout, badge: "A", date: "2026-01-05", date_label: "5 January 2026", count: 1 },
  ],
  note: [
    { item: label("note:1", noteItem.title, "likely"), badge: "likely", date: "2026-01-08", date_label: "8 January 2026", count: 3 },
    { item: label("note:2", "Questions for the spring"), badge: null, date: "2026-01-07", date_label: "7 January 2026", count: 1 },
  ],
};

/** Answers for `FakeHost` about single items. */
export const itemAnswers = {
  item: ({ item }: { item: string }) => itemOf(item),
  labels: ({ items }: { items: string[] }) => ({
    labels: items.map((reference) => ({ reference, title: itemOf(reference).title, detail: null, flag: null })),
  }),
  complete: ({ prefix, kinds: wanted, reference }: { prefix: string; kinds: string[]; reference: boolean }) => ({
    items: names.filter(
      (hit) =>
        hit.title.toLowerCase().includes(prefix.toLowerCase()) &&
        (hit.shipped ? reference : wanted.length === 0 || wanted.includes(hit.kind)),
    ),
  }),
  list: ({ kind }: { kind: string }) => ({ total: listed[kind]?.length ?? 0, rows: listed[kind] ?? [] }),
  vocabulary: () => ({
    kinds,
    countries: [],
    ties: [
      { id: "partnership", label: "Partnership", sign: 1, symmetric: true },
      { id: "presence", label: "Presence", sign: 1, symmetric: false },
      { id: "dispute", label: "Dispute", sign: -1, symmetric: true },
    ],
  }),
  save_brief: () => ({ file: "beijing-2026.pdf", pages: 14, events: 18, as_of: "2026-01-08", missing_glyphs: "" }),
  open_address: () => null,
};
