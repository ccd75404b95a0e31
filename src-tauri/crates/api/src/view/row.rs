use domain::{Item, ItemKind, ItemRef, event::Event};
use engine::index::Row;

use super::Viewer;
use crate::wire::*;

impl Viewer<'_> {
    /// A line of the chronology.
    pub fn row(&self, row: &Row) -> Result<EventRow, ApiError> {
        let reference = ItemRef::new(ItemKind::Event, row.id);
        match self.record.get(reference)? {
            Some(Item::Event(event)) => self.row_of(row, &event),
            _ => Err(ApiError::new(ErrorCode::NotFound, format!("{reference} is not in the dossier"))),
        }
    }

    pub fn row_of(&self, row: &Row, event: &Event) -> Result<EventRow, ApiError> {
        let place = event
            .place
            .map(|place| self.label(ItemRef::new(ItemKind::Place, place)))
            .transpose()?;
        Ok(EventRow {
            reference: ItemRef::new(ItemKind::Event, row.id),
            kind: event.kind.clone(),
            title: event.title.to_string(),
            when: event.when.as_ref().map(|when| when.edtf.to_string()),
            when_label: event.when.as_ref().map(|when| when.edtf.describe(self.language)),
            earliest: Self::day(row.earliest()),
            latest: Self::day(row.latest()),
            status: row.status,
            overdue: row.overdue(),
            contested: row.contested(),
            statement: event.statement.is_some(),
            weight: row.weight,
            quad: row.quad,
            place: place.map(|place| place.title),
            participants: row.actors.iter().map(|part| self.row_participant(part, row)).collect(),
            citations: row.support.citations,
        })
    }

    fn row_participant(&self, part: &domain::event::Participant, row: &Row) -> RowParticipant {
        let country = self.actors.country_of(part.actor, row.acting_at());
        RowParticipant {
            name: self.actor_name(part.actor),
            role: part.role,
            country: country.and_then(|country| self.code(country)),
            flag: country.and_then(|country| self.flag(country)),
        }
    }
}
