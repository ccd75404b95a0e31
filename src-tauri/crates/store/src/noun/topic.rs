use domain::{id::TopicId, topic::Topic};
use uuid::Uuid;

use super::Noun;
use crate::{
    StoreError,
    row::{Columns, Values},
};

impl Noun for Topic {
    const TABLE: &'static str = "topic";
    const COLUMNS: &'static [&'static str] = &["name", "parent"];

    fn values(&self, values: &mut Values) -> Result<(), StoreError> {
        values.plain(self.name.to_string()).optional_id(self.parent);
        Ok(())
    }

    fn read(id: Uuid, _: i64, columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: TopicId(id),
            name: columns.word()?,
            parent: columns.optional_id()?.map(TopicId),
        })
    }
}
