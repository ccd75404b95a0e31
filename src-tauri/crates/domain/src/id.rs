//! Typed identifiers: UUIDs that cannot be mixed up. They are made by the engine, never here.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

use crate::Invalid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = Invalid;

            fn from_str(text: &str) -> Result<Self, Invalid> {
                parse_uuid(text).map(Self)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Uuid {
                id.0
            }
        }
    )*};
}

ids! {
    ActorId, OfficeId, TenureId, PlaceId, SourceId, TopicId, EventId, TieId, LinkId, CitationId, ClaimId, NoteId, AssessmentId, LessonId, DraftId, DossierId,
}

/// Reads a UUID in any of its usual spellings.
pub fn parse_uuid(text: &str) -> Result<Uuid, Invalid> {
    Uuid::try_parse(text.trim()).map_err(|_| {
        Invalid::new(
            "id",
            format!("“{}” is not an identifier", text.chars().take(60).collect::<String>()),
        )
        .hint("identifiers look like 0192f0c1-7d4e-7c3a-9b1f-5a3e2d1c0b9a")
    })
}
