use chrono::{DateTime, Utc};
use domain::{
    Item, ItemKind, ItemRef,
    grade::{Credibility, Reliability},
    id::SourceId,
};
use store::{Read, Store};
use uuid::Uuid;

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

    pub fn each_reliability(&self, visit: &mut dyn FnMut(SourceId, Reliability)) -> Result<(), EngineError> {
        if self.known.is_none() {
            return Ok(self.store.reliabilities(visit)?);
        }
        self.each(ItemKind::Source, &mut |item| {
            if let Item::Source(source) = item {
                visit(source.id, source.reliability);
            }
        })
    }

    /// Citation, event, source and credibility of everything an event rests on.
    pub fn each_citation_of_events(&self, visit: &mut dyn FnMut(Uuid, Uuid, SourceId, Credibility)) -> Result<(), EngineError> {
        if self.known.is_none() {
            return Ok(self.store.citations_of_events(visit)?);
        }
        self.each(ItemKind::Citation, &mut |item| {
            if let Item::Citation(citation) = item
                && citation.item.kind == ItemKind::Event
            {
                visit(citation.id.0, citation.item.id, citation.source, citation.credibility);
            }
        })
    }

    /// An item as it stands now.
    pub fn get(&self, item: ItemRef) -> Result<Option<Item>, EngineError> {
        Ok(self.store.get(item)?)
    }

    /// The past moment it speaks of, where it is not now.
    pub fn known(&self) -> Option<DateTime<Utc>> {
        self.known
    }

    pub fn store(&self) -> &Store {
        self.store
    }
}
