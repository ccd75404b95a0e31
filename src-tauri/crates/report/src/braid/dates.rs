//! Dates on the axis as day numbers.

use chrono::{Datelike, NaiveDate};

/// Days since 1 January of year 1, at midnight.
pub fn number(day: NaiveDate) -> f64 {
    f64::from(day.num_days_from_ce())
}

/// The day a number falls in; clamped to what the calendar holds.
pub fn day(number: f64) -> NaiveDate {
    // A cast saturates, and a saturated number is outside the calendar.
    NaiveDate::from_num_days_from_ce_opt(number.floor() as i32).unwrap_or(if number < 0.0 { NaiveDate::MIN } else { NaiveDate::MAX })
}
