use domain::status::Status;
use std::collections::{BTreeSet, HashSet};
use uuid::Uuid;

use crate::block::{Block, status_code};
use crate::columns::Columns;
use crate::levels::digest;
use crate::mark::Flags;

/// What to show. Facets are joined by *and*; inside a facet any match is enough, but every lane of `lanes` must take part.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Filter {
    /// Numbers of kinds; `None` for all.
    pub kinds: Option<BTreeSet<u16>>,
    /// `None` for all; an overdue plan also matches its status.
    pub statuses: Option<Vec<Status>>,
    /// Lane keys that must all stand in the mark.
    pub lanes: Vec<u32>,
    /// Only marks with all of these flags.
    pub flags: Flags,
    /// Only marks of at least this salience.
    pub salience: u8,
    /// Seconds since 1970 that the mark must touch, from inclusive, to exclusive; takes undated marks out.
    pub range: Option<(i64, i64)>,
    /// The only ids that may pass, such as the hits of a search; `None` for all.
    pub ids: Option<HashSet<Uuid>>,
}

/// The rows a filter lets through, for one revision of the columns.
pub struct Selection {
    pub(crate) bits: Vec<u64>,
    pub(crate) revision: u64,
    /// Whether every mark passes.
    pub(crate) whole: bool,
    /// Tells this set of rows from another.
    pub(crate) digest: u64,
}

impl Selection {
    pub(crate) fn has(&self, row: usize) -> bool {
        self.bits.get(row / 64).is_some_and(|word| word & (1 << (row % 64)) != 0)
    }

    /// How many marks pass.
    pub fn count(&self) -> usize {
        self.bits.iter().map(|word| word.count_ones() as usize).sum()
    }
}

impl Columns {
    /// Answers a filter in one pass. The answer holds until the columns change.
    pub fn select(&self, filter: &Filter) -> Selection {
        let whole = *filter == Filter::default();
        let mut bits = self.alive.clone();
        if !whole {
            let test = Test::new(self, filter);
            for (place, word) in bits.iter_mut().enumerate() {
                *word = self.tested(&test, place * 64, *word);
            }
        }
        let mut selection = Selection {
            whole: whole && self.len() == self.rows(),
            bits,
            revision: self.revision(),
            digest: 0,
        };
        selection.digest = digest(&selection);
        selection
    }

    /// The bits of 64 rows that pass, of those that are set.
    fn tested(&self, test: &Test<'_>, first: usize, word: u64) -> u64 {
        let mut passed = 0;
        let mut left = word;
        while left != 0 {
            let bit = left.trailing_zeros();
            left &= left - 1;
            let (block, row) = self.at(first + bit as usize);
            passed |= u64::from(test.passes(block, row)) << bit;
        }
        passed
    }
}

/// A filter in the terms of the columns.
struct Test<'a> {
    filter: &'a Filter,
    /// One bit a kind, in 1,024 words: every `u16` has a place.
    kinds: Option<Vec<u64>>,
    /// One bit a status.
    statuses: u8,
    /// Lane numbers; `None` when a lane is asked for that no mark ever stood in.
    lanes: Option<Vec<usize>>,
    lowest_rank: u16,
}

impl<'a> Test<'a> {
    fn new(columns: &Columns, filter: &'a Filter) -> Self {
        let kinds = filter.kinds.as_ref().map(|kinds| {
            let mut words = vec![0; 1_024];
            kinds.iter().for_each(|&kind| words[usize::from(kind) / 64] |= 1_u64 << (kind % 64));
            words
        });
        let bit = |status: &Status| 1_u8 << status_code(*status);
        let statuses = filter
            .statuses
            .as_ref()
            .map_or(u8::MAX, |all| all.iter().map(bit).fold(0, |bits, bit| bits | bit));
        let lanes = filter.lanes.iter().map(|&key| columns.keys.find(key)).collect();
        Self {
            filter,
            kinds,
            statuses,
            lanes,
            lowest_rank: u16::from(filter.salience) << 8,
        }
    }

    fn passes(&self, block: &Block, row: usize) -> bool {
        let kind = block.kind[row];
        self.statuses & (1 << block.status[row]) != 0
            && self
                .kinds
                .as_ref()
                .is_none_or(|words| words[usize::from(kind) / 64] & (1 << (kind % 64)) != 0)
            && block.flags[row].has(self.filter.flags)
            && block.rank[row] >= self.lowest_rank
            && self.takes_part(block, row)
            && self
                .filter
                .range
                .is_none_or(|(start, end)| block.is_dated(row) && block.overlaps(row, start, end))
            && self.filter.ids.as_ref().is_none_or(|ids| ids.contains(&block.id[row]))
    }

    fn takes_part(&self, block: &Block, row: usize) -> bool {
        let Some(wanted) = &self.lanes else { return false };
        wanted
            .iter()
            .all(|&number| block.lanes_of(row).iter().any(|lane| lane.number() == number))
    }
}
