use chrono::NaiveDate;
use domain::{
    Moment,
    event::{Event, Participant, Role},
    id::{ActorId, EventId, TopicId},
    kind::{Ontology, Quad},
    status::Status,
};
use std::collections::{BTreeMap, BTreeSet};
use timeline::{Flags, LaneRef, Mark, Roles, Span};

use super::{Actors, Support, Topics, sorted::Keyed};

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
    /// The lanes it stands in by key, each once, with the parts it has there.
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
        let at = event.acting_at();
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

    /// The moment that orders it and decides whom its participants act for; `None` where it is undated.
    pub fn acting_at(&self) -> Option<Moment> {
        (self.key < i64::MAX).then_some(Moment(self.key))
    }

    /// The mark the timeline draws.
    pub(super) fn mark(&self) -> Mark<'_> {
        Mark {
            id: self.id.0,
            span: self.span,
            weight: self.weight as f32,
            salience: self.salience,
            status: self.status,
            kind: self.kind,
            flags: self.flags,
            lanes: &self.lanes,
        }
    }

    /// The keys of its lanes, each once.
    pub fn lane_keys(&self) -> impl Iterator<Item = u32> {
        self.lanes.iter().map(|lane| lane.key)
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

impl Keyed for Row {
    type Key = (i64, uuid::Uuid);

    fn key(&self) -> Self::Key {
        self.place()
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
    let mut seen = BTreeSet::new();
    let acting = parts.iter().filter_map(|part| actors.affiliations.country_of(part.actor, at));
    acting.filter(|country| seen.insert(*country)).collect()
}

/// By key, each once, with all the parts played there.
fn lanes(
    event: &Event,
    kind: u16,
    mutual: bool,
    parts: &[Participant],
    actors: &Actors,
    topics: &Topics,
    at: Option<Moment>,
) -> Vec<LaneRef> {
    let mut lanes: BTreeMap<u32, Roles> = BTreeMap::new();
    for part in parts {
        let roles = roles(part.role, mutual);
        let country = actors.affiliations.country_of(part.actor, at);
        for key in [Some(part.actor), country]
            .into_iter()
            .flatten()
            .filter_map(|actor| actors.lane(actor))
        {
            let joined = lanes.entry(key).or_default();
            *joined = Roles(joined.0 | roles.0);
        }
    }
    for number in event.topics.iter().filter_map(|topic| topics.lane(*topic)) {
        lanes.insert(TOPIC_LANES + number, Roles::NONE);
    }
    lanes.insert(KIND_LANES + u32::from(kind), Roles::NONE);
    lanes.into_iter().map(|(key, roles)| LaneRef { key, roles }).collect()
}

fn roles(role: Role, mutual: bool) -> Roles {
    match (role.is_source(), role.is_target()) {
        (false, false) => Roles::NONE,
        (true, true) => Roles::BOTH,
        _ if mutual => Roles::BOTH,
        (true, false) => Roles::SOURCE,
        (false, true) => Roles::TARGET,
    }
}
