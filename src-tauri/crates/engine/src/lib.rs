//! The verbs on a dossier. Everything that changes the record goes through [`Workspace::transact`]; nothing else writes.
//!
//! A change is one [`Operation`]: the rows, the journal entry that undoes it and the search index change together or not at all.
//! Queries read the [`index::Index`], which is built when a dossier is opened and patched by every change.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod edits;
mod error;
pub mod facets;
pub mod filter;
pub mod index;
mod operation;
pub mod reading;
mod shipped;
mod transaction;
mod workspace;

pub use edits::Imported;
pub use error::EngineError;
pub use operation::Operation;
pub use shipped::{SHIPPED_NAMESPACE, ShippedKey, shipped_id};
pub use store;
pub use transaction::Transaction;
pub use workspace::{Change, Workspace, fresh_id};
