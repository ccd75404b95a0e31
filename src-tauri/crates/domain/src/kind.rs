//! What can happen, and what a standing tie is worth. The tables themselves are data (`data/ontology`); these are their shapes.

use serde::{Deserialize, Serialize};
use std::fmt;

use crate::{
    Invalid, Language,
    named::{NamedItem, Noun},
    statement::Stance,
    status::Status,
    tie::{Sign, TieKind},
};

/// A kind of event by its stable name: `summit`, `missile-test`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
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
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "1 | 2 | 3 | 4"))]
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

impl Quad {
    /// The class of a CAMEO code, by its root; `None` where it has none.
    pub fn of_cameo(code: &str) -> Option<Self> {
        Some(match code.get(..2)?.parse::<u8>().ok()? {
            1..=5 => Self::VerbalCooperation,
            6..=8 => Self::MaterialCooperation,
            9..=13 => Self::VerbalConflict,
            14..=20 => Self::MaterialConflict,
            _ => return None,
        })
    }
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
    /// The code while the act is only announced, promised or threatened, where it is another.
    #[serde(default)]
    pub planned: Option<String>,
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
    /// Of words: the position they take, where the kind says which.
    #[serde(default)]
    pub stance: Option<Stance>,
    /// Of words: two of one speaker are two where they are about different things.
    #[serde(default)]
    pub by_issue: bool,
    #[serde(default)]
    pub together: Together,
    /// Both sides are parties to it; else one acts and the other receives.
    #[serde(default)]
    pub parties: bool,
    /// People come together: guest and host where one of the two is at home.
    #[serde(default)]
    pub meeting: bool,
    /// One goes to the other, always guest and host; it may be for a meeting.
    #[serde(default)]
    pub journey: bool,
    /// The kind it is where two heads of state or government do it.
    #[serde(default)]
    pub between_heads: Option<KindId>,
    /// One side may do it with nobody.
    #[serde(default)]
    pub alone: bool,
    /// It is news even where nobody says who did it.
    #[serde(default)]
    pub suffered: bool,
}

/// What several who do a thing do it to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Together {
    /// To another side.
    #[default]
    Apart,
    /// To another side, or to each other where none is named.
    Shared,
    /// With each other: who stands beside them is no other side.
    Joint,
}

impl Kind {
    /// The CAMEO code of an event of this kind in a state.
    pub fn code(&self, status: Status) -> &str {
        self.planned.as_ref().filter(|_| status.is_plan()).unwrap_or(&self.cameo)
    }
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
    /// What is wrong with the tables: an id used twice, a code of another class, a kind that says two things at once. Empty where nothing is.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for (at, kind) in self.kinds.iter().enumerate() {
            let rules = [
                (
                    self.kinds.iter().skip(at + 1).any(|other| other.id == kind.id),
                    "stands there twice",
                ),
                (
                    Quad::of_cameo(&kind.cameo) != Some(kind.quad),
                    "has a CAMEO code of another quad class",
                ),
                (!(-10.0..=10.0).contains(&kind.weight), "weighs less than −10 or more than +10"),
                (kind.stance.is_some() && !kind.words, "takes a stance without being words"),
                (kind.by_issue && !kind.words, "goes by its issue without being words"),
                (kind.journey && !kind.meeting, "is a journey but no meeting"),
                (kind.words && kind.meeting, "is both words and a meeting"),
                (
                    kind.between_heads.as_ref().is_some_and(|other| self.kind(other).is_none()),
                    "is between heads a kind that the table lacks",
                ),
            ];
            let broken = rules.iter().filter(|(broken, _)| *broken);
            faults.extend(broken.map(|(_, fault)| format!("the kind “{}” {fault}", kind.id)));
        }
        let missing = TieKind::ALL.into_iter().filter(|kind| self.tie(*kind).is_none());
        faults.extend(missing.map(|kind| format!("the tie “{}” is missing", kind.as_str())));
        faults
    }

    pub fn kind(&self, id: &KindId) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.id == *id)
    }

    /// The kind of an event or a statement in names. Ties have none, though kinds of both may share a name.
    pub fn kind_of(&self, item: &NamedItem) -> Option<&Kind> {
        let named = |kind: &&Kind| item.noun != Noun::Tie && kind.id.as_str() == item.kind;
        self.kinds.iter().find(named)
    }

    pub fn tie(&self, kind: TieKind) -> Option<&TieRow> {
        self.ties.iter().find(|row| row.id == kind)
    }
}
