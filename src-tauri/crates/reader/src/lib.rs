//! The reader: a text, the day it was published and a gazetteer give drafts of events, statements and ties, each with the
//! words it came from, the rule that made it, how sure it is and why not surer. Deterministic; reads no clock and no file.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod act;
mod context;
mod drafts;
pub mod evidence;
mod found_dates;
pub mod gazetteer;
mod inflect;
mod kinds;
mod language;
mod lexicon;
mod mention;
pub mod proposal;
mod reader;
mod roles;
mod taught;
mod text;
mod words;

pub use gazetteer::Gazetteer;
pub use lexicon::{LexiconError, Places, Tables};
pub use proposal::{DraftProposal, Reading, Truncation};
pub use reader::Reader;
pub use taught::{LONGEST_TAUGHT, MOST_TAUGHT, Taught, TeachError};
