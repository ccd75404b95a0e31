use serde::{Deserialize, Serialize};

use crate::{
    Invalid,
    id::ActorId,
    text::{LanguageTag, Prose, Title},
};

/// What the speaker takes a position for or against, from support to opposition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    Supports,
    LeansFor,
    Neutral,
    LeansAgainst,
    Opposes,
}

impl Stance {
    pub const ALL: [Self; 5] = [Self::Supports, Self::LeansFor, Self::Neutral, Self::LeansAgainst, Self::Opposes];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::LeansFor => "leans-for",
            Self::Neutral => "neutral",
            Self::LeansAgainst => "leans-against",
            Self::Opposes => "opposes",
        }
    }

    pub fn parse(text: &str) -> Result<Self, Invalid> {
        Self::ALL
            .into_iter()
            .find(|stance| stance.as_str() == text.trim())
            .ok_or_else(|| Invalid::new("stance", "is not a stance").hint("use supports, leans-for, neutral, leans-against or opposes"))
    }
}

/// The words as spoken, and as translated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
