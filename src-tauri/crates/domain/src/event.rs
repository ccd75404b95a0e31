use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use crate::{
    Edtf, Invalid, Moment, Reason,
    amount::{Amount, Number},
    id::{ActorId, EventId, PlaceId, TopicId},
    kind::KindId,
    statement::Statement,
    status::{Status, StatusHistory},
    text::{Prose, Title},
};

words! {
    /// The part somebody has in an event. *Actor* is the source and *recipient* the target of event data; *mentioned* counts for nothing.
    pub enum Role ("role": "a role") {
        Actor = "actor",
        Recipient = "recipient",
        Host = "host",
        Guest = "guest",
        Party = "party",
        Speaker = "speaker",
        Mediator = "mediator",
        Mentioned = "mentioned",
    }
}

impl Role {
    /// Whether it does the deed. A visitor acts and a host receives, as in PLOVER.
    pub fn is_source(self) -> bool {
        matches!(self, Self::Actor | Self::Guest | Self::Party | Self::Speaker | Self::Mediator)
    }

    /// Whether the deed is done to it.
    pub fn is_target(self) -> bool {
        matches!(self, Self::Recipient | Self::Host | Self::Party)
    }
}

/// An actor in a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Participant {
    pub actor: ActorId,
    pub role: Role,
}

/// Participants in the order given, none twice in the same role.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(try_from = "Vec<Participant>", into = "Vec<Participant>")]
pub struct Participants(Vec<Participant>);

impl Participants {
    pub fn new(participants: Vec<Participant>) -> Result<Self, Invalid> {
        let distinct: BTreeSet<&Participant> = participants.iter().collect();
        if distinct.len() < participants.len() {
            return Err(Invalid::of("participants", Reason::SamePart));
        }
        Ok(Self(participants))
    }

    pub fn as_slice(&self) -> &[Participant] {
        &self.0
    }
}

impl TryFrom<Vec<Participant>> for Participants {
    type Error = Invalid;
    fn try_from(participants: Vec<Participant>) -> Result<Self, Invalid> {
        Self::new(participants)
    }
}

impl From<Participants> for Vec<Participant> {
    fn from(participants: Participants) -> Self {
        participants.0
    }
}

words! {
    /// How a date hangs on another event's.
    pub enum TemporalRelation ("relation": "a relation in time") {
        Before = "before",
        After = "after",
        During = "during",
    }
}

/// "within two months before E7", "after E12".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RelativeDate {
    pub relation: TemporalRelation,
    pub event: EventId,
    /// Within how many days, where the source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within_days: Option<u32>,
}

/// When something happened: the date as exactly as it is known, the words of the source, and the event it was told from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct When {
    pub edtf: Edtf,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Title>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relative: Option<RelativeDate>,
}

impl When {
    pub fn on(edtf: Edtf) -> Self {
        Self {
            edtf,
            text: None,
            relative: None,
        }
    }
}

/// A weight set by hand in place of the kind's, from −10 to +10, with its reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(try_from = "RawWeight", into = "RawWeight")]
pub struct WeightOverride {
    value: Number,
    reason: Title,
}

impl WeightOverride {
    pub fn new(value: Number, reason: Title) -> Result<Self, Invalid> {
        if (-10.0..=10.0).contains(&value.get()) {
            Ok(Self { value, reason })
        } else {
            Err(Invalid::with("weight", Reason::Outside, &[("from", &"−10"), ("to", &"+10")]))
        }
    }

    pub fn value(&self) -> f64 {
        self.value.get()
    }

    pub fn reason(&self) -> &Title {
        &self.reason
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWeight {
    value: Number,
    reason: Title,
}

impl TryFrom<RawWeight> for WeightOverride {
    type Error = Invalid;
    fn try_from(raw: RawWeight) -> Result<Self, Invalid> {
        Self::new(raw.value, raw.reason)
    }
}

impl From<WeightOverride> for RawWeight {
    fn from(weight: WeightOverride) -> Self {
        Self {
            value: weight.value,
            reason: weight.reason,
        }
    }
}

/// The code an imported event came with, kept beside our kind because schemes and versions disagree.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct OriginalCode {
    pub scheme: Title,
    pub code: Title,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<Title>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Number>,
}

/// How much an event matters for the picture, 0 (least) to 100. Labels appear by it as room allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(try_from = "u8", into = "u8")]
pub struct Salience(u8);

impl Salience {
    pub const USUAL: Self = Self(50);

    pub fn new(value: u8) -> Result<Self, Invalid> {
        if value <= 100 {
            Ok(Self(value))
        } else {
            Err(Invalid::with("salience", Reason::Outside, &[("from", &0), ("to", &100)]))
        }
    }

    pub fn get(self) -> u8 {
        self.0
    }
}

impl Default for Salience {
    fn default() -> Self {
        Self::USUAL
    }
}

impl TryFrom<u8> for Salience {
    type Error = Invalid;
    fn try_from(value: u8) -> Result<Self, Invalid> {
        Self::new(value)
    }
}

impl From<Salience> for u8 {
    fn from(salience: Salience) -> u8 {
        salience.0
    }
}

/// Something that happened or is to happen. With a `statement` its act is words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Event {
    pub id: EventId,
    pub kind: KindId,
    pub title: Title,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    pub status: StatusHistory,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceId>,
    #[serde(default)]
    pub participants: Participants,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<Statement>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<TopicId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Prose>,
    #[serde(default)]
    pub salience: Salience,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<WeightOverride>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<OriginalCode>,
}

impl Event {
    pub fn current_status(&self) -> Status {
        self.status.current()
    }

    /// The moment that decides whom its participants act for: the first it may have begun, else the last.
    pub fn acting_at(&self) -> Option<Moment> {
        let edtf = &self.when.as_ref()?.edtf;
        edtf.earliest().or(edtf.start().latest).or(edtf.latest())
    }

    /// Participants and, for a statement, its speaker, principal, targets and audience in their roles; each pair once.
    pub fn parts(&self) -> Vec<Participant> {
        let mut parts = self.participants.as_slice().to_vec();
        let mut known: BTreeSet<Participant> = parts.iter().copied().collect();
        if let Some(statement) = &self.statement {
            let spoken = [(statement.speaker, Role::Speaker)].into_iter();
            let principal = statement.on_behalf_of.map(|actor| (actor, Role::Speaker));
            let targets = statement.targets.iter().map(|&actor| (actor, Role::Recipient));
            let audience = statement.audience.iter().map(|&actor| (actor, Role::Mentioned));
            for (actor, role) in spoken.chain(principal).chain(targets).chain(audience) {
                let part = Participant { actor, role };
                if known.insert(part) {
                    parts.push(part);
                }
            }
        }
        parts
    }

    pub fn check(&self) -> Result<(), Invalid> {
        if self
            .when
            .as_ref()
            .and_then(|when| when.relative.as_ref())
            .is_some_and(|relative| relative.event == self.id)
        {
            return Err(Invalid::of("when", Reason::Itself));
        }
        Ok(())
    }
}
