use uuid::Uuid;

use crate::columns::Columns;
use crate::filter::Selection;

/// A stretch of the selected marks in the order of time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listing {
    pub ids: Vec<Uuid>,
    /// Selected marks in all.
    pub total: usize,
}

/// The selected marks by the second they stand on, undated ones last: `count` of them from `first` on.
///
/// Backs the table twin, so that it shows what the canvas shows.
pub fn list(columns: &Columns, selection: &Selection, first: usize, count: usize) -> Listing {
    let key = |row: usize| {
        let (block, place) = columns.at(row);
        (!block.is_dated(place), block.anchor[place], block.id[place])
    };
    let mut rows: Vec<u32> = (0..columns.rows()).filter(|&row| selection.has(row)).map(|row| row as u32).collect();
    let total = rows.len();
    let first = first.min(total);
    let last = first.saturating_add(count).min(total);
    // Only the stretch asked for is put in order.
    if first > 0 && first < total {
        rows.select_nth_unstable_by_key(first, |&row| key(row as usize));
    }
    let rest = &mut rows[first..];
    if last - first < rest.len() && last > first {
        rest.select_nth_unstable_by_key(last - first, |&row| key(row as usize));
    }
    let wanted = &mut rest[..last - first];
    wanted.sort_unstable_by_key(|&row| key(row as usize));
    let id = |&row: &u32| {
        let (block, place) = columns.at(row as usize);
        block.id[place]
    };
    Listing { ids: wanted.iter().map(id).collect(), total }
}
