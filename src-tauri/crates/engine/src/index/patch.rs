//! Taking over a change, at a cost that grows with the change.

use chrono::NaiveDate;
use domain::{Item, ItemKind, ItemRef, Moment, event::Event, id::EventId, kind::Ontology};
use std::{
    borrow::Cow,
    collections::{BTreeSet, HashMap},
    sync::Arc,
};
use store::Read;
use timeline::Flags;
use uuid::Uuid;

use super::{Index, Row, sorted::Keyed as _};
use crate::{EngineError, transaction::Touched};

/// Up to so many events are replaced one by one; beyond, in one pass over all.
const FEW: usize = 32;
/// A change that touches more than one in so many rows is cheaper read anew.
const SHARE: usize = 8;

impl Index {
    /// Takes over what was touched.
    pub(crate) fn patch(&mut self, read: &dyn Read, touched: &Touched, ontology: &Ontology, today: NaiveDate) -> Result<(), EngineError> {
        let many = |count: usize, rows: usize| count > FEW && count > rows / SHARE;
        let Touched {
            items: touched,
            events: put,
        } = touched;
        if today != self.today || many(touched.len(), self.len()) {
            *self = self.build_again(read, ontology, today)?;
            return Ok(());
        }
        let events = self.stale_events(read, touched)?;
        if many(events.len(), self.len()) {
            *self = self.build_again(read, ontology, today)?;
            return Ok(());
        }
        let rebuilt = self.replace_events(read, &events, put, ontology)?;
        let strands = |item: &ItemRef| {
            matches!(
                item.kind,
                ItemKind::Tie | ItemKind::Link | ItemKind::Actor | ItemKind::Office | ItemKind::Tenure
            )
        };
        if rebuilt || touched.iter().any(strands) {
            self.read_strands(read)?;
        }
        Ok(())
    }

    /// The events whose rows may have changed. Actors, topics and grades are brought up to date on the way.
    fn stale_events(&mut self, read: &dyn Read, touched: &[ItemRef]) -> Result<BTreeSet<Uuid>, EngineError> {
        let any = |kinds: &[ItemKind]| touched.iter().any(|item| kinds.contains(&item.kind));
        let mut events: BTreeSet<Uuid> = touched
            .iter()
            .filter(|item| item.kind == ItemKind::Event)
            .map(|item| item.id)
            .collect();
        if any(&[ItemKind::Actor, ItemKind::Office, ItemKind::Tenure]) {
            let actors = self.actors.read_again(read)?;
            let stale = actors.stale_since(&self.actors);
            self.actors = Arc::new(actors);
            let takes_part = |row: &&Row| row.actors.iter().any(|part| stale.contains(&part.actor));
            events.extend(self.rows().filter(takes_part).map(|row| row.id.0));
        }
        if any(&[ItemKind::Topic]) {
            self.topics = Arc::new(self.topics.read_again(read)?);
        }
        events.extend(self.supports.patch(read, touched)?);
        Ok(events)
    }

    /// Answers whether the columns were built anew, without ties and links.
    fn replace_events(
        &mut self,
        read: &dyn Read,
        events: &BTreeSet<Uuid>,
        put: &HashMap<EventId, Event>,
        ontology: &Ontology,
    ) -> Result<bool, EngineError> {
        if events.is_empty() {
            return Ok(false);
        }
        let mut fresh = Vec::new();
        for &id in events {
            self.take_acts(id);
            let event = match put.get(&EventId(id)) {
                Some(event) => Some(Cow::Borrowed(event)),
                None => match read.get(ItemRef::new(ItemKind::Event, id))? {
                    Some(Item::Event(event)) => Some(Cow::Owned(event)),
                    _ => None,
                },
            };
            if let Some(event) = event {
                let (row, acts) = self.derive(&event, ontology);
                fresh.push(Arc::new(row));
                for act in acts {
                    self.acts.put(Arc::new(act));
                }
            }
        }
        if events.len() > FEW {
            let kept: Vec<Arc<Row>> = self.rows.iter().filter(|row| !events.contains(&row.id.0)).cloned().collect();
            self.set_rows(kept.into_iter().chain(fresh));
            return Ok(true);
        }
        for &id in events {
            match fresh.iter().position(|row| row.id.0 == id) {
                Some(at) => self.put_row(fresh.swap_remove(at)),
                None => self.remove_row(id),
            }
        }
        Ok(false)
    }

    fn take_acts(&mut self, event: Uuid) {
        let of_event = |act: &&Arc<relations::Interval>| act.act.event.0 == event;
        let acts: Vec<(Uuid, Moment)> = self
            .acts
            .from(&(event, Moment(i64::MIN)))
            .take_while(of_event)
            .map(|act| act.key())
            .collect();
        for key in acts {
            self.acts.remove(&key);
        }
    }

    fn put_row(&mut self, row: Arc<Row>) {
        let (first, id) = row.place();
        if self.places.get(&id).is_none_or(|&(_, before)| before != first) {
            self.take_row(id);
            self.places.put((id, first));
        }
        self.columns.put(&row.mark());
        self.count(&row, 1);
        if let Some(before) = self.rows.put(row) {
            self.count(&before, -1);
        }
    }

    fn remove_row(&mut self, id: Uuid) {
        self.columns.remove(id);
        self.take_row(id);
    }

    fn take_row(&mut self, id: Uuid) {
        let place = self.places.remove(&id).map(|(_, first)| (first, id));
        if let Some(row) = place.and_then(|place| self.rows.remove(&place)) {
            self.count(&row, -1);
        }
    }

    fn count(&mut self, row: &Row, more: i64) {
        for (flag, count) in [
            (Flags::STATEMENT, &mut self.tally.statements),
            (Flags::OVERDUE, &mut self.tally.overdue),
        ] {
            if row.flags.has(flag) {
                *count = count.saturating_add_signed(more);
            }
        }
    }
}
