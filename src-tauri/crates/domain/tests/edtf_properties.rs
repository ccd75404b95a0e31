//! What must hold for any date and any text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::{Datelike, NaiveDate};
use domain::edtf::{Edtf, Language};
use domain::moment::Moment;
use proptest::prelude::*;
use std::sync::OnceLock;

/// Strings of the characters EDTF is made of, so that many of them parse.
fn nearly_edtf() -> impl Strategy<Value = String> {
    let date = "[?~%]?-?[0-9X]{4}([?~%]?-[?~%]?[0-4X][0-9X]([?~%]?-[?~%]?[0-3X][0-9X])?)?[?~%]?";
    let long = "Y-?[1-9][0-9]{0,12}(E[0-9]{1,2})?(S[0-9])?";
    let time = "20[0-9]{2}-0[1-9]-1[0-9]T[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?(Z|[+-]0[0-9](:30)?)?";
    let one = || prop_oneof![5 => date, 1 => long, 1 => time, 1 => "[0-9]{2,3}", 1 => Just("..".to_owned())];
    prop_oneof![
        3 => one(),
        2 => (one(), one()).prop_map(|(a, b)| format!("{a}/{b}")),
        1 => (one(), one()).prop_map(|(a, b)| format!("[{a},{b}..]")),
        1 => (one(), one()).prop_map(|(a, b)| format!("{{{a}..{b}}}")),
    ]
}

fn check_all_that_must_hold(edtf: &Edtf) {
    let again = Edtf::parse(&edtf.to_string()).unwrap();
    assert_eq!(&again, edtf);
    assert_eq!((again.start(), again.end()), (edtf.start(), edtf.end()));
    for bounds in [edtf.start(), edtf.end()] {
        if let (Some(earliest), Some(latest)) = (bounds.earliest, bounds.latest) {
            assert!(earliest <= latest, "{edtf}");
        }
    }
    if let (Some(earliest), Some(latest)) = (edtf.earliest(), edtf.latest()) {
        assert!(earliest <= latest, "{edtf}");
    }
    let json = serde_json::to_string(edtf).unwrap();
    assert_eq!(serde_json::from_str::<Edtf>(&json).unwrap(), *edtf);
    for language in [Language::English, Language::Korean] {
        assert!(!edtf.describe(language).trim().is_empty(), "{edtf}");
    }
}

fn fits(mask: &str, text: &str) -> bool {
    mask.bytes().zip(text.bytes()).all(|(mask, byte)| mask == b'X' || mask == byte)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_date_or_an_error(text in any::<String>()) {
        if let Ok(edtf) = Edtf::parse(&text) {
            check_all_that_must_hold(&edtf);
        }
    }

    #[test]
    fn any_ascii_is_a_date_or_an_error(text in "[0-9XYES?~%.,/\\[\\]{}T:+Z -]{0,40}") {
        if let Ok(edtf) = Edtf::parse(&text) {
            check_all_that_must_hold(&edtf);
        }
    }

    #[test]
    fn what_parses_is_kept_and_ordered(text in nearly_edtf()) {
        if let Ok(edtf) = Edtf::parse(&text) {
            prop_assert_eq!(edtf.as_str(), &text);
            check_all_that_must_hold(&edtf);
        }
    }

    #[test]
    fn days_are_themselves(days in -3_652_424_i32..3_652_059) {
        let date = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
        let edtf = Edtf::from_day(date);
        prop_assert_eq!(edtf.earliest(), Some(Moment::from_date(date)));
        prop_assert_eq!(edtf.latest(), Some(Moment::end_of_date(date)));
        check_all_that_must_hold(&edtf);
    }

    #[test]
    fn constructors_hold_what_they_are_given(a in -300_000_i32..300_000, month in 0_u32..14, days in 0_i64..4_000) {
        let year = Edtf::from_year(a);
        prop_assert_eq!(year.earliest().unwrap().year(), i64::from(a));
        prop_assert_eq!(year.latest().unwrap().year(), i64::from(a));
        prop_assert_eq!(Edtf::from_month(a, month).earliest().unwrap().year(), i64::from(a));
        let first = NaiveDate::from_ymd_opt(a % 9_000, 5, 17).unwrap();
        let last = first + chrono::TimeDelta::days(days);
        for edtf in [Edtf::between(last, first), Edtf::spanning(first, last)] {
            prop_assert_eq!(edtf.earliest(), Some(Moment::from_date(first)));
            prop_assert_eq!(edtf.latest(), Some(Moment::end_of_date(last)));
        }
    }
}

/// Every day of the 21st century with its text.
fn days_of_a_century() -> &'static [(NaiveDate, String)] {
    static DAYS: OnceLock<Vec<(NaiveDate, String)>> = OnceLock::new();
    DAYS.get_or_init(|| {
        let first = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap();
        first
            .iter_days()
            .take_while(|day| day.year() < 2100)
            .map(|day| (day, day.to_string()))
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    /// The bounds of a mask are the first and last of all days of the calendar that fit it.
    #[test]
    fn masks_are_the_union_of_their_days(mask in "20[0-9X][0-9X]-[01X][0-9X]-[0-3X][0-9X]") {
        let mut fitting = days_of_a_century().iter().filter(|(_, text)| fits(&mask, text)).map(|(day, _)| *day);
        let first = fitting.next();
        let expected = first.map(|first| (first, fitting.next_back().unwrap_or(first)));
        let found = Edtf::parse(&mask).ok().map(|edtf| (edtf.earliest().unwrap(), edtf.latest().unwrap()));
        prop_assert_eq!(found, expected.map(|(a, b)| (Moment::from_date(a), Moment::end_of_date(b))));
    }
}
