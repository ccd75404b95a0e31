//! An open dossier: the file, its index, and the one way to change it.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{Item, ItemKind, ItemRef, settings::Settings};
use std::{path::Path, sync::Arc};
use store::{Access, OperationRow, OperationSeq, Read, Reference, Store};
use uuid::Uuid;

use crate::{
    EngineError, Operation, Transaction,
    index::{Index, Snapshot},
    reading::OwnReader,
};

/// Edits of one field that follow each other within this time are one operation.
const TYPING_PAUSE: TimeDelta = TimeDelta::seconds(4);
/// Indexes of past days kept at once.
const PAST_KEPT: usize = 3;

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
    index: Arc<Index>,
    /// Indexes of what was known by the end of a past day.
    past: Vec<(NaiveDate, Arc<Index>)>,
    typing: Option<Typing>,
    pub(crate) own_reader: OwnReader,
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

    fn of(store: Store, now: DateTime<Utc>) -> Result<Self, EngineError> {
        let reference = store::reference()?;
        let index = Arc::new(Index::build(&Snapshot::now(&store), &reference.ontology, now.date_naive())?);
        Ok(Self {
            store,
            reference,
            index,
            past: Vec::new(),
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
    pub fn read_only(&self) -> Option<&str> {
        match self.store.access() {
            Access::Writable => None,
            Access::ReadOnly { reason } => Some(reason),
        }
    }

    pub fn index(&self) -> Arc<Index> {
        Arc::clone(&self.index)
    }

    /// The index of what the dossier said by the end of a day.
    pub fn index_known_on(&mut self, day: NaiveDate, today: NaiveDate) -> Result<Arc<Index>, EngineError> {
        if let Some((_, index)) = self.past.iter().find(|(known, _)| *known == day) {
            return Ok(Arc::clone(index));
        }
        let end = day.and_hms_opt(23, 59, 59).unwrap_or_default().and_utc() + TimeDelta::milliseconds(999);
        let snapshot = Snapshot::known_on(&self.store, end);
        let index = Arc::new(self.index.build_again(&snapshot, &self.reference.ontology, today)?);
        self.past.truncate(PAST_KEPT - 1);
        self.past.insert(0, (day, Arc::clone(&index)));
        Ok(index)
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
    pub fn type_into(&mut self, operation: Operation, subject: &str, item: &Item, now: DateTime<Utc>) -> Result<Change, EngineError> {
        let reference = item.item_ref();
        let going_on = self
            .typing
            .as_ref()
            .filter(|typing| typing.item == reference && (now - typing.at).abs() < TYPING_PAUSE);
        let going_on = going_on.map(|typing| typing.operation);
        let work = |tx: &mut Transaction<'_, '_>| {
            tx.put(item)?;
            Ok(tx.operation())
        };
        let (operation, change) = self.write(now, work, |write| match going_on {
            Some(operation) => Ok(operation),
            None => Ok(write.begin(&operation.name(), subject, now)?),
        })?;
        self.typing = Some(Typing {
            item: reference,
            operation,
            at: now,
        });
        Ok(change)
    }

    fn write<T>(
        &mut self,
        now: DateTime<Utc>,
        work: impl FnOnce(&mut Transaction<'_, '_>) -> Result<T, EngineError>,
        begin: impl FnOnce(&mut store::Write<'_>) -> Result<OperationSeq, EngineError>,
    ) -> Result<(T, Change), EngineError> {
        self.refuse_if_read_only()?;
        let (answer, touched) = self.store.write(|write| {
            let operation = begin(write)?;
            let mut transaction = Transaction::new(write, operation, now);
            let answer = work(&mut transaction)?;
            Ok::<_, EngineError>((answer, transaction.finish()?))
        })?;
        let change = self.changed(touched, now)?;
        Ok((answer, change))
    }

    pub fn undo(&mut self, now: DateTime<Utc>) -> Result<Change, EngineError> {
        self.refuse_if_read_only()?;
        self.typing = None;
        let touched = self.store.write(|write| {
            let last = write.last_done()?.ok_or(EngineError::NothingToUndo)?;
            Ok::<_, EngineError>(write.revert(last.seq, now)?)
        })?;
        self.changed(touched, now)
    }

    pub fn redo(&mut self, now: DateTime<Utc>) -> Result<Change, EngineError> {
        self.refuse_if_read_only()?;
        self.typing = None;
        let touched = self.store.write(|write| {
            let next = write.next_undone()?.ok_or(EngineError::NothingToRedo)?;
            Ok::<_, EngineError>(write.reapply(next.seq, now)?)
        })?;
        self.changed(touched, now)
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

    fn refuse_if_read_only(&self) -> Result<(), EngineError> {
        self.read_only()
            .map_or(Ok(()), |reason| Err(EngineError::ReadOnly(reason.to_owned())))
    }

    /// Brings the index up to date with what was written.
    fn changed(&mut self, touched: Vec<ItemRef>, now: DateTime<Utc>) -> Result<Change, EngineError> {
        self.past.clear();
        self.own_reader.forget(&touched);
        let snapshot = Snapshot::now(&self.store);
        match Arc::get_mut(&mut self.index) {
            Some(index) => index.patch(&snapshot, &touched, &self.reference.ontology, now.date_naive())?,
            // Somebody still reads the old one.
            None => {
                let anew = self.index.build_again(&snapshot, &self.reference.ontology, now.date_naive())?;
                self.index = Arc::new(anew);
            }
        }
        Ok(Change { touched })
    }

    pub fn get(&self, item: ItemRef) -> Result<Option<Item>, EngineError> {
        Ok(self.store.get(item)?)
    }

    /// An item as the dossier had it at a past moment; as it stands where none is given.
    pub fn get_known(&self, item: ItemRef, at: Option<DateTime<Utc>>) -> Result<Option<Item>, EngineError> {
        let standing = self.store.get_recorded(item)?;
        let Some(at) = at else {
            return Ok(standing.map(|recorded| recorded.item));
        };
        if let Some(recorded) = standing.filter(|recorded| recorded.recorded_at <= at) {
            return Ok(Some(recorded.item));
        }
        let wordings = self.store.revisions(item)?;
        let then = wordings
            .into_iter()
            .find(|wording| wording.recorded_at <= at && at < wording.superseded_at);
        Ok(then.map(|wording| wording.item))
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
