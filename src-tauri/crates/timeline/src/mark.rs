use domain::status::Status;
use std::ops::{BitOr, BitOrAssign};
use uuid::Uuid;

use crate::Span;

/// What a mark is beside its date and status, as bits.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Flags(pub u8);

impl Flags {
    /// Sources disagree on it.
    pub const CONTESTED: Self = Self(1);
    /// Its date carries `~` or `%`.
    pub const APPROXIMATE: Self = Self(2);
    /// Its date carries `?` or `%`.
    pub const UNCERTAIN: Self = Self(4);
    /// Its act is words.
    pub const STATEMENT: Self = Self(8);
    /// A plan whose latest date has passed without an outcome.
    pub const OVERDUE: Self = Self(16);
    /// Its date is an interval: it lasts from its start to its end.
    pub const INTERVAL: Self = Self(32);

    /// Each by its name, as the page has it.
    pub const NAMED: [(&str, Self); 6] = [
        ("contested", Self::CONTESTED),
        ("approximate", Self::APPROXIMATE),
        ("uncertain", Self::UNCERTAIN),
        ("statement", Self::STATEMENT),
        ("overdue", Self::OVERDUE),
        ("interval", Self::INTERVAL),
    ];

    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

impl BitOr for Flags {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Flags {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// The side a lane takes in a mark, as bits; neither for one that is only mentioned.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Roles(pub u8);

impl Roles {
    pub const NONE: Self = Self(0);
    pub const SOURCE: Self = Self(1);
    pub const TARGET: Self = Self(2);
    pub const BOTH: Self = Self(3);

    /// Each by its name, as the page has it.
    pub const NAMED: [(&str, Self); 3] = [("source", Self::SOURCE), ("target", Self::TARGET), ("both", Self::BOTH)];
}

/// A lane a mark stands in. Keys are the caller's; a key given twice in one mark counts once, its roles joined.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LaneRef {
    pub key: u32,
    pub roles: Roles,
}

/// One event as the timeline knows it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Mark<'a> {
    pub id: Uuid,
    /// `None` for an event without a date; it is listed beside the lanes, not on them.
    pub span: Option<Span>,
    /// −10 … +10.
    pub weight: f32,
    /// 0 (least) … 100.
    pub salience: u8,
    pub status: Status,
    /// The caller's number of the kind.
    pub kind: u16,
    pub flags: Flags,
    pub lanes: &'a [LaneRef],
}

impl Mark<'_> {
    /// What decides who is drawn where not all fit: salience first, then the size of the weight.
    pub(crate) fn rank(&self) -> u16 {
        let size = (self.weight.abs() * 25.0).clamp(0.0, 255.0) as u16;
        u16::from(self.salience.min(100)) << 8 | size
    }
}
