//! The tables of the reader as they are written, and what is refused of them.

use serde::Deserialize;
use std::collections::BTreeMap;
use thiserror::Error;

/// A lexicon file that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the lexicon {file} cannot be read: {message}")]
pub struct LexiconError {
    pub file: &'static str,
    pub message: String,
}

/// Cities, governments and things by country code.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Places {
    pub cities: BTreeMap<String, Vec<String>>,
    pub governments: BTreeMap<String, Vec<String>>,
    pub things: BTreeMap<String, Vec<String>>,
}

impl Places {
    /// The shipped places, to be added to a gazetteer.
    pub fn shipped() -> Result<Self, LexiconError> {
        parse("places.toml", Tables::SHIPPED.places)
    }
}

/// The words of the reader as they are written, TOML. `data/lexicon` says how.
#[derive(Clone, Copy, Debug)]
pub struct Tables<'a> {
    pub english: &'a str,
    pub meetings: &'a str,
    pub places: &'a str,
    pub topics: &'a str,
    pub confidence: &'a str,
}

impl Tables<'static> {
    pub const SHIPPED: Self = Self {
        english: include_str!("../../../../../data/lexicon/english.toml"),
        meetings: include_str!("../../../../../data/lexicon/meetings.toml"),
        places: include_str!("../../../../../data/lexicon/places.toml"),
        topics: include_str!("../../../../../data/lexicon/topics.toml"),
        confidence: include_str!("../../../../../data/lexicon/confidence.toml"),
    };
}

pub(super) fn things(places: Places) -> Vec<(String, String)> {
    places
        .things
        .into_iter()
        .flat_map(|(code, words)| words.into_iter().map(move |word| (word.to_lowercase(), code.clone())))
        .collect()
}

pub(crate) fn parse<T: serde::de::DeserializeOwned>(file: &'static str, text: &str) -> Result<T, LexiconError> {
    toml::from_str(text).map_err(|error| LexiconError {
        file,
        message: error.to_string(),
    })
}
