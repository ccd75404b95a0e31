//! How many events each value of each facet would leave.

use domain::{
    Filter,
    grade::Reliability,
    id::{ActorId, TopicId},
    kind::KindId,
    status::Status,
};

use crate::{
    EngineError, Record,
    filter::{Facet, Kept, Sieve},
    index::{Index, KIND_LANES, Row, TOPIC_LANES},
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

impl Record<'_> {
    pub fn facets(&self, index: &Index, filter: &Filter) -> Result<Facets, EngineError> {
        let sieve = Sieve::new(filter, index, &**self)?;
        let mut tally = Tally::default();
        for row in index.rows() {
            tally.count(row, sieve.kept(row), filter.any_actor);
        }
        let grade = |letter: u32| Reliability::ALL.get(letter as usize).copied();
        Ok(Facets {
            actors: tally.actors.sorted(|lane| index.actors.of_lane(lane), |actor, _| *actor),
            kinds: tally.kinds.sorted(|kind| index.kinds.at(kind).cloned(), |_, number| number),
            topics: tally.topics.sorted(|lane| index.topics.of_lane(lane), |topic, _| *topic),
            statuses: tally
                .statuses
                .sorted(|number| Status::ALL.get(number as usize).copied(), |_, number| number),
            grades: tally.grades.sorted(grade, |_, number| number),
            total: tally.total,
        })
    }
}

/// The events of each value, by the value's number.
#[derive(Default)]
struct Counts(Vec<u32>);

impl Counts {
    fn add(&mut self, number: u32) {
        let at = number as usize;
        if self.0.len() <= at {
            self.0.resize(at + 1, 0);
        }
        self.0[at] += 1;
    }

    /// Most first. The numbers of lanes are no order among equals: they tell in which order things were seen.
    fn sorted<T, K: Ord>(self, value: impl Fn(u32) -> Option<T>, order: impl Fn(&T, u32) -> K) -> Vec<(T, u32)> {
        let counted = (0..).zip(self.0).filter(|(_, count)| *count > 0);
        let mut counts: Vec<(T, u32, u32)> = counted
            .filter_map(|(number, count)| Some((value(number)?, number, count)))
            .collect();
        counts.sort_by_cached_key(|(value, number, count)| (std::cmp::Reverse(*count), order(value, *number)));
        counts.into_iter().map(|(value, _, count)| (value, count)).collect()
    }
}

#[derive(Default)]
struct Tally {
    actors: Counts,
    kinds: Counts,
    topics: Counts,
    statuses: Counts,
    grades: Counts,
    total: u32,
}

impl Tally {
    /// Each facet is counted within the others; actors that join by *and* within all.
    fn count(&mut self, row: &Row, kept: Kept, any_actor: bool) {
        self.total += u32::from(kept.by_none());
        if kept.by_none() || (any_actor && kept.by_none_but(Facet::Actors)) {
            row.lane_keys()
                .filter(|key| *key < TOPIC_LANES)
                .for_each(|key| self.actors.add(key));
        }
        if kept.by_none_but(Facet::Kinds) {
            self.kinds.add(u32::from(row.kind));
        }
        if kept.by_none_but(Facet::Topics) {
            let topics = row.lane_keys().filter(|key| (TOPIC_LANES..KIND_LANES).contains(key));
            topics.for_each(|key| self.topics.add(key - TOPIC_LANES));
        }
        if kept.by_none_but(Facet::Statuses) {
            self.statuses.add(row.status as u32);
        }
        if kept.by_none_but(Facet::Grades)
            && let Some(grade) = row.support.grade
        {
            self.grades.add(grade as u32);
        }
    }
}
