//! Counts kept between frames, so that a view of the whole record does not go over the whole record.

use crate::columns::Columns;
use crate::grid::Grid;
use crate::pass::{LONG_BUCKETS, Level, Scope, level};
use crate::selection::Selection;

/// Below this many rows a pass is quick enough.
const FEW_ROWS: usize = 100_000;
/// Cells of the finest level, over all lanes.
const MOST_CELLS: usize = 1 << 19;
const MOST_BUCKETS: usize = 1 << 13;

/// What the counts hold for.
#[derive(Clone, PartialEq, Eq)]
struct Key {
    revision: u64,
    selection: u64,
    lanes: Vec<u32>,
    depth: u8,
}

/// A pyramid of counts for one filter and one set of lanes: each level has buckets twice as long as the one before.
///
/// Hand the same one in with each request; it notices by itself when the record, the filter or the lanes are others.
pub struct Levels {
    key: Option<Key>,
    levels: Vec<Level>,
    few_rows: usize,
}

impl Default for Levels {
    fn default() -> Self {
        Self {
            key: None,
            levels: Vec::new(),
            few_rows: FEW_ROWS,
        }
    }
}

impl Levels {
    /// Levels that are used however small the record is.
    #[cfg(test)]
    pub(crate) fn always() -> Self {
        Self {
            few_rows: 0,
            ..Self::default()
        }
    }

    /// The level whose buckets are those of a grid; `None` where a pass over the rows in range is as quick.
    pub(crate) fn get(&mut self, scope: Scope<'_>, lanes: &[u32], grid: &Grid) -> Option<&Level> {
        if scope.columns.rows() < self.few_rows {
            return None;
        }
        let key = Key {
            revision: scope.columns.revision(),
            selection: scope.selection.digest,
            lanes: lanes.to_vec(),
            depth: grid.depth,
        };
        let finest = finest(scope.columns, lanes.len(), grid.depth)?;
        let above = grid.bucket_log2.checked_sub(finest.bucket_log2)? as usize;
        if self.key.as_ref() != Some(&key) {
            self.levels = vec![level(scope, finest)];
            self.key = Some(key);
        }
        while self.levels.len() <= above {
            let last = self.levels.last()?;
            self.levels.push(last.coarser());
        }
        self.levels.get(above)
    }
}

/// The grid of the finest level: fine enough that a screen in even finer buckets shows a small part of the record.
///
/// It reaches from the first to the last of nearly all rows: a few a thousand years away must not make every bucket a decade.
fn finest(columns: &Columns, lanes: usize, depth: u8) -> Option<Grid> {
    let (start, end) = columns.heart()?;
    let buckets = (MOST_CELLS / lanes.max(1)).min(MOST_BUCKETS) as i64;
    let bucket_log2 = ((end - start) / buckets.max(2)).max(1).ilog2() + 1;
    let step = 1_i64 << bucket_log2;
    let first = start.div_euclid(step);
    let grid = Grid {
        bucket_log2,
        start: first * step,
        buckets: (end.div_euclid(step) - first + 1) as u32,
        depth,
    };
    let short = step.saturating_mul(LONG_BUCKETS);
    let held: usize = columns
        .classes
        .iter()
        .filter(|class| class.longest.is_some_and(|longest| longest <= short))
        .map(|class| class.rows.len())
        .sum();
    (held * 2 > columns.rows()).then_some(grid)
}

/// A number for a set of rows that another set is most unlikely to have.
pub(crate) fn digest(selection: &Selection) -> u64 {
    // FNV-1a, a word at a time.
    selection.bits.iter().fold(0xCBF2_9CE4_8422_2325, |digest, word| {
        (digest ^ word).wrapping_mul(0x0000_0100_0000_01B3).rotate_left(23)
    })
}
