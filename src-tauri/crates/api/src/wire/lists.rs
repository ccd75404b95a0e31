use domain::{ItemKind, grade::Reliability, note::Likelihood};

use super::{EventRow, Filter, ItemLabel, Language, wire};

wire! {
    pub struct EventsRequest {
        pub filter: Filter,
        pub known_on: Option<String>,
        pub offset: u32,
        pub limit: u32,
        pub language: Language,
    }

    pub struct EventsResponse {
        pub total: u32,
        pub rows: Vec<EventRow>,
    }

    /// How many events each value of each facet would leave.
    pub struct FacetsRequest {
        pub filter: Filter,
        pub known_on: Option<String>,
        pub language: Language,
    }

    pub struct FacetsResponse {
        pub actors: Vec<FacetValue>,
        pub kinds: Vec<FacetValue>,
        pub topics: Vec<FacetValue>,
        pub statuses: Vec<FacetValue>,
        pub grades: Vec<FacetValue>,
        pub total: u32,
    }

    pub struct FacetValue {
        pub value: String,
        pub label: String,
        pub flag: Option<String>,
        pub count: u32,
    }

    pub struct SearchRequest {
        pub words: String,
        pub limit: u32,
        pub known_on: Option<String>,
        pub language: Language,
    }

    pub struct SearchResponse {
        pub hits: Vec<HitView>,
    }

    pub struct HitView {
        pub item: ItemLabel,
        pub kind: ItemKind,
        pub snippet: String,
        /// Ranges of `snippet` that match, in UTF-16 units as the page counts.
        pub marks: Vec<(u32, u32)>,
    }

    pub struct CompleteRequest {
        pub prefix: String,
        /// Kinds of item; empty for all that have names.
        pub kinds: Vec<ItemKind>,
        /// Also offer shipped countries, persons and organisations that the dossier lacks.
        pub reference: bool,
        /// Offers people first, each with the office held on this date, then countries, then others, those of the dossier before the shipped;
        /// also before a letter is typed.
        pub people_as_of: Option<String>,
        pub limit: u32,
        pub language: Language,
    }

    pub struct CompleteResponse {
        pub items: Vec<Completion>,
    }

    pub struct Completion {
        pub kind: String,
        /// `actor:0192…`, or for a shipped entry `country:KOR`, `person:…`, `organisation:…` to be added by `add-reference`.
        pub reference: String,
        pub shipped: bool,
        pub title: String,
        pub detail: Option<String>,
        pub flag: Option<String>,
    }

    pub struct DateRequest {
        pub text: String,
        pub language: Language,
    }

    pub struct DateResponse {
        pub edtf: String,
        pub label: String,
        pub earliest: Option<String>,
        pub latest: Option<String>,
    }

    pub struct ListRequest {
        pub kind: ItemKind,
        pub offset: u32,
        pub limit: u32,
        pub known_on: Option<String>,
        pub language: Language,
    }

    pub struct ListResponse {
        pub total: u32,
        pub rows: Vec<ListRow>,
    }

    /// A source, note, actor, place, topic or tie in a list.
    pub struct ListRow {
        pub item: ItemLabel,
        /// Of a source.
        pub reliability: Option<Reliability>,
        /// Of a judgement.
        pub likelihood: Option<Likelihood>,
        /// Date to sort by, ISO.
        pub date: Option<String>,
        /// The same in words, as exactly as it is known.
        pub date_label: Option<String>,
        /// Citations of a source, links of a note.
        pub count: u32,
    }
}
