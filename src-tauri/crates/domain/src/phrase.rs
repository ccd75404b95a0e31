//! What a person types into a date field, turned into EDTF.

use crate::edtf::Edtf;
use chrono::NaiveDate;

/// Why a typed date was not understood.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{problem}: {hint}")]
pub struct PhraseError {
    problem: String,
    hint: String,
}

/// Reads a typed date; `reference` is the day relative words count from.
pub fn parse_typed(text: &str, reference: NaiveDate) -> Result<Edtf, PhraseError> {
    Edtf::parse(text).map_err(|error| PhraseError {
        problem: error.problem().to_owned(),
        hint: format!("{} (today is {reference})", error.hint()),
    })
}
