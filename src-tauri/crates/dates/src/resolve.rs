//! From the words of one date to the date, seen from the reference day.

mod weeks;
mod years;

use crate::{
    Tense,
    parts::Parts,
    value::{self, Date, FIRST_HALF, FIRST_QUARTER, Unit, Value},
};
use chrono::{Datelike, NaiveDate};
use weeks::{week_in_month, weekday_in_month};

/// The day phrases are relative to, and whether the verb looks back or ahead.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Viewpoint {
    pub from: NaiveDate,
    pub tense: Tense,
    /// Whether "last Wednesday" is the latest one rather than that of last week.
    pub last_is_latest: bool,
}

impl Viewpoint {
    /// The date that parts name, with what is said of how sure it is.
    pub fn date(self, parts: &Parts) -> Option<Date> {
        Some(Date {
            value: self.resolve(parts)?,
            approximate: parts.approx,
            uncertain: parts.uncertain,
            clock: parts.clock,
        })
    }

    pub fn resolve(self, parts: &Parts) -> Option<Value> {
        let whole = self.whole(parts)?;
        match parts.part {
            // "earlier this month": of it what has passed; "later this month": what is left.
            Some(3) if whole.first()? <= self.from && self.from <= whole.last()? => Some(Value::Span(whole.first()?, self.from)),
            Some(4) if whole.first()? <= self.from && self.from <= whole.last()? => Some(Value::Span(self.from, whole.last()?)),
            Some(3) => whole.third(0),
            Some(part @ (0 | 2)) if matches!(whole, Value::Year(_)) && parts.year.is_none() => whole.half(part),
            Some(part) => whole.third(part),
            None => Some(whole),
        }
    }

    fn whole(self, parts: &Parts) -> Option<Value> {
        if parts.now {
            return Some(Value::Day(self.from));
        }
        if parts.to_date {
            return Some(Value::Span(value::day(self.from.year(), 1, 1)?, self.from));
        }
        if let Some(days) = parts.from_today {
            return value::shift_days(self.from, days).map(Value::Day);
        }
        if let Some((unit, half)) = parts.half_of {
            return self.half_of(unit, half);
        }
        let year = parts.year.or_else(|| self.year_of(parts));
        if let Some((month, away)) = parts.fiscal {
            return self.fiscal_year(parts.year, month, away);
        }
        if let Some(decade) = parts.decade {
            // "the 1900s" may be ten years or a hundred; "the early 1900s" are of the ten.
            let hundred = decade >= 100 && decade % 100 == 0 && decade != 2000 && parts.part.is_none();
            let in_century = || {
                self.century_of(parts)
                    .map(|century| century + decade)
                    .or_else(|| self.decade_of(decade))
            };
            let first = if decade < 100 { in_century()? } else { decade };
            return (!hundred).then_some(Value::Decade(first));
        }
        if parts.easter {
            return self.easter(parts, year).map(Value::Day);
        }
        if let Some(month) = self.month_of(parts) {
            return self.in_month(parts, year, month);
        }
        if let Some(quarter) = parts.quarter.or_else(|| ordinal_of(parts, Unit::Quarter)) {
            return (1..=4)
                .contains(&quarter)
                .then(|| Value::Season(year.unwrap_or(self.from.year()), FIRST_QUARTER + quarter - 1));
        }
        if let (Some((unit @ (Unit::Week | Unit::Month), 0)), Some(half)) = (parts.this, parts.half) {
            return self.half_of(unit, u8::try_from(half).ok()?);
        }
        if let Some(half) = parts.half.or_else(|| ordinal_of(parts, Unit::Half)) {
            return (1..=2)
                .contains(&half)
                .then(|| Value::Season(year.unwrap_or(self.from.year()), FIRST_HALF + half - 1));
        }
        if let Some(season) = parts.season {
            return Some(Value::Season(year.unwrap_or_else(|| self.season_year(parts, season)), season));
        }
        if (parts.unit == Some(Unit::Century) || parts.unit == Some(Unit::Decade))
            && let Some(large) = self.large_unit(parts)
        {
            return Some(large);
        }
        if let Some(value) = self.week_of(parts, year) {
            return Some(value);
        }
        if let Some(weekday) = parts.weekday {
            return self.weekday(parts, weekday).map(Value::Day);
        }
        if let Some(count) = parts.count.filter(|_| parts.rel.is_some() || parts.near.is_some()) {
            return self.stretch(count, parts.unit?, parts.rel.or(parts.near)?);
        }
        if year.is_some() && parts.day.is_some() {
            return None;
        }
        if let Some(year) = year.filter(|_| parts.unit.is_none() || parts.unit == Some(Unit::Year) || parts.this.is_some()) {
            return Some(Value::Year(year));
        }
        if let Some((unit, count)) = parts.this {
            return value::unit_at(self.from, count, unit);
        }
        if let Some(day) = parts.day {
            // "오는 25일": the next 25th, whichever way the verb looks.
            let tense = match parts.near.or(parts.rel) {
                Some(1..) => Tense::Future,
                Some(_) if parts.near.is_some() => Tense::Past,
                _ => self.tense,
            };
            return Self { tense, ..self }.day_alone(day);
        }
        let half_alone = parts.unit == Some(Unit::Half) && parts.rel.is_none();
        if parts.count.is_some() || parts.ordinal.is_some() || parts.year.is_some() || half_alone {
            return None;
        }
        // A weekend told as past that has not come yet was the last one.
        let past = parts.unit == Some(Unit::Weekend) && self.tense == Tense::Past && self.from.weekday().number_from_monday() < 6;
        value::unit_at(
            self.from,
            parts.rel.or(parts.near).unwrap_or(if past { -1 } else { 0 }),
            parts.unit?,
        )
    }

    fn year_of(self, parts: &Parts) -> Option<i32> {
        let relative = match (parts.this, parts.rel, parts.unit) {
            (Some((Unit::Year, count)), ..) => count,
            (_, Some(rel), Some(Unit::Year)) if parts.count.is_none() => rel,
            (_, None, Some(Unit::Year)) if parts.quarter.is_some() || parts.half.is_some() => 0,
            _ => return None,
        };
        Some(self.from.year() + i32::try_from(relative).ok()?)
    }

    fn month_of(self, parts: &Parts) -> Option<u32> {
        let relative = match (parts.month, parts.this, parts.rel, parts.unit) {
            (Some(month), ..) => return (1..=12).contains(&month).then_some(month),
            (_, Some((Unit::Month, count)), ..) => count,
            (_, _, Some(rel), Some(Unit::Month)) if parts.day.is_some() && parts.count.is_none() => rel,
            (_, _, None, Some(Unit::Month)) if parts.day.is_some() => 0,
            _ => {
                let ordinal = ordinal_of(parts, Unit::Month)?;
                return (parts.year.is_some() || parts.this.is_some()).then_some(ordinal);
            }
        };
        value::shift_months(value::day(self.from.year(), self.from.month(), 1)?, relative).map(|date| date.month())
    }

    fn in_month(self, parts: &Parts, year: Option<i32>, month: u32) -> Option<Value> {
        let known = year.or_else(|| self.month_year(parts, month));
        if parts.unit == Some(Unit::Week) {
            let year = known.or_else(|| self.nearest_year(month, 1))?;
            let week = week_in_month(year, month, parts.ordinal.or(parts.rel.filter(|rel| *rel < 0)).or(parts.count)?)?;
            return match parts.weekday {
                Some(weekday) => value::shift_days(week.first()?, i64::from(weekday) - 1).map(Value::Day),
                None => Some(week),
            };
        }
        if let (Some(weekday), Some(nth), None) = (parts.weekday, parts.ordinal.or(parts.rel.filter(|rel| *rel == -1)), parts.day) {
            return weekday_in_month(known.or_else(|| self.nearest_year(month, 1))?, month, weekday, nth).map(Value::Day);
        }
        if parts.unit == Some(Unit::Day) && parts.rel.or(parts.ordinal) == Some(-1) && parts.day.is_none() && parts.count.is_none() {
            return value::month_end(known.or_else(|| self.nearest_year(month, 1))?, month).map(Value::Day);
        }
        match (parts.day, known) {
            (Some(day), Some(year)) => value::day(year, month, day).map(Value::Day),
            (Some(day), None) => self.yearless(month, day, parts).map(Value::Day),
            (None, Some(year)) => Some(Value::Month(year, month)),
            (None, None) => Some(Value::Month(self.nearest_year(month, 1)?, month)),
        }
    }

    /// The year of a month told as "this", "next" or "last".
    fn month_year(self, parts: &Parts, month: u32) -> Option<i32> {
        if let Some((Unit::Month, count)) = parts.this {
            return value::shift_months(value::day(self.from.year(), self.from.month(), 1)?, count).map(|date| date.year());
        }
        if parts.month.is_none() {
            let count = parts.rel.unwrap_or(0);
            return value::shift_months(value::day(self.from.year(), self.from.month(), 1)?, count).map(|date| date.year());
        }
        if let Some(ahead) = parts
            .near
            .map(|near| near > 0)
            .or((self.last_is_latest && parts.rel == Some(-1)).then_some(false))
        {
            let this = month == self.from.month();
            let passed = month < self.from.month() || (this && parts.day.is_some_and(|day| day < self.from.day()));
            return Some(
                self.from.year()
                    + if ahead {
                        i32::from(passed)
                    } else {
                        -i32::from(!passed && (!this || parts.day.is_none()))
                    },
            );
        }
        match parts.rel.filter(|_| parts.weekday.is_none())? {
            0 => Some(self.from.year()),
            rel if rel > 0 => Some(self.from.year() + i32::from(month <= self.from.month())),
            _ => Some(self.from.year() - i32::from(month >= self.from.month())),
        }
    }

    fn nearest_year(self, month: u32, _day: u32) -> Option<i32> {
        let (year, now) = (self.from.year(), self.from.month());
        Some(match self.tense {
            Tense::Future if month < now => year + 1,
            Tense::Past if month > now => year - 1,
            Tense::Unknown if month > now => year - 1,
            _ => year,
        })
    }

    fn yearless(self, month: u32, day: u32, parts: &Parts) -> Option<NaiveDate> {
        let year = self.from.year();
        let candidates = (-4..=4).filter_map(|shift| value::day(year + shift, month, day));
        let fits = |date: &NaiveDate| parts.weekday.is_none_or(|weekday| date.weekday().number_from_monday() == weekday);
        let known: Vec<NaiveDate> = candidates.collect();
        // A weekday must fit a day not far off, else it is taken as a slip.
        let reach = if parts.weekday.is_some() { 250 } else { 366 };
        let near: Vec<NaiveDate> = known
            .iter()
            .copied()
            .filter(|date| date.signed_duration_since(self.from).num_days().abs() <= reach && fits(date))
            .collect();
        let pool = if near.is_empty() { known } else { near };
        self.pick(&pool)
    }

    /// The latest on or before the day, or the first on or after it, as the tense has it.
    fn pick(self, dates: &[NaiveDate]) -> Option<NaiveDate> {
        let past = dates.iter().copied().filter(|date| *date <= self.from).max();
        let future = dates.iter().copied().filter(|date| *date >= self.from).min();
        if self.tense == Tense::Future {
            future.or(past)
        } else {
            past.or(future)
        }
    }

    fn day_alone(self, day: u32) -> Option<Value> {
        let first = value::day(self.from.year(), self.from.month(), 1)?;
        let dates: Vec<NaiveDate> = (-3..=3)
            .filter_map(|count| value::shift_months(first, count))
            .filter_map(|month| value::day(month.year(), month.month(), day))
            .collect();
        self.pick(&dates).map(Value::Day)
    }
}

fn ordinal_of(parts: &Parts, unit: Unit) -> Option<u32> {
    let of_year = parts.year.is_some() || parts.this.is_some();
    let ordinal = parts
        .ordinal
        .or(parts.count.filter(|_| of_year))
        .filter(|_| parts.unit == Some(unit))?;
    u32::try_from(ordinal).ok().filter(|ordinal| (1..=12).contains(ordinal))
}
