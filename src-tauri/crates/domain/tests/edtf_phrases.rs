//! What a person types, in English, Korean, and the numeric forms of Chinese and Japanese.
//! The reference day is Thursday, 8 January 2026.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::NaiveDate;
use domain::phrase::parse_typed;

fn reference() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 8).unwrap()
}

/// Checks `phrase = EDTF` a line, and reports every line that fails.
fn check(table: &str) {
    let mut failures = Vec::new();
    for line in table.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (phrase, expected) = line.rsplit_once(" = ").unwrap();
        let found = parse_typed(phrase, reference()).map_or_else(|error| error.to_string(), |edtf| edtf.to_string());
        if found != expected {
            failures.push(format!("{phrase} = {found}, not {expected}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn edtf_as_it_stands() {
    check(
        "2026-01-05 = 2026-01-05
         2026-01 = 2026-01
         2026 = 2026
         2026-01~ = 2026-01~
         2026? = 2026?
         201X = 201X
         20XX = 20XX
         2026-21 = 2026-21
         2025-06/.. = 2025-06/..
         2025-06/ = 2025-06/
         /.. = /..
         [2026-01-01..2026-01-10] = [2026-01-01..2026-01-10]
         [..2026-01-07] = [..2026-01-07]
         {1960,1961-12} = {1960,1961-12}
         Y170000002 = Y170000002
         2026-01-05T14:30+09:00 = 2026-01-05T14:30+09:00
         ?2004-06-~11 = ?2004-06-~11",
    );
}

#[test]
fn days() {
    check(
        "5 January 2026 = 2026-01-05
         5 Jan 2026 = 2026-01-05
         5 jan. 2026 = 2026-01-05
         05 Jan 2026 = 2026-01-05
         January 5, 2026 = 2026-01-05
         Jan 5, 2026 = 2026-01-05
         Jan. 5 2026 = 2026-01-05
         JAN 5 2026 = 2026-01-05
         2026 January 5 = 2026-01-05
         5th January 2026 = 2026-01-05
         the 5th of January 2026 = 2026-01-05
         the 5th of January, 2026 = 2026-01-05
         January 5th, 2026 = 2026-01-05
         Jan 1st 2026 = 2026-01-01
         2nd of March 2025 = 2025-03-02
         3rd Sept 2025 = 2025-09-03
         5-Jan-2026 = 2026-01-05
         on 5 January 2026 = 2026-01-05
         5 Jan = 2026-01-05
         Jan 5 = 2026-01-05
         5 December = 2026-12-05
         the 5th = 2026-01-05
         Monday, 5 January 2026 = 2026-01-05
         Mon 5 Jan = 2026-01-05
         29 February 2024 = 2024-02-29
         2026/01/05 = 2026-01-05
         2026/1/5 = 2026-01-05
         2026.1.5 = 2026-01-05
         2026. 1. 5. = 2026-01-05
         2026-1-5 = 2026-01-05
         20260105 = 2026-01-05
         5.1.2026 = 2026-01-05
         05.01.2026 = 2026-01-05
         13/5/2026 = 2026-05-13
         5/13/2026 = 2026-05-13
         5/5/2026 = 2026-05-05
         15 March 44 BC = -0043-03-15
         15 March 44 BCE = -0043-03-15
         ２０２６年１月５日 = 2026-01-05",
    );
}

#[test]
fn months_years_and_longer() {
    check(
        "January 2026 = 2026-01
         Jan 2026 = 2026-01
         January, 2026 = 2026-01
         Jan. 2026 = 2026-01
         in January 2026 = 2026-01
         2026 January = 2026-01
         January = 2026-01
         November = 2026-11
         May = 2026-05
         2026/01 = 2026-01
         2026/1 = 2026-01
         2026-1 = 2026-01
         2026.01 = 2026-01
         7/2008 = 2008-07
         in 2026 = 2026
         the year 1800 = 1800
         year 2026 = 2026
         44 BC = -0043
         1 BCE = 0000
         AD 409 = 0409
         409 CE = 0409
         2010s = 201X
         the 2010s = 201X
         1990's = 199X
         '90s = 199X
         90s = 199X
         '20s = 202X
         '30s = 193X
         20th century = 19XX
         the 21st century = 20XX
         19th century = 18XX
         spring 2026 = 2026-21
         Spring of 2026 = 2026-21
         2026 summer = 2026-22
         autumn 2025 = 2025-23
         fall 2025 = 2025-23
         winter 2025 = 2025-24
         spring = 2026-21
         Q2 2026 = 2026-34
         2026 Q2 = 2026-34
         2026-Q2 = 2026-34
         Dec-2018 = 2018-12
         Q4 = 2026-36
         second quarter of 2026 = 2026-34
         1st quarter 2026 = 2026-33
         H1 2026 = 2026-40
         first half of 2026 = 2026-40
         the second half of 2026 = 2026-41
         2nd half 2026 = 2026-41",
    );
}

#[test]
fn parts() {
    check(
        "early January 2026 = [2026-01-01..2026-01-10]
         in early January 2026 = [2026-01-01..2026-01-10]
         early Jan = [2026-01-01..2026-01-10]
         mid January 2026 = [2026-01-11..2026-01-20]
         mid-January 2026 = [2026-01-11..2026-01-20]
         late January 2026 = [2026-01-21..2026-01-31]
         late February 2026 = [2026-02-21..2026-02-28]
         late February 2024 = [2024-02-21..2024-02-29]
         the end of January 2026 = [2026-01-21..2026-01-31]
         the beginning of March 2026 = [2026-03-01..2026-03-10]
         start of March 2026 = [2026-03-01..2026-03-10]
         the middle of March 2026 = [2026-03-11..2026-03-20]
         early 2026 = [2026-01..2026-04]
         mid-2026 = [2026-05..2026-08]
         mid 2026 = [2026-05..2026-08]
         late 2025 = [2025-09..2025-12]
         end of 2025 = [2025-09..2025-12]
         early 2010s = [2010..2013]
         the mid-2010s = [2014..2016]
         late 1990s = [1997..1999]
         early 20th century = [1900..1933]
         late 19th century = [1867..1899]
         early spring 2026 = 2026-03
         late winter 2025 = 2026-02
         mid Q2 2026 = 2026-05
         early H1 2026 = [2026-01..2026-02]
         end of next month = [2026-02-21..2026-02-28]
         early next year = [2027-01..2027-04]
         early to mid January 2026 = [2026-01-01..2026-01-20]
         mid to late 2025 = [2025-05..2025-12]
         about early January 2026 = [2026-01-01~..2026-01-10~]",
    );
}

#[test]
fn marks() {
    check(
        "c. 2026 = 2026~
         c 2026 = 2026~
         c2026 = 2026~
         ca. 2026 = 2026~
         ca.2026 = 2026~
         circa Feb 1812 = 1812-02~
         about November 2025 = 2025-11~
         around November 2025 = 2025-11~
         approximately 2025 = 2025~
         approx. 2025 = 2025~
         2025 approx = 2025~
         roughly 2025 = 2025~
         ~2025 = ~2025
         ~ Feb 1812 = 1812-02~
         January 2026~ = 2026-01~
         c. 5 January 2026 = 2026-01-05~
         about spring 2026 = 2026-21~
         c. 1860s = 186X~
         sometime in 2025 = 2025
         January 2026? = 2026-01?
         January 2026 (uncertain) = 2026-01?
         probably January 2026 = 2026-01?
         perhaps 2025 = 2025?
         uncertain: 1862 = 1862?
         maybe about 2025 = 2025%
         c. 2025? = 2025%
         January 2026% = 2026-01%",
    );
}

#[test]
fn relative_to_the_reference() {
    check(
        "today = 2026-01-08
         yesterday = 2026-01-07
         tomorrow = 2026-01-09
         the day after tomorrow = 2026-01-10
         day before yesterday = 2026-01-06
         next year = 2027
         last year = 2025
         this year = 2026
         next month = 2026-02
         last month = 2025-12
         this month = 2026-01
         later this month = [2026-01-09..2026-01-31]
         earlier this week = [2026-01-05..2026-01-08]
         later this year = [2026-01-09..2026-12-31]
         earlier this quarter = [2026-01-01..2026-01-08]
         next week = [2026-01-12..2026-01-18]
         last week = [2025-12-29..2026-01-04]
         this week = [2026-01-05..2026-01-11]
         this weekend = [2026-01-10..2026-01-11]
         last weekend = [2026-01-03..2026-01-04]
         next quarter = 2026-34
         last quarter = 2025-36
         this decade = 202X
         last decade = 201X
         last century = 19XX
         next Monday = 2026-01-12
         last Monday = 2026-01-05
         this Monday = 2026-01-05
         next Thursday = 2026-01-15
         last Thursday = 2026-01-01
         on Friday next week = 2026-01-16
         Monday of next week = 2026-01-12
         next January = 2027-01
         last January = 2025-01
         next March = 2026-03
         last November = 2025-11
         this November = 2026-11
         November last year = 2025-11
         5 March next year = 2027-03-05
         next spring = 2026-21
         last spring = 2025-21
         last autumn = 2025-23
         this winter = 2025-24
         last winter = 2024-24
         next winter = 2026-24
         spring next year = 2027-21
         3 days ago = 2026-01-05
         three days ago = 2026-01-05
         a week ago = [2025-12-29..2026-01-04]
         two weeks ago = [2025-12-22..2025-12-28]
         two months ago = 2025-11
         a year ago = 2025
         ten years ago = 2016
         in 3 days = 2026-01-11
         in two weeks = [2026-01-19..2026-01-25]
         in two months = 2026-03
         two years from now = 2028
         5 days later = 2026-01-13
         about two months ago = 2025-11~",
    );
}

#[test]
fn open_sides() {
    check(
        "before 8 January 2026 = [..2026-01-07]
         before January 2026 = [..2025-12]
         before 2026 = [..2025]
         before spring 2026 = [..2026-02-28]
         before the 2010s = [..2009-12-31]
         before today = [..2026-01-07]
         before about 2026 = [..2025~]
         before early January 2026 = [..2025-12-31]
         earlier than 1928 = [..1927]
         prior to 1 March 2026 = [..2026-02-28]
         after 8 January 2026 = [2026-01-09..]
         after January 2026 = [2026-02..]
         after December 2025 = [2026-01..]
         after 2026 = [2027..]
         after early January 2026 = [2026-01-11..]
         later than 2026 = [2027..]
         by 8 January 2026 = [..2026-01-08]
         by the end of 2026 = [..2026-12]
         no later than March 2026 = [..2026-03]
         on or before 8 January 2026 = [..2026-01-08]
         not before 2027 = [2027..]
         on or after 8 January 2026 = [2026-01-08..]
         2026 or later = [2026..]
         1984 or earlier = [..1984]
         since June 2025 = 2025-06/..
         since 2025 = 2025/..
         since 5 June 2025 = 2025-06-05/..
         since 2025-06-05 = 2025-06-05/..
         since c. 2025 = 2025~/..
         since early June 2025 = 2025-06/..
         since early 2025 = 2025/..
         since last year = 2025/..
         since spring 2025 = 2025-21/..
         from June 2025 = 2025-06/..
         June 2025 onwards = 2025-06/..
         from June 2025 on = 2025-06/..
         as of 1 January 2026 = 2026-01-01/..
         until March 2026 = /2026-03
         up to 2020 = /2020
         till yesterday = /2026-01-07",
    );
}

#[test]
fn spans_and_lists() {
    check(
        "5–7 January 2026 = 2026-01-05/2026-01-07
         5-7 January 2026 = 2026-01-05/2026-01-07
         5 - 7 Jan 2026 = 2026-01-05/2026-01-07
         5–7 Jan = 2026-01-05/2026-01-07
         5 to 7 January 2026 = 2026-01-05/2026-01-07
         5th to 7th January 2026 = 2026-01-05/2026-01-07
         from 5 to 7 January 2026 = 2026-01-05/2026-01-07
         January 5–7, 2026 = 2026-01-05/2026-01-07
         Jan 5 to 7 = 2026-01-05/2026-01-07
         5 January – 7 February 2026 = 2026-01-05/2026-02-07
         January 5 – February 7, 2026 = 2026-01-05/2026-02-07
         30 December 2025 – 2 January 2026 = 2025-12-30/2026-01-02
         30 December – 2 January 2026 = 2025-12-30/2026-01-02
         30 December 2025 to 2 January = 2025-12-30/2026-01-02
         Dec 30 – Jan 2 = 2026-12-30/2027-01-02
         January–March 2026 = 2026-01/2026-03
         Jan-Mar 2026 = 2026-01/2026-03
         from January to March = 2026-01/2026-03
         January through March 2026 = 2026-01/2026-03
         2024–2026 = 2024/2026
         2024-2026 = 2024/2026
         2024–26 = 2024/2026
         2026/27 = 2026/2027
         1861-67 = 1861/1867
         1851-52 = 1851/1852
         2024 to 2026 = 2024/2026
         from 2020 until 2024 = 2020/2024
         since 2020 until 2024 = 2020/2024
         c. 2020 – 2024 = 2020~/2024
         spring to autumn 2025 = 2025-21/2025-23
         2010s to 2020s = 201X/202X
         early January to mid February 2026 = 2026-01/2026-02
         2026-01-05 to 2026-01-07 = 2026-01-05/2026-01-07
         2026-01-05 / 2026-01-07 = 2026-01-05/2026-01-07
         yesterday to tomorrow = 2026-01-07/2026-01-09
         between 5 and 7 January 2026 = [2026-01-05..2026-01-07]
         between 2024 and 2026 = [2024..2026]
         between January and March 2026 = [2026-01..2026-03]
         between 30 December and 2 January 2026 = [2025-12-30..2026-01-02]
         between early and mid January 2026 = [2026-01-01..2026-01-20]
         5 or 6 January 2026 = [2026-01-05,2026-01-06]
         January or February 2026 = [2026-01,2026-02]
         2024 or 2025 or 2026 = [2024,2025,2026]
         either 2024 or 2026 = [2024,2026]
         late January or early February 2026 = [2026-01-21..2026-01-31,2026-02-01..2026-02-10]
         5 and 7 January 2026 = {2026-01-05,2026-01-07}
         2024 and 2026 = {2024,2026}",
    );
}

#[test]
fn times() {
    check(
        "5 January 2026 14:30 = 2026-01-05T14:30
         5 January 2026, 14:30:05 = 2026-01-05T14:30:05
         5 January 2026 at 9:05 = 2026-01-05T09:05
         2pm on 5 January 2026 = 2026-01-05T14:00
         5 January 2026 2:30 pm = 2026-01-05T14:30
         12 am 5 January 2026 = 2026-01-05T00:00
         tomorrow 14:30 = 2026-01-09T14:30",
    );
}

#[test]
fn korean() {
    check(
        "2026년 1월 5일 = 2026-01-05
         2026년1월5일 = 2026-01-05
         1월 5일 = 2026-01-05
         5일 = 2026-01-05
         2026년 1월 = 2026-01
         1월 = 2026-01
         2026년 = 2026
         2026년 1월 5일 월요일 = 2026-01-05
         2026년 1월 5일(월요일) = 2026-01-05
         1월 5일에 = 2026-01-05
         2026년 1월 초 = [2026-01-01..2026-01-10]
         1월 초순 = [2026-01-01..2026-01-10]
         1월초 = [2026-01-01..2026-01-10]
         2026년 1월 중순 = [2026-01-11..2026-01-20]
         2026년 1월 말 = [2026-01-21..2026-01-31]
         2월 하순 = [2026-02-21..2026-02-28]
         2026년 초 = [2026-01..2026-04]
         작년 말 = [2025-09..2025-12]
         2010년대 = 201X
         2010년대 초 = [2010..2013]
         90년대 = 199X
         20세기 = 19XX
         2026년 봄 = 2026-21
         작년 가을 = 2025-23
         지난 봄 = 2025-21
         2026년 2분기 = 2026-34
         2026년 상반기 = 2026-40
         하반기 = 2026-41
         오늘 = 2026-01-08
         어제 = 2026-01-07
         그저께 = 2026-01-06
         내일 = 2026-01-09
         모레 = 2026-01-10
         올해 = 2026
         내년 = 2027
         작년 = 2025
         재작년 = 2024
         지난해 = 2025
         지난해 11월 = 2025-11
         내년 1월 = 2027-01
         내년 1월 초 = [2027-01-01..2027-01-10]
         이번 달 = 2026-01
         다음 달 = 2026-02
         다음달 = 2026-02
         지난달 = 2025-12
         다음 달 초 = [2026-02-01..2026-02-10]
         이달 5일 = 2026-01-05
         이번 9월 = 2026-09
         오는 9월 = 2026-09
         지난 11월 초 = [2025-11-01..2025-11-10]
         지난 주말 = [2026-01-03..2026-01-04]
         지난주 = [2025-12-29..2026-01-04]
         다음 주 = [2026-01-12..2026-01-18]
         다음 주 월요일 = 2026-01-12
         지난주 금요일 = 2026-01-02
         지난 월요일 = 2026-01-05
         오는 월요일 = 2026-01-12
         3일 전 = 2026-01-05
         3일 후 = 2026-01-11
         2주 전 = [2025-12-22..2025-12-28]
         2주 후 = [2026-01-19..2026-01-25]
         2개월 전 = 2025-11
         두 달 전 = 2025-11
         한 달 뒤 = 2026-02
         2년 전 = 2024
         10년 후 = 2036
         2025년 11월경 = 2025-11~
         2025년 11월쯤 = 2025-11~
         약 2025년 = 2025~
         2025년 무렵 = 2025~
         아마 2025년 = 2025?
         2026년 1월 8일 전 = [..2026-01-07]
         1월 8일 전 = [..2026-01-07]
         2026년 전 = [..2025]
         2026년 1월 8일 이전 = [..2026-01-08]
         2026년 이전 = [..2026]
         2026년 1월 8일 후 = [2026-01-09..]
         2025년 6월 이후 = [2025-06..]
         2025년 6월부터 = 2025-06/..
         작년부터 = 2025/..
         2026년 3월까지 = /2026-03
         2026년 1월 5일부터 7일까지 = 2026-01-05/2026-01-07
         1월 5일부터 2월 7일까지 = 2026-01-05/2026-02-07
         2026년 1월 5일~7일 = 2026-01-05/2026-01-07
         1월 5~7일 = 2026-01-05/2026-01-07
         1월~3월 = 2026-01/2026-03
         2024년~2026년 = 2024/2026
         2024년부터 2026년까지 = 2024/2026
         2024~2026년 = 2024/2026
         1월 5일과 7일 사이 = [2026-01-05..2026-01-07]
         1월에서 3월 사이 = [2026-01..2026-03]
         2025년 또는 2026년 = [2025,2026]
         1월 5일과 7일 = {2026-01-05,2026-01-07}
         기원전 44년 = -0043
         서기 409년 = 0409",
    );
}

#[test]
fn chinese_and_japanese_numbers() {
    check(
        "2026年1月5日 = 2026-01-05
         2026年01月05日 = 2026-01-05
         2026年1月5号 = 2026-01-05
         2026年1月 = 2026-01
         2026年 = 2026
         1月5日 = 2026-01-05
         2026年1月5日（月曜日） = 2026-01-05
         2026年1月5日星期一 = 2026-01-05
         2026年1月初 = [2026-01-01..2026-01-10]
         2026年1月上旬 = [2026-01-01..2026-01-10]
         2026年1月中旬 = [2026-01-11..2026-01-20]
         2026年1月下旬 = [2026-01-21..2026-01-31]
         2026年春 = 2026-21
         2010年代 = 201X
         20世紀 = 19XX
         2026年第2季度 = 2026-34
         2026年上半年 = 2026-40
         去年11月 = 2025-11
         来年 = 2027
         2025年11月頃 = 2025-11~
         2026年1月5日～7日 = 2026-01-05/2026-01-07
         2026年1月5日から7日まで = 2026-01-05/2026-01-07
         2026年1月5日至7日 = 2026-01-05/2026-01-07
         2026年以前 = [..2026]
         2025年6月から = 2025-06/..",
    );
}
