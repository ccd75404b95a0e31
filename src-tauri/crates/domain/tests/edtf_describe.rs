//! Dates in words, English and Korean.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use domain::edtf::{Edtf, Language};

const CASES: &[(&str, &str, &str)] = &[
    ("2026-01-05", "5 January 2026", "2026년 1월 5일"),
    ("2026-01", "January 2026", "2026년 1월"),
    ("2026", "2026", "2026년"),
    ("2026-01~", "c. January 2026", "2026년 1월경"),
    ("2026~", "c. 2026", "2026년경"),
    ("2026-01?", "January 2026 (uncertain)", "2026년 1월(불확실)"),
    ("2026-01%", "c. January 2026 (uncertain)", "2026년 1월경(불확실)"),
    ("2004?-06-11", "11 June 2004 (year uncertain)", "2004년 6월 11일(연도 불확실)"),
    (
        "?2004-06-~11",
        "11 June 2004 (year uncertain, day approximate)",
        "2004년 6월 11일(연도 불확실, 일 대략)",
    ),
    (
        "2004-%06",
        "June 2004 (month approximate and uncertain)",
        "2004년 6월(월 대략·불확실)",
    ),
    ("2026-21", "spring 2026", "2026년 봄"),
    ("2026-21~", "c. spring 2026", "2026년 봄경"),
    ("2025-24", "winter 2025–26", "2025~2026년 겨울"),
    ("1999-24", "winter 1999–00", "1999~2000년 겨울"),
    ("2026-27", "autumn 2026 (northern hemisphere)", "2026년 가을(북반구)"),
    ("2026-32", "winter 2026 (southern hemisphere)", "2026년 겨울(남반구)"),
    ("2026-34", "Q2 2026", "2026년 2분기"),
    ("2026-38", "second four months of 2026", "2026년 두 번째 4개월"),
    ("2026-40", "first half of 2026", "2026년 상반기"),
    ("2026-41", "second half of 2026", "2026년 하반기"),
    ("201X", "2010s", "2010년대"),
    ("201", "2010s", "2010년대"),
    ("201X~", "c. 2010s", "2010년대경"),
    ("201X-21", "spring, 2010s", "2010년대의 봄"),
    ("19XX", "between 1900 and 1999", "1900년에서 1999년 사이"),
    (
        "1950S2",
        "1950 (estimate, between 1900 and 1999)",
        "1950년(추정, 1900년에서 1999년 사이)",
    ),
    ("XXXX", "unknown year", "연도 불명"),
    ("XXXX-12-25", "25 December, unknown year", "12월 25일(연도 불명)"),
    ("156X-12-25", "25 December, 1560s", "1560년대의 12월 25일"),
    ("2026-XX", "2026", "2026년"),
    ("2026-01-XX", "January 2026", "2026년 1월"),
    ("2016-02-2X", "between 20 and 29 February 2016", "2016년 2월 20일에서 29일 사이"),
    ("-0044-03-15", "15 March 45 BCE", "기원전 45년 3월 15일"),
    ("0409", "409 CE", "서기 409년"),
    ("Y170000002", "170000002", "170000002년"),
    ("2026-01-05T14:30", "5 January 2026, 14:30", "2026년 1월 5일 14:30"),
    (
        "2026-01-05T14:30:05+09:00",
        "5 January 2026, 14:30:05 UTC+09:00",
        "2026년 1월 5일 14:30:05 UTC+09:00",
    ),
    ("2026-01-05T14:30Z", "5 January 2026, 14:30 UTC", "2026년 1월 5일 14:30 UTC"),
    ("2026-01-05/2026-01-07", "5–7 January 2026", "2026년 1월 5일~7일"),
    ("2026-01-05/2026-02-07", "5 January – 7 February 2026", "2026년 1월 5일~2월 7일"),
    (
        "2025-12-30/2026-01-02",
        "30 December 2025 – 2 January 2026",
        "2025년 12월 30일~2026년 1월 2일",
    ),
    ("2026-01/2026-03", "January–March 2026", "2026년 1월~3월"),
    ("2025-12/2026-03", "December 2025 – March 2026", "2025년 12월~2026년 3월"),
    ("2024/2026", "2024–2026", "2024년~2026년"),
    ("2024~/2026?", "c. 2024 – 2026 (uncertain)", "2024년경~2026년(불확실)"),
    ("2025-06/..", "since June 2025", "2025년 6월부터"),
    ("2025-06~/..", "since c. June 2025", "2025년 6월경부터"),
    ("2025-06/", "from June 2025, end unknown", "2025년 6월부터(종료 시점 불명)"),
    ("../1985", "until 1985", "1985년까지"),
    ("/1985", "until 1985, start unknown", "1985년까지(시작 시점 불명)"),
    ("/..", "ongoing, start unknown", "계속 중, 시작 시점 불명"),
    ("../..", "without start or end", "시작과 끝 없음"),
    ("../", "without start, end unknown", "시작 없음, 종료 시점 불명"),
    ("/", "start and end unknown", "시작과 종료 시점 불명"),
    ("[..2026-01-07]", "before 8 January 2026", "2026년 1월 8일 전"),
    ("[2026-01-09..]", "after 8 January 2026", "2026년 1월 8일 후"),
    ("[..2025-12-31]", "before 1 January 2026", "2026년 1월 1일 전"),
    ("[..1984]", "1984 or earlier", "1984년 또는 그 이전"),
    ("[1760-12..]", "December 1760 or later", "1760년 12월 또는 그 이후"),
    (
        "[2026-01-01..2026-01-10]",
        "between 1 and 10 January 2026",
        "2026년 1월 1일에서 10일 사이",
    ),
    (
        "[2025-12-30..2026-01-10]",
        "between 30 December 2025 and 10 January 2026",
        "2025년 12월 30일에서 2026년 1월 10일 사이",
    ),
    ("[2024..2026]", "between 2024 and 2026", "2024년에서 2026년 사이"),
    ("[1984]", "1984", "1984년"),
    (
        "[1667,1668,1670..1672]",
        "one of 1667, 1668, 1670–1672",
        "1667년, 1668년, 1670년~1672년 중 하나",
    ),
    ("{1960,1961-12}", "1960 and December 1961", "1960년, 1961년 12월"),
    ("{1670..1672}", "all of 1670–1672", "1670년~1672년 모두"),
];

#[test]
fn dates_in_words() {
    for (text, english, korean) in CASES {
        let edtf = Edtf::parse(text).unwrap();
        assert_eq!(edtf.describe(Language::English), *english, "{text}");
        assert_eq!(edtf.describe(Language::Korean), *korean, "{text}");
    }
}

#[test]
fn a_date_stands_under_what_is_known_of_its_beginning() {
    // In the order in which they stand.
    let cases = [
        ("201X", "2010s", None),
        ("19XX", "1900–1999", None),
        ("[..2026-01-07]", "2026 or earlier", None),
        ("../2026", "2026 or earlier", None),
        ("2026", "2026", None),
        ("2026~", "2026", None),
        ("2026-XX-XX", "2026", None),
        ("2026-21", "2026", None),
        ("2026-40", "2026", None),
        ("[2026-01..2026-03]", "2026", None),
        ("2026-01?", "2026", Some("January 2026")),
        ("2026-01-XX", "2026", Some("January 2026")),
        ("2026-01-05T02:00+09:00", "2026", Some("January 2026")),
        ("2026-01-01T02:00+09:00", "2026", Some("January 2026")),
        ("[2026-01-01..2026-01-10]", "2026", Some("January 2026")),
        ("2026-01-30/2026-02-02", "2026", Some("January 2026")),
        ("2026-01/..", "2026", Some("January 2026")),
        ("{2026-01-05,2027}", "2026", Some("January 2026")),
        ("2026-02-2X", "2026", Some("February 2026")),
        ("[2026-12-30..2027-01-10]", "2026–2027", None),
        ("2026-24", "2026–2027", None),
        ("[2026-01-09..]", "2026 or later", None),
        ("2027", "2027", None),
    ];
    let heading = |text: &str| Edtf::parse(text).unwrap().heading().unwrap();
    for (text, year, month) in cases {
        let found = heading(text);
        assert_eq!(found.year_words(Language::English), year, "{text}");
        assert_eq!(found.month_words(Language::English).as_deref(), month, "{text}");
    }
    assert!(cases[2..].is_sorted_by_key(|(text, ..)| heading(text)));
    assert_eq!(heading("2026-01").month_words(Language::Korean).as_deref(), Some("2026년 1월"));
    assert_eq!(heading("[2026-01-09..]").year_words(Language::Korean), "2026년 또는 그 이후");
    for text in ["XXXX-12-25", "/", "../.."] {
        assert_eq!(Edtf::parse(text).unwrap().heading(), None, "{text}");
    }
}

#[test]
fn a_stretch_of_dates_is_as_exact_as_its_ends() {
    let said = |first: &str, last: &str| {
        let last = Edtf::parse(last).unwrap();
        Edtf::parse(first).unwrap().describe_through(&last, Language::English)
    };
    assert_eq!(said("2025-11~", "2027"), "c. November 2025 – 2027");
    assert_eq!(
        said("2025-11-01/2025-11-03", "[2026-01-05..2026-01-07]"),
        "1 November 2025 – 7 January 2026"
    );
    assert_eq!(said("2026-01-05", "2026-01-05"), "5 January 2026");
}
