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
    filter::{Facet, Filter, Kept, Sieve},
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
        let sieve = Sieve::new(filter, index, self)?;
        let mut tally = Tally::default();
        for row in &index.rows {
            tally.count(row, sieve.kept(row));
        }
        let kinds = sorted(tally.kinds).into_iter();
        let letters = sorted(tally.grades).into_iter();
        Ok(Facets {
            actors: sorted(tally.actors),
            kinds: kinds
                .filter_map(|(kind, count)| Some((index.kinds.at(u32::from(kind))?.clone(), count)))
                .collect(),
            topics: sorted(tally.topics),
            statuses: sorted(tally.statuses),
            grades: letters
                .filter_map(|(letter, count)| Some((Reliability::parse(&letter.to_string()).ok()?, count)))
                .collect(),
            total: tally.total,
        })
    }
}

#[derive(Default)]
struct Tally {
    actors: HashMap<ActorId, u32>,
    kinds: HashMap<u16, u32>,
    topics: HashMap<TopicId, u32>,
    statuses: HashMap<Status, u32>,
    grades: HashMap<char, u32>,
    total: u32,
}

impl Tally {
    /// Each facet is counted within the others; actors join by *and*, so theirs within all.
    fn count(&mut self, row: &Row, kept: Kept) {
        if kept.by_none() {
            self.total += 1;
            let own = row.actors.iter().map(|part| part.actor);
            add(&mut self.actors, row.countries.iter().copied().chain(own));
        }
        if kept.by_none_but(Facet::Kinds) {
            add(&mut self.kinds, [row.kind]);
        }
        if kept.by_none_but(Facet::Topics) {
            add(&mut self.topics, row.topics.iter().copied());
        }
        if kept.by_none_but(Facet::Statuses) {
            add(&mut self.statuses, [row.status]);
        }
        if kept.by_none_but(Facet::Grades) {
            add(&mut self.grades, row.support.grade.map(Reliability::letter));
        }
    }
}

/// Adds one to each value, however often it is given.
fn add<T: Copy + Eq + Hash + Ord>(counts: &mut HashMap<T, u32>, values: impl IntoIterator<Item = T>) {
    let mut values: Vec<T> = values.into_iter().collect();
    values.sort_unstable();
    values.dedup();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
}

fn sorted<T: Copy + Ord>(counts: HashMap<T, u32>) -> Vec<(T, u32)> {
    let mut counts: Vec<(T, u32)> = counts.into_iter().collect();
    counts.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    counts
}
