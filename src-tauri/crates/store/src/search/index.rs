//! The FTS5 table `search`: it keeps no text of its own. A row's number is the item's `seq` and kind in one.

use domain::{Item, ItemKind};
use rusqlite::{Connection, params};

use super::{script::indexed, texts};
use crate::StoreError;

/// Kinds that a row number can tell apart.
pub(crate) const KINDS: i64 = 16;

/// The row number of an item.
pub(crate) fn row_number(kind: ItemKind, seq: i64) -> i64 {
    seq * KINDS + kind as i64
}

/// The item's kind and `seq` behind a row number.
pub(crate) fn kind_and_seq(row: i64) -> Option<(ItemKind, i64)> {
    let kind = usize::try_from(row % KINDS).ok()?;
    Some((*ItemKind::ALL.get(kind)?, row / KINDS))
}

/// An item's text as it is indexed.
pub(crate) struct Entry {
    name: String,
    body: String,
}

impl Entry {
    pub(crate) fn bytes(&self) -> usize {
        self.name.len() + self.body.len()
    }
}

/// `None` for an item without words.
pub(crate) fn entry_of(item: &Item) -> Option<Entry> {
    let texts = texts(item);
    (!texts.is_empty()).then(|| Entry {
        name: indexed(&texts.names.join(" ")),
        body: indexed(&texts.bodies.join(" ")),
    })
}

/// Puts a text into the index, where none stands under the number.
pub(crate) fn put(connection: &Connection, row: i64, entry: &Entry) -> Result<(), StoreError> {
    put_into(connection, "INSERT INTO search (rowid, name, body) VALUES (?1, ?2, ?3)", row, entry)
}

/// As [`put`], into a table of the same shape.
pub(crate) fn put_into(connection: &Connection, insert: &str, row: i64, entry: &Entry) -> Result<(), StoreError> {
    connection.prepare_cached(insert)?.execute(params![row, entry.name, entry.body])?;
    Ok(())
}

pub(crate) fn remove(connection: &Connection, row: i64) -> Result<(), StoreError> {
    connection.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([row])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_numbers_read_back() {
        assert!(ItemKind::ALL.len() as i64 <= KINDS);
        for kind in ItemKind::ALL {
            assert_eq!(kind_and_seq(row_number(kind, 12_345)), Some((kind, 12_345)));
        }
        assert_eq!(kind_and_seq(-1), None);
    }
}
