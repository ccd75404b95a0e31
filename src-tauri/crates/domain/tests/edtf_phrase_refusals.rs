//! What cannot be understood is refused, with the words not understood.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::NaiveDate;
use domain::phrase::parse_typed;
use proptest::prelude::*;

fn reference() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 8).unwrap()
}

#[test]
fn unknown_words_are_named() {
    for (phrase, words) in [
        ("hello", vec!["hello"]),
        ("5 Januar 2026", vec!["januar"]),
        ("during the Tang dynasty", vec!["tang", "dynasty"]),
        ("a week after the summit", vec!["summit"]),
        ("2026년 설날", vec!["설날"]),
        ("janvier 2026", vec!["janvier"]),
        ("Easter 2026", vec!["easter"]),
        ("Marching 2026", vec!["marching"]),
        ("5 January 2026 KST", vec!["kst"]),
    ] {
        let error = parse_typed(phrase, reference()).expect_err(phrase);
        assert_eq!(error.unknown_words(), words, "{phrase}");
        assert!(words.iter().all(|word| error.problem().contains(word)), "{error}");
    }
}

/// Each phrase, and a piece of what is said about it.
const REFUSED: &[(&str, &str)] = &[
    ("", "empty"),
    ("   ", "empty"),
    ("on Monday", "past or to come"),
    ("Monday", "past or to come"),
    ("월요일", "past or to come"),
    ("Tuesday 5 January 2026", "not a Tuesday"),
    ("30 February 2026", "not in the calendar"),
    ("29 February 2026", "not in the calendar"),
    ("2026년 2월 30일", "not in the calendar"),
    ("32 January 2026", "no day 32"),
    ("2026-13-05", "no such month"),
    ("2026-02-30", "not in the calendar"),
    ("1/5/2026", "either way"),
    ("1/5", "either way"),
    ("5/7/26", "either way"),
    ("26년 1월", "no century"),
    ("2000s", "ten years or a hundred"),
    ("1900s", "ten years or a hundred"),
    ("2005–08", "a month or a year"),
    ("5 2026", "no month"),
    ("19", "number alone"),
    ("201", "no day 201"),
    ("1", "number alone"),
    ("early", "need a month"),
    ("early 5 January 2026", "need a month"),
    ("2025 2026", "two years"),
    ("January February", "two months"),
    ("before", "breaks off"),
    ("before after 2026", "no meaning here"),
    ("between 2024", "breaks off"),
    ("2024 and", "breaks off"),
    ("from", "breaks off"),
    ("two", "counts nothing"),
    ("next", "no meaning here"),
    ("next day", "no meaning here"),
    ("2026 to 2024", "ends before it starts"),
    ("7–5 January 2026", "ends before it starts"),
    ("between 2026 and 2024", "ends before it starts"),
    ("Jan/3", "not understood"),
    ("January to 2018", "no year of its own"),
    ("later 2026", "no meaning here"),
    ("Friday later this month", "no week"),
    ("later this day", "nothing of it is left"),
    ("14:30", "no day"),
    ("January 2026 14:30", "no day"),
    ("5 January 2026 25:00", "no such time"),
    ("13pm 5 January 2026", "no such time"),
    ("c. 5 January 2026 14:30", "time cannot be"),
    ("spring January 2026", "one date"),
    ("BCE", "no year"),
    ("2026 ?x", "not understood"),
    ("99999999999 days ago", "not understood"),
];

#[test]
fn refused_with_a_reason() {
    let mut failures = Vec::new();
    for (phrase, reason) in REFUSED {
        match parse_typed(phrase, reference()) {
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
        let _ = parse_typed(&text, reference());
    }

    #[test]
    fn any_words_give_valid_edtf_or_an_error(text in nearly_a_phrase(), days in -4_000_000..4_000_000) {
        let day = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
        for reference in [reference(), day, NaiveDate::MIN, NaiveDate::MAX] {
            if let Ok(edtf) = parse_typed(&text, reference) {
                prop_assert_eq!(parse_typed(edtf.as_str(), reference).unwrap(), edtf);
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
            prop_assert_eq!(&parse_typed(&edtf.describe(language), reference()).unwrap(), &edtf);
        }
    }
}
