use std::collections::HashSet;
use uuid::Uuid;

use crate::columns::Columns;
use crate::levels::digest;

/// The rows to show, for one revision of the columns.
pub struct Selection {
    pub(crate) bits: Vec<u64>,
    pub(crate) revision: u64,
    /// Whether every row is a mark and passes.
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
    /// Every mark. The selection holds until the columns change.
    pub fn all(&self) -> Selection {
        self.selection(self.alive.clone(), self.len() == self.rows())
    }

    /// The marks with these ids, in one pass. The selection holds until the columns change.
    pub fn only(&self, ids: &HashSet<Uuid>) -> Selection {
        let mut bits = self.alive.clone();
        for (place, word) in bits.iter_mut().enumerate() {
            *word = self.of_these(ids, place * 64, *word);
        }
        self.selection(bits, false)
    }

    fn selection(&self, bits: Vec<u64>, whole: bool) -> Selection {
        let mut selection = Selection {
            bits,
            revision: self.revision(),
            whole,
            digest: 0,
        };
        selection.digest = digest(&selection);
        selection
    }

    /// The bits of 64 rows that have one of the ids, of those that are set.
    fn of_these(&self, ids: &HashSet<Uuid>, first: usize, word: u64) -> u64 {
        let mut passed = 0;
        let mut left = word;
        while left != 0 {
            let bit = left.trailing_zeros();
            left &= left - 1;
            let (block, row) = self.at(first + bit as usize);
            passed |= u64::from(ids.contains(&block.id[row])) << bit;
        }
        passed
    }
}
