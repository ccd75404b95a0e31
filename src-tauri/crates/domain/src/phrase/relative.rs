//! Dates counted from the reference day.

use super::error::PhraseError;
use super::partial::Partial;
use super::token::Unit;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// The Monday of the week a day is in.
pub(super) fn monday(day: NaiveDate) -> NaiveDate {
    let since = u64::from(day.weekday().num_days_from_monday());
    day.checked_sub_days(Days::new(since)).unwrap_or(day)
}

pub(super) fn plus_days(day: NaiveDate, days: i64) -> Result<NaiveDate, PhraseError> {
    let moved = if days < 0 {
        day.checked_sub_days(Days::new(days.unsigned_abs()))
    } else {
        day.checked_add_days(Days::new(days.unsigned_abs()))
    };
    moved.ok_or_else(out_of_range)
}

fn plus_months(day: NaiveDate, months: i32) -> Result<NaiveDate, PhraseError> {
    let first = day.with_day(1).unwrap_or(day);
    let moved = if months < 0 {
        first.checked_sub_months(Months::new(months.unsigned_abs()))
    } else {
        first.checked_add_months(Months::new(months.unsigned_abs()))
    };
    moved.ok_or_else(out_of_range)
}

fn out_of_range() -> PhraseError {
    PhraseError::new("the date is out of range", "write it in digits")
}

impl Partial {
    /// `count` units from the reference: "three years ago" is a year, "two weeks ago" a week, "next month" a month.
    pub(super) fn set_counted(&mut self, unit: Unit, count: i32, reference: NaiveDate) -> Result<(), PhraseError> {
        match unit {
            Unit::Day => self.set_date(plus_days(reference, i64::from(count))?),
            Unit::Week => {
                let monday = plus_days(monday(reference), i64::from(count) * 7)?;
                self.set_run(monday, plus_days(monday, 6)?)
            }
            Unit::Weekend => {
                let monday = plus_days(monday(reference), i64::from(count) * 7)?;
                self.set_run(plus_days(monday, 5)?, plus_days(monday, 6)?)
            }
            Unit::Month => {
                let month = plus_months(reference, count)?;
                self.set_year(month.year())?;
                self.set_month(month.month())
            }
            Unit::Quarter => {
                let moved = plus_months(reference, count.checked_mul(3).ok_or_else(out_of_range)?)?;
                self.set_year(moved.year())?;
                self.set_season(33 + moved.month0() / 3)
            }
            Unit::Year => self.set_year(reference.year().checked_add(count).ok_or_else(out_of_range)?),
            Unit::Decade => self.set_years(run_of(reference, count, 10)?, 10),
            Unit::Century => self.set_years(run_of(reference, count, 100)?, 100),
        }
    }

    fn set_run(&mut self, first: NaiveDate, last: NaiveDate) -> Result<(), PhraseError> {
        super::partial::set(&mut self.run, (first, last), "week")
    }

    /// "Earlier" or "later this" week, month, quarter or year: its days through the reference, or those after it.
    pub(super) fn set_rest_of(&mut self, unit: Unit, later: bool, reference: NaiveDate) -> Result<(), PhraseError> {
        let mut whole = Partial::default();
        whole.set_counted(unit, 0, reference)?;
        let whole = whole.resolve(reference)?;
        let (first, last) = (whole.first.first_day(), whole.last().last_day());
        let (first, last) = first.zip(last).ok_or_else(out_of_range)?;
        let (from, to) = if later {
            (plus_days(reference, 1)?, last)
        } else {
            (first, reference)
        };
        if from > to {
            return Err(PhraseError::new("nothing of it is left", "write the next week, month or year"));
        }
        self.set_run(from, to)
    }

    /// "This", "next" (the first one after the reference) or "last" (the latest one before it) weekday.
    pub(super) fn set_relative_weekday(&mut self, weekday: Weekday, direction: i32, reference: NaiveDate) -> Result<(), PhraseError> {
        let of_week = i64::from(weekday.num_days_from_monday());
        let this = plus_days(monday(reference), of_week)?;
        let day = match direction {
            1 if this <= reference => plus_days(this, 7)?,
            -1 if this >= reference => plus_days(this, -7)?,
            _ => this,
        };
        self.set_date(day)
    }

    /// "This", "next" or "last" month by its name.
    pub(super) fn set_relative_month(&mut self, month: u32, direction: i32, reference: NaiveDate) -> Result<(), PhraseError> {
        let year = match direction {
            1 if month <= reference.month() => reference.year() + 1,
            -1 if month >= reference.month() => reference.year() - 1,
            _ => reference.year(),
        };
        self.set_year(year)?;
        self.set_month(month)
    }

    /// "This", "next" (not yet begun) or "last" (over) season; 21 to 24.
    pub(super) fn set_relative_season(&mut self, code: u32, direction: i32, reference: NaiveDate) -> Result<(), PhraseError> {
        let first_month = (code.saturating_sub(20) * 3).clamp(3, 12);
        let begun = reference.month() >= first_month;
        let over = reference.month() > first_month + 2;
        // A winter that began in December of last year is over from March on.
        let wrapped = first_month == 12 && reference.month() <= 2;
        let year = reference.year();
        let year = match direction {
            1 if begun => year + 1,
            -1 if wrapped => year - 2,
            -1 if !over => year - 1,
            0 if wrapped => year - 1,
            _ => year,
        };
        self.set_year(year)?;
        self.set_season(code)
    }
}

fn run_of(reference: NaiveDate, count: i32, length: i32) -> Result<i32, PhraseError> {
    let first = reference.year().div_euclid(length) * length;
    count
        .checked_mul(length)
        .and_then(|years| first.checked_add(years))
        .ok_or_else(out_of_range)
}
