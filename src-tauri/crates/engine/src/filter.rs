//! Which rows of an index a filter leaves.

use domain::{Filter, ItemKind, event::Participant, filter::Range, id::ActorId};
use std::collections::HashSet;
use store::Read;
use timeline::Flags;
use uuid::Uuid;

use crate::{
    EngineError, Record,
    index::{Index, Row},
};

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

/// A filter ready to be asked about rows of one index.
pub struct Sieve<'a> {
    filter: &'a Filter,
    range: Range,
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
        Ok(Self {
            filter,
            range: filter.range(),
            kinds,
            hits,
        })
    }

    pub fn lets_through(&self, row: &Row) -> bool {
        self.kept(row).by_none()
    }

    pub(crate) fn kept(&self, row: &Row) -> Kept {
        let filter = self.filter;
        let tests = [
            (Facet::Actors, filter.has_actors(|actor| takes_part(row, actor))),
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
            (Facet::Rest, self.in_range(row) && self.is_hit(row)),
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

    /// One without a date is out as soon as a range is asked for.
    fn in_range(&self, row: &Row) -> bool {
        self.range.is_all_time() || (row.span.is_some() && self.range.may_hold(row.earliest(), row.latest()))
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

fn takes_part(row: &Row, actor: ActorId) -> bool {
    row.actors.iter().any(|part: &Participant| part.actor == actor) || row.countries.contains(&actor)
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
