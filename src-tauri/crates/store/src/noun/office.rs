use domain::{
    Edtf, ItemKind,
    id::{ActorId, OfficeId, TenureId},
    office::{Office, Tenure},
    period::{End, Period},
};
use rusqlite::Connection;
use uuid::Uuid;

use super::{Noun, names};
use crate::{
    StoreError,
    row::{Columns, Values},
};

impl Noun for Office {
    const TABLE: &'static str = "office";
    const COLUMNS: &'static [&'static str] = &["post", "body"];

    fn values(&self, values: &mut Values) -> Result<(), StoreError> {
        values.plain(self.post.to_string()).id(self.of);
        Ok(())
    }

    fn read(id: Uuid, seq: i64, columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (post, of) = (columns.word()?, ActorId(columns.id()?));
        Ok(Self {
            id: OfficeId(id),
            post,
            of,
            other_names: names::read(columns.connection, ItemKind::Office, seq)?,
        })
    }

    fn write_parts(&self, connection: &Connection, seq: i64) -> Result<(), StoreError> {
        names::write(connection, ItemKind::Office, seq, &self.other_names)
    }

    fn clear_parts(connection: &Connection, seq: i64) -> Result<(), StoreError> {
        names::clear(connection, ItemKind::Office, seq)
    }
}

impl Noun for Tenure {
    const TABLE: &'static str = "tenure";
    const COLUMNS: &'static [&'static str] = &["office", "holder", "start_edtf", "start_earliest", "end", "end_latest", "acting"];

    fn values(&self, values: &mut Values) -> Result<(), StoreError> {
        let start = self.period.start();
        let end_latest = match self.period.end() {
            End::On(date) => date.latest(),
            End::Ongoing | End::Unknown => None,
        };
        values.id(self.office).id(self.holder).optional_word(start)?;
        values.plain(start.and_then(Edtf::earliest).map(|moment| moment.0));
        values
            .plain(self.period.end().to_string())
            .plain(end_latest.map(|moment| moment.0))
            .plain(self.acting);
        Ok(())
    }

    fn read(id: Uuid, _: i64, columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (office, holder) = (OfficeId(columns.id()?), ActorId(columns.id()?));
        let start = columns.optional_word()?;
        columns.skip(1);
        let end = columns.word()?;
        columns.skip(1);
        let period = Period::new(start, end).map_err(StoreError::damaged)?;
        Ok(Self {
            id: TenureId(id),
            office,
            holder,
            period,
            acting: columns.plain()?,
        })
    }
}
