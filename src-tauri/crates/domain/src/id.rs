//! Typed identifiers: UUIDs that cannot be mixed up. They are made by the engine, never here.

use serde::{Deserialize, Deserializer, Serialize, de};
use std::{fmt, str::FromStr};
use uuid::Uuid;

use crate::{Invalid, Reason};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(UuidText).map(Self)
            }
        }

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

/// Reads an identifier from text without copying it.
struct UuidText;

impl de::Visitor<'_> for UuidText {
    type Value = Uuid;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an identifier")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Uuid, E> {
        parse_uuid(text).map_err(E::custom)
    }
}

/// Reads a UUID in any of its usual spellings.
pub fn parse_uuid(text: &str) -> Result<Uuid, Invalid> {
    if text.trim().is_empty() {
        return Err(Invalid::of("id", Reason::Missing));
    }
    Uuid::try_parse(text.trim()).map_err(|_| {
        Invalid::new(
            "id",
            format!("“{}” is not an identifier", text.chars().take(60).collect::<String>()),
        )
        .hint("choose one of the dossier")
    })
}
