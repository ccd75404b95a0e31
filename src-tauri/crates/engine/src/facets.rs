//! How many events each value of each facet would leave.

use domain::{
    grade::Reliability,
    id::{ActorId, TopicId},
    kind::KindId,
    status::Status,
};
use std::{collections::HashMap, hash::Hash};

use crate::{
    EngineError, Workspace,
    filter::{Facet, Filter},
    index::{Index, Row},
};

/// Values with their counts, most first. Values that would leave nothing are not listed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facets {
    pub actors: Vec<(ActorId, u32)>,
    pub kinds: Vec<(KindId, u32)>,
    pub topics: Vec<(TopicId, u32)>,
    pub statuses: Vec<(Status, u32)>,
    pub grades: Vec<(Reliability, u32)>,
    /// Events the whole filter leaves.
    pub total: u32,
}

impl Workspace {
    pub fn facets(&self, index: &Index, filter: &Filter) -> Result<Facets, EngineError> {
        let rows = |facet| self.select(index, &filter.without(facet));
        // Actors join by *and*, so each value is counted within the others.
        let within = self.select(index, filter)?;
        let kinds = count(&rows(Facet::Kinds)?, |row| vec![row.kind]);
        let grades = count(&rows(Facet::Grades)?, |row| {
            row.support.grade.map(Reliability::letter).into_iter().collect()
        });
        Ok(Facets {
            actors: count(&within, |row| {
                row.countries
                    .iter()
                    .copied()
                    .chain(row.actors.iter().map(|part| part.actor))
                    .collect()
            }),
            kinds: kinds
                .into_iter()
                .filter_map(|(kind, count)| Some((index.kinds.get(usize::from(kind))?.clone(), count)))
                .collect(),
            topics: count(&rows(Facet::Topics)?, |row| row.topics.clone()),
            statuses: count(&rows(Facet::Statuses)?, |row| vec![row.status]),
            grades: grades
                .into_iter()
                .filter_map(|(letter, count)| Some((Reliability::parse(&letter.to_string()).ok()?, count)))
                .collect(),
            total: u32::try_from(within.len()).unwrap_or(u32::MAX),
        })
    }
}

fn count<T: Copy + Eq + Hash + Ord>(rows: &[&Row], values: impl Fn(&Row) -> Vec<T>) -> Vec<(T, u32)> {
    let mut counts: HashMap<T, u32> = HashMap::new();
    for row in rows {
        let mut found = values(row);
        found.sort_unstable();
        found.dedup();
        for value in found {
            *counts.entry(value).or_default() += 1;
        }
    }
    let mut counts: Vec<(T, u32)> = counts.into_iter().collect();
    counts.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    counts
}
