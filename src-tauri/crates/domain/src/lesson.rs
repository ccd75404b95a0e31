use serde::{Deserialize, Serialize};

use crate::{
    id::{ActorId, LessonId},
    kind::KindId,
    text::Title,
};

/// What words mean in this dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Teaches {
    /// They name the actor.
    Actor(ActorId),
    /// They tell of an event of the kind.
    Kind(KindId),
}

/// Something the reader was told in this dossier and goes by from then on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    pub id: LessonId,
    pub words: Title,
    pub teaches: Teaches,
}
