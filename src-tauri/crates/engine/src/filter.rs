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
    EngineError, Workspace,
    index::{Index, Row},
};

/// More hits than this and a text narrows to the best ones.
const MOST_HITS: usize = 1_000_000;

/// Facets join by *and*; within one, any value will do, but all `actors` must take part. Empty narrows nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// A country stands for all who act for it.
    pub actors: Vec<ActorId>,
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

/// One facet of a filter, for counting what its values would leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    Actors,
    Kinds,
    Topics,
    Statuses,
    Grades,
}

impl Filter {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The filter without one facet.
    pub fn without(&self, facet: Facet) -> Self {
        let mut rest = self.clone();
        match facet {
            Facet::Actors => rest.actors.clear(),
            Facet::Kinds => rest.kinds.clear(),
            Facet::Topics => rest.topics.clear(),
            Facet::Statuses => rest.statuses.clear(),
            Facet::Grades => rest.grades.clear(),
        }
        rest
    }
}

/// A filter ready to be asked about rows of one index.
pub struct Sieve<'a> {
    filter: &'a Filter,
    kinds: Option<Vec<bool>>,
    hits: Option<HashSet<Uuid>>,
}

impl<'a> Sieve<'a> {
    pub fn new(filter: &'a Filter, index: &Index, workspace: &Workspace) -> Result<Self, EngineError> {
        let kinds = (!filter.kinds.is_empty()).then(|| index.kinds.iter().map(|kind| filter.kinds.contains(kind)).collect());
        let hits = match filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            None => None,
            Some(text) => {
                let hits = workspace.store().search(text, MOST_HITS)?;
                Some(
                    hits.into_iter()
                        .filter(|hit| hit.item.kind == ItemKind::Event)
                        .map(|hit| hit.item.id)
                        .collect(),
                )
            }
        };
        Ok(Self { filter, kinds, hits })
    }

    pub fn lets_through(&self, row: &Row) -> bool {
        let filter = self.filter;
        self.kinds
            .as_ref()
            .is_none_or(|kinds| kinds.get(usize::from(row.kind)).copied().unwrap_or(false))
            && (filter.statuses.is_empty() || filter.statuses.contains(&row.status))
            && (!filter.overdue || row.flags.has(Flags::OVERDUE))
            && filter.actors.iter().all(|actor| takes_part(row, *actor))
            && (filter.topics.is_empty() || filter.topics.iter().any(|topic| row.topics.contains(topic)))
            && (filter.grades.is_empty() || row.support.grade.is_some_and(|grade| filter.grades.contains(&grade)))
            && in_range(row, filter)
            && self.hits.as_ref().is_none_or(|hits| hits.contains(&row.id.0))
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

impl Workspace {
    /// The rows a filter lets through, in order of time.
    pub fn select<'i>(&self, index: &'i Index, filter: &Filter) -> Result<Vec<&'i Row>, EngineError> {
        if filter.is_empty() {
            return Ok(index.rows.iter().collect());
        }
        let sieve = Sieve::new(filter, index, self)?;
        Ok(index.rows.iter().filter(|row| sieve.lets_through(row)).collect())
    }

    /// The same in the timeline's terms.
    pub fn marks(&self, index: &Index, filter: &Filter) -> Result<timeline::Selection, EngineError> {
        if filter.is_empty() {
            return Ok(index.columns.select(&timeline::Filter::default()));
        }
        let ids = self.select(index, filter)?.iter().map(|row| row.id.0).collect();
        Ok(index.columns.select(&timeline::Filter {
            ids: Some(ids),
            ..timeline::Filter::default()
        }))
    }
}
