use domain::{Item, ItemKind};
use rusqlite::Connection;
use std::collections::BTreeMap;

use super::index::{Entry, entry_of, put, remove, row_number};
use crate::StoreError;

/// Text held back at most, in bytes.
const MOST_BYTES: usize = 4 * 1024 * 1024;

/// What the index has yet to take over. FTS5 writes out all it holds whenever a statement on another table begins, so what a
/// transaction says is kept until there is much of it or the transaction ends, and given to it in one go.
#[derive(Default)]
pub(crate) struct Pending {
    rows: BTreeMap<i64, Change>,
    bytes: usize,
}

struct Change {
    /// Whether the index may hold an earlier text.
    stands: bool,
    entry: Option<Entry>,
}

impl Pending {
    /// `before` says whether an earlier wording of the item may be in the record.
    pub(crate) fn put(&mut self, connection: &Connection, item: &Item, seq: i64, before: bool) -> Result<(), StoreError> {
        let entry = entry_of(item);
        self.bytes += entry.as_ref().map_or(0, Entry::bytes);
        self.note(row_number(item.kind(), seq), before, entry);
        if self.bytes > MOST_BYTES { self.flush(connection) } else { Ok(()) }
    }

    pub(crate) fn remove(&mut self, kind: ItemKind, seq: i64) {
        self.note(row_number(kind, seq), true, None);
    }

    fn note(&mut self, row: i64, stands: bool, entry: Option<Entry>) {
        let change = self.rows.entry(row).or_insert(Change { stands, entry: None });
        change.entry = entry;
    }

    pub(crate) fn flush(&mut self, connection: &Connection) -> Result<(), StoreError> {
        for (row, change) in std::mem::take(&mut self.rows) {
            if change.stands {
                remove(connection, row)?;
            }
            if let Some(entry) = change.entry {
                put(connection, row, &entry)?;
            }
        }
        self.bytes = 0;
        Ok(())
    }
}
