//! What crosses the border: requests and answers as JSON, and their TypeScript twins.
//!
//! Wire types are neither domain types nor rows. Requests are parsed into domain types in `parse`, answers are built in `view`.
//! To add one: declare it here, list its command in `contract.rs`, run `cargo xtask bindings`.

mod brief;
mod dossier;
mod edit;
mod error;
mod import;
mod item;
mod lists;
mod relations;
mod review;
mod timeline;

pub use brief::*;
pub use domain::{Filter, ItemRef, Language, Reason};
pub use dossier::*;
pub use edit::*;
pub use error::*;
pub use import::*;
pub use item::*;
pub use lists::*;
pub use relations::*;
pub use review::*;
pub use timeline::*;

/// Derives what every wire type needs.
macro_rules! wire {
    ($($(#[$meta:meta])* pub $what:ident $name:ident $body:tt)*) => {$(
        // A message is one value at a time: its size is no matter.
        #[allow(clippy::large_enum_variant)]
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        $(#[$meta])*
        pub $what $name $body
    )*};
}
pub(crate) use wire;
