//! What can happen, and what a standing tie is worth. The tables themselves are data (`data/ontology`); these are their shapes.

use serde::{Deserialize, Serialize};
use std::fmt;

use crate::{
    Invalid, Language,
    tie::{Sign, TieKind},
};

/// A kind of event by its stable name: `summit`, `missile-test`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct KindId(String);

impl KindId {
    pub fn new(text: &str) -> Result<Self, Invalid> {
        let sound = (1..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if sound {
            Ok(Self(text.to_owned()))
        } else {
            Err(Invalid::new(
                "kind",
                format!("“{}” is not the name of a kind", text.chars().take(30).collect::<String>()),
            )
            .hint("use small letters and hyphens, such as joint-exercise"))
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for KindId {
    type Error = Invalid;
    fn try_from(text: String) -> Result<Self, Invalid> {
        Self::new(&text)
    }
}

impl From<KindId> for String {
    fn from(kind: KindId) -> String {
        kind.0
    }
}

impl fmt::Display for KindId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The four classes of event data, by CAMEO root: 01–05, 06–08, 09–13, 14–20.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Quad {
    VerbalCooperation,
    MaterialCooperation,
    VerbalConflict,
    MaterialConflict,
}

impl Quad {
    pub const ALL: [Self; 4] = [
        Self::VerbalCooperation,
        Self::MaterialCooperation,
        Self::VerbalConflict,
        Self::MaterialConflict,
    ];
}

impl TryFrom<u8> for Quad {
    type Error = Invalid;
    fn try_from(number: u8) -> Result<Self, Invalid> {
        Self::ALL
            .into_iter()
            .find(|quad| u8::from(*quad) == number)
            .ok_or_else(|| Invalid::new("quad", format!("{number} is not 1 to 4")))
    }
}

impl From<Quad> for u8 {
    fn from(quad: Quad) -> u8 {
        quad as u8 + 1
    }
}

/// A name in the languages the product speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    pub en: String,
    pub ko: String,
}

impl Label {
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::English => &self.en,
            Language::Korean => &self.ko,
        }
    }
}

/// A row of `kinds.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    pub id: KindId,
    pub label: Label,
    pub plover: String,
    #[serde(default)]
    pub mode: Option<String>,
    pub cameo: String,
    pub quad: Quad,
    /// −10 to +10.
    pub weight: f64,
    /// Why the weight departs from the code's Goldstein value.
    #[serde(default)]
    pub reason: Option<String>,
    pub icon: String,
    /// Its act is words.
    #[serde(default)]
    pub words: bool,
    /// Counts in both directions.
    #[serde(default)]
    pub mutual: bool,
}

/// A row of `ties.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TieRow {
    pub id: TieKind,
    pub label: Label,
    pub sign: Sign,
    /// What one such tie says of a relation's tone, −10 to +10.
    pub prior: f64,
    #[serde(default)]
    pub symmetric: bool,
}

/// Both tables.
#[derive(Clone, Debug, PartialEq)]
pub struct Ontology {
    pub kinds: Vec<Kind>,
    pub ties: Vec<TieRow>,
}

impl Ontology {
    pub fn kind(&self, id: &KindId) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.id == *id)
    }

    pub fn tie(&self, kind: TieKind) -> Option<&TieRow> {
        self.ties.iter().find(|row| row.id == kind)
    }
}
