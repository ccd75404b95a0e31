//! The dossier file: one SQLite file, documented in `SCHEMA.md`, that only this crate reads and writes.
//!
//! [`Store`] holds the one writer; [`Read`] answers from a store, a transaction, a [`Reader`] or the [`Past`]; [`Write`] changes rows, superseded wordings,
//! journal and search index together or not at all. There is no clock here: whoever needs *now* passes it in.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod access;
mod check;
mod dump;
mod error;
mod journal;
mod lock;
mod noun;
mod open;
mod past;
mod read;
mod readers;
mod reading;
pub mod reference;
mod rest;
mod row;
mod schema;
mod search;
mod store;
mod whereabouts;
mod write;
mod writing;

pub use access::{Access, Obstacle};
pub use check::Integrity;
pub use error::StoreError;
pub use journal::{OperationRow, OperationSeq, OperationState};
pub use noun::Standing;
pub use past::Past;
pub use read::{Counts, Hit, NameHit, Read, Tally};
pub use readers::{Reader, Readers};
pub use reference::{Reference, ReferenceError};
pub use search::snippet::Snippet;
pub use store::Store;
pub use whereabouts::Whereabouts;
pub use write::Write;

/// The tables shipped with the product.
pub fn reference() -> Result<&'static Reference, StoreError> {
    Reference::shipped().map_err(|error| StoreError::Reference(error.clone()))
}

#[cfg(test)]
mod tests;
