//! What a reading gives back: plain values keyed by the gazetteer, for others to turn into items of a dossier.

use crate::evidence::Evidence;
pub use domain::draft::Doubt;
use domain::{event::TemporalRelation, link::LinkKind, named::NamedItem};

/// A text, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// ISO 639-1 code of the language the text was read in.
    pub language: String,
    pub drafts: Vec<DraftProposal>,
    /// The sentences, in characters of the text.
    pub sentences: Vec<CharSpan>,
    /// What was left out so that no text costs too much; empty for all but the longest texts.
    pub truncated: Vec<Truncation>,
}

/// The longest text that is read, in bytes; the rest is left unread.
pub const LONGEST_TEXT: usize = 10_000_000;

/// The longest stretch read as one sentence, in bytes; longer ones are read in pieces.
pub const LONGEST_SENTENCE: usize = 3_000;

/// The most drafts of one reading, counted before those that say the same are joined; sentences after them are not read.
pub const MOST_DRAFTS: usize = 20_000;

/// The most places of a text kept for one draft.
pub const MOST_CITATIONS: usize = 100;

/// A limit a text went beyond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truncation {
    Text,
    Sentence,
    Drafts,
    Citations,
}

impl std::fmt::Display for Truncation {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text => write!(
                out,
                "only the first {} MB of the text were read: split it to read the rest",
                LONGEST_TEXT / 1_000_000
            ),
            Self::Sentence => write!(out, "sentences of more than {LONGEST_SENTENCE} bytes were read in pieces"),
            Self::Drafts => write!(
                out,
                "more than {MOST_DRAFTS} drafts were found and the text was read no further: split it to read the rest"
            ),
            Self::Citations => write!(
                out,
                "of what is told more than {MOST_CITATIONS} times only the first {MOST_CITATIONS} places are kept"
            ),
        }
    }
}

/// A stretch of a text in Unicode characters, end excluded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct CharSpan {
    pub start: usize,
    pub end: usize,
}

/// What one draft is to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    Link(LinkKind),
    Time(TemporalRelation),
}

impl Relation {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Link(kind) => kind.as_str(),
            Self::Time(relation) => relation.as_str(),
        }
    }
}

/// A link from this draft to another of the same reading, by its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkProposal {
    pub relation: Relation,
    pub draft: usize,
}

/// A proposal: the item it would become, where it stands in the text, the rule that made it and how sure that is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftProposal {
    pub item: NamedItem,
    /// Countries (alpha-3) that act, and that are acted upon; of mutual kinds both stand in both.
    pub source_countries: Vec<String>,
    pub target_countries: Vec<String>,
    pub cameo: Option<String>,
    /// 1 verbal cooperation to 4 material conflict.
    pub quad: Option<u8>,
    pub links: Vec<LinkProposal>,
    /// The first is where the draft was found; the others repeat or add to it.
    pub citations: Vec<CharSpan>,
    /// The words of the first citation.
    pub words: String,
    /// 0 to 1.
    pub confidence: f64,
    pub rule: String,
    /// The words that made the rule fire ("will meet", "alliance").
    pub trigger: String,
    /// Where the trigger stands in the text.
    pub trigger_span: Option<CharSpan>,
    /// Why it is not surer.
    pub doubts: Vec<Doubt>,
    /// What the confidence was reckoned from.
    pub evidence: Evidence,
}
