//! The verbs on a dossier. Everything that changes the record goes through [`Workspace::transact`]; nothing else writes.
//!
//! A change is one [`Operation`]: the rows, the journal entry that undoes it and the search index change together or not at all.
//! Everything that is shown is asked of a [`Record`]: the dossier as it stands, or as it was known on a past day.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod edits;
mod error;
pub mod facets;
pub mod filter;
mod forms;
pub mod incoming;
pub mod index;
mod operation;
pub mod reading;
mod record;
mod shipped;
mod transaction;
mod workspace;

pub use edits::Imported;
pub use error::EngineError;
pub use operation::Operation;
pub use record::{Published, Record};
pub use shipped::{SHIPPED_NAMESPACE, ShippedKey, is_shipped, shipped_id};
pub use store;
pub use transaction::Transaction;
pub use workspace::{Change, Workspace, fresh_id};
