//! The one pass over the rows of a range: counts every row in its cells and keeps the few that may be drawn.

use crate::block::{Block, PackedLane};
use crate::columns::Columns;
use crate::filter::Selection;
use crate::grid::Grid;

/// Long bars weighed per lane; a lane has room for a handful side by side.
const BARS_PER_LANE: usize = 96;
/// What is longer than this many buckets competes in its whole lane instead of in the bucket of its node.
const LONG_BUCKETS: i64 = 8;

/// A row and what it weighs: the higher rank first, then the lower row, so that the order is total.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Candidate(u64);

impl Candidate {
    const NONE: Self = Self(0);

    fn new(rank: u16, row: usize) -> Self {
        Self(u64::from(rank) << 32 | u64::from(!(row as u32)))
    }

    fn of(columns: &Columns, row: usize) -> Self {
        let (block, place) = columns.at(row);
        Self::new(block.rank[place], row)
    }

    pub(crate) fn row(self) -> usize {
        !(self.0 as u32) as usize
    }
}

/// One lane in one bucket.
#[derive(Clone, Copy, Default)]
pub(crate) struct Tally {
    /// Rows whose node falls here.
    pub all: u32,
    /// Those among them that are not long.
    short: u32,
    /// Sum of the weights.
    pub balance: f32,
}

/// What the pass found.
pub(crate) struct Pass {
    /// Lane after lane.
    pub tallies: Vec<Tally>,
    /// Highest first, each row once.
    pub candidates: Vec<Candidate>,
    /// Rows in range that stand in no lane shown.
    pub elsewhere: u32,
}

struct Counter<'a> {
    grid: &'a Grid,
    /// The place of a lane on screen by its number; `u16::MAX` for none.
    places: &'a [u16],
    tallies: Vec<Tally>,
    best: Vec<Candidate>,
    /// The first `depth` short rows of each cell.
    few: Vec<u32>,
    bars: Vec<Vec<Candidate>>,
    elsewhere: u32,
}

pub(crate) const NOT_SHOWN: u16 = u16::MAX;

/// Goes once over the rows that touch the grid's range.
pub(crate) fn pass(columns: &Columns, selection: &Selection, grid: &Grid, places: &[u16], lanes: usize) -> Pass {
    let cells = lanes * grid.buckets as usize;
    let mut counter = Counter {
        grid,
        places,
        tallies: vec![Tally::default(); cells],
        best: vec![Candidate::NONE; cells],
        few: vec![0; cells * usize::from(grid.depth)],
        bars: vec![Vec::new(); lanes],
        elsewhere: 0,
    };
    let (start, end) = (grid.start, grid.end());
    for run in columns.runs(start, end) {
        if run.is_empty() {
            continue;
        }
        let (block, first) = columns.at(run.start);
        for row in run.clone() {
            let place = first + row - run.start;
            if (selection.whole || selection.has(row)) && block.overlaps(place, start, end) {
                counter.add(block, place, row);
            }
        }
    }
    counter.finish(columns)
}

impl Counter<'_> {
    #[inline]
    fn add(&mut self, block: &Block, place: usize, row: usize) {
        let bucket = self.grid.bucket(block.anchor[place]);
        let short = self.is_short(block, place);
        let candidate = Candidate::new(block.rank[place], row);
        let weight = block.weight[place];
        let mut shown = false;
        for &lane in block.lanes_of(place) {
            let Some(lane) = self.place_of(lane) else { continue };
            shown = true;
            let cell = lane * self.grid.buckets as usize + bucket;
            let tally = &mut self.tallies[cell];
            tally.all += 1;
            tally.balance += weight;
            if short {
                let depth = usize::from(self.grid.depth);
                if (tally.short as usize) < depth {
                    self.few[cell * depth + tally.short as usize] = row as u32;
                }
                tally.short += 1;
                self.best[cell] = self.best[cell].max(candidate);
            } else {
                add_bar(&mut self.bars[lane], candidate);
            }
        }
        self.elsewhere += u32::from(!shown);
    }

    fn place_of(&self, lane: PackedLane) -> Option<usize> {
        let place = self.places[lane.number()];
        (place != NOT_SHOWN).then_some(usize::from(place))
    }

    fn is_short(&self, block: &Block, place: usize) -> bool {
        let length = block.end_latest[place].saturating_sub(block.start_earliest[place]);
        length <= self.grid.bucket_seconds().saturating_mul(LONG_BUCKETS)
    }

    /// Candidates are all long bars kept, all rows of a cell that has room for them, and the best of a crowded one.
    fn finish(self, columns: &Columns) -> Pass {
        let depth = usize::from(self.grid.depth);
        let mut candidates = Vec::new();
        for mut bars in self.bars {
            keep_best(&mut bars);
            candidates.append(&mut bars);
        }
        for (cell, tally) in self.tallies.iter().enumerate() {
            let few = cell * depth..cell * depth + tally.short as usize;
            match tally.short as usize {
                0 => {}
                count if count <= depth => candidates.extend(self.few[few].iter().map(|&row| Candidate::of(columns, row as usize))),
                _ => candidates.push(self.best[cell]),
            }
        }
        candidates.sort_unstable_by(|a, b| b.cmp(a));
        candidates.dedup();
        Pass { tallies: self.tallies, candidates, elsewhere: self.elsewhere }
    }
}

/// Keeps some more than needed, so that thinning out is rare.
fn add_bar(bars: &mut Vec<Candidate>, bar: Candidate) {
    bars.push(bar);
    if bars.len() >= BARS_PER_LANE * 4 {
        keep_best(bars);
    }
}

fn keep_best(bars: &mut Vec<Candidate>) {
    if bars.len() > BARS_PER_LANE {
        bars.select_nth_unstable_by(BARS_PER_LANE, |a, b| b.cmp(a));
        bars.truncate(BARS_PER_LANE);
    }
}
