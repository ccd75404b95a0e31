// Written by `cargo xtask bindings` from the contract in src-tauri/crates/api. Do not edit.

export type Call = <T>(command: string, request?: unknown) => Promise<T>;

export type ActorDetails = { kind: string, country: ItemLabel | null, offices: Array<TenureView>, recent_events: Array<EventRow>, ties: Array<ItemLabel>, };

export type ActorInput = { id: string | null, kind: string, name: string, other_names: Array<NameInput>, code: string | null, acts_for: string | null, };

/**
 * A web or mail address to open outside the window.
 */
export type AddressRequest = { address: string, };

/**
 * An address in parts that make the whole, its host apart. All of it is ASCII.
 */
export type AddressView = { before: string, host: string, after: string, };

export type AmountInput = { value: number | null, unit: string | null, qualifier: string | null, };

export type ApiError = { code: ErrorCode, message: string, hint: string | null, field: string | null, };

export type AssessmentInput = { id: string | null, a: string, b: string, direction: string, reason: string, 
/**
 * ISO date.
 */
on: string, };

export type AssessmentView = { reference: string, direction: string, reason: string, on: string, };

export type BriefPart = "judgements" | "timeline" | "chronology" | "matrix" | "dyads" | "notes" | "sources";

/**
 * What to print. Absent title: the dossier's.
 */
export type BriefRequest = { title: string | null, filter: Filter, as_of: string | null, 
/**
 * Empty for all parts.
 */
parts: Array<BriefPart>, paper: PaperSize, marking: string | null, language: LanguageCode, };

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

export type CadenceView = { meetings_24_months: number, last: string | null, days_since_last: number | null, longest_gap_days: number | null, };

/**
 * Keeps a document and reads it. With the `id` of a source, its text is replaced: quotes are found again, and what is new is proposed.
 */
export type CaptureRequest = { source: SourceInput, language: LanguageCode, };

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
truncated: Array<string>, };

/**
 * The answer to every write: what changed and what can be undone now.
 */
export type ChangeResponse = { state: ChangeState, 
/**
 * `event:0192…` of everything touched.
 */
touched: Array<string>, 
/**
 * The item an *add* made.
 */
created: string | null, counts: CountsView, };

export type ChangeState = { revision: number, undo: OperationLabel | null, redo: OperationLabel | null, };

/**
 * Captures one chosen file: a document, or every item of a feed.
 */
export type ChosenRequest = { key: string, language: LanguageCode, };

/**
 * Files chosen in a dialog. `key` stands for a path, which the page never handles.
 */
export type ChosenResponse = { files: Array<ChosenView>, };

export type ChosenView = { key: string, file: string, };

/**
 * Where in a source: by position (characters), or by the exact words alone.
 */
export type CitationInput = { id: string | null, item: string, source: string, exact: string, start: number | null, credibility: number, };

/**
 * A quote and where it stands.
 */
export type CitationView = { reference: string, item: ItemLabel, source: ItemLabel, exact: string, prefix: string, suffix: string, start: number, end: number, 
/**
 * `B2`: reliability of the source, credibility of the information.
 */
grade: string, coder: string, };

/**
 * `value` is a date for `when`, a place's id for `place`, words for all else.
 */
export type ClaimInput = { id: string | null, item: string, attribute: string, value: string, citation: string | null, };

export type ClaimView = { reference: string, label: string, chosen: boolean, reason: string | null, citation: CitationView | null, };

export type CompleteRequest = { prefix: string, 
/**
 * Kinds of item; empty for all that have names.
 */
kinds: Array<string>, 
/**
 * Also offer shipped countries, persons and organisations that the dossier lacks.
 */
reference: boolean, limit: number, language: LanguageCode, };

export type CompleteResponse = { items: Array<Completion>, };

export type Completion = { kind: string, 
/**
 * `actor:0192…`, or for a shipped entry `country:KOR`, `person:…`, `organisation:…` to be added by `add-reference`.
 */
reference: string, shipped: boolean, title: string, detail: string | null, flag: string | null, };

/**
 * An attribute with what each source says of it.
 */
export type ContestedView = { attribute: string, contested: boolean, claims: Array<ClaimView>, };

export type ContributionView = { event: ItemLabel, weight: number, decay: number, credibility: number, share: number, };

export type CountryNode = { reference: string, code: string, name: string, flag: string | null, events: number, };

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

export type DateRequest = { text: string, language: LanguageCode, };

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
export type DensityRequest = { filter: Filter, buckets: number, };

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
ids: Array<string>, known_on: string | null, language: LanguageCode, };

/**
 * In no order; events that are gone are left out.
 */
export type DescribeResponse = { marks: Array<EventRow>, };

export type DossierView = { id: string, title: string, file: string, language: LanguageCode, time_zone: string, half_life_days: number, namings: Array<NamingView>, 
/**
 * Why nothing can be changed, where that is so.
 */
read_only: string | null, counts: CountsView, 
/**
 * First and last day with an event, ISO dates.
 */
first: string | null, last: string | null, 
/**
 * The day it is first looked at from; today where there is none.
 */
opens_as_of: string | null, today: string, change: ChangeState, };

/**
 * A draft as a form holds it.
 */
export type DraftInput = { 
/**
 * A kind of event, or of tie.
 */
kind: string, title: string, 
/**
 * Of events.
 */
status: string, 
/**
 * EDTF or words; of a tie since when it holds.
 */
when: string | null, place: string | null, 
/**
 * Of a tie: from whom (`actor`), then to whom (`recipient`); both `party` where it holds both ways.
 */
participants: Array<DraftParticipantInput>, topics: Array<string>, amount: AmountInput | null, issue: string | null, stance: string | null, quote: string | null, 
/**
 * Of ties: −1, 0 or 1.
 */
sign: number, };

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
 * `key` is `actor:…` of the record, `country:KOR`, `person:…`, `organisation:…` of what is shipped, or `new:NAME`.
 */
export type DraftParticipantInput = { key: string, name: string, role: string, 
/**
 * ISO alpha-3 of the country a new actor acts for.
 */
country: string | null, };

export type DraftParticipantView = { name: string, role: string, 
/**
 * ISO alpha-3 of the country it acts for.
 */
country: string | null, flag: string | null, 
/**
 * Not in the record and not shipped: a new actor, if the draft is accepted.
 */
is_new: boolean, };

/**
 * A proposal of the reader.
 */
export type DraftView = { reference: string, 
/**
 * `open`, `accepted`, `edited` (accepted after a change) or `rejected`.
 */
state: string, 
/**
 * What it became.
 */
became: ItemLabel | null, 
/**
 * `event`, `statement` or `tie`.
 */
noun: string, fields: DraftInput, kind_label: string, icon: string, when: DateView | null, cameo: string | null, quad: number | null, weight: number, participants: Array<DraftParticipantView>, links: Array<DraftLinkView>, 
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
 * Why it is not surer, by stable names.
 */
doubts: Array<string>, 
/**
 * Events of the record that may be the same.
 */
duplicates: Array<DuplicateView>, };

export type DuplicateView = { event: ItemLabel, when_label: string | null, 
/**
 * What speaks for it: `kind`, `date`, `actors`, `place`.
 */
reasons: Array<string>, 
/**
 * 0 to 1.
 */
likeness: number, };

export type DyadRequest = { a: string, b: string, as_of: string | null, known_on: string | null, language: LanguageCode, };

export type DyadResponse = { as_of: string, half_life_days: number, a: CountryNode, b: CountryNode, dyad: DyadView, 
/**
 * The prior's part of the tone.
 */
prior_share: number, standing: Array<StandingView>, series: Array<TonePoint>, ticks: Array<TickView>, flow: Array<FlowView>, cadence: CadenceView, 
/**
 * The cadence as one sentence.
 */
cadence_label: string, statements: Array<IssueView>, assessment: AssessmentView | null, };

/**
 * Where two countries stand. `a` and `b` are codes, `a` first in the alphabet.
 */
export type DyadView = { a: string, b: string, tone: number, intensity: number, prior: number, events: number, last: string | null, contributions: Array<ContributionView> | null, };

/**
 * One change to the record. Every edit is one named, undoable operation.
 */
export type Edit = { "verb": "put", item: ItemInput, typing: boolean, } | { "verb": "remove", items: Array<string>, } | { "verb": "set-status", event: string, status: string, on: string | null, remark: string | null, } | { "verb": "choose-claim", claim: string, reason: string | null, } | { "verb": "add-reference", key: string, } | { "verb": "accept-drafts", drafts: Array<string>, } | { "verb": "reject-drafts", drafts: Array<string>, } | { "verb": "amend-draft", draft: string, fields: DraftInput, } | { "verb": "merge-draft", draft: string, into: string, } | { "verb": "link-draft", draft: string, to: string, } | { "verb": "read-again", source: string, } | { "verb": "teach", lesson: LessonInput, };

export type EditRequest = { edit: Edit, };

/**
 * What went wrong, in a form the page can branch on. One table in the page turns `code` into what a person sees.
 */
export type ErrorCode = "invalid" | "not-found" | "no-dossier" | "read-only" | "newer" | "foreign" | "damaged" | "full" | "io" | "exists" | "cancelled" | "brief" | "internal";

export type EventDetails = { kind_label: string, icon: string, words: boolean, cameo: string, quad: number, weight: number, when: DateView | null, status: string, overdue: boolean, statuses: Array<StatusView>, place: ItemLabel | null, participants: Array<ParticipantView>, topics: Array<ItemLabel>, links: Array<LinkView>, ties: Array<ItemLabel>, 
/**
 * The code it was imported with, where it was.
 */
original: string | null, };

export type EventInput = { id: string | null, kind: string, title: string, when: string | null, 
/**
 * The words of the source for the date.
 */
when_text: string | null, relative: RelativeInput | null, 
/**
 * The state to start with; later steps are added by `set-status`. Ignored on an item that exists.
 */
status: string, place: string | null, participants: Array<ParticipantInput>, statement: StatementInput | null, topics: Array<string>, amount: AmountInput | null, summary: string | null, salience: number, weight: WeightInput | null, };

/**
 * A line of the chronology and of the timeline's table.
 */
export type EventRow = { reference: string, kind: string, title: string, when: string | null, when_label: string | null, earliest: string | null, latest: string | null, status: string, overdue: boolean, contested: boolean, statement: boolean, weight: number, quad: number, place: string | null, participants: Array<RowParticipant>, citations: number, };

export type EventsRequest = { filter: Filter, offset: number, limit: number, language: LanguageCode, };

export type EventsResponse = { total: number, rows: Array<EventRow>, };

export type FacetValue = { value: string, label: string, flag: string | null, count: number, };

/**
 * How many events each value of each facet would leave.
 */
export type FacetsRequest = { filter: Filter, language: LanguageCode, };

export type FacetsResponse = { actors: Array<FacetValue>, kinds: Array<FacetValue>, topics: Array<FacetValue>, statuses: Array<FacetValue>, grades: Array<FacetValue>, total: number, };

/**
 * A feed at an address the user typed. The one question that uses the network.
 */
export type FeedRequest = { address: string, language: LanguageCode, };

export type FeedResponse = { title: string | null, items: Array<CaptureView>, };

export type FieldChange = { field: string, before: string | null, after: string | null, };

/**
 * What a view is narrowed to. Empty lists narrow nothing. All facets must hold; within one facet any value does,
 * except `actors`, of which all must take part.
 */
export type Filter = { 
/**
 * References (`actor:0192…`); a country stands for all who act for it.
 */
actors: Array<string>, kinds: Array<string>, topics: Array<string>, statuses: Array<string>, 
/**
 * Source reliability, `A` to `F`, of the best citation.
 */
grades: Array<string>, text: string | null, 
/**
 * EDTF.
 */
from: string | null, to: string | null, 
/**
 * ISO date: only what the dossier said by the end of that day.
 */
known_on: string | null, };

/**
 * What went from one to the other, by quad class 1 to 4.
 */
export type FlowView = { from: string, to: string, counts: [number, number, number, number], weights: [number, number, number, number], };

/**
 * Asks for what to draw. The answer is bytes: see `timeline::encode`.
 */
export type FrameRequest = { by: LaneKind, lanes: Array<number>, filter: Filter, 
/**
 * Seconds since 1970-01-01, without a time zone.
 */
start: number, end: number, width_px: number, 
/**
 * How many marks a lane can show one above the other.
 */
depth: number, };

export type HistoryRequest = { limit: number, };

export type HistoryResponse = { operations: Array<OperationView>, };

export type HitView = { item: ItemLabel, kind: string, snippet: string, 
/**
 * Ranges of `snippet` that match, in UTF-16 units as the page counts.
 */
marks: Array<[number, number]>, };

export type IssueView = { issue: string, statements: Array<StanceView>, };

export type ItemDetails = { "noun": "event" } & EventDetails | { "noun": "tie" } & TieDetails | { "noun": "actor" } & ActorDetails | { "noun": "source" } & SourceDetails | { "noun": "note" } & NoteDetails | { "noun": "place" } & PlaceDetails | { "noun": "office" } & OfficeDetails | { "noun": "other" };

/**
 * An item as a form holds it. Dates are EDTF or words; `id` is absent for a new item.
 */
export type ItemInput = { "type": "settings" } & SettingsInput | { "type": "actor" } & ActorInput | { "type": "office" } & OfficeInput | { "type": "tenure" } & TenureInput | { "type": "place" } & PlaceInput | { "type": "topic" } & TopicInput | { "type": "source" } & SourceInput | { "type": "event" } & EventInput | { "type": "tie" } & TieInput | { "type": "link" } & LinkInput | { "type": "citation" } & CitationInput | { "type": "claim" } & ClaimInput | { "type": "note" } & NoteInput | { "type": "assessment" } & AssessmentInput;

/**
 * An item named: enough to show it in a list and to open it.
 */
export type ItemLabel = { reference: string, title: string, 
/**
 * A second line: a date, a kind, a publisher.
 */
detail: string | null, 
/**
 * ISO alpha-2 in small letters, where a flag belongs beside it.
 */
flag: string | null, };

export type ItemRequest = { item: string, 
/**
 * ISO date: as the dossier had it by the end of that day.
 */
known_on: string | null, language: LanguageCode, };

/**
 * Everything the inspector shows of one item.
 */
export type ItemResponse = { reference: string, title: string, 
/**
 * When this wording was recorded, RFC 3339.
 */
recorded_at: string, 
/**
 * The item as a form would send it back.
 */
fields: ItemInput, 
/**
 * What else the inspector shows, by noun.
 */
details: ItemDetails, citations: Array<CitationView>, claims: Array<ContestedView>, notes: Array<ItemLabel>, revisions: Array<RevisionView>, 
/**
 * The words for every date in the item and its earlier wordings, by EDTF.
 */
dates: { [key in string]: string }, };

export type JudgementInput = { likelihood: string, confidence: string, horizon: string | null, evidence_for: Array<string>, evidence_against: Array<string>, outcome: OutcomeInput | null, };

export type KindView = { id: string, label: string, cameo: string, quad: number, weight: number, icon: string, words: boolean, mutual: boolean, };

export type KnownView = { source: ItemLabel, 
/**
 * Word for word the same text; else the same address.
 */
same_text: boolean, };

/**
 * Asks for items by name, up to 1,000.
 */
export type LabelsRequest = { items: Array<string>, known_on: string | null, language: LanguageCode, };

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
key: number, reference: string | null, label: string, 
/**
 * ISO alpha-3, or the actor's own code.
 */
code: string | null, flag: string | null, count: number, };

export type LanesRequest = { by: LaneKind, filter: Filter, language: LanguageCode, };

export type LanesResponse = { lanes: Array<LaneView>, };

export type LanguageCode = "en" | "ko";

/**
 * What the dossier shall remember: words that name an actor, or that tell of a kind of event. One of the two is given.
 */
export type LessonInput = { words: string, 
/**
 * A key as in `DraftParticipantInput`.
 */
actor: string | null, kind: string | null, };

export type LinkInput = { id: string | null, kind: string, from: string, to: string, remark: string | null, };

export type LinkView = { reference: string, kind: string, 
/**
 * Whether this event is the one that replies, follows up …
 */
outgoing: boolean, other: ItemLabel, remark: string | null, };

export type ListRequest = { kind: string, offset: number, limit: number, known_on: string | null, language: LanguageCode, };

export type ListResponse = { total: number, rows: Array<ListRow>, };

/**
 * A source, note, actor, place, topic or tie in a list.
 */
export type ListRow = { item: ItemLabel, 
/**
 * Grade of a source, likelihood of a judgement, kind of an actor.
 */
badge: string | null, 
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

export type NameInput = { text: string, language: string | null, };

export type NamingInput = { code: string, name: string, grouped_under: string | null, };

export type NamingView = { code: string, name: string, grouped_under: string | null, };

export type NewRequest = { title: string, language: LanguageCode, };

export type NoteDetails = { attached_to: Array<ItemLabel>, links: Array<ItemLabel>, backlinks: Array<ItemLabel>, range: [number, number] | null, };

export type NoteInput = { id: string | null, title: string, body: string, attached_to: Array<string>, judgement: JudgementInput | null, };

export type OfficeDetails = { of: ItemLabel, tenures: Array<TenureView>, };

export type OfficeInput = { id: string | null, post: string, of: string, };

/**
 * An operation by its stable name (`add-event`) and what it was done to; the page words it in its language.
 */
export type OperationLabel = { name: string, subject: string, };

export type OperationView = { seq: number, label: OperationLabel, 
/**
 * RFC 3339.
 */
at: string, undone: boolean, };

export type OutcomeInput = { came_true: boolean, on: string | null, remark: string | null, };

export type PaperSize = "a4" | "letter";

export type ParticipantInput = { actor: string, role: string, };

export type ParticipantView = { actor: ItemLabel, role: string, 
/**
 * ISO alpha-3 of the country it acts for on that day.
 */
country: string | null, };

export type PlaceDetails = { country: ItemLabel | null, events: Array<EventRow>, };

export type PlaceInput = { id: string | null, name: string, country: string | null, latitude: number | null, longitude: number | null, };

/**
 * What was pasted, to be looked at before it is kept: plain text, the HTML of a clipboard, or both, with the address it came from.
 */
export type PreviewRequest = { text: string | null, html: string | null, address: string | null, language: LanguageCode, };

/**
 * Citations of a source by what became of their words: at their place, elsewhere, in other words, gone.
 */
export type QuotesView = { exact: number, moved: number, changed: number, lost: number, };

export type RecentRequest = { key: string, };

/**
 * A dossier opened before. `key` stands for its path, which the page never handles.
 */
export type RecentView = { key: string, title: string, file: string, folder: string, };

export type RelationsRequest = { 
/**
 * EDTF day; today when absent.
 */
as_of: string | null, known_on: string | null, language: LanguageCode, };

export type RelationsResponse = { as_of: string, half_life_days: number, countries: Array<CountryNode>, dyads: Array<DyadView>, triads: Array<TriadView>, };

export type RelativeInput = { relation: string, event: string, within_days: number | null, };

export type RelativeView = { relation: string, event: ItemLabel, within_days: number | null, };

/**
 * The sources that have drafts, and one of them with its text and drafts.
 */
export type ReviewRequest = { 
/**
 * `source:…`; absent for the first with open drafts.
 */
source: string | null, language: LanguageCode, };

export type ReviewResponse = { queue: Array<ReviewSourceView>, source: ReviewTextView | null, 
/**
 * In the order of the text.
 */
drafts: Array<DraftView>, };

export type ReviewSourceView = { source: ItemLabel, open: number, accepted: number, rejected: number, };

export type ReviewTextView = { reference: string, title: string, publisher: string | null, author: string | null, published_label: string | null, language: string | null, 
/**
 * `A` to `F`.
 */
reliability: string, text: string, };

/**
 * An earlier wording of the item.
 */
export type RevisionView = { from: string, until: string, title: string, 
/**
 * Field, old value, new value: how the next wording differs from this one.
 */
changes: Array<FieldChange>, };

export type RowParticipant = { name: string, role: string, country: string | null, flag: string | null, };

export type SampleRequest = { name: string, };

export type SampleView = { name: string, title: string, };

/**
 * Where something was saved, by file name.
 */
export type SavedResponse = { file: string, };

export type SearchRequest = { words: string, limit: number, known_on: string | null, language: LanguageCode, };

export type SearchResponse = { hits: Array<HitView>, };

/**
 * What the window shows before anything is asked.
 */
export type SessionResponse = { dossier: DossierView | null, recent: Array<RecentView>, samples: Array<SampleView>, version: string, 
/**
 * Why the dossier named at the start could not be opened.
 */
trouble: TroubleView | null, };

export type SettingsInput = { title: string, language: string, time_zone: string, half_life_days: number, opens_as_of: string | null, namings: Array<NamingInput>, };

export type SourceDetails = { sha256: string, published_label: string | null, 
/**
 * Every citation that leans on this source, by position.
 */
cited: Array<CitationView>, };

export type SourceInput = { id: string | null, title: string, publisher: string | null, author: string | null, url: string | null, published: string | null, 
/**
 * ISO date.
 */
accessed: string | null, language: string | null, reliability: string, origin: string, repeats: string | null, text: string, };

export type SpanView = { start: number, end: number, };

export type StanceView = { event: ItemLabel, speaker: ItemLabel, stance: string | null, };

export type StandingView = { tie: ItemLabel, kind_label: string, prior: number, };

export type StatementInput = { speaker: string, on_behalf_of: string | null, audience: Array<string>, targets: Array<string>, issue: string | null, stance: string | null, quote: string | null, quote_language: string | null, quote_translation: string | null, };

export type StatusView = { status: string, on: string | null, on_label: string | null, source: ItemLabel | null, remark: string | null, };

export type StrandsRequest = { known_on: string | null, language: LanguageCode, };

/**
 * Standing ties in words, for those a frame draws.
 */
export type StrandsResponse = { ties: Array<TieStrand>, };

export type TenureInput = { id: string | null, office: string, holder: string, start: string | null, 
/**
 * A date, `ongoing` or `unknown`.
 */
end: string, acting: boolean, };

export type TenureView = { reference: string, office: ItemLabel, holder: ItemLabel, start_label: string | null, end_label: string | null, end: string, acting: boolean, };

/**
 * An event on the tone line.
 */
export type TickView = { event: ItemLabel, day: string, weight: number, plan: boolean, };

export type TieDetails = { kind_label: string, from: ItemLabel, to: ItemLabel, start_label: string | null, end_label: string | null, in_force: boolean, prior: number, amount: AmountInput | null, cause: ItemLabel | null, };

export type TieInput = { id: string | null, kind: string, title: string, from: string, to: string, mutual: boolean, sign: number, amount: AmountInput | null, start: string | null, end: string, cause: string | null, summary: string | null, };

export type TieKindView = { id: string, label: string, sign: number, symmetric: boolean, };

export type TieStrand = { 
/**
 * The tie's id, without `tie:`.
 */
id: string, title: string, 
/**
 * Its period in words; absent where nothing of it is known.
 */
date: string | null, };

export type TonePoint = { day: string, tone: number, intensity: number, };

export type TopicInput = { id: string | null, name: string, parent: string | null, };

/**
 * Three countries whose tones multiply to less than nothing.
 */
export type TriadView = { countries: [string, string, string], tones: [number, number, number], };

export type TroubleView = { code: ErrorCode, file: string, message: string, hint: string | null, };

export type VocabularyRequest = { language: LanguageCode, };

/**
 * The words the page needs to offer choices, in one language.
 */
export type VocabularyResponse = { kinds: Array<KindView>, ties: Array<TieKindView>, countries: Array<CountryView>, };

export type WeightInput = { value: number, reason: string, };

/** Every command, bound to a way of calling. */
export function bind(call: Call) {
  return {
    session: () => call<SessionResponse>("session"),
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
    openSample: (request: SampleRequest) => call<SessionResponse>("open_sample", request),
    openRecent: (request: RecentRequest) => call<SessionResponse>("open_recent", request),
    frame: (request: FrameRequest) => call<ArrayBuffer>("frame", request),
    newDossier: (request: NewRequest) => call<SessionResponse>("new_dossier", request),
    openDossier: () => call<SessionResponse>("open_dossier"),
    saveCopy: () => call<SavedResponse>("save_copy"),
    saveBrief: (request: BriefRequest) => call<BriefResponse>("save_brief", request),
    exportDossier: () => call<SavedResponse>("export_dossier"),
    chooseDocuments: () => call<ChosenResponse>("choose_documents"),
    captureChosen: (request: ChosenRequest) => call<CaptureResponse>("capture_chosen", request),
    openAddress: (request: AddressRequest) => call<void>("open_address", request),
  };
}

export type Host = ReturnType<typeof bind>;
