use super::{DraftInput, LessonInput, wire};

wire! {
    /// One change to the record. Every edit is one named, undoable operation.
    #[serde(tag = "verb", rename_all = "kebab-case")]
    pub enum Edit {
        /// Adds the item, or replaces the one with the same `id`. `typing` lets neighbouring edits of one field count as one.
        Put { item: ItemInput, typing: bool },
        /// Removes items, with the citations, claims, links and ties that cannot stand without them.
        Remove { items: Vec<String> },
        /// Adds a step to an event's life cycle.
        SetStatus { event: String, status: String, on: Option<String>, remark: Option<String> },
        /// Chooses among contested claims; the item takes the chosen value.
        ChooseClaim { claim: String, reason: Option<String> },
        /// Adds a shipped country, organisation or person (`country:KOR`, `person:lee-jae-myung`) with the offices it holds, as actors of the dossier.
        AddReference { key: String },
        /// Takes drafts into the record, as they stand. Those that lie rejected too; those already in are left alone.
        AcceptDrafts { drafts: Vec<String> },
        RejectDrafts { drafts: Vec<String> },
        /// Changes an open draft. It stays open.
        AmendDraft { draft: String, fields: DraftInput },
        /// The draft tells of an event that is in the record: its words become a citation of it, and where they differ, claims.
        MergeDraft { draft: String, into: String },
        /// Takes the draft in and links it to an event as the same.
        LinkDraft { draft: String, to: String },
        /// Reads a source anew with the names and words the dossier has by now. Drafts that were decided on stay.
        ReadAgain { source: String },
        /// Remembers a name or a word for this dossier.
        Teach { lesson: LessonInput },
    }

    pub struct EditRequest {
        pub edit: Edit,
    }

    /// An item as a form holds it. Dates are EDTF or words; `id` is absent for a new item.
    #[serde(tag = "type", rename_all = "kebab-case")]
    pub enum ItemInput {
        Settings(SettingsInput),
        Actor(ActorInput),
        Office(OfficeInput),
        Tenure(TenureInput),
        Place(PlaceInput),
        Topic(TopicInput),
        Source(SourceInput),
        Event(EventInput),
        Tie(TieInput),
        Link(LinkInput),
        Citation(CitationInput),
        Claim(ClaimInput),
        Note(NoteInput),
        Assessment(AssessmentInput),
    }

    pub struct SettingsInput {
        pub title: String,
        pub language: String,
        pub time_zone: String,
        pub half_life_days: u32,
        pub opens_as_of: Option<String>,
        pub namings: Vec<NamingInput>,
    }

    pub struct NamingInput {
        pub code: String,
        pub name: String,
        pub grouped_under: Option<String>,
    }

    pub struct NameInput {
        pub text: String,
        pub language: Option<String>,
    }

    pub struct ActorInput {
        pub id: Option<String>,
        pub kind: String,
        pub name: String,
        pub other_names: Vec<NameInput>,
        pub code: Option<String>,
        pub acts_for: Option<String>,
    }

    pub struct OfficeInput {
        pub id: Option<String>,
        pub post: String,
        pub of: String,
    }

    pub struct TenureInput {
        pub id: Option<String>,
        pub office: String,
        pub holder: String,
        pub start: Option<String>,
        /// A date, `ongoing` or `unknown`.
        pub end: String,
        pub acting: bool,
    }

    pub struct PlaceInput {
        pub id: Option<String>,
        pub name: String,
        pub country: Option<String>,
        pub latitude: Option<f64>,
        pub longitude: Option<f64>,
    }

    pub struct TopicInput {
        pub id: Option<String>,
        pub name: String,
        pub parent: Option<String>,
    }

    pub struct SourceInput {
        pub id: Option<String>,
        pub title: String,
        pub publisher: Option<String>,
        pub author: Option<String>,
        pub url: Option<String>,
        pub published: Option<String>,
        /// ISO date.
        pub accessed: Option<String>,
        pub language: Option<String>,
        pub reliability: String,
        pub origin: String,
        pub repeats: Option<String>,
        pub text: String,
    }

    pub struct ParticipantInput {
        pub actor: String,
        pub role: String,
    }

    pub struct RelativeInput {
        pub relation: String,
        pub event: String,
        pub within_days: Option<u32>,
    }

    pub struct StatementInput {
        pub speaker: String,
        pub on_behalf_of: Option<String>,
        pub audience: Vec<String>,
        pub targets: Vec<String>,
        pub issue: Option<String>,
        pub stance: Option<String>,
        pub quote: Option<String>,
        pub quote_language: Option<String>,
        pub quote_translation: Option<String>,
    }

    pub struct AmountInput {
        pub value: Option<f64>,
        pub unit: Option<String>,
        pub qualifier: Option<String>,
    }

    pub struct WeightInput {
        pub value: f64,
        pub reason: String,
    }

    pub struct EventInput {
        pub id: Option<String>,
        pub kind: String,
        pub title: String,
        pub when: Option<String>,
        /// The words of the source for the date.
        pub when_text: Option<String>,
        pub relative: Option<RelativeInput>,
        /// The state to start with; later steps are added by `set-status`. Ignored on an item that exists.
        pub status: String,
        pub place: Option<String>,
        pub participants: Vec<ParticipantInput>,
        pub statement: Option<StatementInput>,
        pub topics: Vec<String>,
        pub amount: Option<AmountInput>,
        pub summary: Option<String>,
        pub salience: u8,
        pub weight: Option<WeightInput>,
    }

    pub struct TieInput {
        pub id: Option<String>,
        pub kind: String,
        pub title: String,
        pub from: String,
        pub to: String,
        pub mutual: bool,
        pub sign: i8,
        pub amount: Option<AmountInput>,
        pub start: Option<String>,
        pub end: String,
        pub cause: Option<String>,
        pub summary: Option<String>,
    }

    pub struct LinkInput {
        pub id: Option<String>,
        pub kind: String,
        pub from: String,
        pub to: String,
        pub remark: Option<String>,
    }

    /// Where in a source: by position (characters), or by the exact words alone.
    pub struct CitationInput {
        pub id: Option<String>,
        pub item: String,
        pub source: String,
        pub exact: String,
        pub start: Option<u32>,
        pub credibility: u8,
    }

    /// `value` is a date for `when`, a place's id for `place`, words for all else.
    pub struct ClaimInput {
        pub id: Option<String>,
        pub item: String,
        pub attribute: String,
        pub value: String,
        pub citation: Option<String>,
    }

    pub struct JudgementInput {
        pub likelihood: String,
        pub confidence: String,
        pub horizon: Option<String>,
        pub evidence_for: Vec<String>,
        pub evidence_against: Vec<String>,
        pub outcome: Option<OutcomeInput>,
    }

    pub struct OutcomeInput {
        pub came_true: bool,
        pub on: Option<String>,
        pub remark: Option<String>,
    }

    pub struct NoteInput {
        pub id: Option<String>,
        pub title: String,
        pub body: String,
        pub attached_to: Vec<String>,
        pub judgement: Option<JudgementInput>,
    }

    pub struct AssessmentInput {
        pub id: Option<String>,
        pub a: String,
        pub b: String,
        pub direction: String,
        pub reason: String,
        /// ISO date.
        pub on: String,
    }
}
