use super::{Dated, FoundDate, Tense, when};
use chrono::NaiveDate;

fn find(text: &str, language: &str, reference: NaiveDate, tense: Tense) -> Vec<FoundDate> {
    Dated::of(text, language).find(reference, tense)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Phrase, language, EDTF, seen from Wednesday 14 October 2026.
const CASES: &[(&str, &str, &str)] = &[
    ("yesterday", "en", "2026-10-13"),
    ("on Monday", "en", "2026-10-12"),
    ("next Friday", "en", "2026-10-23"),
    ("last Tuesday", "en", "2026-10-06"),
    ("3 March 2024", "en", "2024-03-03"),
    ("March 3, 2024", "en", "2024-03-03"),
    ("the 3rd of March", "en", "2026-03-03"),
    ("in March", "en", "2026-03"),
    ("next year", "en", "2027"),
    ("last month", "en", "2026-09"),
    ("this week", "en", "2026-10-12/2026-10-18"),
    ("early March 2024", "en", "2024-03-01/2024-03-15"),
    ("early 2026", "en", "2026-01/2026-04"),
    ("two days ago", "en", "2026-10-12"),
    ("three months ago", "en", "2026-07-14~"),
    ("since June", "en", "2026-06/.."),
    ("before 2020", "en", "../2019"),
    ("after 2020", "en", "2021/.."),
    ("from May to August 2025", "en", "2025-05/2025-08"),
    ("between 2 and 9 April", "en", "2026-04-02/2026-04-09"),
    ("the first quarter of 2025", "en", "2025-01/2025-03"),
    ("the following day", "en", "2026-10-15"),
    ("2024-02-29", "en", "2024-02-29"),
    ("summer 2025", "en", "2025-22"),
    ("le 3 mars 2024", "fr", "2024-03-03"),
    ("lundi prochain", "fr", "2026-10-19"),
    ("le mois dernier", "fr", "2026-09"),
    ("il y a trois jours", "fr", "2026-10-11"),
    ("depuis juin 2020", "fr", "2020-06/.."),
    ("du 2 au 9 avril 2025", "fr", "2025-04-02/2025-04-09"),
    ("2024년 3월 3일", "ko", "2024-03-03"),
    ("다음 주 월요일", "ko", "2026-10-19"),
    ("지난달", "ko", "2026-09"),
    ("작년 5월", "ko", "2025-05"),
    ("3일 전", "ko", "2026-10-11"),
    ("2020년부터 2022년까지", "ko", "2020/2022"),
    ("2024年3月3日", "zh", "2024-03-03"),
    ("去年五月", "zh", "2025-05"),
    ("2018年之后", "zh", "2019/.."),
    ("下周一", "zh", "2026-10-19"),
    ("2024年3月3日", "ja", "2024-03-03"),
    ("来週の月曜日", "ja", "2026-10-19"),
    ("令和2年", "ja", "2020"),
    ("the 1990s", "en", "1990/1999"),
    ("the mid-1990s", "en", "1994/1996"),
    ("4–7 January", "en", "2026-01-04/2026-01-07"),
    ("nineteen eighty six", "en", "1986"),
    ("January twenty five, two thousand and five", "en", "2005-01-25"),
    ("two weeks and three days ago", "en", "2026-09-27"),
    ("3 days starting on Monday", "en", "2026-10-19/2026-10-21"),
    ("the week of 4 February 2026", "en", "2026-02-02/2026-02-08"),
    ("last Easter", "en", "2026-04-05"),
    ("more than two weeks ago", "en", "../2026-09-30"),
    ("earlier this month", "en", "2026-10-01/2026-10-14"),
    ("the week after next", "en", "2026-10-26/2026-11-01"),
    ("23-Sep-2020", "en", "2020-09-23"),
    ("18 8 1978", "fr", "1978-08-18"),
    ("mi-décembre 2025", "fr", "2025-12-10/2025-12-20"),
    ("오는 3월", "ko", "2027-03"),
    ("2026년 1분기", "ko", "2026-01/2026-03"),
    ("내일부터 3주", "ko", "2026-11-05"),
    ("2015年和2018年之间", "zh", "2015/2018"),
    ("1月5日至7日", "zh", "2026-01-05/2026-01-07"),
    ("5月底", "zh", "2026-05-16/2026-05-31"),
    ("2024年の前半", "ja", "2024-01/2024-06"),
    ("今日から2日後", "ja", "2026-10-16"),
];

#[test]
fn phrases_are_as_exact_as_their_words() {
    let reference = day("2026-10-14");
    let wrong: Vec<String> = CASES
        .iter()
        .filter_map(|(phrase, language, wanted)| {
            let found = when(phrase, reference, language).map(|when| when.edtf);
            (found.as_deref() != Some(*wanted)).then(|| format!("{phrase}: {found:?}, not {wanted}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn tense_decides_between_past_and_plan() {
    let reference = day("2026-10-14");
    let ahead = find("They will meet on Monday.", "en", reference, Tense::Future);
    let back = find("They met on Monday.", "en", reference, Tense::Past);
    assert_eq!(ahead.first().map(|date| date.when.edtf.as_str()), Some("2026-10-19"));
    assert_eq!(back.first().map(|date| date.when.edtf.as_str()), Some("2026-10-12"));
}

#[test]
fn words_without_a_date_give_none() {
    for phrase in ["", "the meeting", "may", "he sat down", "한국", "2024-13-45", "99999999999999"] {
        let found = find(phrase, "en", day("2026-10-14"), Tense::Past);
        assert!(found.iter().all(|date| date.when.edtf.len() < 30), "{phrase}: {found:?}");
    }
    assert_eq!(when("the meeting", day("2026-10-14"), "en"), None);
}
