use serde::{Deserialize, Serialize};

use crate::{
    Invalid, Moment, Reason,
    amount::Amount,
    event::Role,
    id::{ActorId, EventId, TieId},
    period::Period,
    text::{Prose, Title},
};

words! {
    /// The standing facts that tie actors.
    pub enum TieKind ("kind": "a kind of tie") {
        Alliance = "alliance",
        Presence = "presence",
        Partnership = "partnership",
        Membership = "membership",
        Recognition = "recognition",
        Policy = "policy",
        Dependence = "dependence",
        Restriction = "restriction",
        Dispute = "dispute",
    }
}

/// Whether a tie is good, neither, or bad for the relation. JSON: 1, 0, -1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "-1 | 0 | 1"))]
#[serde(try_from = "i8", into = "i8")]
pub enum Sign {
    Negative,
    #[default]
    Neutral,
    Positive,
}

impl Sign {
    pub const ALL: [Self; 3] = [Self::Negative, Self::Neutral, Self::Positive];

    pub fn factor(self) -> f64 {
        f64::from(i8::from(self))
    }
}

impl TryFrom<i8> for Sign {
    type Error = Invalid;
    fn try_from(sign: i8) -> Result<Self, Invalid> {
        match sign {
            -1 => Ok(Self::Negative),
            0 => Ok(Self::Neutral),
            1 => Ok(Self::Positive),
            _ => Err(Invalid::new("sign", format!("{sign} is not a sign")).hint("use -1, 0 or 1")),
        }
    }
}

impl From<Sign> for i8 {
    fn from(sign: Sign) -> i8 {
        match sign {
            Sign::Negative => -1,
            Sign::Neutral => 0,
            Sign::Positive => 1,
        }
    }
}

/// A standing fact between two actors over an interval.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Tie {
    pub id: TieId,
    pub kind: TieKind,
    pub title: Title,
    pub from: ActorId,
    pub to: ActorId,
    /// Holds both ways alike.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub mutual: bool,
    pub sign: Sign,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    pub period: Period,
    /// The event that brought it about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<EventId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Prose>,
}

impl Tie {
    /// The roles of its two ends.
    pub fn roles(&self) -> [Role; 2] {
        if self.mutual {
            [Role::Party; 2]
        } else {
            [Role::Actor, Role::Recipient]
        }
    }

    /// The moment that decides whom its ends act for.
    pub fn acting_at(&self) -> Option<Moment> {
        self.period.begins()
    }

    pub fn check(&self) -> Result<(), Invalid> {
        if self.from == self.to {
            return Err(Invalid::of("to", Reason::TwoActors));
        }
        Ok(())
    }
}
