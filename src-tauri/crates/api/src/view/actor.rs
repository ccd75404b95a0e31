use domain::{
    Item, ItemKind, ItemRef, Moment,
    actor::Actor,
    office::{Office, Tenure},
    period::End,
    place::Place,
    tie::Tie,
};

use super::Viewer;
use crate::wire::*;

/// Events listed beside an actor or a place.
const RECENT: usize = 12;

impl Viewer<'_> {
    pub fn actor_details(&self, actor: &Actor) -> Result<ActorDetails, ApiError> {
        let reference = ItemRef::new(ItemKind::Actor, actor.id);
        let country = self.country_today(actor.id).filter(|country| *country != actor.id);
        let tenures = self.record.tenures_of(reference)?;
        let ties = self.record.ties_of(actor.id)?;
        let takes_part =
            |row: &&engine::index::Row| row.countries.contains(&actor.id) || row.actors.iter().any(|part| part.actor == actor.id);
        let recent = self.index()?.rows().rev().filter(takes_part).take(RECENT);
        Ok(ActorDetails {
            kind: actor.kind,
            country: country.map(|id| self.label(ItemRef::new(ItemKind::Actor, id))).transpose()?,
            offices: tenures.iter().map(|tenure| self.tenure(tenure)).collect::<Result<_, _>>()?,
            recent_events: recent.map(|row| self.row(row)).collect::<Result<_, _>>()?,
            ties: ties.into_iter().map(|tie| self.label_of(&tie.into())).collect::<Result<_, _>>()?,
        })
    }

    fn tenure(&self, tenure: &Tenure) -> Result<TenureView, ApiError> {
        Ok(TenureView {
            reference: ItemRef::new(ItemKind::Tenure, tenure.id),
            office: self.label(ItemRef::new(ItemKind::Office, tenure.office))?,
            holder: self.label(ItemRef::new(ItemKind::Actor, tenure.holder))?,
            start_label: tenure.period.start().map(|date| date.describe(self.language)),
            end_label: self.end_label(tenure.period.end()),
            end: tenure.period.end().clone(),
            acting: tenure.acting,
        })
    }

    fn end_label(&self, end: &End) -> Option<String> {
        match end {
            End::On(date) => Some(date.describe(self.language)),
            End::Ongoing | End::Unknown => None,
        }
    }

    pub fn office_details(&self, office: &Office) -> Result<OfficeDetails, ApiError> {
        let tenures = self.record.tenures_of(ItemRef::new(ItemKind::Office, office.id))?;
        Ok(OfficeDetails {
            of: self.label(ItemRef::new(ItemKind::Actor, office.of))?,
            tenures: tenures.iter().map(|tenure| self.tenure(tenure)).collect::<Result<_, _>>()?,
        })
    }

    pub fn place_details(&self, place: &Place) -> Result<PlaceDetails, ApiError> {
        let index = self.index()?;
        let events = self.record.referrers(ItemRef::new(ItemKind::Place, place.id))?;
        let rows = events
            .into_iter()
            .filter(|item| item.kind == ItemKind::Event)
            .filter_map(|item| index.row(domain::id::EventId(item.id)));
        Ok(PlaceDetails {
            country: place.country.map(|id| self.label(ItemRef::new(ItemKind::Actor, id))).transpose()?,
            events: rows.take(RECENT).map(|row| self.row(row)).collect::<Result<_, _>>()?,
        })
    }

    pub fn tie_details(&self, tie: &Tie) -> Result<TieDetails, ApiError> {
        let ontology = &self.record.reference().ontology;
        let now = Moment::end_of_date(self.today);
        Ok(TieDetails {
            kind_label: self.tie_label(tie.kind),
            from: self.label(ItemRef::new(ItemKind::Actor, tie.from))?,
            to: self.label(ItemRef::new(ItemKind::Actor, tie.to))?,
            start_label: tie.period.start().map(|date| date.describe(self.language)),
            end_label: self.end_label(tie.period.end()),
            in_force: tie.period.holds_at(now),
            prior: relations::standing_on(tie, ontology, &self.actors.affiliations, now).map_or(0.0, |standing| standing.prior),
            amount: tie.amount.clone(),
            cause: tie.cause.map(|id| self.label(ItemRef::new(ItemKind::Event, id))).transpose()?,
        })
    }
}

impl Viewer<'_> {
    /// The details of any other noun that has some.
    pub fn details(&self, item: &Item) -> Result<ItemDetails, ApiError> {
        Ok(match item {
            Item::Event(event) => ItemDetails::Event(Box::new(self.event_details(event)?)),
            Item::Tie(tie) => ItemDetails::Tie(self.tie_details(tie)?),
            Item::Actor(actor) => ItemDetails::Actor(self.actor_details(actor)?),
            Item::Office(office) => ItemDetails::Office(self.office_details(office)?),
            Item::Place(place) => ItemDetails::Place(self.place_details(place)?),
            Item::Source(source) => ItemDetails::Source(self.source_details(source)?),
            Item::Note(note) => ItemDetails::Note(self.note_details(note)?),
            _ => ItemDetails::Other,
        })
    }
}
