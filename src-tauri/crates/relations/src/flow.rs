use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use domain::{Moment, id::ActorId, kind::Quad};

use crate::{
    act::Act,
    pair::{Ways, pair_of, ways_within},
};

/// How many events, and the sum of their weights.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    pub count: u32,
    pub weight: f64,
}

/// What happened between two countries, by direction and quad class (index 0 is class 1). Plans are not in it.
/// An event that counts both ways is in both directions.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Flow {
    pub a_to_b: [Tally; 4],
    pub b_to_a: [Tally; 4],
}

impl Flow {
    pub(crate) fn add(&mut self, ways: Ways, quad: Quad, weight: f64) {
        for tally in self.touched(ways, quad) {
            tally.count = tally.count.saturating_add(1);
            tally.weight += weight;
        }
    }

    pub(crate) fn remove(&mut self, ways: Ways, quad: Quad, weight: f64) {
        for tally in self.touched(ways, quad) {
            tally.count = tally.count.saturating_sub(1);
            tally.weight = if tally.count == 0 { 0.0 } else { tally.weight - weight };
        }
    }

    fn touched(&mut self, ways: Ways, quad: Quad) -> impl Iterator<Item = &mut Tally> {
        let class = quad as usize;
        let forth = self.a_to_b.get_mut(class).filter(|_| ways.a_to_b);
        let back = self.b_to_a.get_mut(class).filter(|_| ways.b_to_a);
        forth.into_iter().chain(back)
    }
}

/// The flow of one month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MonthFlow {
    /// The month's first day.
    pub month: NaiveDate,
    pub flow: Flow,
}

/// The flow between two countries from one moment through another. Which of the two is `a` does not matter: the smaller id is.
pub fn flow_between(acts: &[Act], a: ActorId, b: ActorId, from: Moment, to: Moment) -> Flow {
    let mut flow = Flow::default();
    for (act, ways) in happened(acts, a, b, from, to) {
        flow.add(ways, act.quad, act.goodness());
    }
    flow
}

/// The flow of every month in which something happened, in order. Moments beyond the calendar (about ±262,000 years) have no month.
pub fn flow_by_month(acts: &[Act], a: ActorId, b: ActorId, from: Moment, to: Moment) -> Vec<MonthFlow> {
    let mut months: BTreeMap<NaiveDate, Flow> = BTreeMap::new();
    for (act, ways) in happened(acts, a, b, from, to) {
        if let Some(month) = act.at.date().and_then(|date| date.with_day(1)) {
            months.entry(month).or_default().add(ways, act.quad, act.goodness());
        }
    }
    months.into_iter().map(|(month, flow)| MonthFlow { month, flow }).collect()
}

fn happened(acts: &[Act], a: ActorId, b: ActorId, from: Moment, to: Moment) -> impl Iterator<Item = (&Act, Ways)> {
    let within = acts.iter().filter(move |act| act.has_happened() && from <= act.at && act.at <= to);
    within.filter_map(move |act| Some((act, ways_within(act, pair_of(a, b))?)))
}
