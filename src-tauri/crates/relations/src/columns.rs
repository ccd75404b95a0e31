use std::{collections::HashMap, ops::Range};

use domain::{Moment, kind::Quad};

use crate::{
    act::Counted,
    pair::{Pair, Ways, ways_by_pair},
};

/// A record's acts as columns: one row per event and pair of countries, in the order in which they come into force.
///
/// Weights stay 64 bits wide: at 32 the figures would part from [`crate::dyads`] in the seventh digit.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    pub(crate) pairs: Vec<Pair>,
    pub(crate) pair: Vec<u32>,
    pub(crate) from: Vec<Moment>,
    /// [`NEVER`] for rows that stay in force.
    pub(crate) until: Vec<Moment>,
    pub(crate) at: Vec<Moment>,
    pub(crate) weight: Vec<f64>,
    pub(crate) worth: Vec<f64>,
    pub(crate) flow: Vec<FlowPart>,
    /// Rows that leave force, by the moment they do.
    pub(crate) leaving: Vec<(Moment, u32)>,
}

/// Beyond all dates: the latest year an expression can write ends long before.
const NEVER: Moment = Moment(i64::MAX);

/// Where a row stands in the flow; plans flow neither way.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FlowPart {
    pub ways: Ways,
    pub quad: Quad,
}

struct Row {
    pair: u32,
    from: Moment,
    until: Option<Moment>,
    at: Moment,
    weight: f64,
    worth: f64,
    flow: FlowPart,
}

impl Columns {
    /// Columns of acts, or of intervals where an event's whole life is to be replayed. Rows beyond 2³² are left out.
    pub fn new<T: Counted>(acts: impl IntoIterator<Item = T>) -> Self {
        let mut columns = Self::default();
        let mut rows = columns.rows(acts);
        rows.sort_unstable_by_key(|row| (row.from, row.at, row.pair));
        for row in rows {
            columns.push(row);
        }
        columns.leaving.sort_unstable();
        columns
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.pair.len()
    }

    pub fn is_empty(&self) -> bool {
        self.pair.is_empty()
    }

    /// Whether a row that has come into force still is on a date.
    pub(crate) fn holds(&self, row: usize, as_of: Moment) -> bool {
        self.until[row] == NEVER || as_of < self.until[row]
    }

    /// How many rows have come into force by a date.
    pub(crate) fn entered_by(&self, as_of: Moment) -> usize {
        self.from.partition_point(|from| *from <= as_of)
    }

    /// How many of the leaving rows have left force by a date.
    pub(crate) fn left_by(&self, as_of: Moment) -> usize {
        self.leaving.partition_point(|(moment, _)| *moment <= as_of)
    }

    /// The rows of a stretch of the leaving ones, without those that were never in force; none where the stretch runs backwards.
    pub(crate) fn leavers(&self, stretch: Range<usize>) -> impl Iterator<Item = usize> {
        let leaving = self.leaving.get(stretch).unwrap_or_default().iter();
        leaving
            .map(|&(moment, row)| (moment, row as usize))
            .filter(|&(moment, row)| self.from[row] < moment)
            .map(|(_, row)| row)
    }

    fn rows<T: Counted>(&mut self, acts: impl IntoIterator<Item = T>) -> Vec<Row> {
        let mut numbers: HashMap<Pair, u32> = HashMap::new();
        let mut rows = Vec::new();
        for counted in acts {
            let act = counted.act();
            for (pair, ways) in ways_by_pair(act) {
                let pair = *numbers.entry(pair).or_insert_with(|| {
                    self.pairs.push(pair);
                    (self.pairs.len() - 1) as u32
                });
                let ways = if act.has_happened() {
                    ways
                } else {
                    Ways {
                        a_to_b: false,
                        b_to_a: false,
                    }
                };
                let (from, until) = (counted.from(), counted.until());
                rows.push(Row {
                    pair,
                    from,
                    until,
                    at: act.at,
                    weight: act.goodness(),
                    worth: act.worth(),
                    flow: FlowPart { ways, quad: act.quad },
                });
            }
        }
        rows.truncate(u32::MAX as usize);
        rows
    }

    fn push(&mut self, row: Row) {
        if let Some(until) = row.until.filter(|until| *until != NEVER) {
            self.leaving.push((until, self.pair.len() as u32));
        }
        self.pair.push(row.pair);
        self.from.push(row.from);
        self.until.push(row.until.unwrap_or(NEVER));
        self.at.push(row.at);
        self.weight.push(row.weight);
        self.worth.push(row.worth);
        self.flow.push(row.flow);
    }
}
