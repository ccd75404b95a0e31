use domain::{
    draft::{Doubt, DraftState},
    grade::Reliability,
    kind::Quad,
    named::NamedItem,
    source::Source,
};
use serde_json::Value;

use super::{ChangeResponse, DateView, ItemLabel, ItemRef, Language, wire};

wire! {
    /// What was pasted, to be looked at before it is kept: plain text, the HTML of a clipboard, or both, with the address it came from.
    pub struct PreviewRequest {
        pub text: Option<String>,
        pub html: Option<String>,
        pub address: Option<String>,
        pub language: Language,
    }

    /// A document as it would be captured. What it does not say of itself is absent.
    pub struct CaptureView {
        pub title: Option<String>,
        pub publisher: Option<String>,
        pub author: Option<String>,
        /// EDTF.
        pub published: Option<String>,
        pub published_label: Option<String>,
        /// ISO 639-1, as stated or as found from the words.
        pub language: Option<String>,
        pub address: Option<String>,
        pub text: String,
        /// Prose of the page that was not taken for a part of its article, where it is worth a word.
        pub left_out: Option<LeftOutView>,
        /// The source of the dossier that this is, or is a newer text of.
        pub known: Option<KnownView>,
    }

    pub struct LeftOutView {
        /// Per cent of all.
        pub share: u32,
        pub text: String,
    }

    pub struct KnownView {
        pub source: ItemLabel,
        /// Word for word the same text; else the same address.
        pub same_text: bool,
    }

    /// Keeps a document and reads it. With the `id` of a source, its text is replaced: quotes are found again, and what is new is proposed.
    pub struct CaptureRequest {
        #[ts(as = "Source")]
        pub source: Value,
        pub language: Language,
    }

    pub struct CaptureResponse {
        pub change: ChangeResponse,
        pub captured: Vec<CapturedView>,
    }

    pub struct CapturedView {
        pub source: ItemLabel,
        /// Drafts now open on it.
        pub drafts: u32,
        /// How its quotes fared where a text was replaced.
        pub quotes: Option<QuotesView>,
        /// Limits the text went beyond: `text`, `sentence`, `drafts`, `citations`.
        pub truncated: Vec<String>,
        /// Per cent of a page's prose that was left out, where it is worth a word.
        pub left_out: Option<u32>,
    }

    /// Citations of a source by what became of their words: at their place, elsewhere, in other words, gone.
    pub struct QuotesView {
        pub exact: u32,
        pub moved: u32,
        pub changed: u32,
        pub lost: u32,
    }

    /// Files chosen in a dialog. `key` stands for a path, which the page never handles.
    pub struct ChosenResponse {
        pub files: Vec<ChosenView>,
    }

    pub struct ChosenView {
        pub key: String,
        pub file: String,
    }

    /// Captures one chosen file: a document, or every item of a feed.
    pub struct ChosenRequest {
        pub key: String,
        pub language: Language,
    }

    /// A feed at an address the user typed. The one question that uses the network.
    pub struct FeedRequest {
        pub address: String,
        pub language: Language,
    }

    pub struct FeedResponse {
        pub title: Option<String>,
        pub items: Vec<CaptureView>,
    }

    /// The sources that have drafts, and one of them with its text and drafts.
    pub struct ReviewRequest {
        /// Absent for the first with open drafts.
        pub source: Option<ItemRef>,
        pub language: Language,
    }

    pub struct ReviewResponse {
        pub queue: Vec<ReviewSourceView>,
        pub source: Option<ReviewTextView>,
        /// In the order of the text.
        pub drafts: Vec<DraftView>,
    }

    pub struct ReviewSourceView {
        pub source: ItemLabel,
        pub open: u32,
        pub accepted: u32,
        pub rejected: u32,
    }

    pub struct ReviewTextView {
        pub reference: ItemRef,
        pub title: String,
        pub publisher: Option<String>,
        pub author: Option<String>,
        pub published_label: Option<String>,
        pub language: Option<String>,
        pub reliability: Reliability,
        pub text: String,
    }

    /// A proposal of the reader.
    pub struct DraftView {
        pub reference: ItemRef,
        /// *Edited* is accepted after a change.
        pub state: DraftState,
        /// What it became.
        pub became: Option<ItemLabel>,
        /// What it would become.
        pub item: NamedItem,
        pub kind_label: String,
        pub icon: String,
        pub when: Option<DateView>,
        pub cameo: Option<String>,
        pub quad: Option<Quad>,
        pub weight: f64,
        pub links: Vec<DraftLinkView>,
        /// The words it rests on, in characters of the text: the first is where it was found.
        pub spans: Vec<SpanView>,
        /// 0 to 1.
        pub confidence: f64,
        pub rule: String,
        /// The words of the text that made the rule fire.
        pub trigger: Option<String>,
        /// Why it is not surer.
        pub doubts: Vec<Doubt>,
        /// Events or ties of the record that may be the same.
        pub duplicates: Vec<DuplicateView>,
    }

    pub struct SpanView {
        pub start: u32,
        pub end: u32,
    }

    pub struct DraftLinkView {
        /// A kind of link, `in-` and a kind where the other end has it, or `after`, `before`, `caused-by`, `causes`, `related`.
        pub kind: String,
        /// The draft or event at the other end.
        pub other: ItemLabel,
    }

    pub struct DuplicateView {
        pub item: ItemLabel,
        pub when_label: Option<String>,
        /// What speaks for it: `kind`, `date`, `actors`, `place`.
        pub reasons: Vec<String>,
        /// What speaks against it: where the record has it instead.
        pub elsewhere: Option<String>,
        /// 0 to 1.
        pub likeness: f64,
    }

    /// What the dossier shall remember: words that name an actor, or that tell of a kind of event. One of the two is given.
    pub struct LessonInput {
        pub words: String,
        /// A key as in `NamedParticipant`.
        pub actor: Option<String>,
        pub kind: Option<String>,
    }
}
