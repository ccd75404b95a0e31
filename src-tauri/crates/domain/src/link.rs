use serde::{Deserialize, Serialize};

use crate::{
    Invalid, Reason,
    id::{EventId, LinkId},
    text::Prose,
};

words! {
    /// What one event is to another.
    pub enum LinkKind ("kind": "a kind of link") {
        RepliesTo = "replies-to",
        FollowsUp = "follows-up",
        Implements = "implements",
        Reaffirms = "reaffirms",
        Contradicts = "contradicts",
        Cancels = "cancels",
        Causes = "causes",
        SameAs = "same-as",
    }
}

/// Event to event, read from left to right: `from` replies to `to`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Link {
    pub id: LinkId,
    pub kind: LinkKind,
    pub from: EventId,
    pub to: EventId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Prose>,
}

impl Link {
    pub fn check(&self) -> Result<(), Invalid> {
        if self.from == self.to {
            return Err(Invalid::of("to", Reason::TwoEvents));
        }
        Ok(())
    }
}
