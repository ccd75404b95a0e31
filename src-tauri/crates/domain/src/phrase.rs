//! What a person types into a date field, turned into EDTF: English, Korean, and the numeric forms of Chinese and Japanese.
//!
//! The result is never more exact than the words. What has no EDTF form is refused, and so are words not in the
//! vocabulary: nothing is skipped in silence. The conventions, where the words leave a choice:
//!
//! - a date without a year is of the reference's year, a day without a month of its month; weeks run Monday to Sunday;
//! - *next Monday* is the first Monday after the reference, *last Monday* the latest before it; a weekday without
//!   either word is refused;
//! - *early, mid, late* are thirds: days 1–10, 11–20, 21–end of a month; four months of a year; years 0–3, 4–6, 7–9
//!   of a decade; one date within them is `[first..last]`;
//! - *since* and *from* give an interval that goes on (`2025-06/..`), *until* one whose start is unknown (`/2025-06`);
//! - *before* and *after* leave out the date named, 이전 and 이후 may mean it too and keep it;
//! - *weeks ago* names the week, *months ago* the month: only *days ago* names a day;
//! - an interval cannot start or end in a part of a month, so "since early June" starts in June.

mod collect;
mod error;
mod grammar;
mod inherit;
mod lexer;
mod numeric;
mod partial;
mod reader;
mod relative;
mod resolved;
mod thirds;
mod token;
mod words;
mod words_cjk;

pub use error::PhraseError;

use crate::edtf::{Edtf, EdtfError};
use chrono::NaiveDate;

/// The longest text taken for a date phrase, in characters.
const MAX_CHARACTERS: usize = 200;

/// Reads a typed date: EDTF as it stands, else words; `reference` is the day that relative words count from.
pub fn parse_typed(text: &str, reference: NaiveDate) -> Result<Edtf, PhraseError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(PhraseError::new("the date is empty", PhraseError::EXAMPLES));
    }
    let as_edtf = Edtf::parse(text);
    match as_edtf {
        Ok(edtf) if !is_unfinished(text) => return Ok(edtf),
        Ok(_) | Err(_) if text.chars().count() > MAX_CHARACTERS => {
            return Err(PhraseError::new("the date is longer than 200 characters", "write the date alone"));
        }
        _ => {}
    }
    let from_words = lexer::lex(text).and_then(|lexemes| grammar::parse(&lexemes, reference));
    match (from_words, as_edtf) {
        (Err(words), Err(error)) if !words.unknown_words().is_empty() && is_meant_as_edtf(text) => Err(of_edtf(error)),
        (from_words, _) => from_words,
    }
}

/// Centuries and decades in two and three digits are EDTF, but typed they are years or days not yet finished.
fn is_unfinished(text: &str) -> bool {
    text.split('/')
        .any(|end| matches!(end.len(), 1..=3) && end.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_meant_as_edtf(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_digit() || b"XYTZES?~%[]{}.,/:+-".contains(&byte);
    text.bytes().all(allowed)
}

fn of_edtf(error: EdtfError) -> PhraseError {
    let problem = format!("{}, at character {}", error.problem(), error.offset() + 1);
    PhraseError::new(problem, error.hint())
}
