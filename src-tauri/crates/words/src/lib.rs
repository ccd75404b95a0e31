//! The words the product says of its own, once per language, for the window, the brief and the terminal.
//!
//! They stand in `data/words/LANGUAGE.json`, which the page compiles as messages too. Entries of a fixed list are keyed by the list and the
//! code that dossiers store: `role_host`, `link_replies_to`. They begin with a small letter; whoever opens a line with one uses [`capital`].

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]
mod amount;
mod cadence;
mod catalogue;
mod lists;
mod office;
mod operation;

pub use amount::amount;
pub use cadence::{Gap, LastMeeting, Meetings};
pub use catalogue::Words;
pub use lists::Listed;

/// The text with its first letter as a capital.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase).into_iter().flatten();
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests;
