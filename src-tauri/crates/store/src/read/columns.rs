//! Single columns of all rows in one pass, for the index: never a question per item.

use domain::{
    Moment,
    grade::{Credibility, Reliability},
    id::SourceId,
};
use rusqlite::Connection;
use uuid::Uuid;

use crate::{StoreError, row::Columns};

pub(super) fn range(connection: &Connection) -> Result<(Option<Moment>, Option<Moment>), StoreError> {
    let find = |sql: &str| -> Result<Option<i64>, StoreError> { Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?) };
    let first = find("SELECT min(start_earliest) FROM event")?;
    let first_open = find("SELECT min(end_earliest) FROM event WHERE start_earliest IS NULL AND end_earliest IS NOT NULL")?;
    let last = find("SELECT max(end_latest) FROM event")?;
    let last_open = find("SELECT max(start_latest) FROM event WHERE end_latest IS NULL AND start_latest IS NOT NULL")?;
    let first = first.into_iter().chain(first_open).min();
    Ok((first.map(Moment), last.max(last_open).map(Moment)))
}

/// How reliable each source is, without its text.
pub(super) fn reliabilities(connection: &Connection, visit: &mut dyn FnMut(SourceId, Reliability)) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached("SELECT id, reliability FROM source")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let mut columns = Columns::new(row, connection);
        visit(SourceId(columns.id()?), columns.word()?);
    }
    Ok(())
}

/// What every event rests on: citation, event, source, credibility; without the quotes.
pub(super) fn citations_of_events(
    connection: &Connection,
    visit: &mut dyn FnMut(Uuid, Uuid, SourceId, Credibility),
) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached("SELECT id, item, source, credibility FROM citation WHERE item_kind = 'event'")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let mut columns = Columns::new(row, connection);
        let (citation, event, source) = (columns.id()?, columns.id()?, SourceId(columns.id()?));
        visit(
            citation,
            event,
            source,
            Credibility::try_from(columns.plain::<u8>()?).map_err(StoreError::damaged)?,
        );
    }
    Ok(())
}
