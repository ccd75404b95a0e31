use chrono::NaiveDate;
use domain::{Edtf, Invalid, Language, Moment, phrase};
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
    /// EDTF, or a date as articles and people write it. `reference` is the ISO day that relative words count from, today when absent;
    /// `language` (ISO 639-1) is that of the words, told by their script when absent. The label is in Korean or English.
    pub fn when(&self, text: &str, reference: Option<&str>, language: Option<&str>) -> Result<PhraseRecord, ApiError> {
        let reference = reference.map_or_else(|| Ok(self.today()), |day| parse::day("reference", day))?;
        let language = language.unwrap_or_else(|| script_language(text));
        let edtf = resolved(text, reference, language)?;
        let label = if language.starts_with("ko") {
            Language::Korean
        } else {
            Language::English
        };
        Ok(PhraseRecord {
            earliest: edtf.earliest().map(Moment::iso_date),
            latest: edtf.latest().map(Moment::iso_date),
            label: edtf.describe(label),
            edtf: edtf.to_string(),
        })
    }
}

/// What is typed as EDTF is meant as such; words are read as an article's, and where that finds nothing as a person's.
fn resolved(text: &str, reference: NaiveDate, language: &str) -> Result<Edtf, Invalid> {
    if let Ok(edtf) = Edtf::parse(text.trim()) {
        return Ok(edtf);
    }
    let told = reader::when(text, reference, language).filter(|when| !goes_on(text, &when.text));
    let told = told.and_then(|when| Edtf::parse(&when.edtf).ok());
    told.map_or_else(
        || phrase::parse_typed(text, reference).map_err(|error| Invalid::new("phrase", error.to_string())),
        Ok,
    )
}

/// Whether a date found is told from something that follows it and is no date: "the day after the party".
fn goes_on(text: &str, found: &str) -> bool {
    let tells = ["after", "before"].iter().any(|word| found.to_lowercase().ends_with(word));
    let rest = text.split_once(found).map_or("", |(_, rest)| rest);
    tells && rest.chars().any(char::is_alphanumeric)
}

/// The language a phrase is likely in; Latin letters count as English.
fn script_language(text: &str) -> &'static str {
    let any = |range: std::ops::RangeInclusive<char>| text.chars().any(|letter| range.contains(&letter));
    match () {
        () if any('\u{AC00}'..='\u{D7AF}') => "ko",
        () if any('\u{3040}'..='\u{30FF}') => "ja",
        () if any('\u{4E00}'..='\u{9FFF}') => "zh",
        () => "en",
    }
}
