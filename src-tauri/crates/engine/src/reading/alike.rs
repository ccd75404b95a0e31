//! Events and ties of the record that a draft may be telling of again.

use domain::{
    Edtf, Item, ItemKind, ItemRef, Moment,
    draft::Draft,
    event::Event,
    id::{ActorId, EventId, PlaceId},
    period::{End, Period},
    place::{Coordinates, Place},
    tie::Tie,
};
use std::collections::BTreeSet;

use crate::{
    EngineError, Record,
    index::{Index, Row},
};

/// What it costs that the places differ: a visit here is no summit there, but sources do err about where one and the same was.
const APART: f64 = 0.3;
/// Kilometres within which two places may be one: a hall and its city.
const NEAR_KM: f64 = 50.0;
/// Most events offered for one draft.
const OFFERED: usize = 3;
/// Least likeness at which an event is offered.
const ALIKE: f64 = 0.7;
/// Seconds by which two dates may miss each other: a meeting late in one zone is a day later in another.
const SLACK: i64 = 86_400;

/// Seconds an event may have begun before the draft's and still be compared with it.
const LONGEST: i64 = 400 * 86_400;
/// Most events an undated draft is compared with.
const COMPARED: usize = 50_000;

/// What speaks for two items being one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    Kind,
    Date,
    Actors,
    Place,
}

impl Reason {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Date => "date",
            Self::Actors => "actors",
            Self::Place => "place",
        }
    }
}

/// An event or tie that may be the same, and why. `likeness` is between 0 and 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    pub item: ItemRef,
    pub reasons: Vec<Reason>,
    /// Where the record has it, when that is not where the draft has it.
    pub elsewhere: Option<PlaceId>,
    pub likeness: f64,
}

impl Record<'_> {
    /// The items most like what a draft proposes, by kind, date, actors and place, never by name; the likest first. Kinds and actors must
    /// agree, and dates must not exclude each other.
    pub fn alike(&self, draft: &Draft) -> Result<Vec<Likeness>, EngineError> {
        let mut found = match &*draft.proposal {
            Item::Event(event) => self.events_alike(draft, event)?,
            Item::Tie(tie) => self.ties_alike(tie)?,
            _ => Vec::new(),
        };
        found.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then(a.item.cmp(&b.item)));
        found.truncate(OFFERED);
        Ok(found)
    }

    fn events_alike(&self, draft: &Draft, event: &Event) -> Result<Vec<Likeness>, EngineError> {
        let index = self.index()?;
        let wanted = Wanted::of(draft, event, &index, self);
        if wanted.actors.len() < 2 {
            return Ok(Vec::new());
        }
        let rows = wanted.rows(&index);
        Ok(rows.filter_map(|row| wanted.likeness(row, &index, self)).collect())
    }

    /// Ties of one kind between the same two.
    fn ties_alike(&self, told: &Tie) -> Result<Vec<Likeness>, EngineError> {
        let known = self.ties_of(told.from)?;
        Ok(known.iter().filter_map(|tie| tie_likeness(told, tie)).collect())
    }
}

fn tie_likeness(told: &Tie, known: &Tie) -> Option<Likeness> {
    let same_way = (told.from, told.to) == (known.from, known.to);
    let either_way = told.mutual && known.mutual && (told.from, told.to) == (known.to, known.from);
    if known.id == told.id || (told.kind, told.sign) != (known.kind, known.sign) || !(same_way || either_way) {
        return None;
    }
    let (ours, theirs) = (held(&told.period), held(&known.period));
    if !overlap(ours, theirs) {
        return None;
    }
    let mut reasons = vec![Reason::Actors, Reason::Kind];
    let mut likeness = 0.7;
    if told.period == known.period && told.period.start().is_some() {
        likeness = 1.0;
        reasons.push(Reason::Date);
    }
    Some(Likeness {
        item: ItemRef::new(ItemKind::Tie, known.id),
        reasons,
        elsewhere: None,
        likeness,
    })
}

/// The first and the last moment a tie may hold.
fn held(period: &Period) -> (Option<Moment>, Option<Moment>) {
    let last = match period.end() {
        End::On(date) => date.latest(),
        End::Ongoing | End::Unknown => None,
    };
    (period.begins(), last)
}

/// What is looked for.
struct Wanted {
    id: EventId,
    /// CAMEO root of its kind.
    root: Option<String>,
    kind: String,
    date: Option<(Option<Moment>, Option<Moment>)>,
    /// The countries its participants act for; those that act for none as themselves.
    actors: BTreeSet<ActorId>,
    place: Option<Place>,
}

impl Wanted {
    fn of(draft: &Draft, event: &Event, index: &Index, record: &Record<'_>) -> Self {
        let at = event.acting_at();
        let acts_for = |actor: ActorId| {
            let brought = draft.brings.iter().find_map(|item| match item {
                Item::Actor(new) if new.id == actor => new.acts_for,
                _ => None,
            });
            brought
                .or_else(|| index.actors.country_of(actor, at))
                .or_else(|| shipped_country(draft, actor, index, record))
                .unwrap_or(actor)
        };
        let counted = event
            .parts()
            .into_iter()
            .filter(|part| part.role.is_source() || part.role.is_target());
        Self {
            id: event.id,
            root: root(event.kind.as_str(), record),
            kind: event.kind.to_string(),
            date: event.when.as_ref().map(|when| bounds(&when.edtf)),
            actors: counted.map(|part| acts_for(part.actor)).collect(),
            place: event
                .place
                .and_then(|place| brought_place(draft, place).or_else(|| standing_place(place, record))),
        }
    }

    /// The rows that may overlap its date, of which there are few in the largest record. A draft without a date is compared with all, unless
    /// they are too many to be a help.
    fn rows<'a>(&self, index: &'a Index) -> impl Iterator<Item = &'a Row> {
        let (first, last) = match self.date {
            Some((first, last)) => (
                first.map(|first| first.0.saturating_sub(LONGEST)),
                last.map(|last| last.0.saturating_add(SLACK)),
            ),
            None if index.len() <= COMPARED => (None, None),
            None => (Some(i64::MAX), Some(i64::MIN)),
        };
        let rows = index.rows_from(Moment(first.unwrap_or(i64::MIN)));
        rows.take_while(move |row| last.is_none_or(|last| row.place().0 <= last))
    }

    fn likeness(&self, row: &Row, index: &Index, record: &Record<'_>) -> Option<Likeness> {
        // Countries first: they are at hand and most rows fall by them.
        if row.id == self.id || row.countries.len() < 2 {
            return None;
        }
        let common = row.countries.iter().filter(|country| self.actors.contains(country)).count();
        if common < 2 {
            return None;
        }
        let all = self.actors.len() + row.countries.len() - common;
        let mut reasons = vec![Reason::Actors];
        let mut same_kind = true;
        let mut likeness = 0.35 * common as f64 / all as f64;
        let kind = index.kinds.at(u32::from(row.kind))?;
        if kind.as_str() == self.kind {
            likeness += 0.35;
        } else if self.root.is_some() && root(kind.as_str(), record) == self.root {
            likeness += 0.25;
            same_kind = false;
        } else {
            return None;
        }
        if same_kind {
            reasons.push(Reason::Kind);
        }
        let known = (row.earliest().is_some() || row.latest().is_some()).then(|| (row.earliest(), row.latest()));
        match (self.date, known) {
            (Some(ours), Some(theirs)) if overlap(ours, theirs) => {
                likeness += 0.3;
                reasons.push(Reason::Date);
            }
            (Some(_), Some(_)) => return None,
            _ => {}
        }
        let mut elsewhere = None;
        if let Some((ours, theirs)) = self.place.as_ref().zip(place_of(row.id, record)) {
            if is_same(ours, &theirs) {
                likeness += 0.1;
                reasons.push(Reason::Place);
            } else {
                likeness -= APART;
                elsewhere = Some(theirs.id);
            }
        }
        // Sums of tenths miss what they are meant to be by a hair.
        (likeness >= ALIKE - 1e-9).then_some(Likeness {
            item: ItemRef::new(ItemKind::Event, row.id),
            reasons,
            elsewhere,
            likeness: likeness.min(1.0),
        })
    }
}

fn place_of(event: EventId, record: &Record<'_>) -> Option<Place> {
    match record.get(ItemRef::new(ItemKind::Event, event)) {
        Ok(Some(Item::Event(event))) => standing_place(event.place?, record),
        _ => None,
    }
}

fn standing_place(place: PlaceId, record: &Record<'_>) -> Option<Place> {
    match record.get(ItemRef::new(ItemKind::Place, place)) {
        Ok(Some(Item::Place(place))) => Some(place),
        _ => None,
    }
}

/// A place that the draft would bring.
fn brought_place(draft: &Draft, id: PlaceId) -> Option<Place> {
    draft.brings.iter().find_map(|item| match item {
        Item::Place(place) if place.id == id => Some(place.clone()),
        _ => None,
    })
}

/// Whether two places are one, by a name they share or by where they lie.
fn is_same(one: &Place, other: &Place) -> bool {
    let names = |place: &Place| -> BTreeSet<String> {
        let others = place.other_names.iter().map(|name| name.text.as_str());
        others.chain([place.name.as_str()]).map(str::to_lowercase).collect()
    };
    let near = one
        .coordinates
        .zip(other.coordinates)
        .is_some_and(|(one, other)| kilometres(one, other) <= NEAR_KM);
    one.id == other.id || near || !names(one).is_disjoint(&names(other))
}

/// Along the surface, near enough for short ways.
fn kilometres(one: Coordinates, other: Coordinates) -> f64 {
    const KM_PER_DEGREE: f64 = 111.2;
    let north = one.latitude() - other.latitude();
    let east = (one.longitude() - other.longitude()) * f64::midpoint(one.latitude(), other.latitude()).to_radians().cos();
    north.hypot(east) * KM_PER_DEGREE
}

/// The country of a shipped actor that the draft would bring.
fn shipped_country(draft: &Draft, actor: ActorId, index: &Index, record: &Record<'_>) -> Option<ActorId> {
    let reference = record.reference();
    let key = draft.shipped.iter().find(|key| crate::shipped_id(key.as_str()) == actor.0)?;
    let code = match key.as_str().split_once(':')? {
        ("person", id) => reference.person(id)?.country.as_deref()?,
        ("organisation", id) => reference.organisation(id)?.acts_for.as_deref()?,
        _ => return None,
    };
    let standing = index.actors.country(code).map(|country| country.id);
    Some(standing.unwrap_or_else(|| ActorId(crate::shipped_id(&format!("country:{code}")))))
}

/// The first two digits of a kind's CAMEO code. Consultations, visits and talks share one, as a meeting may be called any of these.
fn root(kind: &str, record: &Record<'_>) -> Option<String> {
    let kinds = &record.reference().ontology.kinds;
    let row = kinds.iter().find(|row| row.id.as_str() == kind)?;
    row.cameo.get(..2).map(str::to_owned)
}

fn bounds(edtf: &Edtf) -> (Option<Moment>, Option<Moment>) {
    (edtf.earliest(), edtf.latest())
}

fn overlap(a: (Option<Moment>, Option<Moment>), b: (Option<Moment>, Option<Moment>)) -> bool {
    let before = |end: Option<Moment>, start: Option<Moment>| end.zip(start).is_some_and(|(end, start)| end.0 + SLACK < start.0);
    !before(a.1, b.0) && !before(b.1, a.0)
}
