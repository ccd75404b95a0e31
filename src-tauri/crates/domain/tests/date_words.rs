//! Dates in words, against the list that the page's tests read too.
#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use domain::{Edtf, Language, edtf::axis};
use serde::Deserialize;

#[derive(Deserialize)]
struct Golden {
    days: Vec<(NaiveDate, String, String)>,
    spans: Vec<(NaiveDate, NaiveDate, String, String)>,
    axis: Vec<(NaiveDate, String, String, String)>,
}

fn golden() -> Golden {
    serde_json::from_str(include_str!("golden/dates.json")).unwrap()
}

fn check(words: impl Fn(Language) -> String, english: &str, korean: &str) {
    assert_eq!(words(Language::English), english);
    assert_eq!(words(Language::Korean), korean);
}

#[test]
fn dates_are_written_as_the_page_writes_them() {
    let Golden { days, spans, axis } = golden();
    for (day, english, korean) in days {
        check(|language| Edtf::from_day(day).describe(language), &english, &korean);
    }
    for (from, to, english, korean) in spans {
        let span = Edtf::parse(&format!("{from}/{to}")).unwrap();
        check(|language| span.describe(language), &english, &korean);
    }
    for (day, style, english, korean) in axis {
        let label = |language| match style.as_str() {
            "shortDay" => axis::day_label(day, false, language),
            "month" => axis::month_label(day, false, language),
            _ => axis::year_label(day, language),
        };
        check(label, &english, &korean);
    }
}
