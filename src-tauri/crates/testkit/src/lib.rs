//! What tests of the core are made of: items of every noun, dossiers in folders of their own, records of any size, random edits and
//! random damage. Everything is deterministic: the same seed gives the same bytes.
//!
//! Only tests and measurements use this crate, so it may panic.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod build;
mod damage;
mod dossier;
mod edits;
mod generate;
mod random;

pub use damage::{damaged, garbled};
pub use dossier::{TestDossier, time};
pub use edits::{Edit, Editor};
pub use generate::{COUNTRIES, Generated, record};
pub use random::Random;

/// How often to do something: a small number by default, a large one by an environment variable.
pub fn times(variable: &str, by_default: usize) -> usize {
    std::env::var(variable)
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(by_default)
}
