use domain::{Language, Moment};
use serde::Serialize;

use crate::{api::Api, parse, wire::ApiError};

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
    /// EDTF, or a date as articles and people write it. `reference` is the day that relative words count from, today when absent;
    /// `language` (ISO 639-1) is that of the words, told by their script when absent. The label is in Korean or English.
    pub fn when(&self, text: &str, reference: Option<&str>, language: Option<&str>) -> Result<PhraseRecord, ApiError> {
        let reference = reference.map_or_else(|| Ok(self.today()), |day| parse::day("reference", day, self.today()))?;
        let edtf = parse::date_in("phrase", text, reference, language)?;
        let korean = language.map_or_else(
            || text.chars().any(|letter| ('가'..='힣').contains(&letter)),
            |language| language.starts_with("ko"),
        );
        let label = if korean { Language::Korean } else { Language::English };
        Ok(PhraseRecord {
            earliest: edtf.earliest().map(Moment::iso_date),
            latest: edtf.latest().map(Moment::iso_date),
            label: edtf.describe(label),
            edtf: edtf.to_string(),
        })
    }
}
