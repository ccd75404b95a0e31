//! What cannot be understood is refused, with the words not understood.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::NaiveDate;
use dates::typed;
use proptest::prelude::*;

fn reference() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 8).unwrap()
}

#[test]
fn unknown_words_are_named() {
    for (phrase, words) in [
        ("hello", vec!["hello"]),
        ("5 Januar 2026", vec!["Januar"]),
        ("during the Tang dynasty", vec!["Tang", "dynasty"]),
        ("a week after the summit", vec!["summit"]),
        ("2026년 설날", vec!["설날"]),
        ("gennaio 2026", vec!["gennaio"]),
        ("Whitsun 2026", vec!["Whitsun"]),
        ("Marching 2026", vec!["Marching"]),
        ("5 January 2026 KST", vec!["KST"]),
        ("FY2025", vec!["FY2025"]),
        ("the year of Hijra 1447", vec!["Hijra"]),
    ] {
        let error = typed(phrase, reference(), None).expect_err(phrase);
        assert_eq!(error.words(), words, "{phrase}");
        assert!(words.iter().all(|word| error.problem().contains(word)), "{error}");
    }
}

/// Each phrase, and a piece of what is said about it.
const REFUSED: &[(&str, &str)] = &[
    ("", "empty"),
    ("   ", "empty"),
    ("Tuesday 5 January 2026", "not a Tuesday"),
    ("30 February 2026", "not in the calendar"),
    ("29 February 2026", "not in the calendar"),
    ("2026년 2월 30일", "not in the calendar"),
    ("32 January 2026", "32"),
    ("2026-13-05", "month"),
    ("2026-02-30", "not in the calendar"),
    ("1/5/2026", "either way"),
    ("1/5", "either way"),
    ("5/7/26", "either way"),
    ("1800s", "ten years or a hundred"),
    ("1900s", "ten years or a hundred"),
    ("2005–08", "a month or a year"),
    ("5 2026", "\"5 2026\""),
    ("19", "number alone"),
    ("201", "number alone"),
    ("1", "number alone"),
    ("early", "\"early\""),
    ("2025 2026", "\"2026\""),
    ("January February", "\"February\""),
    ("before", "\"before\""),
    ("before after 2026", "\"before after 2026\""),
    ("between 2024", "\"between 2024\""),
    ("2024 and", "\"and\""),
    ("from", "\"from\""),
    ("two", "\"two\""),
    ("next", "\"next\""),
    ("2026 to 2024", "ends before it starts"),
    ("7–5 January 2026", "ends before it starts"),
    ("between 2026 and 2024", "ends before it starts"),
    ("14:30", "\"14:30\""),
    ("January 2026 14:30", "time"),
    ("5 January 2026 25:00", "no such time"),
    ("13pm 5 January 2026", "no such time"),
    ("c. 5 January 2026 14:30", "not expected"),
    ("spring January 2026", "\"spring January 2026\""),
    ("BCE", "\"BCE\""),
    ("2026 ?x", "not understood"),
    ("99999999999 days ago", "not understood"),
    ("2024-25", "2024 to 2025 or spring"),
    ("2021-22", "2021 to 2022 or summer"),
    ("1910-30", "1910 to 1930 or summer"),
    ("2024-13", "month"),
    ("FY 2025", "fiscal year"),
    ("fiscal year 2025", "fiscal year"),
    ("2025 회계연도", "fiscal year"),
    ("115年1月5日", "115年"),
];

#[test]
fn refused_with_a_reason() {
    let mut failures = Vec::new();
    for (phrase, reason) in REFUSED {
        match typed(phrase, reference(), None) {
            Ok(edtf) => failures.push(format!("{phrase} was taken for {edtf}")),
            Err(error) if !error.to_string().contains(reason) => failures.push(format!("{phrase}: {error}")),
            Err(error) => assert!(!error.hint().is_empty(), "{phrase}"),
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Words of the vocabulary in any order.
fn nearly_a_phrase() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "5",
        "7",
        "31",
        "2026",
        "2025",
        "0",
        "9999",
        "99",
        "january",
        "dec",
        "monday",
        "spring",
        "early",
        "late",
        "q2",
        "next",
        "last",
        "week",
        "month",
        "years",
        "ago",
        "in",
        "before",
        "after",
        "since",
        "until",
        "from",
        "to",
        "–",
        "-",
        "/",
        "~",
        "?",
        "%",
        "between",
        "and",
        "or",
        "c.",
        "the",
        "of",
        "half",
        "first",
        "century",
        "20th",
        "2010s",
        "bce",
        "ad",
        "14:30",
        "pm",
        "today",
        "2026-01-05",
        "5.1.2026",
        "201x",
        "년",
        "월",
        "일",
        "전",
        "후",
        "부터",
        "까지",
        "초",
        "말",
        "내년",
        "지난",
        "주",
        "경",
        "사이",
        "와",
        "年",
        "月",
        "日",
    ]);
    prop::collection::vec((word, prop::sample::select(vec!["", " "])), 1..9)
        .prop_map(|words| words.into_iter().flat_map(|(word, blank)| [word, blank]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_date_or_an_error(text in any::<String>()) {
        let _ = typed(&text, reference(), None);
    }

    #[test]
    fn any_words_give_valid_edtf_or_an_error(text in nearly_a_phrase(), days in -4_000_000..4_000_000) {
        let day = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
        for reference in [reference(), day, NaiveDate::MIN, NaiveDate::MAX] {
            if let Ok(edtf) = typed(&text, reference, None) {
                // A season may be two years as well, once it is written so.
                match typed(edtf.as_str(), reference, None) {
                    Ok(again) => prop_assert_eq!(again, edtf),
                    Err(refusal) => prop_assert!(refusal.problem().contains("may be the years"), "{} {}", edtf, refusal),
                }
            }
        }
    }

    /// What is described in English can be typed back, for every plain day, month and year.
    #[test]
    fn described_dates_can_be_typed_back(days in 365_000..3_652_059) {
        use domain::edtf::{Edtf, Language};
        let day = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
        let edtf = Edtf::from_day(day);
        for language in [Language::English, Language::Korean] {
            prop_assert_eq!(&typed(&edtf.describe(language), reference(), None).unwrap(), &edtf);
        }
    }
}
