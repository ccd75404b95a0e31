use domain::ItemKind;
use rusqlite::{Connection, Rows};

use super::Integrity;
use crate::{
    StoreError, noun,
    search::index::{entry_of, put_into, row_number},
};

/// The index holds, word for word and place for place, what it would hold if it were made anew.
pub(super) fn check(connection: &Connection, integrity: &mut Integrity) -> Result<(), StoreError> {
    let made: String = connection.query_row("SELECT sql FROM sqlite_schema WHERE name = 'search'", [], |row| row.get(0))?;
    connection.execute_batch(&made.replacen("TABLE search", "TABLE temp.wanted", 1))?;
    connection.execute_batch(
        "CREATE VIRTUAL TABLE temp.wanted_words USING fts5vocab('temp', 'wanted', 'instance');
         CREATE VIRTUAL TABLE temp.found_words USING fts5vocab('main', 'search', 'instance');
         BEGIN",
    )?;
    let outcome = compare(connection);
    connection.execute_batch("COMMIT; DROP TABLE temp.found_words; DROP TABLE temp.wanted_words; DROP TABLE temp.wanted")?;
    if !outcome? {
        integrity.found("the search index does not hold what the record says");
    }
    Ok(())
}

fn compare(connection: &Connection) -> Result<bool, StoreError> {
    for kind in ItemKind::ALL {
        noun::each(connection, kind, "TRUE ORDER BY seq", [], &mut |standing| {
            let row = row_number(kind, standing.seq);
            let insert = "INSERT INTO temp.wanted (rowid, name, body) VALUES (?1, ?2, ?3)";
            entry_of(&standing.item).map_or(Ok(()), |entry| put_into(connection, insert, row, &entry))
        })?;
    }
    let mut wanted = connection.prepare("SELECT term, doc, col, offset FROM temp.wanted_words")?;
    let mut found = connection.prepare("SELECT term, doc, col, offset FROM temp.found_words")?;
    let (mut wanted, mut found) = (wanted.query([])?, found.query([])?);
    loop {
        match (next(&mut wanted)?, next(&mut found)?) {
            (None, None) => return Ok(true),
            (a, b) if a == b => {}
            _ => return Ok(false),
        }
    }
}

type Word = (String, i64, String, i64);

fn next(rows: &mut Rows<'_>) -> Result<Option<Word>, StoreError> {
    Ok(rows
        .next()?
        .map(|row| Ok::<_, rusqlite::Error>((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        .transpose()?)
}
