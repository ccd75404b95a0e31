//! The brief: a resolved value in, the bytes of a PDF/UA-1 file out.
//!
//! No clock, no random, no files, no network: the same [`Brief`] with the same fonts gives the same bytes. Templates and fonts are embedded
//! from `data/brief` and `data/fonts`; a caller may pass further fonts.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod braid;
pub mod flags;
mod fonts;
pub mod markdown;
pub mod model;
mod press;
mod sheet;
mod text;
mod world;

pub use model::Brief;
pub use press::pdf;

/// A finished brief.
#[derive(Clone, Debug)]
pub struct Pdf {
    pub bytes: Vec<u8>,
    pub pages: usize,
    /// Characters no font has, in order of code point. The brief shows `□` for each and names them on its cover.
    pub missing_glyphs: Vec<char>,
}

/// Why there is no brief.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    #[error("the chronology has two entries numbered {0}; each event needs a number of its own")]
    DuplicateEntry(u32),
    #[error("two sources are numbered {0}; each source needs a number of its own")]
    DuplicateSource(u32),
    #[error("entry {entry} cites source {source_number}, which is not among the sources")]
    UnknownSource { entry: u32, source_number: u32 },
    #[error("event {mark} of the timeline stands in lane {lane}, but there are {lanes} lanes")]
    UnknownLane { mark: u32, lane: usize, lanes: usize },
    #[error("a tone of {0} is not a number; it has to lie between -10 and 10")]
    NotANumber(String),
    #[error("the parts of {0} do not add up to the tone or prior printed with them, in hundredths")]
    DoesNotAddUp(String),
    #[error("the template could not be set: {0}")]
    Template(String),
}
