use domain::{
    kind::{KindId, Quad},
    tie::{Sign, TieKind},
};

use super::{ErrorCode, ItemRef, Language, WhyView, wire};

wire! {
    /// What the window shows before anything is asked.
    pub struct SessionResponse {
        pub dossier: Option<DossierView>,
        pub recent: Vec<RecentView>,
        pub samples: Vec<SampleView>,
        pub version: String,
        /// Why the dossier named at the start could not be opened.
        pub trouble: Option<TroubleView>,
    }

    pub struct TroubleView {
        pub code: ErrorCode,
        pub file: String,
        pub message: String,
        pub hint: Option<String>,
        pub why: Option<WhyView>,
    }

    /// A dossier opened before. `key` stands for its path, which the page never handles.
    pub struct RecentView {
        pub key: String,
        pub title: String,
        pub file: String,
        pub folder: String,
    }

    pub struct SampleView {
        pub name: String,
        pub title: String,
    }

    pub struct DossierView {
        pub id: String,
        pub title: String,
        pub file: String,
        pub language: Language,
        pub time_zone: String,
        pub half_life_days: u32,
        pub namings: Vec<NamingView>,
        /// Why nothing can be changed, where that is so.
        pub read_only: Option<ObstacleView>,
        pub counts: CountsView,
        /// First and last day with an event, ISO dates.
        pub first: Option<String>,
        pub last: Option<String>,
        /// The day it is first looked at from; today where there is none.
        pub opens_as_of: Option<String>,
        pub today: String,
        pub change: ChangeState,
    }

    /// What stands in the way of changing a dossier. The page words it by its code; `message` is what the terminal says of it.
    pub struct ObstacleView {
        pub code: ObstacleCode,
        /// Who has the dossier open, or to whom the file or folder belongs, where the system says so.
        pub user: Option<String>,
        /// What is missing on a full disk, where that is known.
        pub megabytes: Option<u32>,
        pub message: String,
    }

    #[serde(rename_all = "kebab-case")]
    pub enum ObstacleCode {
        InUse,
        OtherName,
        /// It was not closed under its other name.
        OtherNameLeft,
        FileProtected,
        FolderProtected,
        DiskProtected,
        DiskFull,
        OpenedToRead,
        /// What only `message` says.
        Other,
    }

    pub struct NamingView {
        pub code: String,
        pub name: String,
        pub grouped_under: Option<String>,
    }

    pub struct CountsView {
        pub events: u32,
        pub statements: u32,
        pub ties: u32,
        pub actors: u32,
        pub sources: u32,
        pub notes: u32,
        pub overdue: u32,
        /// Open drafts.
        pub drafts: u32,
    }

    /// An operation by its stable name (`add-event`) and what it was done to; the page words it in its language.
    pub struct OperationLabel {
        pub name: String,
        pub subject: String,
    }

    pub struct ChangeState {
        #[ts(type = "number")]
        pub revision: i64,
        pub undo: Option<OperationLabel>,
        pub redo: Option<OperationLabel>,
    }

    /// The answer to every write: what changed and what can be undone now.
    pub struct ChangeResponse {
        pub state: ChangeState,
        /// Everything that is other than before.
        pub touched: Vec<ItemRef>,
        /// The item an *add* made.
        pub created: Option<ItemRef>,
        pub counts: CountsView,
    }

    pub struct SampleRequest {
        pub name: String,
    }

    pub struct RecentRequest {
        pub key: String,
    }

    pub struct NewRequest {
        pub title: String,
        pub language: Language,
    }

    /// Where the file of the open dossier is; one that was moved is followed.
    #[serde(rename_all = "lowercase")]
    #[derive(Copy)]
    pub enum FilePlace {
        Here,
        /// Another file stands in its place.
        Replaced,
        /// Deleted, or its disk is not there.
        Gone,
    }

    pub struct WhereaboutsResponse {
        pub file: FilePlace,
        /// The whole path, to be shown.
        pub path: String,
        /// Of the record; absent while the file cannot be read.
        pub revision: Option<i64>,
    }

    pub struct SavedResponse {
        pub file: String,
    }

    /// A web or mail address: to be shown as it is written in its source, to be opened outside the window as it was shown.
    pub struct AddressRequest {
        pub address: String,
    }

    /// An address in parts that make the whole, its host apart. All of it is ASCII.
    pub struct AddressView {
        pub before: String,
        pub host: String,
        pub after: String,
    }

    pub struct HistoryRequest {
        pub limit: u32,
    }

    pub struct HistoryResponse {
        pub operations: Vec<OperationView>,
    }

    pub struct OperationView {
        #[ts(type = "number")]
        pub seq: i64,
        pub label: OperationLabel,
        /// RFC 3339.
        pub at: String,
        pub undone: bool,
    }

    pub struct VocabularyRequest {
        pub language: Language,
    }

    /// The words the page needs to offer choices, in one language.
    pub struct VocabularyResponse {
        pub kinds: Vec<KindView>,
        pub ties: Vec<TieKindView>,
        pub countries: Vec<CountryView>,
    }

    pub struct KindView {
        pub id: KindId,
        pub label: String,
        pub cameo: String,
        pub quad: Quad,
        pub weight: f64,
        pub icon: String,
        pub words: bool,
        pub mutual: bool,
    }

    pub struct TieKindView {
        pub id: TieKind,
        pub label: String,
        pub sign: Sign,
        pub symmetric: bool,
    }

    pub struct CountryView {
        pub code: String,
        /// ISO alpha-2 in small letters, for the flag; absent for dissolved states.
        pub alpha2: Option<String>,
        pub name: String,
    }
}
