use domain::{
    id::{EventId, LinkId},
    link::Link,
};
use uuid::Uuid;

use super::Noun;
use crate::{
    StoreError,
    row::{Columns, Values},
};

impl Noun for Link {
    const TABLE: &'static str = "link";
    const COLUMNS: &'static [&'static str] = &["kind", "from_event", "to_event", "remark"];

    fn values(&self, values: &mut Values) -> Result<(), StoreError> {
        values
            .word(&self.kind)?
            .id(self.from)
            .id(self.to)
            .plain(self.remark.as_ref().map(ToString::to_string));
        Ok(())
    }

    fn read(id: Uuid, _: i64, columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let kind = columns.word()?;
        let (from, to) = (EventId(columns.id()?), EventId(columns.id()?));
        Ok(Self {
            id: LinkId(id),
            kind,
            from,
            to,
            remark: columns.optional_word()?,
        })
    }
}
