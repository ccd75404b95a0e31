//! Marks as parallel columns.

use std::collections::HashMap;
use uuid::Uuid;

use crate::mark::{Flags, Mark, Roles};
use crate::span::{OPEN_AFTER, OPEN_BEFORE, Stored};

/// The caller's lane keys as small numbers, in order of first use.
#[derive(Clone, Default)]
pub(crate) struct LaneKeys {
    numbers: HashMap<u32, u32>,
}

impl LaneKeys {
    fn number(&mut self, key: u32) -> u32 {
        let next = self.numbers.len() as u32;
        *self.numbers.entry(key).or_insert(next)
    }

    /// The number of a key; `None` when no mark ever stood in that lane.
    pub(crate) fn find(&self, key: u32) -> Option<usize> {
        self.numbers.get(&key).map(|&number| number as usize)
    }

    pub(crate) fn len(&self) -> usize {
        self.numbers.len()
    }
}

/// A lane number and the roles in it, in one word: the roles are the two lowest bits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct PackedLane(u32);

impl PackedLane {
    fn new(number: u32, roles: Roles) -> Self {
        Self(number << 2 | u32::from(roles.0 & 3))
    }

    pub(crate) fn number(self) -> usize {
        (self.0 >> 2) as usize
    }

    pub(crate) fn roles(self) -> Roles {
        Roles((self.0 & 3) as u8)
    }
}

/// Columns of one length; a row is one mark. `start_earliest > end_latest` never holds.
#[derive(Clone, Default)]
pub(crate) struct Block {
    pub id: Vec<Uuid>,
    pub start_earliest: Vec<i64>,
    pub start_latest: Vec<i64>,
    pub end_earliest: Vec<i64>,
    pub end_latest: Vec<i64>,
    pub anchor: Vec<i64>,
    pub rank: Vec<u16>,
    pub weight: Vec<f32>,
    pub kind: Vec<u16>,
    pub status: Vec<u8>,
    pub flags: Vec<Flags>,
    /// Row `r` stands in `lanes[lane_start[r]..lane_start[r + 1]]`.
    pub lane_start: Vec<u32>,
    pub lanes: Vec<PackedLane>,
}

/// An undated row has its bounds crossed, so that it overlaps no range.
const UNDATED: Stored = Stored {
    start_earliest: OPEN_AFTER,
    start_latest: OPEN_AFTER,
    end_earliest: OPEN_BEFORE,
    end_latest: OPEN_BEFORE,
    anchor: 0,
};

impl Block {
    pub(crate) fn new() -> Self {
        Self {
            lane_start: vec![0],
            ..Self::default()
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.id.len()
    }

    pub(crate) fn push(&mut self, mark: &Mark<'_>, keys: &mut LaneKeys) {
        let span = mark.span.and_then(|span| span.stored(mark.flags.has(Flags::INTERVAL)));
        self.push_span(span.unwrap_or(UNDATED));
        self.id.push(mark.id);
        self.rank.push(mark.rank());
        self.weight.push(if mark.weight.is_finite() { mark.weight } else { 0.0 });
        self.kind.push(mark.kind);
        self.status.push(mark.status.code());
        self.flags.push(mark.flags);
        let first = self.lanes.len();
        for lane in mark.lanes {
            let number = keys.number(lane.key);
            match self
                .lanes
                .get_mut(first..)
                .and_then(|own| own.iter_mut().find(|packed| packed.number() == number as usize))
            {
                Some(packed) => *packed = PackedLane::new(number, Roles(packed.roles().0 | lane.roles.0)),
                None => self.lanes.push(PackedLane::new(number, lane.roles)),
            }
        }
        self.lane_start.push(self.lanes.len() as u32);
    }

    fn push_span(&mut self, span: Stored) {
        self.start_earliest.push(span.start_earliest);
        self.start_latest.push(span.start_latest);
        self.end_earliest.push(span.end_earliest);
        self.end_latest.push(span.end_latest);
        self.anchor.push(span.anchor);
    }

    fn copy_row(&mut self, from: &Block, row: usize) {
        self.push_span(from.span(row));
        self.id.push(from.id[row]);
        self.rank.push(from.rank[row]);
        self.weight.push(from.weight[row]);
        self.kind.push(from.kind[row]);
        self.status.push(from.status[row]);
        self.flags.push(from.flags[row]);
        self.lanes.extend_from_slice(from.lanes_of(row));
        self.lane_start.push(self.lanes.len() as u32);
    }

    /// The same rows in another order.
    pub(crate) fn in_order(&self, order: &[u32]) -> Self {
        let mut sorted = Self::new();
        for &row in order {
            sorted.copy_row(self, row as usize);
        }
        sorted
    }

    /// Adds all rows of another block that pass.
    pub(crate) fn extend(&mut self, from: &Block, keep: impl Fn(usize) -> bool) {
        for row in (0..from.len()).filter(|&row| keep(row)) {
            self.copy_row(from, row);
        }
    }

    pub(crate) fn lanes_of(&self, row: usize) -> &[PackedLane] {
        &self.lanes[self.lane_start[row] as usize..self.lane_start[row + 1] as usize]
    }

    pub(crate) fn span(&self, row: usize) -> Stored {
        Stored {
            start_earliest: self.start_earliest[row],
            start_latest: self.start_latest[row],
            end_earliest: self.end_earliest[row],
            end_latest: self.end_latest[row],
            anchor: self.anchor[row],
        }
    }

    pub(crate) fn is_dated(&self, row: usize) -> bool {
        self.start_earliest[row] <= self.end_latest[row]
    }

    /// Whether a dated row may touch a second of `start..end`.
    pub(crate) fn overlaps(&self, row: usize, start: i64, end: i64) -> bool {
        self.start_earliest[row] < end && self.end_latest[row] >= start
    }
}
