use domain::{
    Edtf, Item, ItemKind, ItemRef,
    event::{Event, When},
    id::EventId,
    kind::{Kind, Quad},
    link::Link,
};

use words::Words;

use super::Viewer;
use crate::wire::*;

impl Viewer<'_> {
    pub fn event_details(&self, event: &Event) -> Result<EventDetails, ApiError> {
        let kind = self.record.reference().ontology.kind(&event.kind);
        let row = self.index()?.row(event.id);
        let topic = |&id| self.label(ItemRef::new(ItemKind::Topic, id));
        let links = self.record.links_of(event.id)?;
        let ties = self.record.ties_caused_by(event.id)?;
        Ok(EventDetails {
            kind_label: self.kind_label(&event.kind),
            icon: kind.map_or("circle", |kind| kind.icon.as_str()).to_owned(),
            words: kind.is_some_and(|kind| kind.words),
            cameo: kind.map_or_else(String::new, |kind| kind.cameo.clone()),
            quad: row.map_or_else(|| quad(kind), |row| row.quad),
            weight: row.map_or(0.0, |row| row.weight),
            when: event.when.as_ref().map(|when| self.when(when)).transpose()?,
            status: event.current_status(),
            overdue: row.is_some_and(engine::index::Row::overdue),
            statuses: self.statuses(event)?,
            place: event.place.map(|id| self.label(ItemRef::new(ItemKind::Place, id))).transpose()?,
            participants: self.participants(event)?,
            topics: event.topics.iter().map(topic).collect::<Result<_, _>>()?,
            links: links.iter().map(|link| self.link(link, event)).collect::<Result<_, _>>()?,
            ties: ties.into_iter().map(|tie| self.label_of(&tie.into())).collect::<Result<_, _>>()?,
            original: event
                .original
                .as_ref()
                .map(|original| format!("{} {}", original.scheme, original.code)),
        })
    }

    /// When an event was; `None` for one without a date.
    pub fn event_when(&self, event: EventId) -> Result<Option<Edtf>, ApiError> {
        let found = self.record.get(ItemRef::new(ItemKind::Event, event))?;
        Ok(match found {
            Some(Item::Event(event)) => event.when.map(|when| when.edtf),
            _ => None,
        })
    }

    /// When an event was, in words as exact as the record is.
    pub fn event_date(&self, event: EventId) -> Result<String, ApiError> {
        let when = self.event_when(event)?;
        Ok(when.map_or_else(
            || Words::of(self.language).text("date_unknown").to_owned(),
            |when| when.describe(self.language),
        ))
    }

    fn when(&self, when: &When) -> Result<DateView, ApiError> {
        let relative = when.relative.as_ref().map(|told| {
            Ok::<_, ApiError>(RelativeView {
                relation: told.relation,
                event: self.label(ItemRef::new(ItemKind::Event, told.event))?,
                within_days: told.within_days,
            })
        });
        Ok(DateView {
            text: when.text.as_ref().map(ToString::to_string),
            relative: relative.transpose()?,
            ..self.date(&when.edtf)
        })
    }

    fn statuses(&self, event: &Event) -> Result<Vec<StatusView>, ApiError> {
        let entries = event.status.entries().iter().map(|entry| {
            Ok(StatusView {
                status: entry.status,
                on: entry.on.as_ref().map(ToString::to_string),
                on_label: entry.on.as_ref().map(|on| on.describe(self.language)),
                source: entry.source.map(|id| self.label(ItemRef::new(ItemKind::Source, id))).transpose()?,
                remark: entry.remark.as_ref().map(ToString::to_string),
            })
        });
        entries.collect()
    }

    fn participants(&self, event: &Event) -> Result<Vec<ParticipantView>, ApiError> {
        let at = event.acting_at();
        let parts = event.parts().into_iter().map(|part| {
            let country = self.actors.country_of(part.actor, at);
            Ok(ParticipantView {
                actor: self.label(ItemRef::new(ItemKind::Actor, part.actor))?,
                role: part.role,
                country: country.and_then(|country| self.code(country)),
            })
        });
        parts.collect()
    }

    fn link(&self, link: &Link, event: &Event) -> Result<LinkView, ApiError> {
        let outgoing = link.from == event.id;
        let other = if outgoing { link.to } else { link.from };
        Ok(LinkView {
            reference: ItemRef::new(ItemKind::Link, link.id),
            kind: link.kind,
            outgoing,
            other: self.label(ItemRef::new(ItemKind::Event, other))?,
            remark: link.remark.as_ref().map(ToString::to_string),
        })
    }
}

fn quad(kind: Option<&Kind>) -> Quad {
    kind.map_or(Quad::VerbalCooperation, |kind| kind.quad)
}
