use serde::{Deserialize, Serialize};

use crate::{
    Invalid,
    citation::Anchor,
    id::{DraftId, SourceId},
    item::{Item, ItemRef},
    link::Link,
    text::Title,
};

words! {
    /// What became of a proposal.
    #[derive(Default)]
    pub enum DraftState ("state": "a state of a draft") {
        #[default]
        Open = "open",
        Accepted = "accepted",
        Edited = "edited",
        Rejected = "rejected",
    }
}

words! {
    /// A reason why a draft is not surer.
    pub enum Doubt ("doubt": "a reason for doubt") {
        /// Who acts is taken from the sentence before.
        ActorCarried = "actor-carried",
        /// The other side is named only as the place.
        PlaceAsParty = "place-as-party",
        /// The text says that it may happen.
        MayHappen = "may-happen",
        /// Told by one side.
        OneSide = "one-side",
        /// Read by the word for the meeting and the names beside it.
        WordBesideNames = "word-beside-names",
        /// The day is that of the sentences before.
        DayCarried = "day-carried",
        /// Only said as the meeting before.
        SaidAgain = "said-again",
        /// Told by a noun: when it took place is not said.
        NounUndated = "noun-undated",
        /// The text does not say who did it.
        NoAgent = "no-agent",
        /// Another verb of the sentence may be what is done.
        OtherDeed = "other-deed",
        /// Said without a day: that of the publication is taken.
        DayOfPublication = "day-of-publication",
        /// Who did it is known only from what was told before: "the strikes".
        TakenUp = "taken-up",
        /// It is said to be so by nobody who answers for it.
        Reported = "reported",
        /// The names stand far from the verb.
        FarNames = "far-names",
        /// Neither another side nor a place nor a date is told.
        Bare = "bare",
        /// Who held the office then is told only by tables that end before it.
        OfficeAssumed = "office-assumed",
    }
}

/// A share between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
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
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Draft {
    pub id: DraftId,
    pub source: SourceId,
    pub proposal: Box<Item>,
    /// Actors, places and topics the proposal points at and the dossier lacked: they come with it when it is accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub brings: Vec<Item>,
    /// Shipped actors among them, by key (`country:KOR`): they come with their names and offices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shipped: Vec<Title>,
    /// Links to what other drafts of the source would become: made when both ends stand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// Drafts it points at or that point at it, by a link, a relative date or a cause.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<DraftId>,
    /// Where it was found.
    pub anchor: Anchor,
    /// Where the text repeats it or adds to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub further: Vec<Anchor>,
    pub rule: Title,
    /// The words that made the rule fire.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trigger: Option<Title>,
    pub confidence: Share,
    /// Why it is not surer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<Doubt>,
    #[serde(default)]
    pub state: DraftState,
    /// Whether a person changed it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub amended: bool,
    /// What it became: its proposal, or the event it was found to tell of. It may have been removed since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub became: Option<ItemRef>,
}

impl Draft {
    /// Every place in the source it rests on, the first where it was found.
    pub fn anchors(&self) -> impl Iterator<Item = &Anchor> {
        std::iter::once(&self.anchor).chain(&self.further)
    }

    pub fn check(&self) -> Result<(), Invalid> {
        match *self.proposal {
            Item::Event(_) | Item::Tie(_) => self.proposal.check()?,
            _ => return Err(Invalid::new("proposal", "is neither an event nor a tie")),
        }
        for item in &self.brings {
            match item {
                Item::Actor(_) | Item::Place(_) | Item::Topic(_) => item.check()?,
                _ => return Err(Invalid::new("brings", "holds something other than actors, places and topics")),
            }
        }
        self.links.iter().try_for_each(Link::check)
    }
}
