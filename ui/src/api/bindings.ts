// Written by `cargo xtask bindings` from the contract in src-tauri/crates/api. Do not edit.

export type Call = <T>(command: string, request?: unknown) => Promise<T>;

/**
 * A country, organisation, bloc, person, company or group.
 */
export type Actor = { id: ActorId, kind: ActorKind, name: Title, other_names?: Array<OtherName>, code?: ActorCode, 
/**
 * Whose acts its acts are: a company's or an agency's country.
 */
acts_for?: ActorId, };

/**
 * A code and the list it comes from.
 */
export type ActorCode = { scheme: CodeScheme, code: Code, };

export type ActorDetails = { kind: ActorKind, country: ItemLabel | null, offices: Array<TenureView>, recent_events: Array<EventRow>, ties: Array<ItemLabel>, };

export type ActorId = string;

/**
 * Who can act.
 */
export type ActorKind = "country" | "organisation" | "bloc" | "person" | "company" | "group";

export type AddedView = { kind: string, count: number, };

/**
 * A web or mail address that may be opened: `http`, `https` or `mailto`, nothing else.
 */
export type Address = string;

/**
 * A web or mail address: to be shown as it is written in its source, to be opened outside the window as it was shown.
 */
export type AddressRequest = { address: string, };

/**
 * An address in parts that make the whole, its host apart. All of it is ASCII.
 */
export type AddressView = { before: string, host: string, after: string, };

/**
 * Somebody who has a part in every row and stands in no column: the host of a list of visits to one country.
 */
export type Always = { 
/**
 * ISO 3166 alpha-3.
 */
country: string, role: Role, };

/**
 * How much, as exactly as the source says: "roughly 28,500 troops", "nearly half". At least a value or a qualifier.
 */
export type Amount = { value?: Number, unit?: Title, qualifier?: Title, };

/**
 * An exact quote, what stands around it, and its position in Unicode characters (not bytes).
 */
export type Anchor = { exact: string, prefix: string, suffix: string, start: number, end: number, };

/**
 * What went wrong, in English, and the code of it where it has words in every language.
 */
export type ApiError = { code: ErrorCode, message: string, hint: string | null, field: string | null, why: WhyView | null, };

/**
 * The analyst's own arrow on a dyad, with a one-line reason and a date. It never alters flow or tone.
 */
export type Assessment = { id: AssessmentId, a: ActorId, b: ActorId, direction: Direction, reason: Title, on: string, };

export type AssessmentId = string;

export type AssessmentView = { reference: ItemRef, direction: Direction, reason: string, on: string, };

export type BriefPart = "judgements" | "timeline" | "chronology" | "matrix" | "dyads" | "notes" | "sources";

/**
 * What to print. Absent title: the dossier's.
 */
export type BriefRequest = { title: string | null, filter: Filter, known_on: string | null, as_of: string | null, 
/**
 * Empty for all parts.
 */
parts: Array<BriefPart>, paper: PaperSize, marking: string | null, language: Language, };

export type BriefResponse = { 
/**
 * Where it was saved, by file name.
 */
file: string, pages: number, events: number, 
/**
 * The day it was printed as of.
 */
as_of: string, 
/**
 * Characters no font has; they are listed in the brief too.
 */
missing_glyphs: string, };

export type CadenceView = { meetings_24_months: number, 
/**
 * The date of the last, as its event has it.
 */
last: string | null, 
/**
 * From the middle of its date, where that is no day.
 */
days_since_last: number | null, longest_gap_days: number | null, };

/**
 * Keeps a document and reads it. With the `id` of a source, its text is replaced: quotes are found again, and what is new is proposed.
 */
export type CaptureRequest = { source: Source, language: Language, };

export type CaptureResponse = { change: ChangeResponse, captured: Array<CapturedView>, };

/**
 * A document as it would be captured. What it does not say of itself is absent.
 */
export type CaptureView = { title: string | null, publisher: string | null, author: string | null, 
/**
 * EDTF.
 */
published: string | null, published_label: string | null, 
/**
 * ISO 639-1, as stated or as found from the words.
 */
language: string | null, address: string | null, text: string, 
/**
 * Prose of the page that was not taken for a part of its article, where it is worth a word.
 */
left_out: LeftOutView | null, 
/**
 * The source of the dossier that this is, or is a newer text of.
 */
known: KnownView | null, };

export type CapturedView = { source: ItemLabel, 
/**
 * Drafts now open on it.
 */
drafts: number, 
/**
 * How its quotes fared where a text was replaced.
 */
quotes: QuotesView | null, 
/**
 * Limits the text went beyond: `text`, `sentence`, `drafts`, `citations`.
 */
truncated: Array<string>, 
/**
 * Per cent of a page's prose that was left out, where it is worth a word.
 */
left_out: number | null, };

/**
 * The answer to every write: what changed and what can be undone now.
 */
export type ChangeResponse = { state: ChangeState, 
/**
 * Everything that is other than before.
 */
touched: Array<ItemRef>, 
/**
 * The item an *add* made.
 */
created: ItemRef | null, counts: CountsView, };

export type ChangeState = { revision: number, undo: OperationLabel | null, redo: OperationLabel | null, };

/**
 * Captures one chosen file: a document, or every item of a feed.
 */
export type ChosenRequest = { key: string, language: Language, };

/**
 * Files chosen in a dialog. `key` stands for a path, which the page never handles.
 */
export type ChosenResponse = { files: Array<ChosenView>, };

export type ChosenView = { key: string, file: string, };

/**
 * From an item to what it rests on: words of a source, or a place in a source whose text is not kept here, as a call, a book or a broadcast.
 */
export type Citation = { id: CitationId, item: ItemRef, source: SourceId, anchor?: Anchor, 
/**
 * Where in the source, as its readers count: a page, a minute.
 */
locator?: Title, credibility: Credibility, coder: Coder, fate?: Fate, };

export type CitationId = string;

/**
 * A quote and where it stands.
 */
export type CitationView = { reference: ItemRef, item: ItemLabel, source: ItemLabel, 
/**
 * The words cited; absent where a place in the source is.
 */
anchor: Anchor | null, 
/**
 * A page or a minute.
 */
locator: string | null, 
/**
 * `B2`: reliability of the source, credibility of the information.
 */
grade: string, coder: string, };

/**
 * One value of one attribute, from one citation. Where two differ the attribute is *contested*; one is chosen, with a reason.
 */
export type Claim = { id: ClaimId, item: ItemRef, value: ClaimValue, citation?: CitationId, chosen?: boolean, reason?: Title, };

export type ClaimId = string;

/**
 * What a source says about one attribute. The variant names the attribute.
 */
export type ClaimValue = { "attribute": "when", "value": Edtf } | { "attribute": "place", "value": PlaceId } | { "attribute": "title", "value": Title } | { "attribute": "amount", "value": Amount } | { "attribute": "other", "value": { name: Title, words: Title, } };

export type ClaimView = { reference: ItemRef, label: string, chosen: boolean, reason: string | null, citation: CitationView | null, };

/**
 * A short name that machines agree on: `KOR`, `NATO`.
 */
export type Code = string;

/**
 * The list that the code of a country is from.
 */
export type CodeList = "iso-alpha-2" | "iso-alpha-3" | "iso-numeric" | "fips" | "cow-number" | "cow-letters" | "cameo" | "name";

/**
 * The list a code comes from.
 */
export type CodeScheme = "iso3166" | "own";

/**
 * Who tied the item to the words.
 */
export type Coder = "person" | { "rule": Title };

/**
 * What one column means.
 */
export type Column = { 
/**
 * Its header as it stands in the file; its number, counted from 1, where there is none.
 */
header: string, is: Use, 
/**
 * Of codes and countries: the list they are from.
 */
list?: CodeList, 
/**
 * Of actors: their part.
 */
role?: Role, 
/**
 * Of actors: columns with the same number are about the same one.
 */
side: number, 
/**
 * Of actors: what they are.
 */
kind?: ActorKind, 
/**
 * Where one cell holds several: what stands between them.
 */
between?: string, 
/**
 * Of actors: the cell holds ids of other rows of the table, whose titles are their names.
 */
by_id: boolean, 
/**
 * Of a condition: what the cell must say, in any case; where nothing is listed, anything but blank, `0`, `FALSE`, `no` and `NA`.
 */
only?: Array<string>, };

export type CompleteRequest = { prefix: string, 
/**
 * Kinds of item; empty for all that have names.
 */
kinds: Array<ItemKind>, 
/**
 * Also offer shipped countries, persons and organisations that the dossier lacks.
 */
reference: boolean, 
/**
 * Offers people first, each with the office held on this date, then countries, then others, those of the dossier before the shipped;
 * also before a letter is typed.
 */
people_as_of: string | null, limit: number, language: Language, };

export type CompleteResponse = { items: Array<Completion>, };

export type Completion = { kind: string, 
/**
 * `actor:0192…`, or for a shipped entry `country:KOR`, `person:…`, `organisation:…` to be added by `add-reference`.
 */
reference: string, shipped: boolean, title: string, detail: string | null, flag: string | null, };

/**
 * How well founded a judgement is. Another axis than likelihood, and never in one sentence with it.
 */
export type Confidence = "low" | "moderate" | "high";

/**
 * An attribute with what each source says of it.
 */
export type ContestedView = { attribute: string, contested: boolean, claims: Array<ClaimView>, };

export type ContributionView = { event: ItemLabel, weight: number, decay: number, credibility: number, 
/**
 * What it adds to the tone.
 */
share: number, };

/**
 * Decimal degrees on the globe.
 */
export type Coordinates = { latitude: number, longitude: number, };

export type CountryNode = { reference: ItemRef, code: string, name: string, flag: string | null, events: number, };

export type CountryView = { code: string, 
/**
 * ISO alpha-2 in small letters, for the flag; absent for dissolved states.
 */
alpha2: string | null, name: string, };

export type CountsView = { events: number, statements: number, ties: number, actors: number, sources: number, notes: number, overdue: number, 
/**
 * Open drafts.
 */
drafts: number, };

/**
 * Credibility of one piece of information, 1 (confirmed by independent sources) to 5 (improbable); 6 cannot be judged.
 */
export type Credibility = 1 | 2 | 3 | 4 | 5 | 6;

/**
 * In which order numbers make a date, where the year does not stand first.
 */
export type DateOrder = "day-first" | "month-first";

export type DateRequest = { text: string, language: Language, };

export type DateResponse = { edtf: string, label: string, earliest: string | null, latest: string | null, };

/**
 * A date as people read it, with the bounds behind it.
 */
export type DateView = { edtf: string, label: string, 
/**
 * ISO dates; absent where there is no bound.
 */
earliest: string | null, latest: string | null, text: string | null, relative: RelativeView | null, };

/**
 * Density of the whole record, for the overview strip.
 */
export type DensityRequest = { filter: Filter, known_on: string | null, buckets: number, };

export type DensityResponse = { start: number, end: number, counts: Array<number>, 
/**
 * Sum of the weights in each bucket.
 */
balances: Array<number>, undated: number, };

/**
 * Titles and dates of the marks that get a label or a tooltip.
 */
export type DescribeRequest = { 
/**
 * Event ids, without `event:`.
 */
ids: Array<string>, known_on: string | null, language: Language, };

/**
 * In no order; events that are gone are left out.
 */
export type DescribeResponse = { marks: Array<EventRow>, };

/**
 * Where the analyst sees a relation going.
 */
export type Direction = "better" | "unchanged" | "worse";

export type DossierId = string;

export type DossierView = { id: string, title: string, file: string, language: Language, time_zone: string, half_life_days: number, namings: Array<NamingView>, 
/**
 * Why nothing can be changed, where that is so.
 */
read_only: ObstacleView | null, counts: CountsView, 
/**
 * First and last day with an event, ISO dates.
 */
first: string | null, last: string | null, 
/**
 * The day it is first looked at from; today where there is none.
 */
opens_as_of: string | null, today: string, change: ChangeState, };

/**
 * A reason why a draft is not surer.
 */
export type Doubt = "actor-carried" | "place-as-party" | "may-happen" | "one-side" | "word-beside-names" | "day-carried" | "said-again" | "noun-undated" | "no-agent" | "other-deed" | "day-of-publication" | "taken-up" | "reported" | "far-names" | "bare" | "office-assumed";

/**
 * A proposal of the reader: the item it would become, the words it came from, the rule that made it, and how sure it is.
 */
export type Draft = { id: DraftId, source: SourceId, proposal: Item, 
/**
 * Actors, places and topics the proposal points at and the dossier lacked: they come with it when it is accepted.
 */
brings?: Array<Item>, 
/**
 * Shipped actors among them, by key (`country:KOR`): they come with their names and offices.
 */
shipped?: Array<Title>, 
/**
 * Links to what other drafts of the source would become: made when both ends stand.
 */
links?: Array<Link>, 
/**
 * Drafts it points at or that point at it, by a link, a relative date or a cause.
 */
related?: Array<DraftId>, 
/**
 * Where it was found.
 */
anchor: Anchor, 
/**
 * Where the text repeats it or adds to it.
 */
further?: Array<Anchor>, rule: Title, 
/**
 * The words that made the rule fire.
 */
trigger?: Title, confidence: Share, 
/**
 * Why it is not surer.
 */
doubts?: Array<Doubt>, state: DraftState, 
/**
 * Whether a person changed it.
 */
amended?: boolean, 
/**
 * What it became: its proposal, or the event it was found to tell of. It may have been removed since.
 */
became?: ItemRef, };

export type DraftId = string;

export type DraftLinkView = { 
/**
 * A kind of link, `in-` and a kind where the other end has it, or `after`, `before`, `caused-by`, `causes`, `related`.
 */
kind: string, 
/**
 * The draft or event at the other end.
 */
other: ItemLabel, };

/**
 * What became of a proposal.
 */
export type DraftState = "open" | "accepted" | "edited" | "rejected";

/**
 * A proposal of the reader.
 */
export type DraftView = { reference: ItemRef, 
/**
 * *Edited* is accepted after a change.
 */
state: DraftState, 
/**
 * What it became.
 */
became: ItemLabel | null, 
/**
 * What it would become.
 */
item: NamedItem, kind_label: string, icon: string, when: DateView | null, cameo: string | null, quad: Quad | null, weight: number, links: Array<DraftLinkView>, 
/**
 * The words it rests on, in characters of the text: the first is where it was found.
 */
spans: Array<SpanView>, 
/**
 * 0 to 1.
 */
confidence: number, rule: string, 
/**
 * The words of the text that made the rule fire.
 */
trigger: string | null, 
/**
 * Why it is not surer.
 */
doubts: Array<Doubt>, 
/**
 * Events or ties of the record that may be the same.
 */
duplicates: Array<DuplicateView>, };

export type DuplicateView = { item: ItemLabel, when_label: string | null, 
/**
 * What speaks for it: `kind`, `date`, `actors`, `place`.
 */
reasons: Array<string>, 
/**
 * What speaks against it: where the record has it instead.
 */
elsewhere: string | null, 
/**
 * 0 to 1.
 */
likeness: number, };

export type DyadRequest = { a: string, b: string, as_of: string | null, known_on: string | null, language: Language, };

export type DyadResponse = { as_of: string, half_life_days: number, a: CountryNode, b: CountryNode, dyad: DyadView, working: WorkingView, standing: Array<StandingView>, series: Array<TonePoint>, ticks: Array<TickView>, flow: Array<FlowView>, cadence: CadenceView, 
/**
 * The cadence as one sentence.
 */
cadence_label: string, statements: Array<IssueView>, assessment: AssessmentView | null, };

/**
 * Where two countries stand. `a` and `b` are codes, `a` first in the alphabet.
 */
export type DyadView = { a: string, b: string, tone: number, intensity: number, prior: number, events: number, 
/**
 * The day the last event counts from.
 */
last: string | null, 
/**
 * The last event's own date in words.
 */
last_label: string | null, };

/**
 * One change to the record. Every edit is one named, undoable operation.
 */
export type Edit = { "verb": "put", item: Item, typing: boolean, } | { "verb": "put-cited", item: Item, citation: Item, } | { "verb": "remove", items: Array<ItemRef>, } | { "verb": "set-status", event: ItemRef, step: StatusEntry, } | { "verb": "choose-claim", claim: ItemRef, reason: string | null, } | { "verb": "add-reference", key: string, } | { "verb": "accept-drafts", drafts: Array<ItemRef>, } | { "verb": "reject-drafts", drafts: Array<ItemRef>, } | { "verb": "amend-draft", draft: ItemRef, item: NamedItem, } | { "verb": "merge-draft", draft: ItemRef, into: ItemRef, } | { "verb": "link-draft", draft: ItemRef, to: ItemRef, } | { "verb": "read-again", source: ItemRef, } | { "verb": "teach", lesson: LessonInput, };

export type EditRequest = { edit: Edit, };

/**
 * A date expression, kept as written; equal when the texts are.
 */
export type Edtf = string;

/**
 * How something ends. *Ongoing* and *ended, date unknown* are different facts, so they are different values.
 */
export type End = string;

/**
 * What went wrong, in a form the page can branch on. One table in the page turns `code` into what a person sees.
 */
export type ErrorCode = "invalid" | "not-found" | "no-dossier" | "read-only" | "newer" | "foreign" | "damaged" | "full" | "io" | "exists" | "cancelled" | "brief" | "internal";

/**
 * Something that happened or is to happen. With a `statement` its act is words.
 */
export type Event = { id: EventId, kind: KindId, title: Title, when?: When, status: StatusHistory, place?: PlaceId, participants: Participants, statement?: Statement, topics?: Array<TopicId>, amount?: Amount, summary?: Prose, salience: Salience, weight?: WeightOverride, original?: OriginalCode, };

export type EventDetails = { kind_label: string, icon: string, words: boolean, cameo: string, quad: Quad, weight: number, when: DateView | null, status: Status, overdue: boolean, statuses: Array<StatusView>, place: ItemLabel | null, participants: Array<ParticipantView>, topics: Array<ItemLabel>, links: Array<LinkView>, ties: Array<ItemLabel>, 
/**
 * The code it was imported with, where it was.
 */
original: string | null, };

export type EventId = string;

/**
 * A line of the chronology and of the timeline's table.
 */
export type EventRow = { reference: ItemRef, kind: KindId, title: string, when: string | null, when_label: string | null, earliest: string | null, latest: string | null, status: Status, overdue: boolean, contested: boolean, statement: boolean, weight: number, quad: Quad, place: string | null, participants: Array<RowParticipant>, citations: number, };

export type EventsRequest = { filter: Filter, known_on: string | null, offset: number, limit: number, language: Language, };

export type EventsResponse = { total: number, rows: Array<EventRow>, };

export type FacetValue = { value: string, label: string, flag: string | null, count: number, };

/**
 * How many events each value of each facet would leave.
 */
export type FacetsRequest = { filter: Filter, known_on: string | null, language: Language, };

export type FacetsResponse = { actors: Array<FacetValue>, kinds: Array<FacetValue>, topics: Array<FacetValue>, statuses: Array<FacetValue>, grades: Array<FacetValue>, total: number, };

/**
 * What became of a quote when the text of its source was captured anew.
 */
export type Fate = "exact" | "moved" | { "changed": { was: string, } } | "lost";

/**
 * Something in a file that could not be read as it stands.
 */
export type Fault = { 
/**
 * As in [`Incoming::row`]; 0 where it is the whole file.
 */
row: number, 
/**
 * The column, property or element; empty where it is the whole row.
 */
column: string, 
/**
 * What stood there, cut to [`Fault::LONGEST`] characters.
 */
value: string, problem: Problem, };

/**
 * A feed at an address the user typed. The one question that uses the network.
 */
export type FeedRequest = { address: string, language: Language, };

export type FeedResponse = { title: string | null, items: Array<CaptureView>, };

export type FieldChange = { field: string, before: string | null, after: string | null, };

/**
 * Where the file of the open dossier is; one that was moved is followed.
 */
export type FilePlace = "here" | "replaced" | "gone";

/**
 * Facets join by *and*; within one, any value will do, but all `actors` must take part unless one is enough. Empty narrows nothing.
 */
export type Filter = { 
/**
 * A country stands for all who act for it.
 */
actors: Array<ActorId>, 
/**
 * One of the actors is enough.
 */
any_actor: boolean, kinds: Array<KindId>, topics: Array<TopicId>, statuses: Array<Status>, 
/**
 * Plans that came due without an outcome: one more value beside the statuses.
 */
overdue: boolean, 
/**
 * Reliability of the source of the best citation.
 */
grades: Array<Reliability>, text: string | null, 
/**
 * The event may have gone on in or after this time …
 */
from: Edtf | null, 
/**
 * … and have begun in or before this one.
 */
to: Edtf | null, };

/**
 * What went from one to the other, by quad class 1 to 4.
 */
export type FlowView = { from: string, to: string, counts: [number, number, number, number], weights: [number, number, number, number], };

/**
 * The forms of file that come in.
 */
export type Format = "table" | "workbook" | "timelinejs" | "timeline-project" | "aeon-timeline" | "markwhen" | "icalendar" | "gexf" | "graphml" | "kml" | "stix" | "misp" | "follow-the-money" | "popolo" | "wikidata" | "uk-treaties" | "bibtex" | "ris" | "csl" | "markdown";

/**
 * Asks for what to draw. The answer is bytes: see `timeline::encode`.
 */
export type FrameRequest = { by: LaneKind, lanes: Array<number>, filter: Filter, known_on: string | null, 
/**
 * Seconds since 1970-01-01, without a time zone.
 */
start: number, end: number, width_px: number, 
/**
 * How many marks a lane can show one above the other.
 */
depth: number, 
/**
 * Id of the event that is selected, without `event:`: it is drawn however crowded its place.
 */
chosen: string | null, };

/**
 * Days until an event counts half, 1 to 36,500.
 */
export type HalfLife = number;

export type HistoryRequest = { limit: number, };

export type HistoryResponse = { operations: Array<OperationView>, };

export type HitView = { item: ItemLabel, kind: ItemKind, snippet: string, 
/**
 * Ranges of `snippet` that match, in UTF-16 units as the page counts.
 */
marks: Array<[number, number]>, };

/**
 * A file as it would come in.
 */
export type ImportPlanView = { file: string, 
/**
 * Absent for a dossier in its own JSON.
 */
format: Format | null, tables: Array<ImportTableView>, 
/**
 * The first things as they would stand in the record.
 */
shown: Array<ImportedView>, tried: TakenView, 
/**
 * Whether the whole file was tried; else its beginning.
 */
whole: boolean, };

export type ImportProgressResponse = { progress: ImportProgressView | null, };

/**
 * How far an import has come; nothing where none is under way.
 */
export type ImportProgressView = { things: number, bytes: number, 
/**
 * Of the file as it lies on the disk.
 */
of_bytes: number, seconds: number, };

/**
 * What is to come in: one of the files chosen last, or a table that was pasted.
 */
export type ImportRequest = { key: string | null, text: string | null, 
/**
 * What a person has made of the columns; a sheet that is not named is read by the guess.
 */
mappings: Array<SheetMapping>, language: Language, };

export type ImportTableView = { sheet: string, headers: Array<string>, header_row: number, 
/**
 * The first rows below the headers.
 */
rows: Array<Array<string>>, mapping: Mapping, 
/**
 * The columns are those of a data set that is known.
 */
known: boolean, 
/**
 * Nothing tells whether day or month stands first: the mapping must say so before anything comes in.
 */
order_open: boolean, };

/**
 * What came of a file that was taken in.
 */
export type ImportedResponse = { file: string, taken: TakenView, change: ChangeResponse, };

export type ImportedView = { row: number, item: NamedItem, kind_label: string, icon: string, when: DateView | null, };

export type IssueView = { issue: string, statements: Array<StanceView>, };

/**
 * One noun of the record. Items are handled one at a time, so their size is no matter.
 */
export type Item = { "type": "settings" } & Settings | { "type": "actor" } & Actor | { "type": "office" } & Office | { "type": "tenure" } & Tenure | { "type": "place" } & Place | { "type": "topic" } & Topic | { "type": "source" } & Source | { "type": "event" } & Event | { "type": "tie" } & Tie | { "type": "link" } & Link | { "type": "citation" } & Citation | { "type": "claim" } & Claim | { "type": "note" } & Note | { "type": "assessment" } & Assessment | { "type": "draft" } & Draft | { "type": "lesson" } & Lesson;

export type ItemDetails = { "noun": "event" } & EventDetails | { "noun": "tie" } & TieDetails | { "noun": "actor" } & ActorDetails | { "noun": "source" } & SourceDetails | { "noun": "note" } & NoteDetails | { "noun": "place" } & PlaceDetails | { "noun": "office" } & OfficeDetails | { "noun": "other" };

/**
 * The nouns, in the order in which a record can be rebuilt: what is pointed at comes before what points.
 */
export type ItemKind = "settings" | "actor" | "office" | "tenure" | "place" | "topic" | "source" | "event" | "tie" | "link" | "citation" | "claim" | "note" | "assessment" | "draft" | "lesson";

/**
 * An item named: enough to show it in a list and to open it.
 */
export type ItemLabel = { reference: ItemRef, title: string, 
/**
 * A second line: a date, a kind, a publisher.
 */
detail: string | null, 
/**
 * ISO alpha-2 in small letters, where a flag belongs beside it.
 */
flag: string | null, };

/**
 * Points at one item: `event:0192f0c1-…`.
 */
export type ItemRef = string;

export type ItemRequest = { item: ItemRef, 
/**
 * ISO date: as the dossier had it by the end of that day.
 */
known_on: string | null, language: Language, };

/**
 * Everything the inspector shows of one item.
 */
export type ItemResponse = { reference: ItemRef, title: string, 
/**
 * When this wording was recorded, RFC 3339.
 */
recorded_at: string, 
/**
 * The item itself, as a form edits it and sends it back.
 */
fields: Item, 
/**
 * What else the inspector shows, by noun.
 */
details: ItemDetails, citations: Array<CitationView>, claims: Array<ContestedView>, notes: Array<ItemLabel>, revisions: Array<RevisionView>, 
/**
 * The words for every date in the item and its earlier wordings, by EDTF.
 */
dates: { [key in string]: string }, };

/**
 * What makes a note a judgement: it commits to something that will turn out true or not.
 */
export type Judgement = { 
/**
 * What is held to be so: "X will do Y by Z". Older judgements have none and are read by the title of their note.
 */
proposition?: Title, likelihood: Likelihood, confidence: Confidence, horizon?: Edtf, evidence_for?: Array<ItemRef>, evidence_against?: Array<ItemRef>, outcome?: Outcome, };

/**
 * A kind of event by its stable name: `summit`, `missile-test`.
 */
export type KindId = string;

export type KindView = { id: KindId, label: string, cameo: string, quad: Quad, weight: number, icon: string, words: boolean, mutual: boolean, };

export type KnownView = { source: ItemLabel, 
/**
 * Word for word the same text; else the same address.
 */
same_text: boolean, };

/**
 * Asks for items by name, up to 1,000.
 */
export type LabelsRequest = { items: Array<ItemRef>, known_on: string | null, language: Language, };

/**
 * In the order asked; what is not in the dossier is named by its reference.
 */
export type LabelsResponse = { labels: Array<ItemLabel>, };

/**
 * Which lanes stand beneath each other.
 */
export type LaneKind = "countries" | "actors" | "topics" | "kinds";

export type LaneView = { 
/**
 * The key frames use.
 */
key: number, reference: ItemRef | null, label: string, 
/**
 * ISO alpha-3, or the actor's own code.
 */
code: string | null, flag: string | null, count: number, };

export type LanesRequest = { by: LaneKind, filter: Filter, known_on: string | null, language: Language, };

export type LanesResponse = { lanes: Array<LaneView>, };

/**
 * A language the product speaks: dates, labels and words of its own are in it.
 */
export type Language = "en" | "ko";

/**
 * A BCP 47 language tag as far as names and quotes need it: `en`, `ko`, `zh-Hant`.
 */
export type LanguageTag = string;

export type LeftOutView = { 
/**
 * Per cent of all.
 */
share: number, text: string, };

/**
 * Something the reader was told in this dossier and goes by from then on.
 */
export type Lesson = { id: LessonId, words: Title, teaches: Teaches, };

export type LessonId = string;

/**
 * What the dossier shall remember: words that name an actor, or that tell of a kind of event. One of the two is given.
 */
export type LessonInput = { words: string, 
/**
 * A key as in `NamedParticipant`.
 */
actor: string | null, kind: string | null, };

/**
 * Likelihood in the seven bands of ICD 203. The band is kept, not a number: neighbouring bands share their ends.
 */
export type Likelihood = "almost-no-chance" | "very-unlikely" | "unlikely" | "roughly-even" | "likely" | "very-likely" | "almost-certain";

/**
 * Event to event, read from left to right: `from` replies to `to`.
 */
export type Link = { id: LinkId, kind: LinkKind, from: EventId, to: EventId, remark?: Prose, };

export type LinkId = string;

/**
 * What one event is to another.
 */
export type LinkKind = "replies-to" | "follows-up" | "implements" | "reaffirms" | "contradicts" | "cancels" | "causes" | "same-as";

export type LinkView = { reference: ItemRef, kind: LinkKind, 
/**
 * Whether this event is the one that replies, follows up …
 */
outgoing: boolean, other: ItemLabel, remark: string | null, };

export type ListRequest = { kind: ItemKind, offset: number, limit: number, known_on: string | null, language: Language, };

export type ListResponse = { total: number, rows: Array<ListRow>, };

/**
 * A source, note, actor, place, topic or tie in a list.
 */
export type ListRow = { item: ItemLabel, 
/**
 * Of a source.
 */
reliability: Reliability | null, 
/**
 * Of a judgement.
 */
likelihood: Likelihood | null, 
/**
 * Date to sort by, ISO.
 */
date: string | null, 
/**
 * The same in words, as exactly as it is known.
 */
date_label: string | null, 
/**
 * Citations of a source, links of a note.
 */
count: number, };

/**
 * What the columns of a table mean: guessed, corrected by a person, shipped for known data sets, or read from a TOML file.
 */
export type Mapping = { 
/**
 * What the data set is called: part of the ids of what it tells, so that its next edition is known again.
 */
name: string, noun: RowNoun, date_order?: DateOrder, 
/**
 * The kind of every row that says none.
 */
kind?: string, 
/**
 * The scheme of the codes: `CAMEO`, `PLOVER`, `ACLED`.
 */
scheme?: string, version?: string, 
/**
 * Where every row stands as it is now; by its date where this is left out.
 */
status?: Status, 
/**
 * What is mutual is listed once a side: two rows of one meeting are one event.
 */
both_ways: boolean, 
/**
 * The date may be the day on which it was reported: where both are the same, it is marked as uncertain.
 */
date_may_be_published: boolean, always?: Array<Always>, columns: Array<Column>, };

/**
 * An event, a statement or a tie in names.
 */
export type NamedItem = { noun: Noun, 
/**
 * A kind of event, or of tie.
 */
kind: string, title: string, 
/**
 * Of events: where it stands now.
 */
status: Status, 
/**
 * Of a tie: since when it holds.
 */
when?: When, place?: NamedPlace, 
/**
 * Of a tie: from whom (`actor`), then to whom (`recipient`); both `party` where it holds both ways.
 */
participants: Array<NamedParticipant>, topics: Array<string>, amount?: Amount, issue?: string, stance?: Stance, quote?: string, 
/**
 * Of ties.
 */
sign: Sign, };

/**
 * Somebody in a role.
 */
export type NamedParticipant = { 
/**
 * `actor:…` of the record, `country:KOR`, `person:…`, `organisation:…` of what is shipped, or `new:NAME`.
 */
key: string, name: string, 
/**
 * What it is, where the key does not say so.
 */
kind?: ActorKind, 
/**
 * ISO 3166 alpha-3 code of the country it acts for.
 */
country?: string, role: Role, };

/**
 * A place by its name and the alpha-3 code of its country.
 */
export type NamedPlace = { name: string, country?: string, coordinates?: Coordinates, };

/**
 * How a disputed territory is named and grouped in this dossier, printed in the brief.
 */
export type Naming = { code: Code, name: Title, 
/**
 * Shown under another country's lane when set.
 */
grouped_under?: Code, };

export type NamingView = { code: string, name: string, grouped_under: string | null, };

export type NewRequest = { title: string, language: Language, };

/**
 * The analyst's text in Markdown, attached to items and linking to them.
 */
export type Note = { id: NoteId, title: Title, body: Prose, attached_to?: Array<ItemRef>, judgement?: Judgement, };

export type NoteDetails = { attached_to: Array<ItemLabel>, links: Array<ItemLabel>, backlinks: Array<ItemLabel>, };

export type NoteId = string;

/**
 * What an item in names is to become.
 */
export type Noun = "event" | "statement" | "tie";

/**
 * A finite number that JSON can carry.
 */
export type Number = number;

export type ObstacleCode = "in-use" | "other-name" | "other-name-left" | "file-protected" | "folder-protected" | "disk-protected" | "disk-full" | "opened-to-read" | "other";

/**
 * What stands in the way of changing a dossier. The page words it by its code; `message` is what the terminal says of it.
 */
export type ObstacleView = { code: ObstacleCode, 
/**
 * Who has the dossier open, or to whom the file or folder belongs, where the system says so.
 */
user: string | null, 
/**
 * What is missing on a full disk, where that is known.
 */
megabytes: number | null, message: string, };

/**
 * A post of an actor: "President", of South Korea.
 */
export type Office = { id: OfficeId, post: Title, of: ActorId, other_names?: Array<OtherName>, };

export type OfficeDetails = { of: ItemLabel, tenures: Array<TenureView>, };

export type OfficeId = string;

/**
 * An operation by its stable name (`add-event`) and what it was done to; the page words it in its language.
 */
export type OperationLabel = { name: string, subject: string, };

export type OperationView = { seq: number, label: OperationLabel, 
/**
 * RFC 3339.
 */
at: string, undone: boolean, };

/**
 * Where a source has it from. Five papers repeating one readout are one origin.
 */
export type Origin = "own-reporting" | "agency" | "official-readout" | "other-source" | "unknown";

/**
 * The code an imported event came with, kept beside our kind because schemes and versions disagree.
 */
export type OriginalCode = { scheme: Title, code: Title, version?: Title, value?: Number, };

/**
 * Another name of something, in a language where that is known.
 */
export type OtherName = { text: Title, language?: LanguageTag, };

/**
 * How a judgement turned out.
 */
export type Outcome = { came_true: boolean, on?: Edtf, remark?: Prose, };

export type PaperSize = "a4" | "letter";

/**
 * An actor in a role.
 */
export type Participant = { actor: ActorId, role: Role, };

export type ParticipantView = { actor: ItemLabel, role: Role, 
/**
 * ISO alpha-3 of the country it acts for on that day.
 */
country: string | null, };

/**
 * Participants in the order given, none twice in the same role.
 */
export type Participants = Array<Participant>;

/**
 * From a start (`None`: unknown) to an end. The end's latest moment is never before the start's earliest.
 */
export type Period = { start?: Edtf, end: End, };

/**
 * Where something happens.
 */
export type Place = { id: PlaceId, name: Title, other_names?: Array<OtherName>, country?: ActorId, coordinates?: Coordinates, };

export type PlaceDetails = { country: ItemLabel | null, events: Array<EventRow>, };

export type PlaceId = string;

/**
 * What was pasted, to be looked at before it is kept: plain text, the HTML of a clipboard, or both, with the address it came from.
 */
export type PreviewRequest = { text: string | null, html: string | null, address: string | null, language: Language, };

/**
 * Why a row, or a cell of it, could not be read as it stands.
 */
export type Problem = "no-date" | "date-unread" | "end-unread" | "end-before-start" | "country-unknown" | "no-country" | "kind-unknown" | "nought-lost" | "number-unread" | "off-the-globe" | "ragged" | "quote-open" | "too-long" | "not-text" | "no-title" | "points-nowhere" | "nothing-to-keep" | "rule-not-followed" | "malformed" | "refused";

/**
 * Text of any length, kept exactly as given. Line breaks and tabs are allowed, other control characters are not.
 */
export type Prose = string;

/**
 * The four classes of event data, by CAMEO root: 01–05, 06–08, 09–13, 14–20.
 */
export type Quad = 1 | 2 | 3 | 4;

/**
 * The words as spoken, and as translated.
 */
export type Quote = { text: Prose, language?: LanguageTag, translation?: Prose, };

/**
 * Citations of a source by what became of their words: at their place, elsewhere, in other words, gone.
 */
export type QuotesView = { exact: number, moved: number, changed: number, lost: number, };

/**
 * What is wrong, as a person meets it. A refusal that only a program can cause has none.
 */
export type Reason = "blank" | "missing" | "too-long" | "one-line" | "text-too-large" | "control-character" | "outside" | "not-address" | "not-language" | "not-code" | "no-amount" | "itself" | "two-countries" | "two-events" | "two-actors" | "same-part" | "no-speaker" | "speaker-gone" | "one-end" | "end-before-start" | "status-order" | "status-missing" | "proposition-missing" | "quote-empty" | "quote-elsewhere" | "quote-not-found" | "kind-fixed" | "draft-taken" | "no-draft" | "draft-other-kind" | "date-words" | "date-empty" | "date-too-long" | "date-order" | "date-fiscal" | "date-decade" | "date-number" | "date-calendar" | "date-month-or-year" | "date-years-or-part" | "date-weekday" | "date-not-day" | "date-no-end" | "nothing-to-undo" | "nothing-to-redo" | "file-unknown" | "file-too-large" | "file-not-text" | "file-no-text" | "file-nested" | "file-locked" | "file-damaged" | "page-unreached" | "page-address" | "reader-unstarted" | "file-not-chosen" | "address-refused" | "address-other" | "address-unopened" | "dossier-gone" | "source-gone";

export type RecentRequest = { key: string, };

/**
 * A dossier opened before. `key` stands for its path, which the page never handles.
 */
export type RecentView = { key: string, title: string, file: string, folder: string, };

export type RelationsRequest = { 
/**
 * Today when absent.
 */
as_of: string | null, known_on: string | null, language: Language, };

export type RelationsResponse = { as_of: string, half_life_days: number, countries: Array<CountryNode>, dyads: Array<DyadView>, triads: Array<TriadView>, };

/**
 * "within two months before E7", "after E12".
 */
export type RelativeDate = { relation: TemporalRelation, event: EventId, 
/**
 * Within how many days, where the source says so.
 */
within_days?: number, };

export type RelativeView = { relation: TemporalRelation, event: ItemLabel, within_days: number | null, };

/**
 * Reliability of a source, A (completely reliable) to E (unreliable); F cannot be judged.
 */
export type Reliability = "A" | "B" | "C" | "D" | "E" | "F";

/**
 * The sources that have drafts, and one of them with its text and drafts.
 */
export type ReviewRequest = { 
/**
 * Absent for the first with open drafts.
 */
source: ItemRef | null, language: Language, };

export type ReviewResponse = { queue: Array<ReviewSourceView>, source: ReviewTextView | null, 
/**
 * In the order of the text.
 */
drafts: Array<DraftView>, };

export type ReviewSourceView = { source: ItemLabel, open: number, accepted: number, rejected: number, };

export type ReviewTextView = { reference: ItemRef, title: string, publisher: string | null, author: string | null, published_label: string | null, language: string | null, reliability: Reliability, text: string, };

/**
 * An earlier wording of the item.
 */
export type RevisionView = { from: string, until: string, title: string, 
/**
 * Field, old value, new value: how the next wording differs from this one.
 */
changes: Array<FieldChange>, };

/**
 * The part somebody has in an event. *Actor* is the source and *recipient* the target of event data; *mentioned* counts for nothing.
 */
export type Role = "actor" | "recipient" | "host" | "guest" | "party" | "speaker" | "mediator" | "mentioned";

/**
 * What a row of a table is.
 */
export type RowNoun = "event" | "tenure" | "source";

export type RowParticipant = { name: string, role: Role, country: string | null, flag: string | null, };

/**
 * How much an event matters for the picture, 0 (least) to 100. Labels appear by it as room allows.
 */
export type Salience = number;

export type SampleRequest = { name: string, };

export type SampleView = { name: string, title: string, };

export type SavedResponse = { file: string, };

export type SearchRequest = { words: string, limit: number, known_on: string | null, language: Language, };

export type SearchResponse = { hits: Array<HitView>, };

/**
 * What the window shows before anything is asked.
 */
export type SessionResponse = { dossier: DossierView | null, recent: Array<RecentView>, samples: Array<SampleView>, version: string, 
/**
 * Why the dossier named at the start could not be opened.
 */
trouble: TroubleView | null, };

/**
 * A dossier's title and conventions.
 */
export type Settings = { id: DossierId, title: Title, language: Language, 
/**
 * IANA name, `Asia/Seoul`. Only times with an offset are shown in it; dates never move.
 */
time_zone: Title, half_life_days: HalfLife, 
/**
 * The day it is first looked at from, for a record that is about a time of its own; today without one.
 */
opens_as_of?: string, namings?: Array<Naming>, };

/**
 * A share between 0 and 1.
 */
export type Share = number;

export type SheetMapping = { 
/**
 * Empty for a table in text.
 */
sheet: string, mapping: Mapping, };

/**
 * Whether a tie is good, neither, or bad for the relation. JSON: 1, 0, -1.
 */
export type Sign = -1 | 0 | 1;

/**
 * A captured document. Its text is kept word for word; the hash says which words.
 */
export type Source = { id: SourceId, title: Title, publisher?: Title, author?: Title, url?: Address, published?: Edtf, accessed?: string, language?: LanguageTag, reliability: Reliability, origin: Origin, 
/**
 * The source it repeats, where the origin is another source.
 */
repeats?: SourceId, text: Prose, };

export type SourceDetails = { 
/**
 * Absent where no text is kept.
 */
sha256: string | null, published_label: string | null, 
/**
 * Every citation that leans on this source, by position.
 */
cited: Array<CitationView>, };

export type SourceId = string;

export type SpanView = { start: number, end: number, };

/**
 * What the speaker takes a position for or against, from support to opposition.
 */
export type Stance = "supports" | "leans-for" | "neutral" | "leans-against" | "opposes";

export type StanceView = { event: ItemLabel, speaker: ItemLabel, stance: Stance | null, };

export type StandingView = { tie: ItemLabel, kind_label: string, 
/**
 * What it says of the tone by itself.
 */
prior: number, 
/**
 * What it adds to the prior, in hundredths.
 */
share: number, };

/**
 * What makes an event a statement: somebody spoke, on an issue, with a stance. There is no statement without a speaker.
 */
export type Statement = { speaker: ActorId, on_behalf_of?: ActorId, audience?: Array<ActorId>, targets?: Array<ActorId>, issue?: Title, stance?: Stance, quote?: Quote, };

/**
 * Where an event stands: rumoured, then announced, scheduled and occurred, or postponed, cancelled, denied.
 */
export type Status = "rumoured" | "announced" | "scheduled" | "occurred" | "postponed" | "cancelled" | "denied";

/**
 * One step of the life cycle: the state, since when it was so (if known), and who said it.
 */
export type StatusEntry = { status: Status, on?: Edtf, source?: SourceId, remark?: Prose, };

/**
 * At least one step; the last is where the event stands now. Dated steps never run backwards.
 */
export type StatusHistory = Array<StatusEntry>;

export type StatusView = { status: Status, on: string | null, on_label: string | null, source: ItemLabel | null, remark: string | null, };

export type StrandsRequest = { known_on: string | null, language: Language, };

/**
 * Standing ties in words, for those a frame draws.
 */
export type StrandsResponse = { ties: Array<TieStrand>, };

/**
 * What became of the things of a file.
 */
export type TakenView = { added: Array<AddedView>, updated: number, unchanged: number, 
/**
 * Told otherwise by the file, but edited here since.
 */
edited_here: number, removed_here: number, 
/**
 * The other side of what is mutual.
 */
other_sides: number, 
/**
 * The first problems, and how many there are.
 */
faults: Array<Fault>, fault_count: number, };

/**
 * What words mean in this dossier.
 */
export type Teaches = { "actor": ActorId } | { "kind": KindId };

/**
 * How a date hangs on another event's.
 */
export type TemporalRelation = "before" | "after" | "during";

/**
 * Who held an office, and when.
 */
export type Tenure = { id: TenureId, office: OfficeId, holder: ActorId, period: Period, acting?: boolean, };

export type TenureId = string;

export type TenureView = { reference: ItemRef, office: ItemLabel, holder: ItemLabel, start_label: string | null, end_label: string | null, end: End, acting: boolean, };

/**
 * An event on the tone line.
 */
export type TickView = { event: ItemLabel, day: string, weight: number, plan: boolean, };

/**
 * A standing fact between two actors over an interval.
 */
export type Tie = { id: TieId, kind: TieKind, title: Title, from: ActorId, to: ActorId, 
/**
 * Holds both ways alike.
 */
mutual?: boolean, sign: Sign, amount?: Amount, period: Period, 
/**
 * The event that brought it about.
 */
cause?: EventId, summary?: Prose, };

export type TieDetails = { kind_label: string, from: ItemLabel, to: ItemLabel, start_label: string | null, end_label: string | null, in_force: boolean, prior: number, amount: Amount | null, cause: ItemLabel | null, };

export type TieId = string;

/**
 * The standing facts that tie actors.
 */
export type TieKind = "alliance" | "presence" | "partnership" | "membership" | "recognition" | "policy" | "dependence" | "restriction" | "dispute";

export type TieKindView = { id: TieKind, label: string, sign: Sign, symmetric: boolean, };

export type TieStrand = { 
/**
 * The tie's id, without `tie:`.
 */
id: string, title: string, 
/**
 * Its period in words; absent where nothing of it is known.
 */
date: string | null, };

/**
 * One line of text, trimmed and not blank.
 */
export type Title = string;

export type TonePoint = { day: string, tone: number, intensity: number, };

/**
 * A subject, in a tree.
 */
export type Topic = { id: TopicId, name: Title, parent?: TopicId, };

export type TopicId = string;

/**
 * Three countries whose tones multiply to less than nothing.
 */
export type TriadView = { countries: [string, string, string], tones: [number, number, number], };

export type TroubleView = { code: ErrorCode, file: string, message: string, hint: string | null, why: WhyView | null, };

/**
 * What a column says of its row.
 */
export type Use = "nothing" | "id" | "title" | "date" | "year" | "month" | "day" | "time" | "end-date" | "end-year" | "end-month" | "end-day" | "end-time" | "date-precision" | "date-words" | "kind" | "code" | "code-value" | "code-mode" | "actor-name" | "actor-code" | "actor-country" | "place" | "place-country" | "latitude" | "longitude" | "summary" | "remark" | "topic" | "status" | "source-title" | "source-url" | "publisher" | "author" | "published" | "locator" | "post" | "only-if";

export type VocabularyRequest = { language: Language, };

/**
 * The words the page needs to offer choices, in one language.
 */
export type VocabularyResponse = { kinds: Array<KindView>, ties: Array<TieKindView>, countries: Array<CountryView>, };

/**
 * A weight set by hand in place of the kind's, from −10 to +10, with its reason.
 */
export type WeightOverride = { value: Number, reason: Title, };

/**
 * When something happened: the date as exactly as it is known, the words of the source, and the event it was told from.
 */
export type When = { edtf: Edtf, text?: Title, relative?: RelativeDate, };

export type WhereaboutsResponse = { file: FilePlace, 
/**
 * The whole path, to be shown.
 */
path: string, 
/**
 * Of the record; absent while the file cannot be read.
 */
revision: number | null, };

/**
 * A reason with the values that fill its words. A value such as `@pdf` is itself the key of a word.
 */
export type WhyView = { reason: Reason, values: { [key in string]: string }, };

/**
 * How a tone came about, in hundredths: what is shown adds up.
 */
export type WorkingView = { 
/**
 * The prior's share and those of the contributions.
 */
tone: number, 
/**
 * The shares of the standing ties.
 */
prior: number, 
/**
 * How many certain events of the day the prior counts for.
 */
prior_weight: number, prior_share: number, 
/**
 * What counts most comes first.
 */
contributions: Array<ContributionView>, };

/** Per cent, from and to (ICD 203). */
export const likelihoodRanges: Record<Likelihood, [number, number]> = {
  "almost-no-chance": [1, 5],
  "very-unlikely": [5, 20],
  "unlikely": [20, 45],
  "roughly-even": [45, 55],
  "likely": [55, 80],
  "very-likely": [80, 95],
  "almost-certain": [95, 99],
};

/** Every command, bound to a way of calling. */
export function bind(call: Call) {
  return {
    session: () => call<SessionResponse>("session"),
    whereabouts: () => call<WhereaboutsResponse>("whereabouts"),
    vocabulary: (request: VocabularyRequest) => call<VocabularyResponse>("vocabulary", request),
    apply: (request: EditRequest) => call<ChangeResponse>("apply", request),
    undo: () => call<ChangeResponse>("undo"),
    redo: () => call<ChangeResponse>("redo"),
    history: (request: HistoryRequest) => call<HistoryResponse>("history", request),
    item: (request: ItemRequest) => call<ItemResponse>("item", request),
    labels: (request: LabelsRequest) => call<LabelsResponse>("labels", request),
    events: (request: EventsRequest) => call<EventsResponse>("events", request),
    facets: (request: FacetsRequest) => call<FacetsResponse>("facets", request),
    list: (request: ListRequest) => call<ListResponse>("list", request),
    search: (request: SearchRequest) => call<SearchResponse>("search", request),
    complete: (request: CompleteRequest) => call<CompleteResponse>("complete", request),
    resolveDate: (request: DateRequest) => call<DateResponse>("resolve_date", request),
    lanes: (request: LanesRequest) => call<LanesResponse>("lanes", request),
    density: (request: DensityRequest) => call<DensityResponse>("density", request),
    describe: (request: DescribeRequest) => call<DescribeResponse>("describe", request),
    strands: (request: StrandsRequest) => call<StrandsResponse>("strands", request),
    relations: (request: RelationsRequest) => call<RelationsResponse>("relations", request),
    dyad: (request: DyadRequest) => call<DyadResponse>("dyad", request),
    preview: (request: PreviewRequest) => call<CaptureView>("preview", request),
    capture: (request: CaptureRequest) => call<CaptureResponse>("capture", request),
    feed: (request: FeedRequest) => call<FeedResponse>("feed", request),
    readAddress: (request: AddressRequest) => call<AddressView>("read_address", request),
    review: (request: ReviewRequest) => call<ReviewResponse>("review", request),
    importProgress: () => call<ImportProgressResponse>("import_progress"),
    cancelImport: () => call<void>("cancel_import"),
    openSample: (request: SampleRequest) => call<SessionResponse>("open_sample", request),
    openRecent: (request: RecentRequest) => call<SessionResponse>("open_recent", request),
    frame: (request: FrameRequest) => call<ArrayBuffer>("frame", request),
    newDossier: (request: NewRequest) => call<SessionResponse>("new_dossier", request),
    openDossier: () => call<SessionResponse>("open_dossier"),
    saveCopy: () => call<SavedResponse>("save_copy"),
    saveBrief: (request: BriefRequest) => call<BriefResponse>("save_brief", request),
    exportDossier: () => call<SavedResponse>("export_dossier"),
    chooseImports: () => call<ChosenResponse>("choose_imports"),
    lookAtImport: (request: ImportRequest) => call<ImportPlanView>("look_at_import", request),
    import: (request: ImportRequest) => call<ImportedResponse>("import", request),
    newFromFile: () => call<SessionResponse>("new_from_file"),
    chooseDocuments: () => call<ChosenResponse>("choose_documents"),
    captureChosen: (request: ChosenRequest) => call<CaptureResponse>("capture_chosen", request),
    openAddress: (request: AddressRequest) => call<void>("open_address", request),
  };
}

export type Host = ReturnType<typeof bind>;
