//! Dates on an axis, where room is scarce.

use chrono::{Datelike as _, NaiveDate};

use super::{super::Language, english, korean};

/// "5 Jan", with the year where wanted: "5 Jan 2026".
pub fn day_label(date: NaiveDate, with_year: bool, language: Language) -> String {
    let month = month_label(date, false, language);
    match (language, with_year) {
        (Language::English, true) => format!("{} {month} {}", date.day(), year_label(date, language)),
        (Language::English, false) => format!("{} {month}", date.day()),
        (Language::Korean, true) => format!("{} {month} {}일", year_label(date, language), date.day()),
        (Language::Korean, false) => format!("{month} {}일", date.day()),
    }
}

/// "Jan", with the year where wanted: "Jan 2026".
pub fn month_label(date: NaiveDate, with_year: bool, language: Language) -> String {
    match (language, with_year) {
        (Language::English, true) => format!("{} {}", english::short_month(date.month()), year_label(date, language)),
        (Language::English, false) => english::short_month(date.month()).to_owned(),
        (Language::Korean, true) => format!("{} {}월", year_label(date, language), date.month()),
        (Language::Korean, false) => format!("{}월", date.month()),
    }
}

/// "2026", "2026년".
pub fn year_label(date: NaiveDate, language: Language) -> String {
    match language {
        Language::English => english::exact_year(date.year().into()),
        Language::Korean => korean::exact_year(date.year().into()),
    }
}
