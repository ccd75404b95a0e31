use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    Invalid,
    id::{ActorId, AssessmentId},
    text::Title,
};

/// Where the analyst sees a relation going.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    Better,
    Unchanged,
    Worse,
}

impl Direction {
    pub const ALL: [Self; 3] = [Self::Better, Self::Unchanged, Self::Worse];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Unchanged => "unchanged",
            Self::Worse => "worse",
        }
    }
}

/// The analyst's own arrow on a dyad, with a one-line reason and a date. It never alters flow or tone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    pub id: AssessmentId,
    pub a: ActorId,
    pub b: ActorId,
    pub direction: Direction,
    pub reason: Title,
    pub on: NaiveDate,
}

impl Assessment {
    pub fn check(&self) -> Result<(), Invalid> {
        if self.a == self.b {
            Err(Invalid::new("b", "is the same country as the other end").hint("choose two different countries"))
        } else {
            Ok(())
        }
    }
}
