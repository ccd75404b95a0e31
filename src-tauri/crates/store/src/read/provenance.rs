//! Which operations an item is from, told from the journal.

use domain::{ItemKind, ItemRef};
use rusqlite::{Connection, params};
use std::collections::HashSet;

use crate::{
    StoreError,
    row::{blob, from_word, uuid_of},
};

pub(super) fn is_only_from(connection: &Connection, operation: &str, item: ItemRef) -> Result<bool, StoreError> {
    // By operation, as changes are kept: the journal holds few operations for many changes.
    let sql = "SELECT EXISTS (SELECT 1 FROM operation o JOIN change c ON c.operation = o.seq AND c.item = ?2 AND c.kind = ?3
                              WHERE o.state = 'done' AND o.name = ?1)
                  AND NOT EXISTS (SELECT 1 FROM operation o JOIN change c ON c.operation = o.seq AND c.item = ?2 AND c.kind = ?3
                                  WHERE o.state = 'done' AND o.name <> ?1)";
    Ok(connection
        .prepare_cached(sql)?
        .query_row(params![operation, blob(item.id), item.kind.as_str()], |row| row.get(0))?)
}

pub(super) fn removed_otherwise(connection: &Connection, operation: &str) -> Result<HashSet<ItemRef>, StoreError> {
    let sql = "SELECT c.kind, c.item FROM operation o JOIN change c ON c.operation = o.seq
               WHERE o.state = 'done' AND o.name <> ?1 AND c.after_revision IS NULL";
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([operation])?;
    let mut removed = HashSet::new();
    while let Some(row) = rows.next()? {
        let kind: ItemKind = from_word(row.get_ref(0)?.as_str().map_err(StoreError::damaged)?)?;
        removed.insert(ItemRef::new(kind, uuid_of(row.get_ref(1)?)?));
    }
    Ok(removed)
}
