//! From the words of one date to the date, seen from the reference day.

mod weeks;

use super::{
    Tense,
    bag::Bag,
    value::{self, Unit, Value},
};
use chrono::{Datelike, NaiveDate};
use weeks::{week_in_month, weekday_in_month};

/// The day phrases are relative to, and whether the verb looks back or ahead.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub from: NaiveDate,
    pub tense: Tense,
    /// Whether "last Wednesday" is the latest one rather than that of last week.
    pub last_is_latest: bool,
}

impl Seen {
    pub fn resolve(self, bag: &Bag) -> Option<Value> {
        let whole = self.whole(bag)?;
        match bag.part {
            // "earlier this month": of it what has passed; "later this month": what is left.
            Some(3) if whole.first()? <= self.from && self.from <= whole.last()? => Some(Value::Span(whole.first()?, self.from)),
            Some(4) if whole.first()? <= self.from && self.from <= whole.last()? => Some(Value::Span(self.from, whole.last()?)),
            Some(3) => whole.third(0),
            Some(part @ (0 | 2)) if matches!(whole, Value::Year(_)) && bag.year.is_none() => whole.half(part),
            Some(part) => whole.third(part),
            None => Some(whole),
        }
    }

    fn whole(self, bag: &Bag) -> Option<Value> {
        if bag.now {
            return Some(Value::Day(self.from));
        }
        if bag.to_date {
            return Some(Value::Span(value::day(self.from.year(), 1, 1)?, self.from));
        }
        if let Some(days) = bag.from_today {
            return value::shift_days(self.from, days).map(Value::Day);
        }
        if let Some((unit, half)) = bag.half_of {
            return self.half_of(unit, half);
        }
        let year = bag.year.or_else(|| self.year_of(bag));
        if let Some(decade) = bag.decade {
            let decade = if decade < 100 { self.century_of(bag)? + decade } else { decade };
            return Some(Value::Span(value::day(decade, 1, 1)?, value::day(decade + 9, 12, 31)?));
        }
        if bag.easter {
            return self.easter(bag, year).map(Value::Day);
        }
        if let Some(month) = self.month_of(bag) {
            return self.in_month(bag, year, month);
        }
        if let Some(quarter) = bag.quarter.or_else(|| ordinal_of(bag, Unit::Quarter)) {
            return value::months(year.unwrap_or(self.from.year()), quarter.checked_sub(1)? * 3 + 1, quarter * 3);
        }
        if let (Some((unit @ (Unit::Week | Unit::Month), 0)), Some(half)) = (bag.this, bag.half) {
            return self.half_of(unit, u8::try_from(half).ok()?);
        }
        if let Some(half) = bag.half.or_else(|| ordinal_of(bag, Unit::Half)) {
            return value::months(year.unwrap_or(self.from.year()), half.checked_sub(1)? * 6 + 1, half * 6);
        }
        if let Some(season) = bag.season {
            return Some(Value::Season(
                year.unwrap_or(self.from.year() + i32::try_from(bag.rel.unwrap_or(0)).ok()?),
                season,
            ));
        }
        if (bag.unit == Some(Unit::Century) || bag.unit == Some(Unit::Decade))
            && let Some(large) = large_unit(bag)
        {
            return Some(large);
        }
        if let Some(value) = self.week_of(bag, year) {
            return Some(value);
        }
        if let Some(weekday) = bag.weekday {
            return self.weekday(bag, weekday).map(Value::Day);
        }
        if let Some(count) = bag.count.filter(|_| bag.rel.is_some() || bag.near.is_some()) {
            return self.stretch(count, bag.unit?, bag.rel.or(bag.near)?);
        }
        if let Some(year) = year.filter(|_| bag.unit.is_none() || bag.unit == Some(Unit::Year) || bag.this.is_some()) {
            return Some(Value::Year(year));
        }
        if let Some((unit, count)) = bag.this {
            return value::unit_at(self.from, count, unit);
        }
        if let Some(day) = bag.day {
            // "오는 25일": the next 25th, whichever way the verb looks.
            let tense = match bag.near.or(bag.rel) {
                Some(1..) => Tense::Future,
                Some(_) if bag.near.is_some() => Tense::Past,
                _ => self.tense,
            };
            return Self { tense, ..self }.day_alone(day);
        }
        if bag.count.is_some() || bag.ordinal.is_some() {
            return None;
        }
        // A weekend told as past that has not come yet was the last one.
        let past = bag.unit == Some(Unit::Weekend) && self.tense == Tense::Past && self.from.weekday().number_from_monday() < 6;
        value::unit_at(self.from, bag.rel.or(bag.near).unwrap_or(if past { -1 } else { 0 }), bag.unit?)
    }

    /// The first year of the century named: "20世纪" is 1900, "上世纪" the one before.
    fn century_of(self, bag: &Bag) -> Option<i32> {
        let number = match (bag.ordinal, bag.rel) {
            (Some(ordinal), _) => i32::try_from(ordinal).ok()?.checked_sub(1)?,
            (None, Some(rel)) => self.from.year().div_euclid(100) + i32::try_from(rel).ok()?,
            _ => return None,
        };
        number.checked_mul(100)
    }

    fn easter(self, bag: &Bag, year: Option<i32>) -> Option<NaiveDate> {
        if let Some(year) = year {
            return value::easter(year);
        }
        let dates: Vec<NaiveDate> = (-1..=1).filter_map(|shift| value::easter(self.from.year() + shift)).collect();
        let ahead = bag.rel.or(bag.near).map_or(self.tense == Tense::Future, |rel| rel > 0);
        Seen {
            tense: if ahead { Tense::Future } else { Tense::Past },
            ..self
        }
        .pick(&dates)
    }

    fn year_of(self, bag: &Bag) -> Option<i32> {
        let relative = match (bag.this, bag.rel, bag.unit) {
            (Some((Unit::Year, count)), ..) => count,
            (_, Some(rel), Some(Unit::Year)) if bag.count.is_none() => rel,
            (_, None, Some(Unit::Year)) if bag.quarter.is_some() || bag.half.is_some() => 0,
            _ => return None,
        };
        Some(self.from.year() + i32::try_from(relative).ok()?)
    }

    fn month_of(self, bag: &Bag) -> Option<u32> {
        let relative = match (bag.month, bag.this, bag.rel, bag.unit) {
            (Some(month), ..) => return (1..=12).contains(&month).then_some(month),
            (_, Some((Unit::Month, count)), ..) => count,
            (_, _, Some(rel), Some(Unit::Month)) if bag.day.is_some() && bag.count.is_none() => rel,
            (_, _, None, Some(Unit::Month)) if bag.day.is_some() => 0,
            _ => {
                let ordinal = ordinal_of(bag, Unit::Month)?;
                return (bag.year.is_some() || bag.this.is_some()).then_some(ordinal);
            }
        };
        value::shift_months(value::day(self.from.year(), self.from.month(), 1)?, relative).map(|date| date.month())
    }

    fn in_month(self, bag: &Bag, year: Option<i32>, month: u32) -> Option<Value> {
        let known = year.or_else(|| self.month_year(bag, month));
        if bag.unit == Some(Unit::Week) {
            let year = known.or_else(|| self.nearest_year(month, 1))?;
            let week = week_in_month(year, month, bag.ordinal.or(bag.rel.filter(|rel| *rel < 0)).or(bag.count)?)?;
            return match bag.weekday {
                Some(weekday) => value::shift_days(week.first()?, i64::from(weekday) - 1).map(Value::Day),
                None => Some(week),
            };
        }
        if let (Some(weekday), Some(nth), None) = (bag.weekday, bag.ordinal.or(bag.rel.filter(|rel| *rel == -1)), bag.day) {
            return weekday_in_month(known.or_else(|| self.nearest_year(month, 1))?, month, weekday, nth).map(Value::Day);
        }
        if bag.unit == Some(Unit::Day) && bag.rel.or(bag.ordinal) == Some(-1) && bag.day.is_none() && bag.count.is_none() {
            return value::month_end(known.or_else(|| self.nearest_year(month, 1))?, month).map(Value::Day);
        }
        match (bag.day, known) {
            (Some(day), Some(year)) => value::day(year, month, day).map(Value::Day),
            (Some(day), None) => self.yearless(month, day, bag).map(Value::Day),
            (None, Some(year)) => Some(Value::Month(year, month)),
            (None, None) => Some(Value::Month(self.nearest_year(month, 1)?, month)),
        }
    }

    /// The year of a month told as "this", "next" or "last".
    fn month_year(self, bag: &Bag, month: u32) -> Option<i32> {
        if let Some((Unit::Month, count)) = bag.this {
            return value::shift_months(value::day(self.from.year(), self.from.month(), 1)?, count).map(|date| date.year());
        }
        if bag.month.is_none() {
            let count = bag.rel.unwrap_or(0);
            return value::shift_months(value::day(self.from.year(), self.from.month(), 1)?, count).map(|date| date.year());
        }
        if let Some(ahead) = bag
            .near
            .map(|near| near > 0)
            .or((self.last_is_latest && bag.rel == Some(-1)).then_some(false))
        {
            let this = month == self.from.month();
            let passed = month < self.from.month() || (this && bag.day.is_some_and(|day| day < self.from.day()));
            return Some(
                self.from.year()
                    + if ahead {
                        i32::from(passed)
                    } else {
                        -i32::from(!passed && (!this || bag.day.is_none()))
                    },
            );
        }
        match bag.rel.filter(|_| bag.weekday.is_none())? {
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

    fn yearless(self, month: u32, day: u32, bag: &Bag) -> Option<NaiveDate> {
        let year = self.from.year();
        let candidates = (-4..=4).filter_map(|shift| value::day(year + shift, month, day));
        let fits = |date: &NaiveDate| bag.weekday.is_none_or(|weekday| date.weekday().number_from_monday() == weekday);
        let known: Vec<NaiveDate> = candidates.collect();
        // A weekday must fit a day not far off, else it is taken as a slip.
        let reach = if bag.weekday.is_some() { 250 } else { 366 };
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

fn ordinal_of(bag: &Bag, unit: Unit) -> Option<u32> {
    let of_year = bag.year.is_some() || bag.this.is_some();
    let ordinal = bag.ordinal.or(bag.count.filter(|_| of_year)).filter(|_| bag.unit == Some(unit))?;
    u32::try_from(ordinal).ok().filter(|ordinal| (1..=12).contains(ordinal))
}

fn large_unit(bag: &Bag) -> Option<Value> {
    let span = |first: i32, length: i32| Some(Value::Span(value::day(first, 1, 1)?, value::day(first + length - 1, 12, 31)?));
    match bag.unit? {
        Unit::Century => span((i32::try_from(bag.ordinal?).ok()?.checked_sub(1)?).checked_mul(100)?, 100),
        Unit::Decade => {
            let number = i32::try_from(bag.ordinal.or(bag.count).or(bag.year.map(i64::from))?).ok()?;
            span(if number < 100 { 1900 + number } else { number }, 10)
        }
        _ => None,
    }
}
