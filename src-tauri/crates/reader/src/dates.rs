//! Dates as articles say them, in five languages, seen from the day of publication: never more exact than the words.
//!
//! Conventions where the words leave a choice: weeks run Monday to Sunday and *next* or *last Friday* is that of the next or
//! last week; a weekday, day or month without a year is the latest or the first, as the verb looks back or ahead; *early*
//! and *late* are halves of a month or of a year told relatively, *mid* its days 10 to 20, and thirds of a year told by number; what is counted in months or years is approximate (`~`); *before* and *after* leave out the date named.

mod bag;
mod lex;
mod parse;
mod resolve;
#[cfg(test)]
mod tests;
mod value;

use crate::proposal::When;
use chrono::NaiveDate;
use domain::edtf::Edtf;
use lex::Vocabulary;
use std::{
    collections::{BTreeMap, HashMap},
    sync::OnceLock,
};

/// Which way the verb looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tense {
    Past,
    Future,
    #[default]
    Unknown,
}

/// A date found in a text; offsets are bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FoundDate {
    pub start: usize,
    pub end: usize,
    pub when: When,
}

fn vocabularies() -> &'static HashMap<String, Vocabulary> {
    static LOADED: OnceLock<HashMap<String, Vocabulary>> = OnceLock::new();
    LOADED.get_or_init(|| {
        let tables: BTreeMap<String, BTreeMap<String, Vec<String>>> =
            toml::from_str(include_str!("../../../../data/lexicon/dates.toml")).unwrap_or_default();
        tables
            .iter()
            .map(|(language, table)| (language.clone(), Vocabulary::of(language, table)))
            .collect()
    })
}

fn vocabulary(language: &str) -> Option<&'static Vocabulary> {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    vocabularies().get(primary)
}

/// Reads a date phrase of an article in `language` (ISO 639-1: en, fr, ko, zh, ja), seen from the reference day.
pub fn when(phrase: &str, reference: NaiveDate, language: &str) -> Option<When> {
    let short: String = phrase.chars().take(300).collect();
    let read = |language: &str| {
        vocabulary(language).map_or_else(Vec::new, |words| {
            let looking = parse::Looking {
                reference,
                tense: Tense::Unknown,
                typed: true,
            };
            parse::find(&short, words, &words.tokens(&short), looking)
        })
    };
    let mut found = read(language);
    if found.is_empty() && short.is_ascii() {
        found = read("en");
    }
    let longest = found
        .into_iter()
        .max_by_key(|date| (date.end - date.start, std::cmp::Reverse(date.start)))?;
    Some(longest.when)
}

/// A sentence with its words of dates, to be read as looking back or ahead.
pub(crate) struct Dated<'a> {
    text: &'a str,
    words: Option<(&'static Vocabulary, Vec<lex::Token<'static>>)>,
}

impl<'a> Dated<'a> {
    pub fn of(text: &'a str, language: &str) -> Self {
        let words = vocabulary(language).map(|vocabulary| (vocabulary, vocabulary.tokens(text)));
        Self { text, words }
    }

    /// The dates said, seen from a day.
    pub fn find(&self, reference: NaiveDate, tense: Tense) -> Vec<FoundDate> {
        self.words.as_ref().map_or_else(Vec::new, |(vocabulary, tokens)| {
            parse::find(
                self.text,
                vocabulary,
                tokens,
                parse::Looking {
                    reference,
                    tense,
                    typed: false,
                },
            )
        })
    }
}

/// EDTF with its bounds; none where the expression is refused.
pub(crate) fn dated(edtf: &str, text: &str) -> Option<When> {
    let parsed = Edtf::parse(edtf).ok()?;
    let shown = |moment: Option<domain::moment::Moment>| moment.map(|moment| moment.iso_date());
    Some(When {
        edtf: edtf.to_owned(),
        earliest: shown(parsed.earliest()),
        latest: shown(parsed.latest()),
        text: text.to_owned(),
    })
}
