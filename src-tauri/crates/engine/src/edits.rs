//! The edits people make, each one operation.

use chrono::{DateTime, Utc};
use domain::{
    Invalid, Item, ItemKind, ItemRef,
    claim::{Claim, ClaimValue},
    event::When,
    id::{ClaimId, EventId},
    record::{Recorded, Superseded},
    status::StatusEntry,
    text::Title,
};
use store::Read;

use crate::{Change, EngineError, Operation, ShippedKey, Transaction, Workspace, shipped::add_shipped};

impl Workspace {
    /// Adds an item, or replaces the one with its id. With `typing`, keystrokes that follow each other are undone together.
    pub fn put_item(&mut self, item: &Item, typing: bool, now: DateTime<Utc>) -> Result<Change, EngineError> {
        let (_, change) = self.edit(item.item_ref(), &item.title(), typing, now, |tx| tx.put(item))?;
        Ok(change)
    }

    /// An operation that adds or changes one item; answers whether it is new.
    pub(crate) fn edit(
        &mut self,
        item: ItemRef,
        title: &str,
        typing: bool,
        now: DateTime<Utc>,
        work: impl FnOnce(&mut Transaction<'_, '_>) -> Result<(), EngineError>,
    ) -> Result<(bool, Change), EngineError> {
        let new = item.kind != ItemKind::Settings && self.store().item_revision(item)?.is_none();
        let operation = if new {
            Operation::Add(item.kind)
        } else {
            Operation::Change(item.kind)
        };
        let change = if typing {
            self.type_into(operation, title, item, now, work)?
        } else {
            self.transact(operation, title, now, work)?.1
        };
        Ok((new, change))
    }

    /// Removes items with all that cannot stand without them.
    pub fn remove_items(&mut self, items: &[ItemRef], now: DateTime<Utc>) -> Result<Change, EngineError> {
        let Some(&first) = items.first() else {
            return Err(Invalid::new("items", "name nothing to remove").into());
        };
        let subject = self.require(first)?.title();
        let work = |tx: &mut Transaction<'_, '_>| {
            for &item in items {
                // An earlier one may have taken it along.
                if tx.get(item)?.is_some() {
                    tx.remove(item)?;
                }
            }
            Ok(())
        };
        let ((), change) = self.transact(Operation::Remove(first.kind), &subject, now, work)?;
        Ok(change)
    }

    /// Adds a step to an event's life.
    pub fn set_status(&mut self, event: EventId, entry: StatusEntry, now: DateTime<Utc>) -> Result<Change, EngineError> {
        let reference = ItemRef::new(ItemKind::Event, event);
        let Item::Event(mut event) = self.require(reference)? else {
            return Err(EngineError::NotFound(reference));
        };
        event.status = event.status.then(entry)?;
        let subject = event.title.to_string();
        let ((), change) = self.transact(Operation::SetStatus, &subject, now, |tx| tx.put(&Item::Event(event)))?;
        Ok(change)
    }

    /// Chooses among claims on one attribute; the item takes the chosen value.
    pub fn choose_claim(&mut self, claim: ClaimId, reason: Option<Title>, now: DateTime<Utc>) -> Result<Change, EngineError> {
        let reference = ItemRef::new(ItemKind::Claim, claim);
        let Item::Claim(chosen) = self.require(reference)? else {
            return Err(EngineError::NotFound(reference));
        };
        let subject = self.require(chosen.item)?.title();
        let work = |tx: &mut Transaction<'_, '_>| {
            for other in tx.read().claims_of(chosen.item)? {
                let rival = other.chosen && other.id != chosen.id && other.value.attribute() == chosen.value.attribute();
                if rival {
                    tx.put(&Item::Claim(Claim {
                        chosen: false,
                        reason: None,
                        ..other
                    }))?;
                }
            }
            let mut item = tx.require(chosen.item)?;
            take_value(&mut item, &chosen.value);
            tx.put(&item)?;
            tx.put(&Item::Claim(Claim {
                chosen: true,
                reason,
                ..chosen.clone()
            }))
        };
        let ((), change) = self.transact(Operation::ChooseClaim, &subject, now, work)?;
        Ok(change)
    }

    /// Adds a shipped country, organisation or person as an actor, with what it needs to be understood.
    pub fn add_reference(&mut self, key: &ShippedKey, now: DateTime<Utc>) -> Result<(ItemRef, Change), EngineError> {
        let reference = self.reference();
        let subject = key.name(reference)?;
        self.transact(Operation::AddReference, &subject, now, |tx| add_shipped(tx, reference, key))
    }

    /// Takes over items and earlier wordings from elsewhere, as one operation. Settings are taken over by a dossier that holds nothing
    /// yet, or from the same dossier; another one keeps its own.
    pub fn import(
        &mut self,
        subject: &str,
        now: DateTime<Utc>,
        fill: impl FnOnce(&mut dyn FnMut(Imported) -> Result<(), EngineError>) -> Result<(), EngineError>,
    ) -> Result<Change, EngineError> {
        let (counts, own) = (self.store().counts()?, self.settings()?.id);
        let empty = ItemKind::ALL.iter().all(|&kind| kind == ItemKind::Settings || counts.of(kind) == 0);
        let is_of_another = |item: &Item| matches!(item, Item::Settings(settings) if !empty && settings.id != own);
        let work = |tx: &mut Transaction<'_, '_>| {
            fill(&mut |imported| match imported {
                Imported::Item(Recorded { item, .. }) | Imported::Superseded(Superseded { item, .. }) if is_of_another(&item) => Ok(()),
                Imported::Item(recorded) if recorded.item.kind() == ItemKind::Settings => tx.adopt_settings(&recorded),
                Imported::Item(recorded) => tx.put_recorded(&recorded),
                Imported::Superseded(wording) => tx.put_superseded(&wording),
            })
        };
        let ((), change) = self.transact(Operation::Import, subject, now, work)?;
        Ok(change)
    }
}

/// What an import hands over.
pub enum Imported {
    Item(Recorded),
    Superseded(Superseded),
}

fn take_value(item: &mut Item, value: &ClaimValue) {
    match (item, value) {
        // The words and the other event belong to the date they were told with.
        (Item::Event(event), ClaimValue::When(edtf)) if event.when.as_ref().is_none_or(|when| when.edtf != *edtf) => {
            event.when = Some(When::on(edtf.clone()));
        }
        (Item::Event(event), ClaimValue::Place(place)) => event.place = Some(*place),
        (Item::Event(event), ClaimValue::Title(title)) => event.title = title.clone(),
        (Item::Event(event), ClaimValue::Amount(amount)) => event.amount = Some(amount.clone()),
        (Item::Tie(tie), ClaimValue::Title(title)) => tie.title = title.clone(),
        (Item::Tie(tie), ClaimValue::Amount(amount)) => tie.amount = Some(amount.clone()),
        _ => {}
    }
}
