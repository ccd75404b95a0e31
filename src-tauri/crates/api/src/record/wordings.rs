use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{Item, ItemKind, ItemRef, citation::Citation, event::Event};
use engine::{Workspace, index::Snapshot, store::Read as _};
use std::collections::HashMap;

use crate::wire::ApiError;

/// Events and citations in the wording of now, or in that known by the end of a past day.
pub struct Wordings<'a> {
    workspace: &'a Workspace,
    known: Option<Known>,
}

#[derive(Default)]
struct Known {
    events: HashMap<ItemRef, Event>,
    citations: HashMap<ItemRef, Vec<Citation>>,
}

impl<'a> Wordings<'a> {
    pub fn new(workspace: &'a Workspace, known_on: Option<NaiveDate>) -> Result<Self, ApiError> {
        let known = known_on.map(|day| Known::by(workspace, end_of(day))).transpose()?;
        Ok(Self { workspace, known })
    }

    pub fn event(&self, item: ItemRef) -> Result<Option<Event>, ApiError> {
        if let Some(known) = &self.known {
            return Ok(known.events.get(&item).cloned());
        }
        Ok(match self.workspace.get(item)? {
            Some(Item::Event(event)) => Some(event),
            _ => None,
        })
    }

    pub fn citations(&self, item: ItemRef) -> Result<Vec<Citation>, ApiError> {
        match &self.known {
            Some(known) => Ok(known.citations.get(&item).cloned().unwrap_or_default()),
            None => Ok(self.workspace.store().citations_of(item)?),
        }
    }
}

impl Known {
    fn by(workspace: &Workspace, at: DateTime<Utc>) -> Result<Self, ApiError> {
        let snapshot = Snapshot::known_on(workspace.store(), at);
        let mut known = Self::default();
        snapshot.each(ItemKind::Event, &mut |item| {
            if let Item::Event(event) = item {
                known.events.insert(ItemRef::new(ItemKind::Event, event.id), event);
            }
        })?;
        snapshot.each(ItemKind::Citation, &mut |item| {
            if let Item::Citation(citation) = item {
                known.citations.entry(citation.item).or_default().push(citation);
            }
        })?;
        Ok(known)
    }
}

fn end_of(day: NaiveDate) -> DateTime<Utc> {
    day.and_hms_opt(0, 0, 0).unwrap_or_default().and_utc() + TimeDelta::days(1) - TimeDelta::milliseconds(1)
}
