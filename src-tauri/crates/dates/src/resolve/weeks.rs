//! Weekdays, weeks, and stretches of days counted from the reference.

use super::Viewpoint;
use crate::{
    Tense,
    parts::Parts,
    value::{self, Unit, Value},
};
use chrono::{Datelike, NaiveDate};

impl Viewpoint {
    pub(super) fn weekday(self, parts: &Parts, weekday: u32) -> Option<NaiveDate> {
        let monday = value::monday(self.from)?;
        let this = value::shift_days(monday, i64::from(weekday) - 1)?;
        if let Some(day) = parts.day {
            let first = value::day(self.from.year(), self.from.month(), 1)?;
            let dates: Vec<NaiveDate> = (-14..=14)
                .filter_map(|count| value::shift_months(first, count))
                .filter_map(|month| value::day(month.year(), month.month(), day))
                .filter(|date| date.weekday().number_from_monday() == weekday)
                .collect();
            return dates
                .into_iter()
                .min_by_key(|date| date.signed_duration_since(self.from).num_days().abs());
        }
        let weeks = match (parts.this, parts.rel) {
            (Some((Unit::Week, count)), _) => Some(count),
            (_, Some(-1)) if self.last_is_latest && parts.unit.is_none() => None,
            (_, Some(rel)) => Some(rel),
            _ => None,
        };
        let latest = parts.rel == Some(-1) && weeks.is_none();
        if let Some(weeks) = weeks {
            return value::shift_days(this, weeks * 7);
        }
        let week = |count: i64| value::shift_days(this, count * 7);
        let dates: Vec<NaiveDate> = (-1..=1)
            .filter_map(week)
            .filter(|date| (parts.near.is_none() && !latest) || *date != self.from)
            .collect();
        let ahead = !latest && parts.near.map_or(self.tense == Tense::Future, |near| near > 0);
        Viewpoint {
            tense: if ahead { Tense::Future } else { Tense::Past },
            ..self
        }
        .pick(&dates)
    }

    /// "the next two weeks": from the day after the reference; "the last two weeks": up to it.
    pub(super) fn stretch(self, count: i64, unit: Unit, rel: i64) -> Option<Value> {
        if unit == Unit::Quarter {
            let (near, far) = if rel > 0 { (1, count) } else { (-count, -1) };
            return Some(Value::Span(
                value::unit_at(self.from, near, unit)?.first()?,
                value::unit_at(self.from, far, unit)?.last()?,
            ));
        }
        if rel > 0 {
            let first = value::shift_days(self.from, 1)?;
            return Some(Value::Span(first, value::shift_days(value::shift(first, count, unit)?, -1)?));
        }
        Some(Value::Span(
            value::shift(self.from, -count, unit)?,
            value::shift_days(self.from, -1)?,
        ))
    }

    pub(super) fn half_of(self, unit: Unit, half: u8) -> Option<Value> {
        let whole = value::unit_at(self.from, 0, unit)?;
        if unit == Unit::Year {
            return whole.half(if half == 1 { 0 } else { 2 });
        }
        let (first, last) = (whole.first()?, whole.last()?);
        let middle = value::shift_days(first, if unit == Unit::Month { 15 } else { 3 })?;
        Some(if half == 1 {
            Value::Span(first, value::shift_days(middle, -1)?)
        } else {
            Value::Span(middle, last)
        })
    }

    pub(super) fn week_of(self, parts: &Parts, year: Option<i32>) -> Option<Value> {
        let unit = parts.unit.filter(|unit| *unit == Unit::Week)?;
        let year = year.or_else(|| parts.ordinal.map(|_| self.from.year()))?;
        let number = parts.ordinal.or(parts.count)?;
        if number < 0 {
            return week_in_month(year, 12, -1);
        }
        let fourth = value::day(year, 1, 4)?;
        (number > 0).then_some(())?;
        value::unit_at(fourth, number - 1, unit)
    }
}

/// The n-th week of a month (ISO weeks that have their Thursday in it), or its last.
pub(super) fn week_in_month(year: i32, month: u32, ordinal: i64) -> Option<Value> {
    if ordinal < 0 {
        let first = value::monday(value::month_end(year, month)?)?;
        return Some(Value::Span(first, value::shift_days(first, 6)?));
    }
    let first = value::monday(value::day(year, month, 4)?)?;
    let first = value::shift_days(first, (ordinal - 1) * 7)?;
    Some(Value::Span(first, value::shift_days(first, 6)?))
}

/// The first, second … or (-1) last such weekday of a month.
pub(super) fn weekday_in_month(year: i32, month: u32, weekday: u32, nth: i64) -> Option<NaiveDate> {
    let first = value::day(year, month, 1)?;
    let ahead = (weekday + 7 - first.weekday().number_from_monday()) % 7;
    let earliest = value::shift_days(first, i64::from(ahead))?;
    let wanted = |nth: i64| value::shift_days(earliest, (nth - 1) * 7).filter(|day| day.month() == month);
    match nth {
        1..=5 => wanted(nth),
        -1 => wanted(5).or_else(|| wanted(4)),
        _ => None,
    }
}
