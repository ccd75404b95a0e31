use std::collections::BTreeSet;

use domain::{
    Edtf, Moment,
    acting::Affiliations,
    edtf::Bounds,
    event::{Event, Role},
    id::{ActorId, EventId},
    kind::{Kind, KindId, Ontology, Quad},
    status::{Status, StatusEntry},
};

use crate::tone::{SCALE_END, held};

/// An event of more countries than this is not one between countries, and counts for nothing.
const MOST_COUNTRIES: usize = 400;

/// An event as it counts: when, how much, and for which directed pairs of countries.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    pub event: EventId,
    pub at: Moment,
    /// *g*, −10 to +10.
    pub weight: f64,
    pub quad: Quad,
    pub kind: KindId,
    pub status: Status,
    /// 0 to 1.
    pub credibility: f64,
    /// From country, to country; each once, never a country to itself.
    pub pairs: Vec<(ActorId, ActorId)>,
}

impl Act {
    /// *w*, 0 to 1: credibility × status weight.
    pub fn worth(&self) -> f64 {
        held(self.credibility, 0.0, 1.0) * self.status.weight()
    }

    /// *g*, held to the scale.
    pub(crate) fn goodness(&self) -> f64 {
        held(self.weight, -SCALE_END, SCALE_END)
    }

    pub(crate) fn has_happened(&self) -> bool {
        self.status == Status::Occurred
    }
}

/// One stretch of an event's life in which it counts as one act.
#[derive(Clone, Debug, PartialEq)]
pub struct Interval {
    /// Counts from this moment on, never before the act's own.
    pub from: Moment,
    /// Counts until just before this moment; `None` for good.
    pub until: Option<Moment>,
    pub act: Act,
}

/// An act and when it is in force. An [`Act`] by itself is in force from its own moment on.
pub trait Counted {
    fn act(&self) -> &Act;
    fn from(&self) -> Moment;
    fn until(&self) -> Option<Moment>;

    /// Whether it counts on a date.
    fn counts_on(&self, as_of: Moment) -> bool {
        self.from() <= as_of && self.until().is_none_or(|until| as_of < until)
    }
}

impl Counted for Act {
    fn act(&self) -> &Act {
        self
    }

    fn from(&self) -> Moment {
        self.at
    }

    fn until(&self) -> Option<Moment> {
        None
    }
}

impl Counted for Interval {
    fn act(&self) -> &Act {
        &self.act
    }

    fn from(&self) -> Moment {
        self.from.max(self.act.at)
    }

    fn until(&self) -> Option<Moment> {
        self.until
    }
}

/// Every act an event is in its life, in order of time. On a date the one counts whose interval holds it; where none does, the event counts for
/// nothing then: not yet known, cancelled, without a date, without two countries.
pub fn intervals(event: &Event, ontology: &Ontology, affiliations: &Affiliations, credibility: f64) -> Vec<Interval> {
    let kind = ontology.kind(&event.kind);
    let mut phases: Vec<(Moment, Option<(Status, Moment)>)> = turning_points(event)
        .into_iter()
        .map(|moment| (moment, phase(event, moment)))
        .collect();
    phases.dedup_by_key(|(_, phase)| *phase);
    let ends = phases.iter().skip(1).map(|&(moment, _)| Some(moment)).chain([None]);
    phases
        .iter()
        .zip(ends)
        .filter_map(|(&(from, phase), until)| {
            let (status, at) = phase?;
            Some(Interval {
                from,
                until,
                act: act_in(event, kind, affiliations, credibility, status, at)?,
            })
        })
        .collect()
}

/// The moments at which what an event counts for can change.
fn turning_points(event: &Event) -> BTreeSet<Moment> {
    event
        .status
        .entries()
        .iter()
        .flat_map(|entry| [entry.on.as_ref().and_then(Edtf::earliest), counts_at(event, entry)])
        .flatten()
        .collect()
}

/// The step of its life an event counts by on a date, and the moment it counts at.
pub(crate) fn phase(event: &Event, as_of: Moment) -> Option<(Status, Moment)> {
    for entry in event.status.entries().iter().rev() {
        if entry.on.as_ref().and_then(Edtf::earliest).is_some_and(|earliest| earliest > as_of) {
            continue;
        }
        if entry.status.weight() == 0.0 {
            return None;
        }
        if let Some(at) = counts_at(event, entry).filter(|at| *at <= as_of) {
            return Some((entry.status, at));
        }
    }
    None
}

fn counts_at(event: &Event, entry: &StatusEntry) -> Option<Moment> {
    let own = event.when.as_ref().map(|when| &when.edtf);
    let step = entry.on.as_ref().and_then(middle);
    match entry.status {
        Status::Occurred => own.and_then(middle).or(step),
        _ => step.or_else(|| own.and_then(Edtf::earliest)),
    }
}

/// The middle of a date's start, or of its end where nothing is known of the start.
fn middle(date: &Edtf) -> Option<Moment> {
    middle_of(date.start()).or_else(|| middle_of(date.end()))
}

fn middle_of(bounds: Bounds) -> Option<Moment> {
    match (bounds.earliest, bounds.latest) {
        (Some(Moment(earliest)), Some(Moment(latest))) => Some(Moment(earliest.midpoint(latest))),
        (one, other) => one.or(other),
    }
}

fn act_in(event: &Event, kind: Option<&Kind>, affiliations: &Affiliations, credibility: f64, status: Status, at: Moment) -> Option<Act> {
    let set_or_kind = event.weight.as_ref().map(|weight| weight.value()).or(kind.map(|kind| kind.weight));
    let weight = held(set_or_kind.unwrap_or(0.0), -SCALE_END, SCALE_END);
    let pairs = pairs(event, kind.is_some_and(|kind| kind.mutual), weight, affiliations, at)?;
    Some(Act {
        event: event.id,
        at,
        weight,
        quad: kind.map_or_else(|| quad_by_sign(weight), |kind| kind.quad),
        kind: event.kind.clone(),
        status,
        credibility: held(credibility, 0.0, 1.0),
        pairs,
    })
}

/// The class of an act whose kind no table knows: words, kind or hostile.
fn quad_by_sign(weight: f64) -> Quad {
    if weight < 0.0 {
        Quad::VerbalConflict
    } else {
        Quad::VerbalCooperation
    }
}

/// Who acts on whom, by country acted for at a moment; `None` without two countries.
fn pairs(event: &Event, mutual: bool, weight: f64, affiliations: &Affiliations, at: Moment) -> Option<Vec<(ActorId, ActorId)>> {
    let (mut sources, mut targets) = (BTreeSet::new(), BTreeSet::new());
    for part in event.parts() {
        let Some(country) = affiliations.country_of(part.actor, Some(at)) else {
            continue;
        };
        if part.role.is_source() && (part.role != Role::Mediator || weight >= 0.0) {
            sources.insert(country);
        }
        if part.role.is_target() {
            targets.insert(country);
        }
    }
    if targets.is_empty() && mutual {
        targets.clone_from(&sources);
    }
    if sources.union(&targets).count() > MOST_COUNTRIES {
        return None;
    }
    let forth = sources.iter().flat_map(|&from| targets.iter().map(move |&to| (from, to)));
    let both = forth
        .flat_map(|(from, to)| [Some((from, to)), mutual.then_some((to, from))])
        .flatten();
    let pairs: BTreeSet<(ActorId, ActorId)> = both.filter(|(from, to)| from != to).collect();
    (!pairs.is_empty()).then(|| pairs.into_iter().collect())
}
