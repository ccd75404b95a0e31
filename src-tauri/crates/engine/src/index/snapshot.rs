use chrono::{DateTime, Utc};
use domain::{Item, ItemKind, ItemRef};
use store::{Read, Store};

use crate::EngineError;

/// The record as it stands, or as it was known at a past moment.
pub struct Snapshot<'a> {
    store: &'a Store,
    known: Option<DateTime<Utc>>,
}

impl<'a> Snapshot<'a> {
    pub fn now(store: &'a Store) -> Self {
        Self { store, known: None }
    }

    pub fn known_on(store: &'a Store, at: DateTime<Utc>) -> Self {
        Self { store, known: Some(at) }
    }

    pub fn each(&self, kind: ItemKind, visit: &mut dyn FnMut(Item)) -> Result<(), EngineError> {
        match self.known {
            None => self.store.each(kind, &mut |recorded| {
                visit(recorded.item);
                Ok(())
            })?,
            Some(at) => self.store.known_on(kind, at)?.into_iter().for_each(visit),
        }
        Ok(())
    }

    /// An item as it stands now.
    pub fn get(&self, item: ItemRef) -> Result<Option<Item>, EngineError> {
        Ok(self.store.get(item)?)
    }

    pub fn store(&self) -> &Store {
        self.store
    }
}
