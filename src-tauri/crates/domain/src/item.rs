//! Any noun of the record, as one type: what the write path, the journal and the lossless form speak of.

use serde::{Deserialize, Deserializer, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

use crate::{
    Invalid, Reason,
    actor::Actor,
    assessment::Assessment,
    citation::Citation,
    claim::{Claim, ClaimValue},
    draft::Draft,
    event::Event,
    id::parse_uuid,
    lesson::{Lesson, Teaches},
    link::Link,
    note::Note,
    office::{Office, Tenure},
    place::Place,
    settings::Settings,
    source::Source,
    tie::Tie,
    topic::Topic,
};

macro_rules! items {
    ($($name:ident($type:ty) = $text:literal),* $(,)?) => {
        words! {
            /// The nouns, in the order in which a record can be rebuilt: what is pointed at comes before what points.
            pub enum ItemKind ("kind": "a kind of item") { $($name = $text),* }
        }

        /// One noun of the record. Items are handled one at a time, so their size is no matter.
        #[allow(clippy::large_enum_variant)]
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        #[serde(tag = "type", rename_all = "kebab-case")]
        pub enum Item { $($name($type)),* }

        impl Item {
            pub fn kind(&self) -> ItemKind {
                match self { $(Self::$name(_) => ItemKind::$name),* }
            }

            pub fn id(&self) -> Uuid {
                match self { $(Self::$name(item) => item.id.0),* }
            }

            /// Reads an item whose kind is known. A tag among the fields would have them read twice, and the path of a refusal would be lost.
            pub fn of_kind<'de, D: Deserializer<'de>>(kind: ItemKind, fields: D) -> Result<Self, D::Error> {
                match kind { $(ItemKind::$name => <$type>::deserialize(fields).map(Self::$name)),* }
            }
        }

        $(impl From<$type> for Item {
            fn from(item: $type) -> Self {
                Self::$name(item)
            }
        })*
    };
}

items! {
    Settings(Settings) = "settings",
    Actor(Actor) = "actor",
    Office(Office) = "office",
    Tenure(Tenure) = "tenure",
    Place(Place) = "place",
    Topic(Topic) = "topic",
    Source(Source) = "source",
    Event(Event) = "event",
    Tie(Tie) = "tie",
    Link(Link) = "link",
    Citation(Citation) = "citation",
    Claim(Claim) = "claim",
    Note(Note) = "note",
    Assessment(Assessment) = "assessment",
    Draft(Draft) = "draft",
    Lesson(Lesson) = "lesson",
}

/// Points at one item: `event:0192f0c1-…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
#[serde(try_from = "String", into = "String")]
pub struct ItemRef {
    pub kind: ItemKind,
    pub id: Uuid,
}

impl ItemRef {
    pub fn new(kind: ItemKind, id: impl Into<Uuid>) -> Self {
        Self { kind, id: id.into() }
    }
}

impl fmt::Display for ItemRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind.as_str(), self.id)
    }
}

impl FromStr for ItemRef {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        if text.trim().is_empty() {
            return Err(Invalid::of("item", Reason::Missing));
        }
        let (kind, id) = text
            .split_once(':')
            .ok_or_else(|| Invalid::new("item", "names no kind").hint("choose an event, an actor, a tie or another item"))?;
        Ok(Self {
            kind: ItemKind::parse(kind)?,
            id: parse_uuid(id)?,
        })
    }
}

impl TryFrom<String> for ItemRef {
    type Error = Invalid;
    fn try_from(text: String) -> Result<Self, Invalid> {
        text.parse()
    }
}

impl From<ItemRef> for String {
    fn from(item: ItemRef) -> String {
        item.to_string()
    }
}

impl Item {
    pub fn item_ref(&self) -> ItemRef {
        ItemRef {
            kind: self.kind(),
            id: self.id(),
        }
    }

    /// A short name for lists, undo labels and messages.
    pub fn title(&self) -> String {
        match self {
            Self::Settings(item) => item.title.to_string(),
            Self::Actor(item) => item.name.to_string(),
            Self::Office(item) => item.post.to_string(),
            Self::Place(item) => item.name.to_string(),
            Self::Topic(item) => item.name.to_string(),
            Self::Source(item) => item.title.to_string(),
            Self::Event(item) => item.title.to_string(),
            Self::Tie(item) => item.title.to_string(),
            Self::Note(item) => item.title.to_string(),
            Self::Assessment(item) => item.reason.to_string(),
            Self::Link(item) => item.kind.as_str().to_owned(),
            Self::Citation(item) => item.said().chars().take(60).collect(),
            Self::Claim(item) => item.value.attribute().to_owned(),
            Self::Lesson(item) => item.words.to_string(),
            Self::Draft(item) => item.proposal.title(),
            Self::Tenure(item) => item.period.start().map_or_else(|| "tenure".to_owned(), ToString::to_string),
        }
    }

    /// Rules that need no other item. (Rules across items are held by the engine.)
    pub fn check(&self) -> Result<(), Invalid> {
        match self {
            Self::Actor(item) => item.check(),
            Self::Topic(item) => item.check(),
            Self::Source(item) => item.check(),
            Self::Event(item) => item.check(),
            Self::Tie(item) => item.check(),
            Self::Link(item) => item.check(),
            Self::Note(item) => item.check(),
            Self::Assessment(item) => item.check(),
            Self::Draft(item) => item.check(),
            Self::Settings(_)
            | Self::Office(_)
            | Self::Tenure(_)
            | Self::Place(_)
            | Self::Citation(_)
            | Self::Claim(_)
            | Self::Lesson(_) => Ok(()),
        }
    }

    /// Every item this one points at and cannot do without. Links inside a note's text are not among them: they may dangle.
    pub fn references(&self) -> Vec<ItemRef> {
        let actor = |id: crate::id::ActorId| ItemRef::new(ItemKind::Actor, id);
        match self {
            Self::Settings(_) => vec![],
            Self::Actor(item) => item.acts_for.map(actor).into_iter().collect(),
            Self::Office(item) => vec![actor(item.of)],
            Self::Tenure(item) => vec![ItemRef::new(ItemKind::Office, item.office), actor(item.holder)],
            Self::Place(item) => item.country.map(actor).into_iter().collect(),
            Self::Topic(item) => item.parent.map(|id| ItemRef::new(ItemKind::Topic, id)).into_iter().collect(),
            Self::Source(item) => item.repeats.map(|id| ItemRef::new(ItemKind::Source, id)).into_iter().collect(),
            Self::Event(item) => event_references(item),
            Self::Tie(item) => [actor(item.from), actor(item.to)]
                .into_iter()
                .chain(item.cause.map(|id| ItemRef::new(ItemKind::Event, id)))
                .collect(),
            Self::Link(item) => vec![ItemRef::new(ItemKind::Event, item.from), ItemRef::new(ItemKind::Event, item.to)],
            Self::Citation(item) => vec![item.item, ItemRef::new(ItemKind::Source, item.source)],
            Self::Claim(item) => claim_references(item),
            Self::Note(item) => {
                let judged = item
                    .judgement
                    .iter()
                    .flat_map(|judgement| judgement.evidence_for.iter().chain(&judgement.evidence_against));
                item.attached_to.iter().chain(judged).copied().collect()
            }
            Self::Assessment(item) => vec![actor(item.a), actor(item.b)],
            Self::Lesson(item) => match item.teaches {
                Teaches::Actor(id) => vec![actor(id)],
                Teaches::Kind(_) => vec![],
            },
            Self::Draft(item) => vec![ItemRef::new(ItemKind::Source, item.source)],
        }
    }
}

fn event_references(event: &Event) -> Vec<ItemRef> {
    let actors = event.parts().into_iter().map(|part| ItemRef::new(ItemKind::Actor, part.actor));
    let place = event.place.map(|id| ItemRef::new(ItemKind::Place, id));
    let topics = event.topics.iter().map(|&id| ItemRef::new(ItemKind::Topic, id));
    let told_from = event
        .when
        .as_ref()
        .and_then(|when| when.relative.as_ref())
        .map(|relative| ItemRef::new(ItemKind::Event, relative.event));
    let said_by = event
        .status
        .entries()
        .iter()
        .filter_map(|entry| entry.source)
        .map(|id| ItemRef::new(ItemKind::Source, id));
    actors.chain(place).chain(topics).chain(told_from).chain(said_by).collect()
}

fn claim_references(claim: &Claim) -> Vec<ItemRef> {
    let place = match claim.value {
        ClaimValue::Place(id) => Some(ItemRef::new(ItemKind::Place, id)),
        _ => None,
    };
    let citation = claim.citation.map(|id| ItemRef::new(ItemKind::Citation, id));
    [claim.item].into_iter().chain(place).chain(citation).collect()
}
