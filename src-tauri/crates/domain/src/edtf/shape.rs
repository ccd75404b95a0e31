//! What an EDTF text says, part by part.

use super::season::Season;

/// What `?`, `~` and `%` say of a part.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub(super) struct Qualifier {
    pub uncertain: bool,
    pub approximate: bool,
}

impl Qualifier {
    pub fn from_mark(mark: u8) -> Option<Self> {
        match mark {
            b'?' => Some(Self {
                uncertain: true,
                approximate: false,
            }),
            b'~' => Some(Self {
                uncertain: false,
                approximate: true,
            }),
            b'%' => Some(Self {
                uncertain: true,
                approximate: true,
            }),
            _ => None,
        }
    }

    pub fn any(self) -> bool {
        self.uncertain || self.approximate
    }

    pub fn and(self, other: Self) -> Self {
        Self {
            uncertain: self.uncertain || other.uncertain,
            approximate: self.approximate || other.approximate,
        }
    }
}

/// A written number of `N` digits; `None` is an `X`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct Digits<const N: usize>(pub [Option<u8>; N]);

impl<const N: usize> Digits<N> {
    /// The number, when no digit is masked.
    pub fn value(self) -> Option<u32> {
        self.0
            .iter()
            .try_fold(0, |sum, digit| digit.map(|digit| sum * 10 + u32::from(digit)))
    }

    /// Whether a number could stand behind the mask.
    pub fn matches(self, number: u32) -> bool {
        let mut rest = number;
        let all = self.0.iter().rev().all(|digit| {
            let last = rest % 10;
            rest /= 10;
            digit.is_none_or(|digit| u32::from(digit) == last)
        });
        all && rest == 0
    }

    pub fn all_masked(self) -> bool {
        self.0.iter().all(Option::is_none)
    }
}

/// The year part; all years astronomical.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Year {
    /// Fully written, in four digits or in a `Y` form.
    Exact(i64),
    /// Four digits, at least one masked; the minus stands apart.
    Masked { negative: bool, digits: Digits<4> },
    /// Two or three digits: a century or a decade.
    Run { first: i64, last: i64 },
    /// `S`: an estimate, and the years its significant digits leave open.
    Estimate { value: i64, first: i64, last: i64 },
}

/// A month or day part.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct Part {
    pub digits: Digits<2>,
    pub qualifier: Qualifier,
}

/// What follows the year.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Rest {
    Nothing,
    Season { season: Season, qualifier: Qualifier },
    Month(Part),
    Day { month: Part, day: Part },
}

/// One date, of any precision.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct Date {
    pub year: Year,
    pub year_qualifier: Qualifier,
    pub rest: Rest,
}

/// The time of a day; the offset in minutes east of UTC, `Some(0)` for `Z`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct Clock {
    pub hour: u32,
    pub minute: u32,
    pub second: Option<u32>,
    pub offset_minutes: Option<i32>,
}

/// A date, or a date with a time.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct Point {
    pub date: Date,
    pub clock: Option<Clock>,
}

/// One end of an interval.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum End {
    Point(Point),
    Open,
    Unknown,
}

/// A member of a list.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Item {
    One(Date),
    /// `a..b`
    Through(Date, Date),
    /// `..b`
    OrEarlier(Date),
    /// `a..`
    OrLater(Date),
}

/// The whole expression.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) enum Shape {
    Point(Point),
    Interval(End, End),
    /// `[…]`: one of the members.
    OneOf(Vec<Item>),
    /// `{…}`: every member.
    AllOf(Vec<Item>),
}

impl Date {
    /// What is said of any of its parts.
    pub fn qualifier(&self) -> Qualifier {
        let rest = match self.rest {
            Rest::Nothing => Qualifier::default(),
            Rest::Season { qualifier, .. } => qualifier,
            Rest::Month(month) => month.qualifier,
            Rest::Day { month, day } => month.qualifier.and(day.qualifier),
        };
        self.year_qualifier.and(rest)
    }
}

impl Item {
    /// The dates written in it.
    pub fn dates(&self) -> impl Iterator<Item = &Date> {
        let (first, second) = match self {
            Item::One(date) | Item::OrEarlier(date) | Item::OrLater(date) => (date, None),
            Item::Through(from, to) => (from, Some(to)),
        };
        std::iter::once(first).chain(second)
    }
}

impl Shape {
    /// Every date written in the expression, in its order.
    pub fn dates(&self) -> Vec<&Date> {
        match self {
            Shape::Point(point) => vec![&point.date],
            Shape::Interval(start, end) => [start, end]
                .into_iter()
                .filter_map(|end| end.point().map(|point| &point.date))
                .collect(),
            Shape::OneOf(items) | Shape::AllOf(items) => items.iter().flat_map(Item::dates).collect(),
        }
    }
}

impl End {
    pub fn point(&self) -> Option<&Point> {
        match self {
            End::Point(point) => Some(point),
            End::Open | End::Unknown => None,
        }
    }
}
