use chrono::NaiveDate;
use domain::{
    Moment,
    event::{Event, Participant},
    id::{ActorId, EventId, TopicId},
    kind::{Ontology, Quad},
    status::Status,
};
use timeline::{Flags, LaneRef, Roles, Span};

use super::{Actors, Support, Topics};

/// Lane keys of topics and of kinds start here; those of actors start at 0.
pub const TOPIC_LANES: u32 = 1 << 30;
pub const KIND_LANES: u32 = 2 << 30;

/// One event as lists, filters and pictures need it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub id: EventId,
    pub kind: u16,
    pub quad: Quad,
    /// −10 to +10.
    pub weight: f64,
    pub status: Status,
    pub salience: u8,
    pub span: Option<Span>,
    pub flags: Flags,
    pub actors: Vec<Participant>,
    /// The countries its participants act for, each once, in their order.
    pub countries: Vec<ActorId>,
    pub topics: Vec<TopicId>,
    pub support: Support,
    /// The lanes it stands in, with the parts it has there.
    pub lanes: Vec<LaneRef>,
    key: i64,
}

impl Row {
    pub(super) fn of(
        event: &Event,
        kind: u16,
        ontology: &Ontology,
        actors: &Actors,
        topics: &Topics,
        support: Support,
        today: NaiveDate,
    ) -> Self {
        let row = ontology.kind(&event.kind);
        let span = event.when.as_ref().map(|when| span(&when.edtf));
        let at = span.and_then(|span| span.start_earliest.or(span.start_latest).or(span.end_latest));
        let actors_in = event.parts();
        let countries = countries(&actors_in, actors, at);
        let weight = event
            .weight
            .as_ref()
            .map(|weight| weight.value())
            .or(row.map(|kind| kind.weight))
            .unwrap_or(0.0);
        Self {
            id: event.id,
            kind,
            quad: row.map_or(Quad::VerbalCooperation, |kind| kind.quad),
            weight,
            status: event.current_status(),
            salience: event.salience.get(),
            span,
            flags: flags(event, support, today),
            lanes: lanes(event, kind, row.is_some_and(|kind| kind.mutual), &actors_in, actors, topics, at),
            actors: actors_in,
            countries,
            topics: event.topics.clone(),
            support,
            key: at.map_or(i64::MAX, |moment| moment.0),
        }
    }

    /// Its place in the order of time: first moment, then id; undated last.
    pub fn place(&self) -> (i64, uuid::Uuid) {
        (self.key, self.id.0)
    }

    /// The keys of its lanes, each once.
    pub fn lane_keys(&self) -> impl Iterator<Item = u32> {
        let lanes = self.lanes.iter().enumerate();
        let first = lanes.filter(|(at, lane)| self.lanes[..*at].iter().all(|before| before.key != lane.key));
        first.map(|(_, lane)| lane.key)
    }

    pub fn earliest(&self) -> Option<Moment> {
        self.span.and_then(|span| span.start_earliest)
    }

    pub fn latest(&self) -> Option<Moment> {
        self.span.and_then(|span| span.end_latest)
    }

    pub fn overdue(&self) -> bool {
        self.flags.has(Flags::OVERDUE)
    }

    pub fn contested(&self) -> bool {
        self.flags.has(Flags::CONTESTED)
    }
}

fn span(edtf: &domain::Edtf) -> Span {
    let (start, end) = (edtf.start(), edtf.end());
    if edtf.is_interval() {
        Span {
            start_earliest: start.earliest,
            start_latest: start.latest,
            end_earliest: end.earliest,
            end_latest: end.latest,
        }
    } else {
        Span::instant(edtf.earliest(), edtf.latest())
    }
}

fn flags(event: &Event, support: Support, today: NaiveDate) -> Flags {
    let date = event.when.as_ref().map(|when| &when.edtf);
    let passed = date
        .and_then(domain::Edtf::latest)
        .is_some_and(|latest| latest < Moment::from_date(today));
    let mut flags = Flags::default();
    for (holds, flag) in [
        (support.contested, Flags::CONTESTED),
        (date.is_some_and(domain::Edtf::approximate), Flags::APPROXIMATE),
        (date.is_some_and(domain::Edtf::uncertain), Flags::UNCERTAIN),
        (date.is_some_and(domain::Edtf::is_interval), Flags::INTERVAL),
        (event.statement.is_some(), Flags::STATEMENT),
        (passed && event.current_status().is_plan(), Flags::OVERDUE),
    ] {
        if holds {
            flags |= flag;
        }
    }
    flags
}

fn countries(parts: &[Participant], actors: &Actors, at: Option<Moment>) -> Vec<ActorId> {
    let mut countries = Vec::new();
    for part in parts {
        if let Some(country) = actors.affiliations.country_of(part.actor, at)
            && !countries.contains(&country)
        {
            countries.push(country);
        }
    }
    countries
}

fn lanes(
    event: &Event,
    kind: u16,
    mutual: bool,
    parts: &[Participant],
    actors: &Actors,
    topics: &Topics,
    at: Option<Moment>,
) -> Vec<LaneRef> {
    let mut lanes = Vec::new();
    for part in parts {
        let roles = match (part.role.is_source(), part.role.is_target()) {
            (true, true) => Roles::BOTH,
            (true, false) | (false, true) if mutual => Roles::BOTH,
            (true, false) => Roles::SOURCE,
            (false, true) => Roles::TARGET,
            (false, false) => Roles::NONE,
        };
        let country = actors
            .affiliations
            .country_of(part.actor, at)
            .filter(|country| *country != part.actor);
        let keys = [Some(part.actor), country]
            .into_iter()
            .flatten()
            .filter_map(|actor| actors.lane(actor));
        lanes.extend(keys.map(|key| LaneRef { key, roles }));
    }
    lanes.extend(event.topics.iter().filter_map(|topic| topics.lane(*topic)).map(|number| LaneRef {
        key: TOPIC_LANES + number,
        roles: Roles::NONE,
    }));
    lanes.push(LaneRef {
        key: KIND_LANES + u32::from(kind),
        roles: Roles::NONE,
    });
    lanes
}
