use serde::{Deserialize, Serialize};

use crate::{
    Invalid,
    citation::Anchor,
    id::{DraftId, SourceId},
    item::Item,
    text::Title,
};

/// What became of a proposal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DraftState {
    #[default]
    Open,
    Accepted,
    Edited,
    Rejected,
}

/// A share between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Share(f64);

impl Share {
    pub fn new(value: f64) -> Result<Self, Invalid> {
        if (0.0..=1.0).contains(&value) {
            Ok(Self(value))
        } else {
            Err(Invalid::new("confidence", "is not between 0 and 1"))
        }
    }

    pub fn get(self) -> f64 {
        self.0
    }
}

impl TryFrom<f64> for Share {
    type Error = Invalid;
    fn try_from(value: f64) -> Result<Self, Invalid> {
        Self::new(value)
    }
}

impl From<Share> for f64 {
    fn from(share: Share) -> f64 {
        share.0
    }
}

/// A proposal of the reader: the item it would become, the words it came from, the rule that made it, and how sure it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    pub id: DraftId,
    pub source: SourceId,
    pub proposal: Box<Item>,
    pub anchor: Anchor,
    pub rule: Title,
    pub confidence: Share,
    #[serde(default)]
    pub state: DraftState,
}

impl Draft {
    pub fn check(&self) -> Result<(), Invalid> {
        match *self.proposal {
            Item::Event(_) | Item::Tie(_) => self.proposal.check(),
            _ => Err(Invalid::new("proposal", "is neither an event nor a tie")),
        }
    }
}
