use crate::columns::Columns;
use crate::selection::Selection;
use crate::span::{OPEN_AFTER, OPEN_BEFORE};

/// How the selected marks spread over time, for the strip below the views.
#[derive(Clone, PartialEq, Debug)]
pub struct Density {
    /// The first second of the first bucket and the last of the last one.
    pub start: i64,
    pub end: i64,
    /// Marks whose node falls in each bucket.
    pub counts: Vec<u32>,
    /// Sum of their weights.
    pub balances: Vec<f32>,
    pub undated: u32,
}

/// Counts all selected marks in buckets of equal length over the time of the whole record, selected or not: a filter does not change the scale.
/// `None` when the record has no date.
///
/// One outlier centuries away would leave a strip with everything in one bucket, but hiding it would be a lie: the strip shows the whole.
pub fn density(columns: &Columns, selection: &Selection, buckets: u32) -> Option<Density> {
    let rows = || (0..columns.rows()).filter(|&row| selection.has(row)).map(|row| columns.at(row));
    let all = (0..columns.rows()).filter(|&row| columns.is_alive(row)).map(|row| columns.at(row));
    let mut ends: Option<(i64, i64)> = None;
    for (block, row) in all.filter(|(block, row)| block.is_dated(*row)) {
        let (from, to) = (block.start_earliest[row], block.end_latest[row]);
        let from = if from == OPEN_BEFORE { block.anchor[row] } else { from };
        let to = if to == OPEN_AFTER { block.anchor[row] } else { to };
        ends = Some(ends.map_or((from, to), |(first, last)| (first.min(from), last.max(to))));
    }
    let (start, end) = ends?;
    let buckets = buckets.clamp(1, 4_096);
    let step = (end - start) as f64 / f64::from(buckets);
    let mut density = Density {
        start,
        end,
        counts: vec![0; buckets as usize],
        balances: vec![0.0; buckets as usize],
        undated: 0,
    };
    for (block, row) in rows() {
        if !block.is_dated(row) {
            density.undated += 1;
            continue;
        }
        let place = if step > 0.0 {
            ((block.anchor[row] - start) as f64 / step) as usize
        } else {
            0
        };
        let place = place.min(buckets as usize - 1);
        density.counts[place] += 1;
        density.balances[place] += block.weight[row];
    }
    Some(density)
}
