use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    Invalid, Reason,
    id::{ActorId, AssessmentId},
    text::Title,
};

words! {
    /// Where the analyst sees a relation going.
    pub enum Direction ("direction": "a direction") {
        Better = "better",
        Unchanged = "unchanged",
        Worse = "worse",
    }
}

/// The analyst's own arrow on a dyad, with a one-line reason and a date. It never alters flow or tone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    pub id: AssessmentId,
    pub a: ActorId,
    pub b: ActorId,
    pub direction: Direction,
    pub reason: Title,
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub on: NaiveDate,
}

impl Assessment {
    pub fn check(&self) -> Result<(), Invalid> {
        if self.a == self.b {
            Err(Invalid::of("b", Reason::TwoCountries))
        } else {
            Ok(())
        }
    }
}
