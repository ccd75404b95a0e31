//! Dates inside a text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::NaiveDate;
use dates::{Found, Sentence, Tense};

fn find(text: &str, language: &str, reference: NaiveDate, tense: Tense) -> Vec<Found> {
    Sentence::of(text, language).find(reference, tense)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn tense_decides_between_past_and_plan() {
    let reference = day("2026-10-14");
    let ahead = find("They will meet on Monday.", "en", reference, Tense::Future);
    let back = find("They met on Monday.", "en", reference, Tense::Past);
    assert_eq!(ahead.first().map(|date| date.edtf.as_str()), Some("2026-10-19"));
    assert_eq!(back.first().map(|date| date.edtf.as_str()), Some("2026-10-12"));
}

#[test]
fn words_without_a_date_give_none() {
    for phrase in ["", "the meeting", "may", "he sat down", "한국", "2024-13-45", "99999999999999"] {
        let found = find(phrase, "en", day("2026-10-14"), Tense::Past);
        assert!(found.is_empty(), "{phrase}: {found:?}");
    }
}

/// What of a sentence is a date, read as looking back from Thursday, 8 January 2026.
fn check(text: &str, language: &str, wanted: &[&str]) {
    let found: Vec<String> = find(text, language, day("2026-01-08"), Tense::Past)
        .into_iter()
        .map(|date| date.edtf.to_string())
        .collect();
    assert_eq!(found, wanted, "{text}");
}

#[test]
fn a_number_is_a_year_only_where_the_words_make_it_one() {
    check("The Council imposed sanctions under Resolution 2270.", "en", &[]);
    check("They signed a Vision 2040 charter on Monday.", "en", &["2026-01-05"]);
    check("Spain sent 1800 soldiers to Latvia.", "en", &[]);
    check("Kenya bought 1500 rifles from Turkey.", "en", &[]);
    check("It must return to the 1948 lines.", "en", &[]);
    check("Peace was signed in 1953.", "en", &["1953"]);
    check("It was ruled by Britain from 1910 to 1945.", "en", &["1910/1945"]);
    check("L'accord fut signé en 1953 sous la résolution 1701.", "fr", &["1953"]);
    check("결의 1718호에 따라 제재했다.", "ko", &[]);
}

#[test]
fn a_count_behind_a_comma_is_no_day() {
    check("They met in Oslo on Tuesday, the two sides said.", "en", &["2026-01-06"]);
    check("It struck on Friday, three officials said.", "en", &["2026-01-02"]);
    check("In April, 12 ships entered the strait.", "en", &["2025-04"]);
    check("On 3 January, 60 soldiers crossed the river.", "en", &["2026-01-03"]);
    check(
        "It fired a missile on Wednesday, the 10th of this year.",
        "en",
        &["2026-01-07", "2026"],
    );
    check("It struck on Friday, the second such strike.", "en", &["2026-01-02"]);
    check("Members voted 5-3 on Monday.", "en", &["2026-01-05"]);
    check("A 2/3 majority is needed.", "en", &[]);
    check("Growth was 3.5 percent.", "en", &[]);
    check("They met on Friday, 2 January.", "en", &["2026-01-02"]);
}

#[test]
fn what_counts_or_qualifies_is_no_day() {
    check("At the 4th EU meeting in Oslo today, ministers spoke.", "en", &["2026-01-08"]);
    check("They met on the 4th in Oslo.", "en", &["2026-01-04"]);
    check("The ship was hit in an April airstrike.", "en", &["2025-04"]);
    check("They sent aid that may be needed.", "en", &[]);
    check("Two days after the vote, they left.", "en", &[]);
}

#[test]
fn years_of_eras_and_fiscal_years() {
    check("總統民國113年12月5日在台北會見外賓。", "zh", &["2024-12-05"]);
    check("首相は令和7年8月23日、東京で会談した。", "ja", &["2025-08-23"]);
    check("政府は2024年度の予算を発表した。", "ja", &["[2024-04..2025-03]"]);
    check("公元前221年，秦统一六国。", "zh", &["-0220"]);
    check("114年12月5日在台北會談。", "zh", &[]);
    check("兩國斷交，兩次相隔36年。", "zh", &[]);
    check("両国は25年ぶりに会談した。", "ja", &[]);
    check("98年5月3日在北京會談。", "zh", &["1998-05-03"]);
    check("Spending rises in fiscal year 2025.", "en", &[]);
    check("2025 회계연도 예산을 발표했다.", "ko", &[]);
    check("2025년 11월경 정상회담을 열었다.", "ko", &["2025-11~"]);
    check("2025년 3월 경제 회담을 열었다.", "ko", &["2025-03"]);
}

#[test]
fn words_that_join_dates() {
    check("They met on 5 and 7 January 2026.", "en", &["{2026-01-05,2026-01-07}"]);
    check("They met on 5 January 2026 and 12 ships came.", "en", &["2026-01-05"]);
    check("The 2024-25 season began.", "en", &["2024/2025"]);
    check("It held office from May 2020 until June 2022.", "en", &["2020-05/2022-06"]);
}
