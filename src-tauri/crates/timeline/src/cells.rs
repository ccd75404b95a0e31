//! Counts per lane and bucket, and in each the few rows that may be drawn.

use crate::columns::Columns;
use crate::grid::Grid;

/// A lane is calm where a bucket and its neighbours hold at most this many rows for each track; elsewhere one node a bucket is enough.
const CALM: usize = 3;
const NEIGHBOURS: usize = 4;

/// A row and what it weighs: the higher rank first, then the lower row, so that the order is total.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Candidate(u64);

impl Candidate {
    const NONE: Self = Self(0);

    pub(crate) fn new(rank: u16, row: usize) -> Self {
        Self(u64::from(rank) << 32 | u64::from(!(row as u32)))
    }

    pub(crate) fn of(columns: &Columns, row: usize) -> Self {
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
    /// Those among them that compete for this cell alone.
    short: u32,
    /// Sum of the weights.
    pub balance: f32,
}

/// A grid's cells, lane after lane.
pub(crate) struct Cells {
    pub grid: Grid,
    lanes: usize,
    pub tallies: Vec<Tally>,
    best: Vec<Candidate>,
    /// The first `depth` short rows of each cell; all of them, where there are no more.
    few: Vec<u32>,
    /// Per bucket, rows that stand in no lane shown.
    pub elsewhere: Vec<u32>,
}

impl Cells {
    pub(crate) fn new(grid: Grid, lanes: usize) -> Self {
        let buckets = grid.buckets as usize;
        let cells = lanes * buckets;
        Self {
            grid,
            lanes,
            tallies: vec![Tally::default(); cells],
            best: vec![Candidate::NONE; cells],
            few: vec![0; cells * usize::from(grid.depth)],
            elsewhere: vec![0; buckets],
        }
    }

    /// Counts a row; a short one may also be drawn.
    #[inline]
    pub(crate) fn add(&mut self, lane: usize, bucket: usize, candidate: Candidate, weight: f32, is_short: bool) {
        let cell = lane * self.grid.buckets as usize + bucket;
        let depth = usize::from(self.grid.depth);
        let tally = &mut self.tallies[cell];
        tally.all += 1;
        tally.balance += weight;
        if is_short {
            if (tally.short as usize) < depth {
                self.few[cell * depth + tally.short as usize] = candidate.row() as u32;
            }
            tally.short += 1;
            self.best[cell] = self.best[cell].max(candidate);
        }
    }

    /// Joins a cell of other cells of the same depth into one of these.
    fn join(&mut self, into: usize, other: &Self, from: usize) {
        let depth = usize::from(self.grid.depth);
        let (known, found) = (self.tallies[into], other.tallies[from]);
        let start = (known.short as usize).min(depth);
        let count = (depth - start).min(found.short as usize);
        let source = from * depth..from * depth + count;
        self.few[into * depth + start..into * depth + start + count].copy_from_slice(&other.few[source]);
        self.tallies[into] = Tally {
            all: known.all + found.all,
            short: known.short + found.short,
            balance: known.balance + found.balance,
        };
        self.best[into] = self.best[into].max(other.best[from]);
    }

    /// The same counts in buckets twice as long.
    pub(crate) fn coarser(&self) -> Self {
        let step = self.grid.bucket_seconds();
        let start = self.grid.start.div_euclid(2 * step) * 2 * step;
        let offset = usize::from(start != self.grid.start);
        let buckets = (self.grid.buckets + offset as u32).div_ceil(2);
        let mut wide = Self::new(
            Grid {
                bucket_log2: self.grid.bucket_log2 + 1,
                start,
                buckets,
                ..self.grid
            },
            self.lanes,
        );
        let fine = self.grid.buckets as usize;
        for lane in 0..self.lanes {
            for bucket in 0..fine {
                wide.join(lane * buckets as usize + (bucket + offset) / 2, self, lane * fine + bucket);
            }
        }
        for (bucket, count) in self.elsewhere.iter().enumerate() {
            wide.elsewhere[(bucket + offset) / 2] += count;
        }
        wide
    }

    /// Takes over the cells of a level with buckets of the same length, as far as the two overlap.
    pub(crate) fn take_over(&mut self, level: &Self) {
        let shift = (level.grid.start - self.grid.start) >> self.grid.bucket_log2;
        let (own, others) = (self.grid.buckets as usize, level.grid.buckets as usize);
        let first = usize::try_from(-shift).unwrap_or(0).min(others);
        let last = usize::try_from(i64::from(self.grid.buckets) - shift).unwrap_or(0).min(others);
        for from in first..last {
            let into = (from as i64 + shift) as usize;
            (0..self.lanes).for_each(|lane| self.join(lane * own + into, level, lane * others + from));
            self.elsewhere[into] += level.elsewhere[from];
        }
    }

    /// All rows of a cell that has room for them in a calm stretch of its lane, and the best of any other.
    pub(crate) fn candidates(&self, columns: &Columns) -> Vec<Candidate> {
        let depth = usize::from(self.grid.depth);
        let mut candidates = Vec::new();
        for lane in 0..self.lanes {
            let first = lane * self.grid.buckets as usize;
            for (bucket, around) in self.around(lane).enumerate() {
                let cell = first + bucket;
                let count = self.tallies[cell].short as usize;
                if count > depth || (count > 1 && around > CALM * depth) {
                    candidates.push(self.best[cell]);
                } else {
                    let few = &self.few[cell * depth..cell * depth + count];
                    candidates.extend(few.iter().map(|&row| Candidate::of(columns, row as usize)));
                }
            }
        }
        candidates
    }

    /// For each bucket of a lane, the short rows in it and in its neighbours.
    fn around(&self, lane: usize) -> impl Iterator<Item = usize> + '_ {
        let buckets = self.grid.buckets as usize;
        let tallies = &self.tallies[lane * buckets..(lane + 1) * buckets];
        (0..buckets).map(move |bucket| {
            let near = bucket.saturating_sub(NEIGHBOURS)..(bucket + NEIGHBOURS + 1).min(buckets);
            tallies[near].iter().map(|tally| tally.short as usize).sum()
        })
    }
}
