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

/// Rounding grows as sums are revived: twice with every half-life back. Beyond this many the sums are made anew.
const MOST_HALF_LIVES_BACK: f64 = 8.0;

/// The figures of all dyads at one as-of date, moved from date to date. A step costs the rows that come and go on the way and one
/// multiplication per pair (a step back also a search for the last events); a leap back or another half-life, one pass over the rows.
#[derive(Clone, Debug)]
pub struct Sweep {
    columns: Arc<Columns>,
    setting: Setting,
    /// How many rows have come into force, and how many have left it since.
    entered: usize,
    left: usize,
    /// Half-lives gone back since the sums were made.
    rewound: f64,
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
        let mut sweep = Self {
            columns,
            setting,
            entered: 0,
            left: 0,
            rewound: 0.0,
            sums: vec![Sums::default(); pairs],
            counts: vec![Counts::default(); pairs],
        };
        sweep.start_over(setting);
        sweep
    }

    /// Moves to another date or half-life.
    pub fn move_to(&mut self, setting: Setting) {
        let half_lives_back = (self.setting.as_of.days_since(setting.as_of) / setting.half_life_days).max(0.0);
        let same_fading = setting.half_life_days > 0.0 && setting.half_life_days == self.setting.half_life_days;
        if same_fading && self.rewound + half_lives_back <= MOST_HALF_LIVES_BACK {
            self.rewound += half_lives_back;
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
        tones.extend(
            ties.into_iter()
                .map(|(pair, tied)| figures(pair, Sums::default(), Counts::default(), prior(tied))),
        );
        tones.sort_unstable_by_key(|tone| (tone.a, tone.b));
        tones
    }

    fn start_over(&mut self, setting: Setting) {
        self.sums.fill(Sums::default());
        self.counts.fill(Counts::default());
        self.setting = setting;
        self.rewound = 0.0;
        self.entered = self.columns.entered_by(setting.as_of);
        self.left = self.columns.left_by(setting.as_of);
        self.count_in(0..self.entered);
    }

    /// Forward or back: takes out what counts no longer, fades or revives the sums, and takes in what counts now.
    fn step_to(&mut self, setting: Setting) {
        let columns = Arc::clone(&self.columns);
        let (entered, left) = (columns.entered_by(setting.as_of), columns.left_by(setting.as_of));
        let (before, entered_before, left_before) = (self.setting.as_of, self.entered, self.left);
        let mut thinned = self.count_out(columns.leavers(left_before..left).filter(|row| *row < entered_before));
        thinned.extend(self.count_out((entered..entered_before).filter(|row| columns.holds(*row, before))));
        let change = if before <= setting.as_of {
            decay(before, setting.as_of, setting.half_life_days)
        } else {
            decay(setting.as_of, before, setting.half_life_days).recip()
        };
        for sums in &mut self.sums {
            sums.intensity *= change;
            sums.weighted *= change;
        }
        self.setting = setting;
        self.count_in(entered_before..entered);
        self.count_in(columns.leavers(left..left_before).filter(|row| *row < entered));
        (self.entered, self.left) = (entered, left);
        self.find_last(&thinned);
    }

    /// Adds rows, but for those no longer in force. Rows of one day follow each other, so their decay is worked out once.
    fn count_in(&mut self, rows: impl Iterator<Item = usize>) {
        let Self {
            columns,
            setting,
            sums,
            counts,
            ..
        } = self;
        let mut day = (setting.as_of, 1.0);
        for row in rows.filter(|row| columns.holds(*row, setting.as_of)) {
            if columns.at[row] != day.0 {
                day = (columns.at[row], decay(columns.at[row], setting.as_of, setting.half_life_days));
            }
            let pair = columns.pair[row] as usize;
            let counted = columns.worth[row] * day.1;
            sums[pair].intensity += counted;
            sums[pair].weighted += counted * columns.weight[row];
            counts[pair].events += 1;
            counts[pair].last = counts[pair].last.max(Some(columns.at[row]));
            counts[pair]
                .flow
                .add(columns.flow[row].ways, columns.flow[row].quad, columns.weight[row]);
        }
    }

    /// Takes back rows that were in force; the pairs they were of.
    fn count_out(&mut self, rows: impl Iterator<Item = usize>) -> Vec<u32> {
        let Self {
            columns,
            setting,
            sums,
            counts,
            ..
        } = self;
        let mut thinned = Vec::new();
        for row in rows {
            let pair = columns.pair[row] as usize;
            let counted = columns.worth[row] * decay(columns.at[row], setting.as_of, setting.half_life_days);
            counts[pair].events -= 1;
            counts[pair]
                .flow
                .remove(columns.flow[row].ways, columns.flow[row].quad, columns.weight[row]);
            sums[pair] = if counts[pair].events == 0 {
                Sums::default()
            } else {
                sums[pair].without(counted, columns.weight[row])
            };
            thinned.push(columns.pair[row]);
        }
        thinned
    }

    /// Finds the last moment of pairs that lost a row, in one pass for all of them.
    fn find_last(&mut self, thinned: &[u32]) {
        let mut sought = vec![false; self.counts.len()];
        for &pair in thinned {
            sought[pair as usize] = true;
            self.counts[pair as usize].last = None;
        }
        let rows = if thinned.is_empty() { 0 } else { self.entered };
        for row in 0..rows {
            let pair = self.columns.pair[row] as usize;
            if sought[pair] && self.columns.holds(row, self.setting.as_of) {
                self.counts[pair].last = self.counts[pair].last.max(Some(self.columns.at[row]));
            }
        }
    }
}

impl Sums {
    fn without(self, counted: f64, weight: f64) -> Self {
        Self {
            intensity: (self.intensity - counted).max(0.0),
            weighted: self.weighted - counted * weight,
        }
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
