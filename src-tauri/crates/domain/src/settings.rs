use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Invalid, Language, Reason, actor::Code, id::DossierId, text::Title};

/// Half-life of an event's effect on tone where the dossier sets none, in days.
pub const DEFAULT_HALF_LIFE_DAYS: u32 = 180;

/// How a disputed territory is named and grouped in this dossier, printed in the brief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Naming {
    pub code: Code,
    pub name: Title,
    /// Shown under another country's lane when set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grouped_under: Option<Code>,
}

/// Days until an event counts half, 1 to 36,500.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(try_from = "u32", into = "u32")]
pub struct HalfLife(u32);

impl HalfLife {
    pub fn new(days: u32) -> Result<Self, Invalid> {
        if (1..=36_500).contains(&days) {
            Ok(Self(days))
        } else {
            Err(Invalid::with("half_life_days", Reason::Outside, &[("from", &1), ("to", &"36,500")]))
        }
    }

    pub fn days(self) -> u32 {
        self.0
    }
}

impl Default for HalfLife {
    fn default() -> Self {
        Self(DEFAULT_HALF_LIFE_DAYS)
    }
}

impl TryFrom<u32> for HalfLife {
    type Error = Invalid;
    fn try_from(days: u32) -> Result<Self, Invalid> {
        Self::new(days)
    }
}

impl From<HalfLife> for u32 {
    fn from(half_life: HalfLife) -> u32 {
        half_life.0
    }
}

/// A dossier's title and conventions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub id: DossierId,
    pub title: Title,
    #[serde(default)]
    pub language: Language,
    /// IANA name, `Asia/Seoul`. Only times with an offset are shown in it; dates never move.
    pub time_zone: Title,
    #[serde(default)]
    pub half_life_days: HalfLife,
    /// The day it is first looked at from, for a record that is about a time of its own; today without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub opens_as_of: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub namings: Vec<Naming>,
}
