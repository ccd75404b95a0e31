//! What a view is narrowed to, in domain terms, and which rows that leaves.

use domain::{
    ItemKind, Moment,
    event::Participant,
    grade::Reliability,
    id::{ActorId, TopicId},
    kind::KindId,
    status::Status,
};
use std::collections::HashSet;
use store::Read;
use timeline::Flags;
use uuid::Uuid;

use crate::{
    EngineError, Record,
    index::{Index, Row},
};

/// Facets join by *and*; within one, any value will do, but all `actors` must take part unless one is enough. Empty narrows nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// A country stands for all who act for it.
    pub actors: Vec<ActorId>,
    /// One of the actors is enough.
    pub any_actor: bool,
    pub kinds: Vec<KindId>,
    pub topics: Vec<TopicId>,
    pub statuses: Vec<Status>,
    /// Plans that came due without an outcome.
    pub overdue: bool,
    pub grades: Vec<Reliability>,
    pub text: Option<String>,
    /// The event may have gone on at or after this moment …
    pub from: Option<Moment>,
    /// … and have begun at or before this one.
    pub to: Option<Moment>,
}

/// The facets of a filter whose values are counted, and what has none to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Facet {
    Actors = 1,
    Kinds = 2,
    Topics = 4,
    Statuses = 8,
    Grades = 16,
    /// Text and time.
    Rest = 32,
}

/// The facets that keep a row out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kept(u8);

impl Kept {
    pub fn by_none(self) -> bool {
        self.0 == 0
    }

    /// By none but perhaps this one.
    pub fn by_none_but(self, facet: Facet) -> bool {
        self.0 & !(facet as u8) == 0
    }
}

impl Filter {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A filter ready to be asked about rows of one index.
pub struct Sieve<'a> {
    filter: &'a Filter,
    kinds: Option<Vec<bool>>,
    hits: Option<HashSet<Uuid>>,
}

impl<'a> Sieve<'a> {
    pub fn new(filter: &'a Filter, index: &Index, read: &dyn Read) -> Result<Self, EngineError> {
        let kinds = (!filter.kinds.is_empty()).then(|| index.kinds.iter().map(|kind| filter.kinds.contains(kind)).collect());
        let hits = match filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            None => None,
            Some(text) => Some(read.holding(text, ItemKind::Event)?),
        };
        Ok(Self { filter, kinds, hits })
    }

    pub fn lets_through(&self, row: &Row) -> bool {
        self.kept(row).by_none()
    }

    pub(crate) fn kept(&self, row: &Row) -> Kept {
        let filter = self.filter;
        let tests = [
            (Facet::Actors, has_actors(row, filter)),
            (Facet::Kinds, self.has_kind(row)),
            (
                Facet::Topics,
                filter.topics.is_empty() || filter.topics.iter().any(|topic| row.topics.contains(topic)),
            ),
            (Facet::Statuses, in_status(row, filter)),
            (
                Facet::Grades,
                filter.grades.is_empty() || row.support.grade.is_some_and(|grade| filter.grades.contains(&grade)),
            ),
            (Facet::Rest, in_range(row, filter) && self.is_hit(row)),
        ];
        Kept(
            tests
                .into_iter()
                .filter(|(_, passes)| !passes)
                .fold(0, |kept, (facet, _)| kept | facet as u8),
        )
    }

    fn has_kind(&self, row: &Row) -> bool {
        let wanted = |kinds: &Vec<bool>| kinds.get(usize::from(row.kind)).copied().unwrap_or(false);
        self.kinds.as_ref().is_none_or(wanted)
    }

    fn is_hit(&self, row: &Row) -> bool {
        self.hits.as_ref().is_none_or(|hits| hits.contains(&row.id.0))
    }
}

/// *Overdue* is one more value of the facet.
fn in_status(row: &Row, filter: &Filter) -> bool {
    let open = filter.statuses.is_empty() && !filter.overdue;
    open || filter.statuses.contains(&row.status) || (filter.overdue && row.flags.has(Flags::OVERDUE))
}

fn has_actors(row: &Row, filter: &Filter) -> bool {
    let mut taking_part = filter.actors.iter().map(|actor| takes_part(row, *actor));
    if filter.any_actor && !filter.actors.is_empty() {
        taking_part.any(|takes| takes)
    } else {
        taking_part.all(|takes| takes)
    }
}

fn takes_part(row: &Row, actor: ActorId) -> bool {
    row.actors.iter().any(|part: &Participant| part.actor == actor) || row.countries.contains(&actor)
}

/// An open side never keeps an event out; one without a date is out as soon as a range is asked for.
fn in_range(row: &Row, filter: &Filter) -> bool {
    if filter.from.is_none() && filter.to.is_none() {
        return true;
    }
    let Some(span) = row.span else { return false };
    let ends_before = filter.from.zip(span.end_latest).is_some_and(|(from, latest)| latest < from);
    let begins_after = filter.to.zip(span.start_earliest).is_some_and(|(to, earliest)| earliest > to);
    !ends_before && !begins_after
}

impl Record<'_> {
    /// The rows of its index that a filter lets through, in order of time.
    pub fn select<'i>(&self, index: &'i Index, filter: &Filter) -> Result<Vec<&'i Row>, EngineError> {
        if filter.is_empty() {
            return Ok(index.rows().collect());
        }
        let sieve = Sieve::new(filter, index, &**self)?;
        Ok(index.rows().filter(|row| sieve.lets_through(row)).collect())
    }

    /// The same in the timeline's terms.
    pub fn marks(&self, index: &Index, filter: &Filter) -> Result<timeline::Selection, EngineError> {
        if filter.is_empty() {
            return Ok(index.columns.all());
        }
        let ids = self.select(index, filter)?.iter().map(|row| row.id.0).collect();
        Ok(index.columns.only(&ids))
    }
}
