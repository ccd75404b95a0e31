use std::{ops::Range, sync::Arc};
use uuid::Uuid;

use crate::block::{Block, LaneKeys};
use crate::mark::Mark;
use crate::relate::{LinkMark, Relations, TieMark};

/// Changed rows wait unsorted up to this many; then all is sorted anew.
const TAIL_LIMIT: usize = 4_096;

/// Rows of like length, sorted by their start, so that a range is found by binary search however long the longest mark is.
#[derive(Clone)]
pub(crate) struct Class {
    /// No row is longer than this many seconds; `None` when a side may be open.
    pub longest: Option<i64>,
    pub rows: Range<usize>,
}

/// The record as the timeline sees it: marks in columns, ties and links. Row numbers hold until the next change.
/// A copy shares what is sorted and costs little.
#[derive(Clone)]
pub struct Columns {
    pub(crate) keys: LaneKeys,
    /// Sorted by class, then by start; undated rows last.
    pub(crate) sorted: Arc<Block>,
    pub(crate) classes: Vec<Class>,
    pub(crate) undated: Range<usize>,
    /// Marks added since, in no order.
    pub(crate) tail: Block,
    /// One bit a row, sorted ones first: set while the mark is part of the record.
    pub(crate) alive: Vec<u64>,
    pub(crate) relations: Arc<Relations>,
    revision: u64,
}

impl Default for Columns {
    fn default() -> Self {
        Self::build([])
    }
}

impl Columns {
    /// Builds the columns from all marks. Ids must be distinct.
    pub fn build<'a>(marks: impl IntoIterator<Item = Mark<'a>>) -> Self {
        let mut keys = LaneKeys::default();
        let mut block = Block::new();
        for mark in marks {
            block.push(&mark, &mut keys);
        }
        Self::sort(keys, &block, Arc::default(), 1)
    }

    fn sort(keys: LaneKeys, block: &Block, relations: Arc<Relations>, revision: u64) -> Self {
        let class: Vec<u8> = (0..block.len()).map(|row| class_of(block, row)).collect();
        let mut order: Vec<u32> = (0..block.len() as u32).collect();
        order.sort_unstable_by_key(|&row| (class[row as usize], block.start_earliest[row as usize], block.id[row as usize]));
        let sorted = block.in_order(&order);
        let ends = |wanted: u8| {
            let first = order.partition_point(|&row| class[row as usize] < wanted);
            first..order.partition_point(|&row| class[row as usize] <= wanted)
        };
        let classes = (0..UNDATED_CLASS)
            .map(|number| Class {
                longest: longest_of(number),
                rows: ends(number),
            })
            .filter(|class| !class.rows.is_empty())
            .collect();
        let alive = ones(sorted.len());
        Self {
            keys,
            undated: ends(UNDATED_CLASS),
            sorted: Arc::new(sorted),
            classes,
            tail: Block::new(),
            alive,
            relations,
            revision,
        }
    }

    /// Replaces the links between events and the standing ties.
    pub fn relate(&mut self, links: impl IntoIterator<Item = LinkMark>, ties: impl IntoIterator<Item = TieMark>) {
        self.relations = Arc::new(Relations::new(links, ties));
        self.revision += 1;
    }

    /// Adds a mark, in place of the one with its id if there is one.
    pub fn put(&mut self, mark: &Mark<'_>) {
        self.remove(mark.id);
        self.tail.push(mark, &mut self.keys);
        let row = self.sorted.len() + self.tail.len() - 1;
        if row / 64 == self.alive.len() {
            self.alive.push(0);
        }
        self.alive[row / 64] |= 1 << (row % 64);
        self.revision += 1;
        if self.tail.len() >= TAIL_LIMIT {
            self.sort_anew();
        }
    }

    /// Takes a mark out; answers whether it was there.
    pub fn remove(&mut self, id: Uuid) -> bool {
        let Some(row) = self.row_of(id) else { return false };
        self.alive[row / 64] &= !(1 << (row % 64));
        self.revision += 1;
        true
    }

    fn sort_anew(&mut self) {
        let sorted_rows = self.sorted.len();
        let mut all = Block::new();
        all.extend(&self.sorted, |row| self.is_alive(row));
        all.extend(&self.tail, |row| self.is_alive(sorted_rows + row));
        *self = Self::sort(
            std::mem::take(&mut self.keys),
            &all,
            std::mem::take(&mut self.relations),
            self.revision + 1,
        );
    }

    /// A scan: edits are rare, and a map of a million ids would cost more memory than it saves time.
    pub(crate) fn row_of(&self, id: Uuid) -> Option<usize> {
        let alive_at = |offset: usize| move |&(row, other): &(usize, &Uuid)| *other == id && self.is_alive(offset + row);
        let in_sorted = self.sorted.id.iter().enumerate().find(alive_at(0)).map(|(row, _)| row);
        let offset = self.sorted.len();
        in_sorted.or_else(|| self.tail.id.iter().enumerate().find(alive_at(offset)).map(|(row, _)| offset + row))
    }

    pub(crate) fn is_alive(&self, row: usize) -> bool {
        self.alive.get(row / 64).is_some_and(|word| word & (1 << (row % 64)) != 0)
    }

    /// The block a row number lies in, and its place there.
    pub(crate) fn at(&self, row: usize) -> (&Block, usize) {
        match row.checked_sub(self.sorted.len()) {
            None => (&self.sorted, row),
            Some(place) => (&self.tail, place),
        }
    }

    /// Rows in use and not, sorted ones first.
    pub(crate) fn rows(&self) -> usize {
        self.sorted.len() + self.tail.len()
    }

    /// The number of marks.
    pub fn len(&self) -> usize {
        self.alive.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Grows with every change; a [`crate::Selection`] holds for one revision.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The rows of a class that contain every one touching `start..end`, and some that do not.
    pub(crate) fn run(&self, class: &Class, start: i64, end: i64) -> Range<usize> {
        let starts = &self.sorted.start_earliest[class.rows.clone()];
        let from = class.longest.map_or(0, |longest| {
            starts.partition_point(|&second| second < start.saturating_sub(longest))
        });
        let to = starts.partition_point(|&second| second < end);
        class.rows.start + from..class.rows.start + to.max(from)
    }

    pub(crate) fn tail_rows(&self) -> Range<usize> {
        self.sorted.len()..self.rows()
    }

    /// From the first to the last start of all but one in 200 rows at either end, by the class with the most rows.
    pub(crate) fn heart(&self) -> Option<(i64, i64)> {
        let largest = self
            .classes
            .iter()
            .filter(|class| class.longest.is_some())
            .max_by_key(|class| class.rows.len())?;
        let starts = &self.sorted.start_earliest[largest.rows.clone()];
        let outside = starts.len() / 200;
        Some((*starts.get(outside)?, *starts.get(starts.len().checked_sub(outside + 1)?)?))
    }
}

/// Class 0 … 62 by the power of two of the length, then one for open sides, then one for no date.
const OPEN_CLASS: u8 = 64;
const UNDATED_CLASS: u8 = 65;

fn class_of(block: &Block, row: usize) -> u8 {
    if !block.is_dated(row) {
        return UNDATED_CLASS;
    }
    block
        .span(row)
        .length()
        .map_or(OPEN_CLASS, |seconds| (seconds.max(1) as u64).ilog2() as u8)
}

fn longest_of(class: u8) -> Option<i64> {
    (class < OPEN_CLASS).then(|| 1_i64.checked_shl(u32::from(class) + 1).map_or(i64::MAX, |longest| longest.max(2)))
}

/// A bit set with the first `rows` bits set.
fn ones(rows: usize) -> Vec<u64> {
    let mut words = vec![u64::MAX; rows.div_ceil(64)];
    if let (Some(last), used @ 1..) = (words.last_mut(), rows % 64) {
        *last = (1 << used) - 1;
    }
    words
}
