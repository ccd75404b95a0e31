//! Taking over a change, at a cost that grows with the change.

use chrono::NaiveDate;
use domain::{Item, ItemKind, ItemRef, kind::Ontology};
use relations::Interval;
use std::collections::BTreeSet;
use timeline::Columns;
use uuid::Uuid;

use super::{Index, Row, Snapshot};
use crate::EngineError;

/// Up to so many events are replaced one by one; beyond, in one pass over all.
const FEW: usize = 32;
/// A change that touches more than one in so many rows is cheaper read anew.
const SHARE: usize = 8;

impl Index {
    /// Takes over what was touched.
    pub fn patch(
        &mut self,
        snapshot: &Snapshot<'_>,
        touched: &[ItemRef],
        ontology: &Ontology,
        today: NaiveDate,
    ) -> Result<(), EngineError> {
        let many = |count: usize, rows: usize| count > FEW && count > rows / SHARE;
        if today != self.today || many(touched.len(), self.rows.len()) {
            *self = self.build_again(snapshot, ontology, today)?;
            return Ok(());
        }
        let events = self.stale_events(snapshot, touched)?;
        if many(events.len(), self.rows.len()) {
            *self = self.build_again(snapshot, ontology, today)?;
            return Ok(());
        }
        let rebuilt = self.replace_events(snapshot, &events, ontology)?;
        let strands = |item: &ItemRef| {
            matches!(
                item.kind,
                ItemKind::Tie | ItemKind::Link | ItemKind::Actor | ItemKind::Office | ItemKind::Tenure
            )
        };
        if rebuilt || touched.iter().any(strands) {
            self.read_strands(snapshot)?;
        }
        Ok(())
    }

    /// The events whose rows may have changed. Actors, topics and grades are brought up to date on the way.
    fn stale_events(&mut self, snapshot: &Snapshot<'_>, touched: &[ItemRef]) -> Result<BTreeSet<Uuid>, EngineError> {
        let any = |kinds: &[ItemKind]| touched.iter().any(|item| kinds.contains(&item.kind));
        let mut events: BTreeSet<Uuid> = touched
            .iter()
            .filter(|item| item.kind == ItemKind::Event)
            .map(|item| item.id)
            .collect();
        if any(&[ItemKind::Actor, ItemKind::Office, ItemKind::Tenure]) {
            let stale = self.actors.read_again(snapshot)?;
            let takes_part = |row: &&Row| row.actors.iter().any(|part| stale.contains(&part.actor));
            events.extend(self.rows.iter().filter(takes_part).map(|row| row.id.0));
        }
        if any(&[ItemKind::Topic]) {
            self.topics.read_again(snapshot)?;
        }
        events.extend(self.supports.patch(snapshot, touched)?);
        Ok(events)
    }

    /// Answers whether the columns were built anew, without ties and links.
    fn replace_events(&mut self, snapshot: &Snapshot<'_>, events: &BTreeSet<Uuid>, ontology: &Ontology) -> Result<bool, EngineError> {
        if events.is_empty() {
            return Ok(false);
        }
        self.acts.retain(|interval| !events.contains(&interval.act.event.0));
        let mut fresh = Vec::new();
        for &id in events {
            if let Some(Item::Event(event)) = snapshot.get(ItemRef { kind: ItemKind::Event, id })? {
                let (row, acts) = self.derive(&event, ontology);
                fresh.push(row);
                self.acts.extend::<Vec<Interval>>(acts);
            }
        }
        if events.len() > FEW {
            self.replace_rows(events, fresh);
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

    fn replace_rows(&mut self, events: &BTreeSet<Uuid>, fresh: Vec<Row>) {
        self.rows.retain(|row| !events.contains(&row.id.0));
        self.rows.extend(fresh);
        self.rows.sort_by_key(Row::place);
        self.places = self.rows.iter().map(|row| (row.id.0, row.place())).collect();
        self.columns = Columns::build(self.rows.iter().map(Row::mark));
    }

    fn put_row(&mut self, row: Row) {
        let (id, place) = (row.id.0, row.place());
        self.columns.put(&row.mark());
        match self.places.insert(id, place) {
            // Most edits leave an event where it was in time.
            Some(before) if before == place => {
                if let Ok(at) = self.rows.binary_search_by_key(&place, Row::place) {
                    self.rows[at] = row;
                }
                return;
            }
            Some(before) => self.take_row(before),
            None => {}
        }
        let at = self.rows.partition_point(|other| other.place() < place);
        self.rows.insert(at, row);
    }

    fn remove_row(&mut self, id: Uuid) {
        self.columns.remove(id);
        if let Some(place) = self.places.remove(&id) {
            self.take_row(place);
        }
    }

    fn take_row(&mut self, place: (i64, Uuid)) {
        if let Ok(at) = self.rows.binary_search_by_key(&place, Row::place) {
            self.rows.remove(at);
        }
    }
}
