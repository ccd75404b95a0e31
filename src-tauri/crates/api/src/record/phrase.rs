use domain::{Invalid, Moment, phrase};
use serde::Serialize;

use crate::{
    api::Api,
    parse,
    wire::{ApiError, LanguageCode},
};

/// A date phrase resolved.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PhraseRecord {
    pub edtf: String,
    /// ISO dates; absent where there is no bound.
    pub earliest: Option<String>,
    pub latest: Option<String>,
    /// The date in words of one language.
    pub label: String,
}

impl Api {
    /// A date phrase in any language read, or EDTF. `reference` is the ISO day that relative words count from, today when absent.
    pub fn when(&self, text: &str, reference: Option<&str>, language: LanguageCode) -> Result<PhraseRecord, ApiError> {
        let reference = reference.map_or_else(|| Ok(self.today()), |day| parse::day("reference", day))?;
        let edtf = phrase::parse_typed(text, reference).map_err(|error| Invalid::new("phrase", error.to_string()))?;
        Ok(PhraseRecord {
            earliest: edtf.earliest().map(Moment::iso_date),
            latest: edtf.latest().map(Moment::iso_date),
            label: edtf.describe(parse::language(language)),
            edtf: edtf.to_string(),
        })
    }
}
