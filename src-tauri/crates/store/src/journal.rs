//! The journal: every operation with the changes it made, so that it can be undone and redone, also after the dossier was closed.

use chrono::{DateTime, Utc};
use domain::{Item, ItemKind, ItemRef};
use rusqlite::{OptionalExtension as _, params};
use uuid::Uuid;

use crate::{
    StoreError,
    noun::{self, Stamp},
    read::Connected as _,
    row::{blob, from_word, uuid_of},
    write::Write,
};

/// The number of an operation; later ones are higher.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OperationSeq(pub i64);

/// Where an operation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OperationState {
    Done,
    Undone,
    /// Undone, and something else was done since: it can no longer be redone.
    Dropped,
}

/// An entry of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OperationRow {
    pub seq: OperationSeq,
    pub name: String,
    pub subject: String,
    pub at: DateTime<Utc>,
    pub state: OperationState,
}

/// What an operation did to one item: the numbers of the wordings before and after, `None` where it was not in the record.
struct Change {
    item: ItemRef,
    before: Option<i64>,
    after: Option<i64>,
}

impl Write<'_> {
    /// Begins an operation. What was undone before it can no longer be redone.
    pub fn begin(&mut self, name: &str, subject: &str, now: DateTime<Utc>) -> Result<OperationSeq, StoreError> {
        self.connection()
            .execute("UPDATE operation SET state = 'dropped' WHERE state = 'undone'", [])?;
        let sql = "INSERT INTO operation (name, subject, at, state) VALUES (?1, ?2, ?3, 'done') RETURNING seq";
        let seq = self
            .connection()
            .prepare_cached(sql)?
            .query_row(params![name, subject, now.timestamp_millis()], |row| row.get(0))?;
        self.open_operation(OperationSeq(seq));
        Ok(OperationSeq(seq))
    }

    /// Undoes the last operation done; returns what changed.
    pub fn revert(&mut self, operation: OperationSeq, now: DateTime<Utc>) -> Result<Vec<ItemRef>, StoreError> {
        let next: Option<i64> = self
            .connection()
            .query_row("SELECT max(seq) FROM operation WHERE state = 'done'", [], |row| row.get(0))?;
        self.replay(operation, next, "undone", now, |change| (change.after, change.before))
    }

    /// Redoes the first operation undone; returns what changed.
    pub fn reapply(&mut self, operation: OperationSeq, now: DateTime<Utc>) -> Result<Vec<ItemRef>, StoreError> {
        let next: Option<i64> = self
            .connection()
            .query_row("SELECT min(seq) FROM operation WHERE state = 'undone'", [], |row| row.get(0))?;
        self.replay(operation, next, "done", now, |change| (change.before, change.after))
    }

    /// Forgets the journal: the dossier begins with what it holds now. For one that was just made of something else.
    pub fn begin_history(&mut self) -> Result<(), StoreError> {
        self.connection().execute_batch("DELETE FROM change; DELETE FROM operation")?;
        self.close_operation();
        Ok(())
    }

    fn replay(
        &mut self,
        operation: OperationSeq,
        next: Option<i64>,
        state: &str,
        now: DateTime<Utc>,
        direction: fn(&Change) -> (Option<i64>, Option<i64>),
    ) -> Result<Vec<ItemRef>, StoreError> {
        if next != Some(operation.0) {
            return Err(StoreError::OutOfOrder(operation));
        }
        let changes = self.changes(operation)?;
        for change in &changes {
            let (from, to) = direction(change);
            self.step(operation, change.item, from, to, now.timestamp_millis())?;
        }
        self.connection()
            .execute("UPDATE operation SET state = ?2 WHERE seq = ?1", params![operation.0, state])?;
        self.close_operation();
        Ok(changes.into_iter().map(|change| change.item).collect())
    }

    /// Puts one item from one wording back to another. A wording restored keeps its number.
    fn step(&mut self, operation: OperationSeq, item: ItemRef, from: Option<i64>, to: Option<i64>, at: i64) -> Result<(), StoreError> {
        let standing = noun::find(self.connection(), item.kind, item.id)?;
        if standing.as_ref().map(|standing| standing.revision) != from {
            return Err(StoreError::OutOfOrder(operation));
        }
        let since = standing.as_ref().map_or(Ok(at), |standing| self.supersede(standing, at))?;
        match (to, standing) {
            (Some(revision), standing) => {
                let wording = self.wording(item, revision)?;
                self.put_in(
                    &wording,
                    Stamp {
                        revision,
                        recorded_at: since,
                    },
                    standing.is_some(),
                )?;
            }
            (None, Some(standing)) => self.take_out(&standing)?,
            (None, None) => {}
        }
        self.next_revision();
        Ok(())
    }

    fn wording(&self, item: ItemRef, revision: i64) -> Result<Item, StoreError> {
        let sql = "SELECT body FROM revision WHERE item = ?1 AND kind = ?2 AND revision = ?3 AND body IS NOT NULL";
        let body: Option<String> = self
            .connection()
            .prepare_cached(sql)?
            .query_row(params![blob(item.id), item.kind.as_str(), revision], |row| row.get(0))
            .optional()?;
        let wording: Item =
            serde_json::from_str(&body.ok_or_else(|| StoreError::damaged(format!("an earlier wording of {item} is missing")))?)?;
        if wording.item_ref() == item {
            Ok(wording)
        } else {
            Err(StoreError::damaged(format!("an earlier wording of {item} is of another item")))
        }
    }

    fn changes(&self, operation: OperationSeq) -> Result<Vec<Change>, StoreError> {
        let mut statement = self
            .connection()
            .prepare_cached("SELECT kind, item, before_revision, after_revision FROM change WHERE operation = ?1")?;
        let mut rows = statement.query([operation.0])?;
        let mut changes = Vec::new();
        while let Some(row) = rows.next()? {
            let kind: ItemKind = from_word(row.get_ref(0)?.as_str().map_err(StoreError::damaged)?)?;
            let id: Uuid = uuid_of(row.get_ref(1)?)?;
            changes.push(Change {
                item: ItemRef { kind, id },
                before: row.get(2)?,
                after: row.get(3)?,
            });
        }
        Ok(changes)
    }

    /// The wording before the operation, if the operation has changed the item: `Some(None)` when it put the item in.
    pub(crate) fn change_of(&self, operation: OperationSeq, item: ItemRef) -> Result<Option<Option<i64>>, StoreError> {
        let sql = "SELECT before_revision FROM change WHERE operation = ?1 AND item = ?2 AND kind = ?3";
        Ok(self
            .connection()
            .prepare_cached(sql)?
            .query_row(params![operation.0, blob(item.id), item.kind.as_str()], |row| row.get(0))
            .optional()?)
    }

    /// Whether the operation wrote this wording.
    pub(crate) fn written_by(&self, operation: OperationSeq, item: ItemRef, revision: i64) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM change WHERE operation = ?1 AND item = ?2 AND kind = ?3 AND after_revision = ?4";
        Ok(self
            .connection()
            .prepare_cached(sql)?
            .exists(params![operation.0, blob(item.id), item.kind.as_str(), revision])?)
    }

    /// Notes what the operation has done to an item so far; nothing, when it is out of the record before and after.
    pub(crate) fn note_change(
        &self,
        operation: OperationSeq,
        item: ItemRef,
        before: Option<i64>,
        after: Option<i64>,
    ) -> Result<(), StoreError> {
        let (id, kind) = (blob(item.id), item.kind.as_str());
        if before.is_none() && after.is_none() {
            self.connection()
                .prepare_cached("DELETE FROM change WHERE operation = ?1 AND item = ?2 AND kind = ?3")?
                .execute(params![operation.0, id, kind])?;
            return Ok(());
        }
        let sql = "INSERT INTO change (operation, item, kind, before_revision, after_revision) VALUES (?1, ?2, ?3, ?4, ?5)
                   ON CONFLICT (operation, item, kind) DO UPDATE SET after_revision = excluded.after_revision";
        self.connection()
            .prepare_cached(sql)?
            .execute(params![operation.0, id, kind, before, after])?;
        Ok(())
    }
}

/// Entries of the journal, newest first, for which a condition holds.
pub(crate) fn entries(connection: &rusqlite::Connection, rest: &str, limit: i64) -> Result<Vec<OperationRow>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("SELECT seq, name, subject, at, state FROM operation {rest} LIMIT ?1"))?;
    let mut rows = statement.query([limit])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        let state = from_word(row.get_ref(4)?.as_str().map_err(StoreError::damaged)?)?;
        entries.push(OperationRow {
            seq: OperationSeq(row.get(0)?),
            name: row.get(1)?,
            subject: row.get(2)?,
            at: crate::row::time_of(row.get(3)?)?,
            state,
        });
    }
    Ok(entries)
}
