import type {
  ApiError,
  ChangeResponse,
  ChosenResponse,
  Column,
  Fault,
  Format,
  ImportedResponse,
  ImportedView,
  ImportPlanView,
  ImportProgressResponse,
  ImportRequest,
  ImportTableView,
  Mapping,
  NamedParticipant,
  OperationLabel,
  TakenView,
  Use,
} from "../src/api";
import { dayText } from "../src/base/dates";

const refusal = (code: ApiError["code"], message: string, hint: string | null = null): ApiError => ({
  code,
  message,
  hint,
  field: null,
  why: null,
});

/** A file as it lies on the disk of this host. */
interface FakeFile {
  format: Format | null;
  /** Tables as text, with tabs between the cells, by sheet. */
  sheets?: Record<string, string>;
  /** What a known data set is called. */
  known?: string;
  faults?: Fault[];
  /** More than a look tries. */
  long?: boolean;
}

const meetings = `Date\tWhat\tCountry\tWith\tWhere\tSeen by
03/04/2026\tForeign ministers meet on fisheries\tChina\tSouth Korea\tQingdao\tdesk 2
07/04/2026\tTelephone call on trade\tJapan\tUnited States\t\tdesk 2
09/04/2026\tVisit of the defence minister\tFrance\tJapan\tTokyo\tdesk 1
02/05/2026\tSecond round of talks on fisheries\tChina\tSouth Korea\tBusan\tdesk 2
05/06/2026\tJoint exercise in the East China Sea\tChina\tRussia\tEast China Sea\tdesk 3
11/06/2026\tMemorandum on rare earths signed\tAustralia\tJapan\tCanberra\tdesk 1`;

const visits = `Day\tVisit\tGuest\tHost
5 January 2026\tState visit\tSouth Korea\tChina
13 January 2026\tWorking visit\tCanada\tChina
28 January 2026\tOfficial visit\tUnited Kingdom\tChina`;

const holders = `Office\tCountry\tHolder\tSince\tUntil
Foreign minister\tSouth Korea\tCho Hyun\t2025-07-19\t
Foreign minister\tJapan\tMotegi Toshimitsu\t2025-10-21\t`;

const treaties = `Signed\tTreaty\tParty 1\tParty 2
2025-11-01\tAgreement on customs cooperation\tChina\tSouth Korea
2025-13-40\tAgreement on air services\tJapan\tAtlantis
2025-12-04\tConvention on double taxation\tFrance\tChina`;

const fault = (row: number, column: string, value: string, problem: Fault["problem"]): Fault => ({ row, column, value, problem });

const files: Record<string, FakeFile> = {
  "meetings.csv": { format: "table", sheets: { "": meetings } },
  "visits.xlsx": { format: "workbook", sheets: { Visits: visits, "Office holders": holders } },
  "treaties.csv": {
    format: "table",
    sheets: { "": treaties },
    known: "Treaties of the ministry",
    long: true,
    faults: [fault(3, "Signed", "2025-13-40", "date-unread"), fault(3, "Party 2", "Atlantis", "country-unknown")],
  },
  "holidays.ics": { format: "icalendar" },
  "Beijing, January 2026.json": { format: null },
};

const words: Record<string, Partial<Column> & { is: Use }> = {
  date: { is: "date" },
  day: { is: "date" },
  signed: { is: "date" },
  since: { is: "date" },
  until: { is: "end-date" },
  what: { is: "title" },
  visit: { is: "title" },
  treaty: { is: "title" },
  office: { is: "post" },
  country: { is: "actor-name", side: 1, role: "actor" },
  with: { is: "actor-name", side: 2, role: "recipient" },
  guest: { is: "actor-name", side: 1, role: "guest" },
  host: { is: "actor-name", side: 2, role: "host" },
  holder: { is: "actor-name", side: 1, role: "actor", kind: "person" },
  "party 1": { is: "actor-name", side: 1, role: "party" },
  "party 2": { is: "actor-name", side: 2, role: "party" },
  where: { is: "place" },
};

const flags: Record<string, string> = {
  China: "CHN",
  "South Korea": "KOR",
  Japan: "JPN",
  "United States": "USA",
  France: "FRA",
  Russia: "RUS",
  Australia: "AUS",
  Canada: "CAN",
  "United Kingdom": "GBR",
};

const guessOf = (headers: string[], name = ""): Mapping => ({
  name,
  noun: headers.includes("Office") ? "tenure" : "event",
  both_ways: false,
  date_may_be_published: false,
  columns: headers.map((header) => ({ header, is: "remark", side: 0, by_id: false, ...words[header.toLowerCase()] })),
});

const nothing = (): TakenView => ({
  added: [],
  updated: 0,
  unchanged: 0,
  edited_here: 0,
  removed_here: 0,
  other_sides: 0,
  faults: [],
  fault_count: 0,
});

/** Files of other tools as the core would tell of them. Enough of a reader to show what a correction changes. */
export class FakeImport {
  /** What the user chooses in the dialog; nothing where it is closed. */
  chosen: string[] = ["meetings.csv"];
  /** Holds back the answer of an import until `finish` or `cancel_import`. */
  slow = false;
  finish: () => void = () => undefined;
  #stop: (error: ApiError) => void = () => undefined;
  #asked = 0;

  choose(): ChosenResponse {
    if (this.chosen.length === 0) throw refusal("cancelled", "");
    return { files: this.chosen.map((file) => ({ key: file, file })) };
  }

  look(request: ImportRequest): ImportPlanView {
    const file = this.#file(request);
    const tables = Object.entries(file.sheets ?? {}).map(([sheet, text]) => tableOf(file, sheet, text, request));
    const asks = tables.some(({ order_open }) => order_open);
    const shown = asks ? [] : file.format === "icalendar" ? holidays() : tables.flatMap(rowsOf);
    return {
      file: request.key ?? "",
      format: file.format,
      tables,
      shown,
      tried: asks || file.format === null ? nothing() : this.#taken(file, tables, shown),
      whole: !asks && !file.long,
    };
  }

  async import(request: ImportRequest, change: (label: OperationLabel, touched: string[]) => ChangeResponse): Promise<ImportedResponse> {
    this.#asked = 0;
    if (this.slow) await new Promise<void>((resolve, reject: (error: ApiError) => void) => ([this.finish, this.#stop] = [resolve, reject]));
    const { file, shown, format, tried } = this.look(request);
    const events = format === null ? ["event:1", "event:2"] : shown.map(({ row }) => `event:i${row}`);
    return { file, taken: tried, change: change({ name: "import", subject: file }, [...events, "actor:i"]) };
  }

  progress(): ImportProgressResponse {
    this.#asked += 1;
    const done = Math.min(0.96, this.#asked * 0.04);
    return { progress: { things: this.#asked * 800, bytes: Math.round(done * 4_000_000), of_bytes: 4_000_000, seconds: this.#asked / 4 } };
  }

  cancel(): null {
    this.#stop(refusal("cancelled", "The import was stopped.", "nothing of it was taken in"));
    return null;
  }

  #file({ key, text }: ImportRequest): FakeFile {
    const file = key === null ? { format: "table" as const, sheets: { "": text ?? "" } } : files[key];
    const unread = !file || (file.format === "table" && !file.sheets![""]!.includes("\t"));
    if (unread) throw refusal("invalid", "the file is of no form that is read", "a table or a calendar can come in");
    return file;
  }

  #taken({ faults = [] }: FakeFile, tables: ImportTableView[], shown: ImportedView[]): TakenView {
    const events = shown.length;
    const tenures = tables.filter(({ mapping }) => mapping.noun === "tenure").reduce((sum, { rows }) => sum + rows.length, 0);
    const added = Object.entries({ event: events, actor: events > 0 ? 4 : 0, tenure: tenures }).map(([kind, count]) => ({ kind, count }));
    const ofTable = faults.length > 0 ? { unchanged: 2, edited_here: 1, other_sides: 3 } : {};
    return { ...nothing(), ...ofTable, added: added.filter(({ count }) => count > 0), faults, fault_count: faults.length };
  }
}

function tableOf({ known }: FakeFile, sheet: string, text: string, { mappings }: ImportRequest): ImportTableView {
  const [headers = [], ...rows] = text.split("\n").map((line) => line.split("\t"));
  const mapping = mappings.find((given) => given.sheet === sheet)?.mapping ?? guessOf(headers, known);
  const dates = mapping.columns.filter(({ is }) => is === "date").map(({ header }) => headers.indexOf(header));
  const figures = rows.some((row) => dates.some((at) => /^\d\d\/\d\d\/\d{4}$/.test(row[at] ?? "")));
  return { sheet, headers, header_row: 1, rows, mapping, known: known !== undefined, order_open: figures && !mapping.date_order };
}

function rowsOf({ headers, rows, mapping }: ImportTableView): ImportedView[] {
  if (mapping.noun !== "event") return [];
  const cell = (row: string[], is: Use) => row[headers.indexOf(mapping.columns.find((column) => column.is === is)?.header ?? "")] ?? "";
  const who = (row: string[]): NamedParticipant[] =>
    mapping.columns
      .filter(({ is, header }) => is.startsWith("actor-") && row[headers.indexOf(header)])
      .map(({ header, role }) => ({ ...named(row[headers.indexOf(header)]!), role: role ?? "party" }));
  const always = (mapping.always ?? []).map(({ country, role }) => ({ key: `country:${country}`, name: country, country, role }));
  return rows.map((row, at) => {
    const date = isoOf(cell(row, "date"), mapping);
    return shownOf(at + 2, date, cell(row, "title"), [...who(row), ...always], cell(row, "place"));
  });
}

function named(name: string): Omit<NamedParticipant, "role"> {
  const country = flags[name];
  return country ? { key: `country:${country}`, name, country } : { key: `new:${name}`, name };
}

function isoOf(text: string, { date_order }: Mapping): string {
  const [, one = "", other = "", year = ""] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? [];
  if (year === "") return text;
  return date_order === "month-first" ? `${year}-${one}-${other}` : `${year}-${other}-${one}`;
}

const shownOf = (row: number, edtf: string, title: string, participants: NamedParticipant[], place = ""): ImportedView => ({
  row,
  item: {
    noun: "event",
    kind: "talks",
    title,
    status: "occurred",
    when: { edtf },
    ...(place ? { place: { name: place } } : {}),
    participants,
    topics: [],
    sign: 0,
  },
  kind_label: "Talks",
  icon: "messages-square",
  when: edtf ? { edtf, label: dayText(edtf), earliest: edtf, latest: edtf, text: null, relative: null } : null,
});

const holidays = () => [
  shownOf(12, "2026-10-03", "National Foundation Day", [{ ...named("South Korea"), role: "party" }], "Seoul"),
  shownOf(24, "2026-10-09", "Hangul Day", [{ ...named("South Korea"), role: "party" }]),
];
