use std::{collections::HashMap, sync::Arc};

use domain::{Moment, id::ActorId};

use crate::{
    columns::Columns,
    flow::Flow,
    pair::{Pair, pair_of},
    standing::{Standing, prior},
    tone::{PRIOR_WEIGHT, Setting, decay, tone},
};

/// A dyad's figures without the parts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DyadTone {
    pub a: ActorId,
    pub b: ActorId,
    pub tone: f64,
    pub intensity: f64,
    pub prior: f64,
    pub prior_share: f64,
    pub events: usize,
    pub last: Option<Moment>,
    pub flow: Flow,
}

/// The figures of all dyads at one as-of date, moved from date to date. A step forward costs the rows that come and go on the way
/// and one multiplication per pair; a step back or another half-life costs one pass over the rows.
#[derive(Clone, Debug)]
pub struct Sweep {
    columns: Arc<Columns>,
    setting: Setting,
    entered: usize,
    left: usize,
    sums: Vec<Sums>,
    counts: Vec<Counts>,
}

/// Σ w·d and Σ w·d·g of a pair.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    intensity: f64,
    weighted: f64,
}

/// What of a pair does not fade.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    events: u32,
    last: Option<Moment>,
    flow: Flow,
}

impl Sweep {
    pub fn new(columns: Arc<Columns>, setting: Setting) -> Self {
        let pairs = columns.pairs.len();
        let mut sweep = Self { columns, setting, entered: 0, left: 0, sums: vec![Sums::default(); pairs], counts: vec![Counts::default(); pairs] };
        sweep.start_over(setting);
        sweep
    }

    /// Moves to another date or half-life.
    pub fn move_to(&mut self, setting: Setting) {
        let same_fading = setting.half_life_days.to_bits() == self.setting.half_life_days.to_bits();
        if same_fading && self.setting.as_of <= setting.as_of {
            self.step_to(setting);
        } else {
            self.start_over(setting);
        }
    }

    /// The figures of every dyad with an act or a tie, in order of `a` and `b`, as [`crate::dyads`] gives them.
    pub fn tones(&self, standing: &[Standing]) -> Vec<DyadTone> {
        let mut ties: HashMap<Pair, Vec<&Standing>> = HashMap::new();
        for tie in standing.iter().filter(|tie| tie.from != tie.to) {
            ties.entry(pair_of(tie.from, tie.to)).or_default().push(tie);
        }
        let mut tones = Vec::new();
        for ((&pair, sums), counts) in self.columns.pairs.iter().zip(&self.sums).zip(&self.counts) {
            let tied = ties.remove(&pair);
            if counts.events > 0 || tied.is_some() {
                tones.push(figures(pair, *sums, *counts, prior(tied.into_iter().flatten())));
            }
        }
        tones.extend(ties.into_iter().map(|(pair, tied)| figures(pair, Sums::default(), Counts::default(), prior(tied))));
        tones.sort_unstable_by_key(|tone| (tone.a, tone.b));
        tones
    }

    fn start_over(&mut self, setting: Setting) {
        self.sums.fill(Sums::default());
        self.counts.fill(Counts::default());
        self.setting = setting;
        self.entered = 0;
        self.left = self.columns.leaving.partition_point(|(moment, _)| *moment <= setting.as_of);
        self.let_enter();
    }

    fn step_to(&mut self, setting: Setting) {
        let faded = decay(self.setting.as_of, setting.as_of, setting.half_life_days);
        for sums in &mut self.sums {
            sums.intensity *= faded;
            sums.weighted *= faded;
        }
        self.setting = setting;
        let thinned = self.let_leave();
        self.let_enter();
        self.find_last(&thinned);
    }

    /// Adds the rows that have come into force since. Rows of one day follow each other, so their decay is worked out once.
    fn let_enter(&mut self) {
        let Self { columns, setting, entered, sums, counts, .. } = self;
        let end = columns.from.partition_point(|from| *from <= setting.as_of);
        let mut day = (setting.as_of, 1.0);
        for row in *entered..end {
            if columns.until[row].is_some_and(|until| until <= setting.as_of) {
                continue;
            }
            if columns.at[row] != day.0 {
                day = (columns.at[row], decay(columns.at[row], setting.as_of, setting.half_life_days));
            }
            let pair = columns.pair[row] as usize;
            let counted = columns.worth[row] * day.1;
            sums[pair].intensity += counted;
            sums[pair].weighted += counted * columns.weight[row];
            counts[pair].events += 1;
            counts[pair].last = counts[pair].last.max(Some(columns.at[row]));
            counts[pair].flow.add(columns.flow[row].ways, columns.flow[row].quad, columns.weight[row]);
        }
        *entered = end.max(*entered);
    }

    /// Takes back the rows that have left force since; the pairs they were of.
    fn let_leave(&mut self) -> Vec<u32> {
        let Self { columns, setting, entered, left, sums, counts } = self;
        let mut thinned = Vec::new();
        while let Some(&(moment, row)) = columns.leaving.get(*left).filter(|(moment, _)| *moment <= setting.as_of) {
            *left += 1;
            let row = row as usize;
            if row >= *entered || columns.from[row] >= moment {
                continue;
            }
            let pair = columns.pair[row] as usize;
            let counted = columns.worth[row] * decay(columns.at[row], setting.as_of, setting.half_life_days);
            counts[pair].events -= 1;
            counts[pair].flow.remove(columns.flow[row].ways, columns.flow[row].quad, columns.weight[row]);
            sums[pair] = if counts[pair].events == 0 { Sums::default() } else { sums[pair].without(counted, columns.weight[row]) };
            thinned.push(columns.pair[row]);
        }
        thinned
    }

    /// Finds the last moment of pairs that lost a row, in one pass for all of them.
    fn find_last(&mut self, thinned: &[u32]) {
        if thinned.is_empty() {
            return;
        }
        let mut sought = vec![false; self.counts.len()];
        for &pair in thinned {
            sought[pair as usize] = true;
            self.counts[pair as usize].last = None;
        }
        for row in 0..self.entered {
            let pair = self.columns.pair[row] as usize;
            if sought[pair] && self.columns.until[row].is_none_or(|until| self.setting.as_of < until) {
                self.counts[pair].last = self.counts[pair].last.max(Some(self.columns.at[row]));
            }
        }
    }
}

impl Sums {
    fn without(self, counted: f64, weight: f64) -> Self {
        Self { intensity: (self.intensity - counted).max(0.0), weighted: self.weighted - counted * weight }
    }
}

fn figures((a, b): Pair, sums: Sums, counts: Counts, prior: f64) -> DyadTone {
    DyadTone {
        a,
        b,
        tone: tone(prior, sums.intensity, sums.weighted),
        intensity: sums.intensity,
        prior,
        prior_share: PRIOR_WEIGHT * prior / (PRIOR_WEIGHT + sums.intensity),
        events: counts.events as usize,
        last: counts.last,
        flow: counts.flow,
    }
}
