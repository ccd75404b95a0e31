use domain::{
    Item,
    actor::ActorKind,
    amount::Amount,
    citation::Anchor,
    event::{Role, TemporalRelation},
    kind::{KindId, Quad},
    link::LinkKind,
    period::End,
    status::Status,
};
use std::collections::BTreeMap;

use super::{ItemRef, Language, wire};

wire! {
    pub struct ItemRequest {
        pub item: ItemRef,
        /// ISO date: as the dossier had it by the end of that day.
        pub known_on: Option<String>,
        pub language: Language,
    }

    /// Asks for items by name, up to 1,000.
    pub struct LabelsRequest {
        pub items: Vec<ItemRef>,
        pub known_on: Option<String>,
        pub language: Language,
    }

    /// In the order asked; what is not in the dossier is named by its reference.
    pub struct LabelsResponse {
        pub labels: Vec<ItemLabel>,
    }

    /// Everything the inspector shows of one item.
    pub struct ItemResponse {
        pub reference: ItemRef,
        pub title: String,
        /// When this wording was recorded, RFC 3339.
        pub recorded_at: String,
        /// The item itself, as a form edits it and sends it back.
        pub fields: Item,
        /// What else the inspector shows, by noun.
        pub details: ItemDetails,
        pub citations: Vec<CitationView>,
        pub claims: Vec<ContestedView>,
        pub notes: Vec<ItemLabel>,
        pub revisions: Vec<RevisionView>,
        /// The words for every date in the item and its earlier wordings, by EDTF.
        pub dates: BTreeMap<String, String>,
    }

    /// An item named: enough to show it in a list and to open it.
    pub struct ItemLabel {
        pub reference: ItemRef,
        pub title: String,
        /// A second line: a date, a kind, a publisher.
        pub detail: Option<String>,
        /// ISO alpha-2 in small letters, where a flag belongs beside it.
        pub flag: Option<String>,
    }

    #[serde(tag = "noun", rename_all = "kebab-case")]
    pub enum ItemDetails {
        Event(Box<EventDetails>),
        Tie(TieDetails),
        Actor(ActorDetails),
        Source(SourceDetails),
        Note(NoteDetails),
        Place(PlaceDetails),
        Office(OfficeDetails),
        Other,
    }

    /// A date as people read it, with the bounds behind it.
    pub struct DateView {
        pub edtf: String,
        pub label: String,
        /// ISO dates; absent where there is no bound.
        pub earliest: Option<String>,
        pub latest: Option<String>,
        pub text: Option<String>,
        pub relative: Option<RelativeView>,
    }

    pub struct RelativeView {
        pub relation: TemporalRelation,
        pub event: ItemLabel,
        pub within_days: Option<u32>,
    }

    pub struct ParticipantView {
        pub actor: ItemLabel,
        pub role: Role,
        /// ISO alpha-3 of the country it acts for on that day.
        pub country: Option<String>,
    }

    pub struct StatusView {
        pub status: Status,
        pub on: Option<String>,
        pub on_label: Option<String>,
        pub source: Option<ItemLabel>,
        pub remark: Option<String>,
    }

    pub struct EventDetails {
        pub kind_label: String,
        pub icon: String,
        pub words: bool,
        pub cameo: String,
        pub quad: Quad,
        pub weight: f64,
        pub when: Option<DateView>,
        pub status: Status,
        pub overdue: bool,
        pub statuses: Vec<StatusView>,
        pub place: Option<ItemLabel>,
        pub participants: Vec<ParticipantView>,
        pub topics: Vec<ItemLabel>,
        pub links: Vec<LinkView>,
        pub ties: Vec<ItemLabel>,
        /// The code it was imported with, where it was.
        pub original: Option<String>,
    }

    pub struct LinkView {
        pub reference: ItemRef,
        pub kind: LinkKind,
        /// Whether this event is the one that replies, follows up …
        pub outgoing: bool,
        pub other: ItemLabel,
        pub remark: Option<String>,
    }

    pub struct TieDetails {
        pub kind_label: String,
        pub from: ItemLabel,
        pub to: ItemLabel,
        pub start_label: Option<String>,
        pub end_label: Option<String>,
        pub in_force: bool,
        pub prior: f64,
        pub amount: Option<Amount>,
        pub cause: Option<ItemLabel>,
    }

    pub struct ActorDetails {
        pub kind: ActorKind,
        pub country: Option<ItemLabel>,
        pub offices: Vec<TenureView>,
        pub recent_events: Vec<EventRow>,
        pub ties: Vec<ItemLabel>,
    }

    pub struct TenureView {
        pub reference: ItemRef,
        pub office: ItemLabel,
        pub holder: ItemLabel,
        pub start_label: Option<String>,
        pub end_label: Option<String>,
        pub end: End,
        pub acting: bool,
    }

    pub struct OfficeDetails {
        pub of: ItemLabel,
        pub tenures: Vec<TenureView>,
    }

    pub struct PlaceDetails {
        pub country: Option<ItemLabel>,
        pub events: Vec<EventRow>,
    }

    pub struct SourceDetails {
        /// Absent where no text is kept.
        pub sha256: Option<String>,
        pub published_label: Option<String>,
        /// Every citation that leans on this source, by position.
        pub cited: Vec<CitationView>,
    }

    pub struct NoteDetails {
        pub attached_to: Vec<ItemLabel>,
        pub links: Vec<ItemLabel>,
        pub backlinks: Vec<ItemLabel>,
    }

    /// A quote and where it stands.
    pub struct CitationView {
        pub reference: ItemRef,
        pub item: ItemLabel,
        pub source: ItemLabel,
        /// The words cited; absent where a place in the source is.
        pub anchor: Option<Anchor>,
        /// A page or a minute.
        pub locator: Option<String>,
        /// `B2`: reliability of the source, credibility of the information.
        pub grade: String,
        pub coder: String,
    }

    /// An attribute with what each source says of it.
    pub struct ContestedView {
        pub attribute: String,
        pub contested: bool,
        pub claims: Vec<ClaimView>,
    }

    pub struct ClaimView {
        pub reference: ItemRef,
        pub label: String,
        pub chosen: bool,
        pub reason: Option<String>,
        pub citation: Option<CitationView>,
    }

    /// An earlier wording of the item.
    pub struct RevisionView {
        pub from: String,
        pub until: String,
        pub title: String,
        /// Field, old value, new value: how the next wording differs from this one.
        pub changes: Vec<FieldChange>,
    }

    pub struct FieldChange {
        pub field: String,
        pub before: Option<String>,
        pub after: Option<String>,
    }

    /// A line of the chronology and of the timeline's table.
    pub struct EventRow {
        pub reference: ItemRef,
        pub kind: KindId,
        pub title: String,
        pub when: Option<String>,
        pub when_label: Option<String>,
        pub earliest: Option<String>,
        pub latest: Option<String>,
        pub status: Status,
        pub overdue: bool,
        pub contested: bool,
        pub statement: bool,
        pub weight: f64,
        pub quad: Quad,
        pub place: Option<String>,
        pub participants: Vec<RowParticipant>,
        pub citations: u32,
    }

    pub struct RowParticipant {
        pub name: String,
        pub role: Role,
        pub country: Option<String>,
        pub flag: Option<String>,
    }
}
