//! Dates on the axis: day numbers, and how a day, month or year is written.

use chrono::{Datelike, NaiveDate};
use domain::Language;

/// Days since 1 January of year 1, at midnight.
pub fn number(day: NaiveDate) -> f64 {
    f64::from(day.num_days_from_ce())
}

/// The day a number falls in; clamped to what the calendar holds.
pub fn day(number: f64) -> NaiveDate {
    // A cast saturates, and a saturated number is outside the calendar.
    NaiveDate::from_num_days_from_ce_opt(number.floor() as i32).unwrap_or(if number < 0.0 { NaiveDate::MIN } else { NaiveDate::MAX })
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const LONG_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "5 January 2026", "2026년 1월 5일".
pub fn long(date: NaiveDate, language: Language) -> String {
    match language {
        Language::English => format!("{} {} {}", date.day(), LONG_MONTHS[date.month0() as usize % 12], date.year()),
        Language::Korean => format!("{}년 {}월 {}일", date.year(), date.month(), date.day()),
    }
}

/// "5 Jan", with the year where asked: "5 Jan 2026".
pub fn day_label(date: NaiveDate, with_year: bool, language: Language) -> String {
    let month = MONTHS[date.month0() as usize % 12];
    match (language, with_year) {
        (Language::English, true) => format!("{} {month} {}", date.day(), date.year()),
        (Language::English, false) => format!("{} {month}", date.day()),
        (Language::Korean, true) => long(date, language),
        (Language::Korean, false) => format!("{}월 {}일", date.month(), date.day()),
    }
}

/// "Jan", with the year where asked: "Jan 2026".
pub fn month_label(date: NaiveDate, with_year: bool, language: Language) -> String {
    let month = MONTHS[date.month0() as usize % 12];
    match (language, with_year) {
        (Language::English, true) => format!("{month} {}", date.year()),
        (Language::English, false) => month.to_owned(),
        (Language::Korean, true) => format!("{}년 {}월", date.year(), date.month()),
        (Language::Korean, false) => format!("{}월", date.month()),
    }
}

/// "2026", "2026년".
pub fn year_label(date: NaiveDate, language: Language) -> String {
    match language {
        Language::English => date.year().to_string(),
        Language::Korean => format!("{}년", date.year()),
    }
}
