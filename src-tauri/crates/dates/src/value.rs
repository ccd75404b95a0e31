//! A date as exact as its words, and the EDTF it is written as.

use chrono::{Datelike, Days, Months, NaiveDate};
use domain::Edtf;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// A unit of the calendar, or a stretch of days in which a date lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Day(NaiveDate),
    Month(i32, u32),
    Year(i32),
    /// A season, quarter or half of a year by its EDTF code.
    Season(i32, u32),
    /// By its first year.
    Decade(i32),
    Century(i32),
    Span(NaiveDate, NaiveDate),
}

/// Codes of EDTF for a division of the year: the first quarter and the first half.
pub(crate) const FIRST_QUARTER: u32 = 33;
pub(crate) const FIRST_HALF: u32 = 40;
pub(crate) const WINTER: u32 = 24;

pub(crate) fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

pub(crate) fn shift_days(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let size = Days::new(days.unsigned_abs());
    if days < 0 {
        date.checked_sub_days(size)
    } else {
        date.checked_add_days(size)
    }
}

pub(crate) fn shift_months(date: NaiveDate, months: i64) -> Option<NaiveDate> {
    let size = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
    if months < 0 {
        date.checked_sub_months(size)
    } else {
        date.checked_add_months(size)
    }
}

/// The date that many units away.
pub(crate) fn shift(date: NaiveDate, count: i64, unit: Unit) -> Option<NaiveDate> {
    if count.unsigned_abs() > 100_000 {
        return None;
    }
    match unit {
        Unit::Day => shift_days(date, count),
        Unit::Week | Unit::Weekend => shift_days(date, count * 7),
        Unit::Month => shift_months(date, count),
        Unit::Quarter => shift_months(date, count * 3),
        Unit::Half => shift_months(date, count * 6),
        Unit::Year => shift_months(date, count * 12),
        Unit::Decade => shift_months(date, count * 120),
        Unit::Century => shift_months(date, count * 1200),
    }
}

pub(crate) fn monday(date: NaiveDate) -> Option<NaiveDate> {
    shift_days(date, -i64::from(date.weekday().num_days_from_monday()))
}

/// Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher).
pub(crate) fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15).rem_euclid(30);
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    day(year, u32::try_from(sum / 31).ok()?, u32::try_from(sum % 31 + 1).ok()?)
}

pub(crate) fn month_end(year: i32, month: u32) -> Option<NaiveDate> {
    shift_days(shift_months(day(year, month, 1)?, 1)?, -1)
}

/// A stretch of years, both included.
pub(crate) fn years(first: i32, last: i32) -> Option<Value> {
    Some(Value::Span(day(first, 1, 1)?, day(last, 12, 31)?))
}

/// `count` whole months from the one that a day lies in.
fn months_from(start: NaiveDate, skip: i64, count: i64) -> Option<Value> {
    let first = shift_months(start, skip)?;
    let last = shift_months(first, count - 1)?;
    Some(if count == 1 {
        Value::Month(first.year(), first.month())
    } else {
        Value::Span(first, month_end(last.year(), last.month())?)
    })
}

/// The calendar unit that many away from the one the date lies in.
pub(crate) fn unit_at(date: NaiveDate, count: i64, unit: Unit) -> Option<Value> {
    let week = |skip: i64, length: i64| {
        let first = shift_days(monday(date)?, count.checked_mul(7)? + skip)?;
        Some(Value::Span(first, shift_days(first, length - 1)?))
    };
    let there = shift(day(date.year(), date.month(), 1)?, count, unit)?;
    match unit {
        Unit::Day => Some(Value::Day(shift_days(date, count)?)),
        Unit::Week => week(0, 7),
        Unit::Weekend => week(5, 2),
        Unit::Month => Some(Value::Month(there.year(), there.month())),
        Unit::Year => Some(Value::Year(there.year())),
        Unit::Quarter => Some(Value::Season(there.year(), FIRST_QUARTER + there.month0() / 3)),
        Unit::Half => Some(Value::Season(there.year(), FIRST_HALF + there.month0() / 6)),
        Unit::Decade => Some(Value::Decade(there.year().div_euclid(10) * 10)),
        Unit::Century => Some(Value::Century(there.year().div_euclid(100) * 100)),
    }
}

impl Value {
    /// The bounds, as EDTF has them.
    fn bound(self, latest: bool) -> Option<NaiveDate> {
        let edtf = Edtf::parse(&self.unit_text()).ok()?;
        if latest { edtf.latest()?.date() } else { edtf.earliest()?.date() }
    }

    pub fn first(self) -> Option<NaiveDate> {
        match self {
            Self::Day(date) | Self::Span(date, _) => Some(date),
            Self::Month(year, month) => day(year, month, 1),
            Self::Year(year) => day(year, 1, 1),
            _ => self.bound(false),
        }
    }

    pub fn last(self) -> Option<NaiveDate> {
        match self {
            Self::Day(date) | Self::Span(_, date) => Some(date),
            Self::Month(year, month) => month_end(year, month),
            Self::Year(year) => day(year, 12, 31),
            _ => self.bound(true),
        }
    }

    /// The unit by its own name; of a span its first day.
    fn unit_text(self) -> String {
        match self {
            Self::Day(date) | Self::Span(date, _) => Edtf::from_day(date).to_string(),
            Self::Month(year, month) => Edtf::from_month(year, month).to_string(),
            Self::Year(year) => Edtf::from_year(year).to_string(),
            Self::Season(year, code) => format!("{}-{code}", Edtf::from_year(year)),
            Self::Decade(first) => format!("{:03}X", first / 10),
            Self::Century(first) if first < 0 => format!("-{:02}XX", -(first + 99) / 100),
            Self::Century(first) => format!("{:02}XX", first / 100),
        }
    }

    /// The first and the last unit of a span, as large as whole months or years allow; of a unit, itself.
    pub fn edges(self) -> Option<(Self, Self)> {
        let Self::Span(first, last) = self else { return Some((self, self)) };
        let whole_months = first.day() == 1 && month_end(last.year(), last.month())? == last;
        Some(match (whole_months, first.month(), last.month()) {
            (true, 1, 12) => (Self::Year(first.year()), Self::Year(last.year())),
            (true, ..) => (Self::Month(first.year(), first.month()), Self::Month(last.year(), last.month())),
            _ => (Self::Day(first), Self::Day(last)),
        })
    }

    /// The unit as large right before (-1) or right after (1).
    fn neighbour(self, step: i64) -> Option<Self> {
        let edge = if step < 0 { self.first() } else { self.last() };
        let date = shift_days(edge?, step)?;
        Some(match self {
            Self::Month(..) => Self::Month(date.year(), date.month()),
            Self::Year(_) => Self::Year(date.year()),
            _ => Self::Day(date),
        })
    }

    /// The first or the second half of a year.
    pub fn half(self, part: u8) -> Option<Self> {
        let Self::Year(year) = self else { return Some(self) };
        months_from(day(year, 1, 1)?, if part == 0 { 0 } else { 6 }, 6)
    }

    /// Early, mid or late.
    pub fn third(self, part: u8) -> Option<Self> {
        let of = |thirds: [(i32, i32); 3]| thirds.into_iter().nth(usize::from(part.min(2)));
        match self {
            Self::Month(year, month) => {
                let (first, last) = of([(1, 15), (10, 20), (16, 31)])?;
                let end = month_end(year, month)?;
                let last = u32::try_from(last).ok()?.min(end.day());
                Some(Self::Span(day(year, month, u32::try_from(first).ok()?)?, end.with_day(last)?))
            }
            Self::Year(year) => months_from(day(year, 1, 1)?, i64::from(part.min(2)) * 4, 4),
            Self::Decade(first) => of([(0, 3), (4, 6), (7, 9)]).and_then(|(from, to)| years(first + from, first + to)),
            Self::Century(first) => of([(0, 33), (34, 66), (67, 99)]).and_then(|(from, to)| years(first + from, first + to)),
            Self::Season(..) => {
                let count = if self.last()?.signed_duration_since(self.first()?).num_days() > 100 {
                    2
                } else {
                    1
                };
                months_from(self.first()?, i64::from(part.min(2)) * count, count)
            }
            Self::Span(first, last) if last.signed_duration_since(first).num_days() == 6 => {
                let (from, to) = of([(0, 2), (1, 3), (3, 6)])?;
                Some(Self::Span(shift_days(first, from.into())?, shift_days(first, to.into())?))
            }
            Self::Span(first, last) => {
                let length = last.signed_duration_since(first).num_days() + 1;
                let third = length / 3;
                let from = shift_days(first, third * i64::from(part.min(2)))?;
                Some(Self::Span(from, if part >= 2 { last } else { shift_days(from, third - 1)? }))
            }
            // "late on Monday" is that day.
            Self::Day(_) => Some(self),
        }
    }
}

/// A date with what is said of how sure it is, and the time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Date {
    pub value: Value,
    pub approximate: bool,
    pub uncertain: bool,
    /// Hour, minute, and the second where it is said.
    pub clock: Option<(u32, u32, Option<u32>)>,
}

impl From<Value> for Date {
    fn from(value: Value) -> Self {
        Self {
            value,
            approximate: false,
            uncertain: false,
            clock: None,
        }
    }
}

impl Date {
    fn marked(self, value: Value) -> String {
        let mark = match (self.approximate, self.uncertain) {
            (true, true) => "%",
            (true, false) => "~",
            (false, true) => "?",
            (false, false) => "",
        };
        let clock = self.clock.map_or_else(String::new, |(hour, minute, second)| {
            let second = second.map_or_else(String::new, |second| format!(":{second:02}"));
            format!("T{hour:02}:{minute:02}{second}")
        });
        format!("{}{clock}{mark}", value.unit_text())
    }

    /// As a member of a list: one unit, or `a..b` where it lies in a stretch.
    pub fn member(self) -> Option<String> {
        let (first, last) = self.value.edges()?;
        Some(if first == last {
            self.marked(first)
        } else {
            format!("{}..{}", self.marked(first), self.marked(last))
        })
    }

    /// The EDTF of the date standing alone: a date somewhere in a stretch is a set.
    pub fn alone(self) -> Option<String> {
        let member = self.member()?;
        Some(if member.contains("..") { format!("[{member}]") } else { member })
    }

    /// One date from this one through another.
    pub fn within(self, other: Self) -> Option<String> {
        let (first, last) = (self.value.edges()?.0, other.value.edges()?.1);
        Some(format!("[{}..{}]", self.marked(first), other.marked(last)))
    }

    /// As the end of an interval, where no set may stand: a stretch gives its outer day, which is only about then.
    fn end(self, last: bool) -> Option<String> {
        let (first, end) = self.value.edges()?;
        let edge = if last { end } else { first };
        let vague = matches!((self.value, edge), (Value::Span(..), Value::Day(_)));
        Some(
            Self {
                approximate: self.approximate || vague,
                ..self
            }
            .marked(edge),
        )
    }

    /// What lasted from this date through another.
    pub fn interval(self, other: Self) -> Option<String> {
        Some(format!("{}/{}", self.end(false)?, other.end(true)?))
    }

    /// What goes on since then.
    pub fn since(self) -> Option<String> {
        Some(format!("{}/..", self.end(false)?))
    }

    /// What went on until then, nobody says since when.
    pub fn until(self) -> Option<String> {
        Some(format!("/{}", self.end(true)?))
    }

    /// One date before it.
    pub fn before(self) -> Option<String> {
        Some(format!("[..{}]", self.marked(self.value.edges()?.0.neighbour(-1)?)))
    }

    /// One date after it.
    pub fn after(self) -> Option<String> {
        Some(format!("[{}..]", self.marked(self.value.edges()?.1.neighbour(1)?)))
    }

    /// One date in it or before.
    pub fn up_to(self) -> Option<String> {
        Some(format!("[..{}]", self.marked(self.value.edges()?.1)))
    }

    /// One date in it or after.
    pub fn not_before(self) -> Option<String> {
        Some(format!("[{}..]", self.marked(self.value.edges()?.0)))
    }
}
