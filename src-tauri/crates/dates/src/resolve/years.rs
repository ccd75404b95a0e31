//! Seasons, fiscal years, decades, centuries, and Easter.

use super::Viewpoint;
use crate::{
    Tense,
    parts::Parts,
    value::{self, Unit, Value},
};
use chrono::{Datelike, NaiveDate};

impl Viewpoint {
    /// The year of a season told as "this", "next" (not yet begun) or "last" (over).
    pub(super) fn season_year(self, parts: &Parts, season: u32) -> i32 {
        let (year, month) = (self.from.year(), self.from.month());
        let first = season.saturating_sub(20) * 3;
        // The winter that began last December is over from March on.
        let wraps = first == 12 && month <= 2;
        match parts.rel.or(parts.near) {
            Some(1..) => year + i32::from(month >= first),
            Some(0) => year - i32::from(wraps),
            Some(_) => year - i32::from(wraps || month <= first + 2) - i32::from(wraps),
            None => year,
        }
    }

    /// The year that begins in a month: that of a number, or so many from the present one.
    pub(super) fn fiscal_year(self, named: Option<i32>, month: u32, away: Option<i64>) -> Option<Value> {
        let present = self.from.year() - i32::from(self.from.month() < month);
        let year = named.or(away.and_then(|away| present.checked_add(i32::try_from(away).ok()?)))?;
        let first = value::day(year, month, 1)?;
        Some(Value::Span(first, value::shift_days(value::shift_months(first, 12)?, -1)?))
    }

    /// The latest decade of two figures that has begun: "the 80s", "'20s".
    pub(super) fn decade_of(self, figures: i32) -> Option<i32> {
        let this = self.from.year().div_euclid(100).checked_mul(100)?.checked_add(figures)?;
        Some(if this > self.from.year() { this - 100 } else { this })
    }

    pub(super) fn large_unit(self, parts: &Parts) -> Option<Value> {
        let number = |number: i64| i32::try_from(number).ok();
        match parts.unit? {
            Unit::Century => {
                let ordinal = number(parts.ordinal?)?;
                match (parts.bce, ordinal) {
                    (_, ..=0) => None,
                    (Some(true), 1) => value::years(-99, 0),
                    (Some(true), ordinal) => ordinal.checked_mul(-100).map(|first| Value::Century(first + 1)),
                    _ => ordinal.checked_sub(1)?.checked_mul(100).map(Value::Century),
                }
            }
            Unit::Decade => {
                let told = number(parts.ordinal.or(parts.count).or(parts.year.map(i64::from))?)?;
                let first = if told < 100 { self.decade_of(told)? } else { told };
                (first % 10 == 0).then_some(Value::Decade(first))
            }
            _ => None,
        }
    }

    /// The first year of the century named: "20世纪" is 1900, "上世纪" the one before.
    pub(super) fn century_of(self, parts: &Parts) -> Option<i32> {
        let number = match (parts.ordinal, parts.rel) {
            (Some(ordinal), _) => i32::try_from(ordinal).ok()?.checked_sub(1)?,
            (None, Some(rel)) => self.from.year().div_euclid(100) + i32::try_from(rel).ok()?,
            _ => return None,
        };
        number.checked_mul(100)
    }

    pub(super) fn easter(self, parts: &Parts, year: Option<i32>) -> Option<NaiveDate> {
        if let Some(year) = year {
            return value::easter(year);
        }
        let dates: Vec<NaiveDate> = (-1..=1).filter_map(|shift| value::easter(self.from.year() + shift)).collect();
        let ahead = parts.rel.or(parts.near).map_or(self.tense == Tense::Future, |rel| rel > 0);
        Viewpoint {
            tense: if ahead { Tense::Future } else { Tense::Past },
            ..self
        }
        .pick(&dates)
    }
}
