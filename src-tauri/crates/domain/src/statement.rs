use serde::{Deserialize, Serialize};

use crate::{
    id::ActorId,
    text::{LanguageTag, Prose, Title},
};

words! {
    /// What the speaker takes a position for or against, from support to opposition.
    pub enum Stance ("stance": "a stance") {
        Supports = "supports",
        LeansFor = "leans-for",
        Neutral = "neutral",
        LeansAgainst = "leans-against",
        Opposes = "opposes",
    }
}

/// The words as spoken, and as translated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Quote {
    pub text: Prose,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<LanguageTag>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation: Option<Prose>,
}

/// What makes an event a statement: somebody spoke, on an issue, with a stance. There is no statement without a speaker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Statement {
    pub speaker: ActorId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<ActorId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audience: Vec<ActorId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<ActorId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issue: Option<Title>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stance: Option<Stance>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<Quote>,
}

impl Statement {
    /// Everybody the statement names.
    pub fn actors(&self) -> impl Iterator<Item = ActorId> + '_ {
        [self.speaker]
            .into_iter()
            .chain(self.on_behalf_of)
            .chain(self.audience.iter().copied())
            .chain(self.targets.iter().copied())
    }
}
