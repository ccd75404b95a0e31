use serde::{Deserialize, Serialize};

use crate::{
    Invalid,
    id::{EventId, LinkId},
    text::Prose,
};

/// What one event is to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkKind {
    RepliesTo,
    FollowsUp,
    Implements,
    Reaffirms,
    Contradicts,
    Cancels,
    Causes,
    SameAs,
}

impl LinkKind {
    pub const ALL: [Self; 8] = [
        Self::RepliesTo,
        Self::FollowsUp,
        Self::Implements,
        Self::Reaffirms,
        Self::Contradicts,
        Self::Cancels,
        Self::Causes,
        Self::SameAs,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::RepliesTo => "replies-to",
            Self::FollowsUp => "follows-up",
            Self::Implements => "implements",
            Self::Reaffirms => "reaffirms",
            Self::Contradicts => "contradicts",
            Self::Cancels => "cancels",
            Self::Causes => "causes",
            Self::SameAs => "same-as",
        }
    }

    pub fn parse(text: &str) -> Result<Self, Invalid> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text.trim()).ok_or_else(|| {
            Invalid::new("kind", "is not a kind of link")
                .hint("use replies-to, follows-up, implements, reaffirms, contradicts, cancels, causes or same-as")
        })
    }
}

/// Event to event, read from left to right: `from` replies to `to`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
            return Err(Invalid::new("to", "is the same event as the other end").hint("choose two different events"));
        }
        Ok(())
    }
}
