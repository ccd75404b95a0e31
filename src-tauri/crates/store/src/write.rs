//! One transaction on the record. Rows, superseded wordings, journal and search index change together or not at all.

use chrono::{DateTime, Utc};
use domain::{
    Invalid, Item, ItemKind, ItemRef,
    record::{Recorded, Superseded},
};
use rusqlite::{Connection, OptionalExtension as _, Transaction, params};
use std::collections::BTreeMap;

use crate::{
    Counts, OperationSeq, StoreError,
    noun::{self, Stamp, Standing},
    read::{Connected, Read as _},
    row::blob,
    search::pending::Pending,
};

/// Pages that a change writes anew besides those that it adds, at a guess.
const CHANGED_PAGES: i64 = 64;

/// The one way to change a dossier; see [`crate::Store::write`].
pub struct Write<'a> {
    transaction: Transaction<'a>,
    /// The last number given out, kept in the file when the transaction ends.
    revision: i64,
    /// The operation that may still take changes.
    open: Option<OperationSeq>,
    /// A search within the transaction does not see it yet.
    unindexed: Pending,
    /// How many more items of each kind there are than before.
    balance: BTreeMap<ItemKind, i64>,
    /// Pages of the file before the first change.
    pages: i64,
}

impl Connected for Write<'_> {
    fn connection(&self) -> &Connection {
        &self.transaction
    }
}

impl<'a> Write<'a> {
    pub(crate) fn new(transaction: Transaction<'a>) -> Result<Self, StoreError> {
        let revision = transaction.query_row("SELECT revision FROM record", [], |row| row.get(0))?;
        let pages = transaction.query_row("PRAGMA page_count", [], |row| row.get(0))?;
        Ok(Self {
            transaction,
            revision,
            open: None,
            unindexed: Pending::default(),
            balance: BTreeMap::new(),
            pages,
        })
    }

    pub(crate) fn commit(mut self) -> Result<(), StoreError> {
        self.unindexed.flush(&self.transaction)?;
        self.transaction
            .execute("UPDATE record SET revision = ?1 WHERE revision <> ?1", [self.revision])?;
        // A refused COMMIT leaves the transaction open, so that it can be asked why; dropping it then rolls it back.
        match self.transaction.execute_batch("COMMIT").map_err(StoreError::from) {
            Err(StoreError::Dangling(what)) => Err(StoreError::Dangling(self.dangling()?.unwrap_or(what))),
            Err(StoreError::DiskFull(_)) => Err(StoreError::DiskFull(self.space_wanted()?)),
            outcome => outcome,
        }
    }

    /// What the change takes of the disk, in bytes: new pages stand in the log and then in the file, and some of the old ones are written anew.
    fn space_wanted(&self) -> Result<u64, StoreError> {
        let pages: i64 = self.transaction.query_row("PRAGMA page_count", [], |row| row.get(0))?;
        let size: i64 = self.transaction.query_row("PRAGMA page_size", [], |row| row.get(0))?;
        let written = 2 * (pages - self.pages).max(0) + CHANGED_PAGES;
        Ok(u64::try_from(written.saturating_mul(size)).unwrap_or(0))
    }

    /// What would point at nothing, in words.
    fn dangling(&self) -> Result<Option<String>, StoreError> {
        let found: Option<(String, Option<i64>, String)> = self
            .transaction
            .query_row("PRAGMA foreign_key_check", [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        let Some((table, seq, parent)) = found else { return Ok(None) };
        let item = match (ItemKind::ALL.iter().find(|kind| noun::table(**kind) == table), seq) {
            (Some(&kind), Some(seq)) => {
                noun::find_at(&self.transaction, kind, seq)?.map(|item| format!("“{}” ({})", item.title(), item.item_ref()))
            }
            _ => None,
        };
        let from = item.unwrap_or_else(|| format!("a {}", table.replace('_', " ")));
        Ok(Some(format!(
            "{from} would point at something of kind {parent} that is not in the record"
        )))
    }

    /// The number of the last change, those of this transaction included.
    pub fn revision(&self) -> i64 {
        self.revision
    }

    /// What a count taken before becomes by this transaction.
    pub fn counts_after(&self, before: &Counts) -> Counts {
        let now = |&(kind, count): &(ItemKind, u64)| {
            let more = self.balance.get(&kind).copied().unwrap_or_default();
            (kind, count.saturating_add_signed(more))
        };
        Counts(before.0.iter().map(now).collect())
    }

    /// An item as it stands, to be put over.
    pub fn standing(&self, item: ItemRef) -> Result<Option<Standing>, StoreError> {
        noun::find(&self.transaction, item.kind, item.id)
    }

    /// Puts an item into the record and returns what stood. A wording written by the same operation is replaced in place; the same wording changes nothing.
    pub fn put(&mut self, operation: OperationSeq, item: &Item, now: DateTime<Utc>) -> Result<Option<Item>, StoreError> {
        let standing = self.standing(item.item_ref())?;
        self.put_over(operation, standing.as_ref(), item, now)?;
        Ok(standing.map(|standing| standing.item))
    }

    /// As [`Write::put`], where what stands has been read.
    pub fn put_over(
        &mut self,
        operation: OperationSeq,
        standing: Option<&Standing>,
        item: &Item,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.put_at(operation, standing, item, now.timestamp_millis(), false)
    }

    /// Puts an item with the time at which it was recorded elsewhere and returns what stood. Where it stands in the same wording, only the
    /// time is set.
    pub fn put_recorded(&mut self, operation: OperationSeq, recorded: &Recorded) -> Result<Option<Item>, StoreError> {
        let standing = self.standing(recorded.item.item_ref())?;
        let at = recorded.recorded_at.timestamp_millis();
        self.put_at(operation, standing.as_ref(), &recorded.item, at, true)?;
        Ok(standing.map(|standing| standing.item))
    }

    /// Adds a wording that once stood elsewhere, with its times.
    pub fn put_superseded(&mut self, superseded: &Superseded) -> Result<(), StoreError> {
        let (from, until) = (
            superseded.recorded_at.timestamp_millis(),
            superseded.superseded_at.timestamp_millis(),
        );
        if until < from {
            return Err(Invalid::new("superseded_at", "is before recorded_at")
                .hint("correct one of the two times")
                .into());
        }
        let revision = self.next_revision();
        self.keep(&superseded.item, revision, from, until)
    }

    /// Takes an item out of the record and returns it. Its wording is kept among the superseded ones.
    pub fn remove(&mut self, operation: OperationSeq, item: ItemRef, now: DateTime<Utc>) -> Result<Option<Item>, StoreError> {
        if item.kind == ItemKind::Settings {
            return Err(Invalid::new("settings", "cannot be removed").hint("change them instead").into());
        }
        self.require_open(operation)?;
        let Some(standing) = noun::find(&self.transaction, item.kind, item.id)? else {
            return Ok(None);
        };
        self.retire(operation, &standing, now.timestamp_millis())?;
        Ok(Some(standing.item))
    }

    fn retire(&mut self, operation: OperationSeq, standing: &Standing, at: i64) -> Result<(), StoreError> {
        let item = standing.item.item_ref();
        // A wording of the same operation never counted.
        if !self.written_by(operation, item, standing.revision)? {
            self.supersede(standing, at)?;
        }
        let before = self.change_of(operation, item)?.unwrap_or(Some(standing.revision));
        self.note_change(operation, item, before, None)?;
        self.take_out(standing)?;
        self.next_revision();
        Ok(())
    }

    /// A dossier has one item of settings: those of another dossier take the place of its own.
    fn retire_settings(&mut self, operation: OperationSeq, at: i64) -> Result<(), StoreError> {
        let id = self.settings()?.id.0;
        match noun::find(&self.transaction, ItemKind::Settings, id)? {
            Some(standing) => self.retire(operation, &standing, at.max(standing.recorded_at)),
            None => Ok(()),
        }
    }

    fn put_at(
        &mut self,
        operation: OperationSeq,
        standing: Option<&Standing>,
        item: &Item,
        at: i64,
        keep_time: bool,
    ) -> Result<(), StoreError> {
        self.require_open(operation)?;
        let reference = item.item_ref();
        let Some(standing) = standing else {
            if reference.kind == ItemKind::Settings {
                self.retire_settings(operation, at)?;
            }
            let before = self.change_of(operation, reference)?.flatten();
            let revision = self.next_revision();
            self.put_in(item, Stamp { revision, recorded_at: at }, false)?;
            return self.note_change(operation, reference, before, Some(revision));
        };
        if standing.item == *item {
            if keep_time && standing.recorded_at != at {
                self.put_in(
                    item,
                    Stamp {
                        revision: standing.revision,
                        recorded_at: at,
                    },
                    true,
                )?;
            }
            return Ok(());
        }
        let revision = self.next_revision();
        let own = self.written_by(operation, reference, standing.revision)?;
        let before = self.change_of(operation, reference)?;
        let recorded_at = match own {
            // Without a gap: what the operation first wrote it at is when the record began to say so.
            true if !keep_time => standing.recorded_at,
            true => at,
            false => self.supersede(standing, at)?,
        };
        self.put_in(item, Stamp { revision, recorded_at }, true)?;
        self.note_change(operation, reference, before.unwrap_or(Some(standing.revision)), Some(revision))
    }

    /// A number never given out before.
    pub(crate) fn next_revision(&mut self) -> i64 {
        self.revision += 1;
        self.revision
    }

    pub(crate) fn open_operation(&mut self, operation: OperationSeq) {
        self.open = Some(operation);
    }

    pub(crate) fn close_operation(&mut self) {
        self.open = None;
    }

    /// Changes go to the last operation that is done; any other would break the order in which they are undone.
    fn require_open(&mut self, operation: OperationSeq) -> Result<(), StoreError> {
        if self.open == Some(operation) {
            return Ok(());
        }
        let last: Option<i64> = self
            .transaction
            .query_row("SELECT max(seq) FROM operation WHERE state = 'done'", [], |row| row.get(0))?;
        let redo: bool = self
            .transaction
            .query_row("SELECT EXISTS (SELECT 1 FROM operation WHERE state = 'undone')", [], |row| {
                row.get(0)
            })?;
        if last != Some(operation.0) || redo {
            return Err(StoreError::OutOfOrder(operation));
        }
        self.open_operation(operation);
        Ok(())
    }

    /// Writes the row and its index entry.
    pub(crate) fn put_in(&mut self, item: &Item, stamp: Stamp, before: bool) -> Result<(), StoreError> {
        let seq = noun::write(&self.transaction, item, stamp)?;
        if !before {
            *self.balance.entry(item.kind()).or_default() += 1;
        }
        self.unindexed.put(&self.transaction, item, seq, before)
    }

    /// Removes the row and its index entry.
    pub(crate) fn take_out(&mut self, standing: &Standing) -> Result<(), StoreError> {
        self.unindexed.remove(standing.item.kind(), standing.seq);
        *self.balance.entry(standing.item.kind()).or_default() -= 1;
        noun::remove(&self.transaction, standing.item.kind(), standing.seq)
    }

    /// Keeps a wording that no longer stands; returns since when it does not. Clocks may go back, the record does not.
    pub(crate) fn supersede(&self, standing: &Standing, at: i64) -> Result<i64, StoreError> {
        let until = at.max(standing.recorded_at);
        self.keep(&standing.item, standing.revision, standing.recorded_at, until)?;
        Ok(until)
    }

    /// A wording undone and redone is written out once.
    fn keep(&self, item: &Item, revision: i64, recorded_at: i64, superseded_at: i64) -> Result<(), StoreError> {
        let mut known = self
            .transaction
            .prepare_cached("SELECT 1 FROM revision WHERE item = ?1 AND kind = ?2 AND revision = ?3 AND body IS NOT NULL")?;
        let (kind, id) = (item.kind().as_str(), blob(item.id()));
        let body = if known.exists(params![id, kind, revision])? {
            None
        } else {
            Some(serde_json::to_string(item)?)
        };
        let sql = "INSERT INTO revision (kind, item, revision, recorded_at, superseded_at, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        self.transaction
            .prepare_cached(sql)?
            .execute(params![kind, id, revision, recorded_at, superseded_at, body])?;
        Ok(())
    }
}
