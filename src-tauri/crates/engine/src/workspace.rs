//! An open dossier: the file, its index, and the one way to change it.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{Item, ItemKind, ItemRef, settings::Settings};
use std::{path::Path, sync::Arc};
use store::{Access, Obstacle, OperationRow, OperationSeq, Read, Reference, Store, Write};
use uuid::Uuid;

use crate::{
    EngineError, Operation, Transaction,
    index::{Actors, Index},
    reading::OwnReader,
    record::{Published, Record, Revision},
    transaction::Touched,
};

/// Edits of one field that follow each other within this time are one operation.
const TYPING_PAUSE: TimeDelta = TimeDelta::seconds(4);

/// What a write did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub touched: Vec<ItemRef>,
}

/// A new identifier: UUID version 7, unique across copies of a dossier without coordination.
pub fn fresh_id() -> Uuid {
    Uuid::now_v7()
}

pub struct Workspace {
    store: Store,
    reference: &'static Reference,
    published: Arc<Published>,
    /// What is published, for the writer's own questions.
    revision: Arc<Revision>,
    today: NaiveDate,
    typing: Option<Typing>,
    pub(crate) own_reader: OwnReader,
}

impl Drop for Workspace {
    fn drop(&mut self) {
        self.published.close();
    }
}

/// The operation that further keystrokes belong to.
struct Typing {
    item: ItemRef,
    operation: OperationSeq,
    at: DateTime<Utc>,
}

impl Workspace {
    pub fn create(path: &Path, settings: &Settings, now: DateTime<Utc>) -> Result<Self, EngineError> {
        Self::of(Store::create(path, settings, now)?, now)
    }

    pub fn open(path: &Path, now: DateTime<Utc>) -> Result<Self, EngineError> {
        Self::of(Store::open(path)?, now)
    }

    /// Opens a dossier that is not to be changed: nothing is written, wherever it lies.
    pub fn open_to_read(path: &Path, now: DateTime<Utc>) -> Result<Self, EngineError> {
        Self::of(Store::open_to_read(path)?, now)
    }

    /// As [`Workspace::open`], for a file that may come from elsewhere: every page of it is checked first.
    pub fn open_foreign(path: &Path, now: DateTime<Utc>) -> Result<Self, EngineError> {
        Self::of(Store::open_foreign(path)?, now)
    }

    fn of(store: Store, now: DateTime<Utc>) -> Result<Self, EngineError> {
        let reference = store::reference()?;
        let published = Published::new(store.readers(), reference, store.revision()?);
        Ok(Self {
            revision: published.latest(),
            published: Arc::new(published),
            store,
            reference,
            today: now.date_naive(),
            typing: None,
            own_reader: OwnReader::default(),
        })
    }

    pub fn store(&self) -> &Store {
        &self.store
    }

    pub fn reference(&self) -> &'static Reference {
        self.reference
    }

    /// Why nothing can be changed, where that is so.
    pub fn read_only(&self) -> Option<&Obstacle> {
        match self.store.access() {
            Access::Writable => None,
            Access::ReadOnly(obstacle) => Some(obstacle),
        }
    }

    /// The record for all who only read, on any thread.
    pub fn published(&self) -> Arc<Published> {
        Arc::clone(&self.published)
    }

    /// The record as the writer sees it.
    pub fn record(&self) -> Record<'_> {
        self.revision.record(&self.store, self.reference, self.today)
    }

    pub fn index(&self) -> Result<Arc<Index>, EngineError> {
        self.record().index()
    }

    pub fn actors(&self) -> Result<Arc<Actors>, EngineError> {
        self.record().actors()
    }

    /// Does one operation: all of it, with the journal entry that undoes it, or nothing.
    pub fn transact<T>(
        &mut self,
        operation: Operation,
        subject: &str,
        now: DateTime<Utc>,
        work: impl FnOnce(&mut Transaction<'_, '_>) -> Result<T, EngineError>,
    ) -> Result<(T, Change), EngineError> {
        self.typing = None;
        self.write(now, work, |write| Ok(write.begin(&operation.name(), subject, now)?))
    }

    /// Does an operation that goes on from the last keystroke, if that was a moment ago and on the same item.
    pub(crate) fn type_into(
        &mut self,
        operation: Operation,
        subject: &str,
        item: ItemRef,
        now: DateTime<Utc>,
        work: impl FnOnce(&mut Transaction<'_, '_>) -> Result<(), EngineError>,
    ) -> Result<Change, EngineError> {
        let going_on = self
            .typing
            .as_ref()
            .filter(|typing| typing.item == item && (now - typing.at).abs() < TYPING_PAUSE);
        let going_on = going_on.map(|typing| typing.operation);
        let work = |tx: &mut Transaction<'_, '_>| {
            work(tx)?;
            Ok(tx.operation())
        };
        let (operation, change) = self.write(now, work, |write| match going_on {
            Some(operation) => Ok(operation),
            None => Ok(write.begin(&operation.name(), subject, now)?),
        })?;
        self.typing = Some(Typing { item, operation, at: now });
        Ok(change)
    }

    fn write<T>(
        &mut self,
        now: DateTime<Utc>,
        work: impl FnOnce(&mut Transaction<'_, '_>) -> Result<T, EngineError>,
        begin: impl FnOnce(&mut Write<'_>) -> Result<OperationSeq, EngineError>,
    ) -> Result<(T, Change), EngineError> {
        self.change(now, |write| {
            let operation = begin(write)?;
            let mut transaction = Transaction::new(write, operation, now);
            let answer = work(&mut transaction)?;
            Ok((answer, transaction.finish()?))
        })
    }

    pub fn undo(&mut self, now: DateTime<Utc>) -> Result<Change, EngineError> {
        self.step(now, |write| {
            let last = write.last_done()?.ok_or(EngineError::NothingToUndo)?;
            Ok(write.revert(last.seq, now)?)
        })
    }

    pub fn redo(&mut self, now: DateTime<Utc>) -> Result<Change, EngineError> {
        self.step(now, |write| {
            let next = write.next_undone()?.ok_or(EngineError::NothingToRedo)?;
            Ok(write.reapply(next.seq, now)?)
        })
    }

    fn step(
        &mut self,
        now: DateTime<Utc>,
        step: impl FnOnce(&mut Write<'_>) -> Result<Vec<ItemRef>, EngineError>,
    ) -> Result<Change, EngineError> {
        self.typing = None;
        let ((), change) = self.change(now, |write| Ok(((), step(write)?.into())))?;
        Ok(change)
    }

    /// Writes, and publishes what follows from it. That is computed before the change counts, so that nobody who reads waits for it.
    fn change<T>(
        &mut self,
        now: DateTime<Utc>,
        work: impl FnOnce(&mut Write<'_>) -> Result<(T, Touched), EngineError>,
    ) -> Result<(T, Change), EngineError> {
        let (before, published, ontology) = (&self.revision, &*self.published, &self.reference.ontology);
        let (answer, touched, next, committing) = self.store.write(|write| {
            let (answer, touched) = work(write)?;
            let next = before.after(write, &touched, ontology, now.date_naive())?;
            Ok::<_, EngineError>((answer, touched, next, published.commit()))
        })?;
        published.publish(next);
        drop(committing);
        self.revision = self.published.latest();
        self.today = now.date_naive();
        self.own_reader.forget(&touched.items);
        Ok((answer, Change { touched: touched.items }))
    }

    /// Lets the dossier begin with what it holds now, so that undo never empties one that was made from a sample or a file.
    pub fn begin_history(&mut self) -> Result<(), EngineError> {
        self.typing = None;
        self.store.write(|write| Ok::<_, EngineError>(write.begin_history()?))
    }

    /// What undo and redo would do.
    pub fn reach(&self) -> Result<(Option<OperationRow>, Option<OperationRow>), EngineError> {
        Ok((self.store.last_done()?, self.store.next_undone()?))
    }

    pub fn get(&self, item: ItemRef) -> Result<Option<Item>, EngineError> {
        Ok(self.store.get(item)?)
    }

    pub fn require(&self, item: ItemRef) -> Result<Item, EngineError> {
        self.get(item)?.ok_or(EngineError::NotFound(item))
    }

    pub fn settings(&self) -> Result<Settings, EngineError> {
        Ok(self.store.settings()?)
    }

    pub fn list(&self, kind: ItemKind) -> Result<Vec<Item>, EngineError> {
        Ok(self.store.list(kind)?)
    }
}
