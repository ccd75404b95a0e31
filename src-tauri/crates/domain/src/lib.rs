//! The nouns of a dossier and the rules that hold between them.
//!
//! Every type here is valid by construction: text that fails a rule is refused when it is parsed, with the field, what is wrong and what to do.
//! Nothing here reads a clock, a file or the network; whoever needs *today* passes it in.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

#[macro_use]
mod words;

pub mod acting;
pub mod actor;
pub mod amount;
pub mod assessment;
pub mod citation;
pub mod claim;
pub mod detach;
pub mod draft;
pub mod edtf;
pub mod event;
pub mod filter;
pub mod grade;
pub mod id;
pub mod incoming;
pub mod invalid;
pub mod item;
pub mod kind;
pub mod lesson;
pub mod link;
pub mod moment;
pub mod named;
pub mod note;
pub mod office;
pub mod period;
pub mod place;
pub mod reason;
pub mod record;
pub mod settings;
pub mod source;
pub mod statement;
pub mod status;
pub mod text;
pub mod tie;
pub mod topic;

pub use edtf::{Edtf, Language};
pub use filter::Filter;
pub use invalid::Invalid;
pub use item::{Item, ItemKind, ItemRef};
pub use moment::Moment;
pub use reason::Reason;
