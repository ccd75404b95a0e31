//! The language of dates: what a person types and what an article says, in five languages, as EDTF.
//!
//! One lexicon (`data/lexicon/dates.toml`), one grammar, one set of conventions, and two ways in: [`typed`] reads the whole of
//! what was typed or refuses it, [`Sentence`] finds dates inside a text. A phrase means the same in both. Pure: the day that
//! relative words count from is a parameter.
#![doc = include_str!("../CONVENTIONS.md")]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod lex;
mod parse;
mod parts;
mod refusal;
mod resolve;
mod text;
mod typed;
mod value;

pub use refusal::Refusal;
pub use text::{Found, Sentence};
pub use typed::typed;

/// Which way the verb looks: a date without a year is the latest one, or the first to come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tense {
    Past,
    Future,
    #[default]
    Unknown,
}
