//! Goes over the rows of a range: counts every row in its cells and keeps the few that may be drawn.

use std::ops::Range;
use uuid::Uuid;

use crate::block::{Block, PackedLane};
use crate::cells::{Candidate, Cells, Tally};
use crate::columns::{Class, Columns};
use crate::grid::Grid;
use crate::selection::Selection;

/// Long bars weighed per lane; a lane has room for a handful side by side.
const BARS_PER_LANE: usize = 96;
/// What is longer than this many buckets competes in its whole lane instead of in the bucket of its node.
pub(crate) const LONG_BUCKETS: i64 = 8;
/// In the list of places, a lane that is not shown.
pub(crate) const NOT_SHOWN: u16 = u16::MAX;

/// What to count.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    pub columns: &'a Columns,
    pub selection: &'a Selection,
    /// The place of a lane on screen by its number.
    pub places: &'a [u16],
    pub lanes: usize,
}

impl Scope<'_> {
    /// The row of a selected dated mark that touches a grid's range on a lane shown.
    pub(crate) fn in_range(&self, id: Uuid, grid: &Grid) -> Option<usize> {
        let row = self.columns.row_of(id).filter(|&row| self.selection.has(row))?;
        let (block, place) = self.columns.at(row);
        let is_shown = || block.lanes_of(place).iter().any(|lane| self.places[lane.number()] != NOT_SHOWN);
        (block.is_dated(place) && block.overlaps(place, grid.start, grid.end()) && is_shown()).then_some(row)
    }
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

/// Counts in advance of rows of the short classes.
pub(crate) struct Level {
    cells: Cells,
    /// Classes of rows no longer than this are in it.
    longest: i64,
    /// So far as their node lies in these seconds, the last excluded; the outer cells of a coarse level reach further.
    held: (i64, i64),
}

impl Level {
    /// The same in buckets twice as long.
    pub(crate) fn coarser(&self) -> Self {
        Self {
            cells: self.cells.coarser(),
            ..*self
        }
    }

    fn holds(&self, class: &Class) -> bool {
        class.longest.is_some_and(|longest| longest <= self.longest)
    }
}

/// Counts the rows that touch the grid's range, those of a level's classes by its cells.
pub(crate) fn pass(scope: Scope<'_>, grid: Grid, level: Option<&Level>) -> Pass {
    let mut counter = Counter {
        scope,
        cells: Cells::new(grid, scope.lanes),
        bars: vec![Vec::new(); scope.lanes],
    };
    if let Some(level) = level {
        counter.cells.take_over(&level.cells);
    }
    for class in &scope.columns.classes {
        match level.filter(|level| level.holds(class)) {
            Some(level) => counter.add_beside(class, level.held),
            None => counter.add_run(scope.columns.run(class, grid.start, grid.end()), |_| true),
        }
    }
    counter.add_run(scope.columns.tail_rows(), |_| true);
    counter.finish()
}

/// Counts the rows of the short classes whose node lies in the grid.
pub(crate) fn level(scope: Scope<'_>, grid: Grid) -> Level {
    let longest = grid.bucket_seconds().saturating_mul(LONG_BUCKETS);
    let mut counter = Counter {
        scope,
        cells: Cells::new(grid, scope.lanes),
        bars: vec![Vec::new(); scope.lanes],
    };
    let inside = |anchor: i64| anchor >= grid.start && anchor < grid.end();
    for class in scope
        .columns
        .classes
        .iter()
        .filter(|class| class.longest.is_some_and(|length| length <= longest))
    {
        counter.add_run(class.rows.clone(), inside);
    }
    Level {
        cells: counter.cells,
        longest,
        held: (grid.start, grid.end()),
    }
}

struct Counter<'a> {
    scope: Scope<'a>,
    cells: Cells,
    /// Per lane.
    bars: Vec<Vec<Candidate>>,
}

impl Counter<'_> {
    /// Adds the rows of a run that are selected, touch the grid, and stand on a second that passes.
    fn add_run(&mut self, run: Range<usize>, passes: impl Fn(i64) -> bool) {
        if run.is_empty() {
            return;
        }
        let (start, end) = (self.cells.grid.start, self.cells.grid.end());
        let selection = self.scope.selection;
        let (block, first) = self.scope.columns.at(run.start);
        for row in run.clone() {
            let place = first + row - run.start;
            if (selection.whole || selection.has(row)) && block.overlaps(place, start, end) && passes(block.anchor[place]) {
                self.add(block, place, row);
            }
        }
    }

    /// Adds the rows of a class that touch the grid but are not in the cells taken over: their node lies outside of the grid or of what was held.
    fn add_beside(&mut self, class: &Class, held: (i64, i64)) {
        let grid = self.cells.grid;
        let (from, to) = (grid.start.max(held.0), grid.end().min(held.1));
        let outside = |anchor: i64| anchor < from || anchor >= to;
        let all = self.scope.columns.run(class, grid.start, grid.end());
        let before = self.scope.columns.run(class, grid.start, from.max(grid.start));
        let after = self.scope.columns.run(class, to.max(grid.start), grid.end());
        let before = before.start..before.end.clamp(before.start, all.end);
        self.add_run(before.clone(), outside);
        self.add_run(after.start.max(before.end)..all.end, outside);
    }

    #[inline]
    fn add(&mut self, block: &Block, place: usize, row: usize) {
        let bucket = self.cells.grid.bucket(block.anchor[place]);
        let is_short = self.is_short(block, place);
        let candidate = Candidate::new(block.rank[place], row);
        let mut shown = false;
        for &lane in block.lanes_of(place) {
            let Some(lane) = self.place_of(lane) else { continue };
            shown = true;
            self.cells.add(lane, bucket, candidate, block.weight[place], is_short);
            if !is_short {
                add_bar(&mut self.bars[lane], candidate);
            }
        }
        self.cells.elsewhere[bucket] += u32::from(!shown);
    }

    fn place_of(&self, lane: PackedLane) -> Option<usize> {
        let place = self.scope.places[lane.number()];
        (place != NOT_SHOWN).then_some(usize::from(place))
    }

    fn is_short(&self, block: &Block, place: usize) -> bool {
        let length = block.end_latest[place].saturating_sub(block.start_earliest[place]);
        length <= self.cells.grid.bucket_seconds().saturating_mul(LONG_BUCKETS)
    }

    fn finish(self) -> Pass {
        let mut candidates = self.cells.candidates(self.scope.columns);
        for mut bars in self.bars {
            keep_best(&mut bars);
            candidates.append(&mut bars);
        }
        candidates.sort_unstable_by(|a, b| b.cmp(a));
        candidates.dedup();
        Pass {
            elsewhere: self.cells.elsewhere.iter().sum(),
            tallies: self.cells.tallies,
            candidates,
        }
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
