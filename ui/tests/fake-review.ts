import type {
  CaptureRequest,
  CaptureResponse,
  CaptureView,
  ChangeResponse,
  DraftState,
  DraftView,
  Edit,
  FeedResponse,
  ItemLabel,
  LessonInput,
  ListRow,
  NamedItem,
  NamedParticipant,
  Noun,
  PreviewRequest,
  OperationLabel,
  ReviewRequest,
  ReviewResponse,
  ReviewTextView,
  Role,
  Status,
} from "../src/api";
import { kinds } from "./sample";

const label = (reference: string, title: string, detail: string | null = null, flag: string | null = null): ItemLabel => ({
  reference,
  title,
  detail,
  flag,
});

export const reviewText = [
  "Lee Jae Myung and Xi Jinping met for two hours in Beijing on Monday, their second summit in two months. They agreed to resume talks on fisheries.",
  "“Our position on one China has not changed,” Lee said after the meeting.",
  "Lee will travel on to Shanghai on Wednesday, where he is expected to meet Micah Xu, who leads the chip maker Blue Harbour.",
  "Washington keeps roughly 28,500 troops in South Korea. The United States warned Beijing in December against drills near Taiwan.",
  "Days later the coast guards of both countries may hold a joint exercise, officials said. A call between the two foreign ministers is to follow early this year.",
  "Lee and Japan’s Sanae Takaichi are to meet in Nara on 13 January.",
].join("\n\n");

const koreanText =
  "이재명 대통령은 5일 베이징에서 시진핑 국가주석과 회담했다.\n\n두 정상은 공급망 협력을 논의했다. 조현 외교부 장관은 다음 달 도쿄를 방문할 예정이다.";

const doneText = "The two sides signed fifteen memoranda on Monday.";

const countries = ["China", "South Korea", "United States", "Japan"];

const party = (name: string, role: Role, country: string, unknown = false): NamedParticipant => ({
  key: unknown ? `new:${name}` : countries.includes(name) ? `country:${country}` : `actor:${name.split(" ")[0]!.toLowerCase()}`,
  name,
  role,
  country,
});

interface Seed {
  kind: string;
  title: string;
  words: string;
  parties: NamedParticipant[];
  confidence: number;
  rule: string;
  noun?: Noun;
  trigger?: string;
  status?: Status;
  when?: [edtf: string, label: string, text: string];
  fields?: Partial<NamedItem>;
  doubts?: DraftView["doubts"];
  more?: Partial<DraftView>;
}

function draftOf(
  id: string,
  text: string,
  { kind, title, words, parties, confidence, rule, noun = "event", trigger, status = "occurred", when, fields, doubts = [], more }: Seed,
): DraftView {
  const at = text.indexOf(words);
  const start = [...text.slice(0, Math.max(0, at))].length;
  const known = kinds.find((one) => one.id === kind);
  return {
    reference: `draft:${id}`,
    state: "open",
    became: null,
    kind_label: known?.label ?? "Presence",
    icon: known?.icon ?? "map-pin",
    cameo: "040",
    quad: 1,
    weight: known?.weight ?? 0,
    item: {
      noun,
      kind,
      title,
      status,
      ...(when ? { when: { edtf: when[0], text: when[2] } } : {}),
      participants: parties,
      topics: [],
      sign: 0,
      ...fields,
    },
    when: when
      ? { edtf: when[0], label: when[1], earliest: when[0].slice(0, 10), latest: when[0].slice(0, 10), text: when[2], relative: null }
      : null,
    links: [],
    spans: [{ start, end: start + [...words].length }],
    confidence,
    rule,
    trigger: trigger ?? null,
    doubts,
    duplicates: [],
    ...more,
  };
}

const lee = (role: Role) => party("Lee Jae Myung", role, "KOR");
const xi = (role: Role) => party("Xi Jinping", role, "CHN");

const english: Seed[] = [
  {
    kind: "summit",
    title: "Lee Jae Myung – Xi Jinping summit in Beijing",
    words: "Lee Jae Myung and Xi Jinping met for two hours in Beijing on Monday, their second summit in two months.",
    parties: [lee("party"), xi("party")],
    confidence: 0.94,
    rule: "meet.past",
    trigger: "met",
    when: ["2026-01-05", "5 Jan 2026", "on Monday"],
    fields: { place: { name: "Beijing" } },
    more: {
      duplicates: [
        {
          item: label("event:10", "Lee Jae Myung – Xi Jinping summit in Beijing", "Summit"),
          when_label: "5 Jan 2026",
          reasons: ["kind", "date", "actors", "place"],
          elsewhere: null,
          likeness: 0.92,
        },
        {
          item: label("event:5", "Lee – Xi summit in Gyeongju", "Summit"),
          when_label: "1 Nov 2025",
          reasons: ["kind", "actors"],
          elsewhere: null,
          likeness: 0.41,
        },
      ],
    },
  },
  {
    kind: "call",
    title: "South Korea and China agree to resume talks on fisheries",
    words: "They agreed to resume talks on fisheries.",
    parties: [lee("party"), xi("party")],
    confidence: 0.71,
    rule: "agree.to",
    trigger: "agreed to resume talks",
    when: ["2026-01-05", "5 Jan 2026", "on Monday"],
    fields: { topics: ["fisheries", "maritime borders"] },
    doubts: ["actor-carried", "day-carried"],
    more: { links: [{ kind: "follows-up", other: label("draft:e0", "Lee Jae Myung – Xi Jinping summit in Beijing") }] },
  },
  {
    kind: "statement",
    noun: "statement",
    title: "Lee: position on one China has not changed",
    words: "“Our position on one China has not changed,” Lee said after the meeting.",
    parties: [lee("speaker"), party("China", "recipient", "CHN")],
    confidence: 0.88,
    rule: "say.quote",
    trigger: "Lee said",
    when: ["2026-01-05", "5 Jan 2026", "after the meeting"],
    fields: { issue: "one-China policy", stance: "supports", quote: "Our position on one China has not changed" },
    doubts: ["one-side"],
  },
  {
    kind: "visit",
    title: "Lee Jae Myung visits Shanghai",
    words: "Lee will travel on to Shanghai on Wednesday",
    parties: [lee("guest"), party("China", "host", "CHN")],
    confidence: 0.86,
    rule: "travel.future",
    trigger: "will travel on",
    status: "scheduled",
    when: ["2026-01-07", "7 Jan 2026", "on Wednesday"],
    fields: { place: { name: "Shanghai" } },
  },
  {
    kind: "call",
    title: "Lee Jae Myung meets Micah Xu in Shanghai",
    words: "he is expected to meet Micah Xu, who leads the chip maker Blue Harbour",
    parties: [lee("party"), party("Micah Xu", "party", "CHN", true)],
    confidence: 0.62,
    rule: "meet.expected",
    trigger: "is expected to meet",
    status: "announced",
    when: ["2026-01-07", "7 Jan 2026", "on Wednesday"],
    fields: { place: { name: "Shanghai" } },
    doubts: ["may-happen", "word-beside-names"],
  },
  {
    kind: "presence",
    noun: "tie",
    title: "US troops in South Korea",
    words: "Washington keeps roughly 28,500 troops in South Korea.",
    parties: [party("United States", "actor", "USA"), party("South Korea", "recipient", "KOR")],
    confidence: 0.9,
    rule: "station.troops",
    trigger: "keeps roughly 28,500 troops",
    fields: { amount: { value: 28_500, unit: "troops", qualifier: "roughly" }, sign: 1 },
  },
  {
    kind: "warning",
    title: "United States warns China against drills near Taiwan",
    words: "The United States warned Beijing in December against drills near Taiwan.",
    parties: [party("United States", "actor", "USA"), party("China", "recipient", "CHN")],
    confidence: 0.83,
    rule: "warn.against",
    trigger: "warned",
    when: ["2025-12", "Dec 2025", "in December"],
    fields: { topics: ["Taiwan"] },
  },
  {
    kind: "exercise",
    title: "Coast guards of South Korea and China exercise together",
    words: "the coast guards of both countries may hold a joint exercise",
    parties: [party("South Korea", "party", "KOR"), party("China", "party", "CHN")],
    confidence: 0.44,
    rule: "hold.may",
    trigger: "may hold",
    status: "rumoured",
    when: ["2026-01~", "about Jan 2026", "days later"],
    doubts: ["may-happen", "reported", "far-names"],
  },
  {
    kind: "call",
    title: "Foreign ministers of South Korea and China speak",
    words: "A call between the two foreign ministers is to follow early this year.",
    parties: [party("South Korea", "party", "KOR"), party("China", "party", "CHN")],
    confidence: 0.67,
    rule: "noun.ahead",
    trigger: "is to follow",
    status: "announced",
    when: ["2026-01/2026-04", "Jan–Apr 2026", "early this year"],
    doubts: ["noun-undated"],
  },
  {
    kind: "summit",
    title: "Lee Jae Myung – Sanae Takaichi summit in Nara",
    words: "Lee and Japan’s Sanae Takaichi are to meet in Nara on 13 January.",
    parties: [lee("party"), party("Sanae Takaichi", "party", "JPN")],
    confidence: 0.91,
    rule: "meet.future",
    trigger: "are to meet",
    status: "scheduled",
    when: ["2026-01-13", "13 Jan 2026", "on 13 January"],
    fields: { place: { name: "Nara" } },
  },
];

const korean: Seed[] = [
  {
    kind: "summit",
    title: "이재명 – 시진핑 회담",
    words: "이재명 대통령은 5일 베이징에서 시진핑 국가주석과 회담했다.",
    parties: [party("이재명", "party", "KOR"), party("시진핑", "party", "CHN")],
    confidence: 0.84,
    rule: "ko.meet",
    trigger: "회담했다",
    when: ["2026-01-05", "2026년 1월 5일", "5일"],
    fields: { place: { name: "베이징" } },
  },
  {
    kind: "call",
    title: "두 정상, 공급망 협력 논의",
    words: "두 정상은 공급망 협력을 논의했다.",
    parties: [party("이재명", "party", "KOR"), party("시진핑", "party", "CHN")],
    confidence: 0.7,
    rule: "ko.discuss",
    trigger: "논의했다",
    fields: { topics: ["공급망"] },
    doubts: ["actor-carried"],
  },
  {
    kind: "visit",
    title: "조현 외교부 장관 도쿄 방문",
    words: "조현 외교부 장관은 다음 달 도쿄를 방문할 예정이다.",
    parties: [party("조현", "guest", "KOR", true), party("일본", "host", "JPN")],
    confidence: 0.77,
    rule: "ko.visit.future",
    trigger: "방문할 예정이다",
    status: "scheduled",
    when: ["2026-02", "2026년 2월", "다음 달"],
    fields: { place: { name: "도쿄" } },
  },
];

interface Held {
  text: ReviewTextView;
  drafts: DraftView[];
}

const sourceOf = (id: string, title: string, publisher: string, text: string, tongue: string): ReviewTextView => ({
  reference: `source:${id}`,
  title,
  publisher,
  author: tongue === "en" ? "A. Reporter" : null,
  published_label: "6 Jan 2026",
  language: tongue,
  reliability: "B",
  text,
});

/** Sources with their drafts as the core keeps them, made up. */
export class FakeReview {
  sources: Held[] = [];
  lessons: LessonInput[] = [];
  #made = 0;

  constructor() {
    const signed = draftOf("d0", doneText, {
      kind: "summit",
      title: "Fifteen memoranda signed",
      words: doneText,
      parties: [lee("party"), xi("party")],
      confidence: 0.9,
      rule: "sign.past",
      trigger: "signed",
    });
    this.sources = [
      {
        text: sourceOf("r1", "Second summit in two months", "The Morning Courier", reviewText, "en"),
        drafts: english.map((seed, index) => draftOf(`e${index}`, reviewText, seed)),
      },
      {
        text: sourceOf("r2", "한중 정상, 베이징서 회담", "한양일보", koreanText, "ko"),
        drafts: korean.map((seed, index) => draftOf(`k${index}`, koreanText, seed)),
      },
      {
        text: sourceOf("r3", "Fifteen memoranda", "Harbour Wire", doneText, "en"),
        drafts: [{ ...signed, state: "accepted", became: label("event:10", signed.item.title) }],
      },
    ];
  }

  /** Puts a text of about a megabyte before the others, with thousands of drafts. */
  lengthen(): void {
    const times = 1_300;
    const length = [...reviewText].length + 2;
    const drafts = Array.from({ length: times }, (_, part) => part).flatMap((part) =>
      english.slice(1, 3).map((seed, index) => {
        const draft = draftOf(`l${part}-${index}`, reviewText, { ...seed, title: `${seed.title} ${part}` });
        return {
          ...draft,
          links: [],
          spans: draft.spans.map(({ start, end }) => ({ start: start + part * length, end: end + part * length })),
        };
      }),
    );
    this.sources = [
      {
        text: sourceOf("long", "A long report", "Harbour Wire", Array.from({ length: times }, () => reviewText).join("\n\n"), "en"),
        drafts,
      },
      ...this.sources,
    ];
  }

  get open(): number {
    return this.sources.reduce((sum, { drafts }) => sum + drafts.filter(({ state }) => state === "open").length, 0);
  }

  review({ source }: ReviewRequest): ReviewResponse {
    const count = (drafts: DraftView[], ...states: string[]) => drafts.filter(({ state }) => states.includes(state)).length;
    const shown = source
      ? this.sources.find(({ text }) => text.reference === source)
      : (this.sources.find(({ drafts }) => count(drafts, "open") > 0) ?? this.sources[0]);
    return {
      queue: this.sources.map(({ text, drafts }) => ({
        source: label(text.reference, text.title, text.publisher),
        open: count(drafts, "open"),
        accepted: count(drafts, "accepted", "edited"),
        rejected: count(drafts, "rejected"),
      })),
      source: shown?.text ?? null,
      drafts: shown?.drafts ?? [],
    };
  }

  preview({ text, html }: PreviewRequest): CaptureView {
    const words = text ?? html?.replaceAll(/<[^>]+>/g, "") ?? "";
    const [first = ""] = words.split("\n", 1);
    const same = this.sources.find(({ text: kept }) => kept.text === words);
    return {
      title: first.slice(0, 120),
      publisher: html ? "The Morning Courier" : null,
      author: null,
      published: html ? "2026-01-06" : null,
      published_label: html ? "6 Jan 2026" : null,
      language: "en",
      address: html ? "https://courier.example/second-summit" : null,
      text: words,
      left_out: null,
      known: same
        ? { source: label(same.text.reference, same.text.title), same_text: true }
        : html?.includes("known")
          ? { source: label("source:r1", "Second summit in two months"), same_text: false }
          : null,
    };
  }

  feed(): FeedResponse {
    const item = (title: string, published: string, known: boolean): CaptureView => ({
      title,
      publisher: "Harbour Wire",
      author: null,
      published,
      published_label: null,
      language: "en",
      address: `https://wire.example/${title.length}`,
      text: `${title}. The ministers met.`,
      left_out: null,
      known: known ? { source: label("source:r3", "Fifteen memoranda"), same_text: true } : null,
    });
    return {
      title: "Harbour Wire: Asia",
      items: [
        item("Ministers meet in Jakarta", "2026-01-07", false),
        item("Fifteen memoranda", "2026-01-06", true),
        item("Ferry line opens between Busan and Fukuoka", "2026-01-05", false),
      ],
    };
  }

  /** Keeps a document with one draft. */
  capture(
    { source }: Pick<CaptureRequest, "source">,
    change: (label: OperationLabel, touched: string[]) => ChangeResponse,
  ): CaptureResponse {
    const known = this.sources.some(({ text }) => text.reference === `source:${source.id}`);
    const id = known ? source.id : `c${(this.#made += 1)}`;
    const text = sourceOf(id, source.title, source.publisher ?? "", source.text, source.language ?? "en");
    const draft = draftOf(`${id}-0`, source.text, {
      kind: "summit",
      title: source.title,
      words: source.text.split("\n", 1)[0] ?? "",
      parties: [lee("party"), xi("party")],
      confidence: 0.9,
      rule: "meet.past",
    });
    const at = this.sources.findIndex((held) => held.text.reference === text.reference);
    if (at < 0) this.sources = [...this.sources, { text, drafts: [draft] }];
    return {
      change: change({ name: "capture", subject: source.title }, [text.reference]),
      captured: [
        {
          source: label(text.reference, source.title),
          drafts: 1,
          truncated: source.text.length > 5_000 ? ["text"] : [],
          left_out: null,
          quotes: at < 0 ? null : { exact: 12, moved: 2, changed: 1, lost: 0 },
        },
      ],
    };
  }

  /** Does an edit of drafts; answers what it is called and touched, or nothing when the edit is of another kind. */
  keep(edit: Edit): { name: string; subject: string; touched: string[] } | undefined {
    switch (edit.verb) {
      case "accept-drafts":
        return this.#decide(edit.drafts, "accepted", "accept-draft");
      case "reject-drafts":
        return this.#decide(edit.drafts, "rejected", "reject-draft");
      case "merge-draft":
        return this.#decide([edit.draft], "accepted", "merge-draft", edit.into);
      case "link-draft":
        return this.#decide([edit.draft], "accepted", "link-draft");
      case "amend-draft":
        return this.#amend(edit.draft, edit.item);
      case "read-again":
        return { name: "read-again", subject: "", touched: [edit.source] };
      case "teach":
        this.lessons = [...this.lessons, edit.lesson];
        return { name: "teach", subject: edit.lesson.words, touched: ["lesson:1"] };
      case "remove":
        if (!edit.items.some((item) => item.startsWith("lesson:"))) return undefined;
        this.lessons = this.lessons.filter((_, index) => !edit.items.includes(`lesson:${index}`));
        return { name: "remove-lesson", subject: "", touched: edit.items };
      default:
        return undefined;
    }
  }

  rows(): ListRow[] {
    return this.lessons.map(({ words, actor, kind }, index) => ({
      item: label(`lesson:${index}`, words, kinds.find(({ id }) => id === kind)?.label ?? actor ?? kind),
      reliability: null,
      likelihood: null,
      date: null,
      date_label: null,
      count: 0,
    }));
  }

  snapshot(): unknown {
    return structuredClone([this.sources, this.lessons]);
  }

  /** References of the drafts that are not as they were. */
  differing(kept: unknown): string[] {
    const before = new Map((kept as [Held[]])[0].flatMap(({ drafts }) => drafts).map((draft) => [draft.reference, JSON.stringify(draft)]));
    return this.sources
      .flatMap(({ drafts }) => drafts)
      .filter((draft) => before.get(draft.reference) !== JSON.stringify(draft))
      .map(({ reference }) => reference);
  }

  restore(kept: unknown): void {
    [this.sources, this.lessons] = structuredClone(kept) as [Held[], LessonInput[]];
  }

  #change(references: readonly string[], now: (draft: DraftView) => DraftView): void {
    this.sources = this.sources.map((held) => ({
      ...held,
      drafts: held.drafts.map((draft) => (references.includes(draft.reference) ? now(draft) : draft)),
    }));
  }

  #decide(references: string[], state: DraftState, name: string, into?: string) {
    const titles = this.sources
      .flatMap(({ drafts }) => drafts)
      .filter(({ reference }) => references.includes(reference))
      .map(({ item }) => item.title);
    this.#change(references, (draft) => ({
      ...draft,
      state,
      became: state === "rejected" ? null : label(into ?? `event:${draft.reference.slice(6)}`, draft.item.title),
    }));
    const many = references.length > 1;
    return { name: many ? `${name}s` : name, subject: many ? String(references.length) : (titles[0] ?? ""), touched: references };
  }

  #amend(reference: string, item: NamedItem) {
    const kind = kinds.find(({ id }) => id === item.kind);
    this.#change([reference], (draft) => ({ ...draft, item, kind_label: kind?.label ?? draft.kind_label, icon: kind?.icon ?? draft.icon }));
    return { name: "amend-draft", subject: item.title, touched: [reference] };
  }
}
