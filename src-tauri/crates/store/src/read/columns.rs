//! Single columns of all rows in one pass, for the index: never a question per item.

use domain::{
    Moment,
    grade::{Credibility, Reliability},
    id::SourceId,
    status::Status,
};
use rusqlite::Connection;
use uuid::Uuid;

use crate::{StoreError, Tally, row::Columns};

pub(super) fn range(connection: &Connection) -> Result<(Option<Moment>, Option<Moment>), StoreError> {
    let find = |sql: &str| -> Result<Option<i64>, StoreError> { Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?) };
    let first = find("SELECT min(start_earliest) FROM event")?;
    let first_open = find("SELECT min(end_earliest) FROM event WHERE start_earliest IS NULL AND end_earliest IS NOT NULL")?;
    let last = find("SELECT max(end_latest) FROM event")?;
    let last_open = find("SELECT max(start_latest) FROM event WHERE end_latest IS NULL AND start_latest IS NOT NULL")?;
    let first = first.into_iter().chain(first_open).min();
    Ok((first.map(Moment), last.max(last_open).map(Moment)))
}

pub(super) fn tally(connection: &Connection, today: Moment) -> Result<Tally, StoreError> {
    let plans: Vec<String> = Status::ALL
        .iter()
        .filter(|status| status.is_plan())
        .map(|status| format!("'{}'", status.as_str()))
        .collect();
    let sql = format!(
        "SELECT count(statement), count(CASE WHEN end_latest < ?1 AND status IN ({}) THEN 1 END) FROM event",
        plans.join(", ")
    );
    let (statements, overdue): (i64, i64) = connection
        .prepare_cached(&sql)?
        .query_row([today.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(Tally {
        statements: statements.unsigned_abs(),
        overdue: overdue.unsigned_abs(),
    })
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
