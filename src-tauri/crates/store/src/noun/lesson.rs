use domain::{
    id::{ActorId, LessonId},
    lesson::{Lesson, Teaches},
};
use uuid::Uuid;

use super::Noun;
use crate::{
    StoreError,
    row::{Columns, Values},
};

impl Noun for Lesson {
    const TABLE: &'static str = "lesson";
    const COLUMNS: &'static [&'static str] = &["words", "kind", "actor"];

    fn values(&self, values: &mut Values) -> Result<(), StoreError> {
        let (kind, actor) = match &self.teaches {
            Teaches::Kind(kind) => (Some(kind), None),
            Teaches::Actor(actor) => (None, Some(*actor)),
        };
        values.plain(self.words.to_string()).optional_word(kind)?.optional_id(actor);
        Ok(())
    }

    fn read(id: Uuid, _: i64, columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let words = columns.word()?;
        let teaches = match (columns.optional_word()?, columns.optional_id()?) {
            (Some(kind), None) => Teaches::Kind(kind),
            (None, Some(actor)) => Teaches::Actor(ActorId(actor)),
            _ => return Err(StoreError::damaged("a lesson teaches neither an actor nor a kind, or both")),
        };
        Ok(Self {
            id: LessonId(id),
            words,
            teaches,
        })
    }
}
