//! The record as scripts and pipelines read it: JSON shapes that are stable, with additions only.
//!
//! Events, statements and ties have one shape ([`RecordItem`]), relations another ([`RelationsRecord`]). Identifiers are bare UUIDs,
//! countries ISO 3166 codes, dates EDTF with ISO bounds, positions Unicode characters.

mod draft;
mod item;
mod names;
mod phrase;
mod reading;
mod relations;
mod select;
mod shapes;

pub use ::relations::in_hundredths;
pub use draft::{DraftRecord, DraftsRequest, OpenDrafts};
pub use names::FilterWords;
pub use phrase::PhraseRecord;
pub use reading::{ReadingRecord, TextReader, published};
pub use relations::{ContributionRecord, DyadRecord, RelationsRecord, StandingRecord};
pub use select::RecordRequest;
pub use shapes::*;
