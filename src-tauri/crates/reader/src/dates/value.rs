//! A date as exact as the words, and the EDTF it is written as.

use chrono::{Datelike, Days, Months, NaiveDate};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
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

/// A day, month, year or stretch of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Day(NaiveDate),
    Month(i32, u32),
    Year(i32),
    Season(i32, u32),
    Span(NaiveDate, NaiveDate),
}

pub(super) fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

pub(super) fn shift_days(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let size = Days::new(days.unsigned_abs());
    if days < 0 {
        date.checked_sub_days(size)
    } else {
        date.checked_add_days(size)
    }
}

pub(super) fn shift_months(date: NaiveDate, months: i64) -> Option<NaiveDate> {
    let size = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
    if months < 0 {
        date.checked_sub_months(size)
    } else {
        date.checked_add_months(size)
    }
}

/// The date that many units away.
pub(super) fn shift(date: NaiveDate, count: i64, unit: Unit) -> Option<NaiveDate> {
    if count.abs() > 100_000 {
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

pub(super) fn monday(date: NaiveDate) -> Option<NaiveDate> {
    shift_days(date, -i64::from(date.weekday().num_days_from_monday()))
}

/// Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher).
pub(super) fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15).rem_euclid(30);
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    day(year, u32::try_from(sum / 31).ok()?, u32::try_from(sum % 31 + 1).ok()?)
}

/// Months `first` to `last` of a year.
pub(super) fn months(year: i32, first: u32, last: u32) -> Option<Value> {
    Some(Value::Span(day(year, first, 1)?, month_end(year, last)?))
}

pub(super) fn month_end(year: i32, month: u32) -> Option<NaiveDate> {
    shift_days(shift_months(day(year, month, 1)?, 1)?, -1)
}

/// The calendar unit that many away from the one the date lies in.
pub(super) fn unit_at(date: NaiveDate, count: i64, unit: Unit) -> Option<Value> {
    let there = shift(day(date.year(), date.month(), 1)?, count, unit)?;
    match unit {
        Unit::Day => Some(Value::Day(shift_days(date, count)?)),
        Unit::Week => {
            let first = shift_days(monday(date)?, count * 7)?;
            Some(Value::Span(first, shift_days(first, 6)?))
        }
        Unit::Weekend => {
            let first = shift_days(monday(date)?, count * 7 + 5)?;
            Some(Value::Span(first, shift_days(first, 1)?))
        }
        Unit::Month => Some(Value::Month(there.year(), there.month())),
        Unit::Year => Some(Value::Year(there.year())),
        Unit::Quarter => {
            let first = there.month0() / 3 * 3 + 1;
            months(there.year(), first, first + 2)
        }
        Unit::Half => {
            let first = there.month0() / 6 * 6 + 1;
            months(there.year(), first, first + 5)
        }
        Unit::Decade => {
            let first = there.year().div_euclid(10) * 10;
            Some(Value::Span(day(first, 1, 1)?, day(first + 9, 12, 31)?))
        }
        Unit::Century => {
            let first = there.year().div_euclid(100) * 100;
            Some(Value::Span(day(first, 1, 1)?, day(first + 99, 12, 31)?))
        }
    }
}

impl Value {
    pub fn first(self) -> Option<NaiveDate> {
        match self {
            Self::Day(date) | Self::Span(date, _) => Some(date),
            Self::Month(year, month) => day(year, month, 1),
            Self::Year(year) => day(year, 1, 1),
            Self::Season(year, season) => day(year, season_month(season), 1),
        }
    }

    pub fn last(self) -> Option<NaiveDate> {
        match self {
            Self::Day(date) | Self::Span(_, date) => Some(date),
            Self::Month(year, month) => month_end(year, month),
            Self::Year(year) => day(year, 12, 31),
            Self::Season(year, season) => shift_days(shift_months(day(year, season_month(season), 1)?, 3)?, -1),
        }
    }

    /// As one end of an interval, as exact as it is.
    pub fn written(self, as_start: bool) -> String {
        match self {
            Self::Day(date) => date.to_string(),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Year(year) => format!("{year:04}"),
            Self::Season(year, season) => format!("{year:04}-{season}"),
            Self::Span(first, last) => {
                whole_units(first, last, as_start).unwrap_or_else(|| if as_start { first } else { last }.to_string())
            }
        }
    }

    /// The EDTF of the value standing alone.
    pub fn edtf(self) -> String {
        match self {
            Self::Span(first, last) if first == last => first.to_string(),
            Self::Span(..) => format!("{}/{}", self.written(true), self.written(false)),
            _ => self.written(true),
        }
    }

    /// The value right before it, as exact.
    pub fn before(self) -> Option<Self> {
        let last = shift_days(self.first()?, -1)?;
        Some(self.as_exact(last))
    }

    /// The value right after it, as exact.
    pub fn after(self) -> Option<Self> {
        let first = shift_days(self.last()?, 1)?;
        Some(self.as_exact(first))
    }

    fn as_exact(self, date: NaiveDate) -> Self {
        match self {
            Self::Month(..) => Self::Month(date.year(), date.month()),
            Self::Year(_) => Self::Year(date.year()),
            _ => Self::Day(date),
        }
    }

    /// The first or the second half of a year.
    pub fn half(self, part: u8) -> Option<Self> {
        match self {
            Self::Year(year) if part == 0 => months(year, 1, 6),
            Self::Year(year) => months(year, 7, 12),
            other => Some(other),
        }
    }

    /// Early, mid or late.
    pub fn third(self, part: u8) -> Option<Self> {
        let part = u32::from(part.min(2));
        match self {
            Self::Month(year, month) => {
                let (first, last) = [(1, Some(15)), (10, Some(20)), (16, None)]
                    .into_iter()
                    .nth(usize::try_from(part).ok()?)?;
                Some(Self::Span(
                    day(year, month, first)?,
                    last.map_or_else(|| month_end(year, month), |last| day(year, month, last))?,
                ))
            }
            Self::Year(year) => months(year, part * 4 + 1, part * 4 + 4),
            Self::Span(first, last) if last.signed_duration_since(first).num_days() == 6 => {
                let (from, to) = [(0, 2), (1, 3), (3, 6)].into_iter().nth(usize::try_from(part).ok()?)?;
                Some(Self::Span(shift_days(first, from)?, shift_days(first, to)?))
            }
            // Of a decade years 0 to 3, 4 to 6 and 7 to 9.
            Self::Span(first, last) if last.year() - first.year() == 9 && first.ordinal() == 1 => {
                let (from, to) = [(0, 3), (4, 6), (7, 9)].into_iter().nth(usize::try_from(part).ok()?)?;
                Some(Self::Span(day(first.year() + from, 1, 1)?, day(first.year() + to, 12, 31)?))
            }
            Self::Span(first, last) => {
                let length = last.signed_duration_since(first).num_days() + 1;
                let third = length / 3;
                let from = shift_days(first, third * i64::from(part))?;
                Some(Self::Span(from, if part == 2 { last } else { shift_days(from, third - 1)? }))
            }
            other => Some(other),
        }
    }
}

fn season_month(season: u32) -> u32 {
    match season {
        21 => 3,
        22 => 6,
        23 => 9,
        _ => 12,
    }
}

/// Spans of whole months or years are written as such.
fn whole_units(first: NaiveDate, last: NaiveDate, as_start: bool) -> Option<String> {
    if first.day() != 1 || month_end(last.year(), last.month())? != last {
        return None;
    }
    let shown = if as_start { first } else { last };
    if first.month() == 1 && last.month() == 12 {
        Some(format!("{:04}", shown.year()))
    } else {
        Some(format!("{:04}-{:02}", shown.year(), shown.month()))
    }
}
