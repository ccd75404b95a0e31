//! Dates as documents state them: in markup, in feeds, on a line of their own.

use chrono::{Datelike, NaiveDate};
use domain::edtf::Precision;

/// Longer texts are not a date.
const LONGEST: usize = 120;

/// What may stand before a date of publication, in lower case.
const PUBLISHED: [&str; 26] = [
    "published",
    "publication date",
    "date published",
    "posted",
    "date",
    "issued",
    "released",
    "first published",
    "publié le",
    "publié",
    "le",
    "on",
    "at",
    "입력",
    "기사입력",
    "등록",
    "발행",
    "게재",
    "승인",
    "作成",
    "公開",
    "发布时间",
    "发布于",
    "發布時間",
    "时间",
    "配信",
];
/// What may stand before the date of a later change.
const UPDATED: [&str; 12] = [
    "last updated",
    "updated",
    "last modified",
    "modified",
    "mis à jour le",
    "수정",
    "최종수정",
    "업데이트",
    "更新时间",
    "更新",
    "更新日",
    "最終更新",
];

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const WEEKDAYS_CJK: [&str; 4] = ["요일", "曜日", "星期", "周"];
const DAYS: [&str; 14] = ["월", "화", "수", "목", "금", "토", "일", "月", "火", "水", "木", "金", "土", "日"];

/// A date in a line that holds nothing else of weight.
#[derive(Debug, PartialEq)]
pub struct DateLine {
    /// EDTF, a day.
    pub date: String,
    /// Whether it is said to be of a later change.
    pub is_update: bool,
}

/// The date of an entry of markup, as EDTF, as exact as stated: a day, a month or a year. A time of day is dropped, and no
/// zone moves the day.
pub fn stated(text: &str) -> Option<String> {
    let text = text.trim();
    if text.chars().count() > LONGEST {
        return None;
    }
    compact(text)
        .or_else(|| numeric(without_time(text)))
        .or_else(|| in_line(text).map(|line| line.date))
}

/// The date of a line that is only a date, perhaps with a label, a weekday, a place or a time.
pub fn in_line(line: &str) -> Option<DateLine> {
    if line.chars().count() > LONGEST || !has_year(line) {
        return None;
    }
    let (unlabelled, is_update) = without_label(line.trim());
    let core = without_weekday(without_time(unlabelled));
    let date = day(&core).or_else(|| after_place(&core).and_then(day))?;
    Some(DateLine { date, is_update })
}

/// The day in words or figures, without any other word.
fn day(text: &str) -> Option<String> {
    if let Some(date) = numeric(text) {
        return (date.len() == 10).then_some(date);
    }
    // The words must mean the same whenever they are read: nothing is counted from today.
    let (some_day, another) = (NaiveDate::from_ymd_opt(2001, 3, 5)?, NaiveDate::from_ymd_opt(2032, 10, 21)?);
    let date = dates::typed(text, some_day, None).ok()?;
    let again = dates::typed(text, another, None).ok()?;
    let is_day = date.precision() == Precision::Day && date.as_str().len() == 10;
    let is_plausible = date.as_str().parse().is_ok_and(is_plausible);
    (is_day && is_plausible && date.as_str() == again.as_str()).then(|| date.as_str().to_owned())
}

/// "20260108" and "20260108T090000".
fn compact(text: &str) -> Option<String> {
    let digits = text.get(..8)?;
    let ends = text.get(8..).is_some_and(|rest| rest.is_empty() || rest.starts_with('T'));
    let date = NaiveDate::parse_from_str(digits, "%Y%m%d").ok()?;
    (ends && digits.bytes().all(|byte| byte.is_ascii_digit()) && is_plausible(date)).then(|| date.to_string())
}

/// "2026-01-08", "2026. 1. 8.", "2026/1/8", "2026년 1월 8일", "2026年1月", "2026": the year first, so that no order is guessed.
fn numeric(text: &str) -> Option<String> {
    let is_between = |letter: char| letter.is_whitespace() || "-./–년월일年月日".contains(letter);
    if !text.chars().all(|letter| letter.is_ascii_digit() || is_between(letter)) {
        return None;
    }
    let mut groups = text.split(is_between).filter(|group| !group.is_empty());
    let year = groups.next().filter(|year| year.len() == 4)?;
    let mut part = || groups.next().map(|group| group.parse::<u32>().ok().filter(|_| group.len() <= 2));
    let (month, day) = (part(), part());
    let date = NaiveDate::from_ymd_opt(year.parse().ok()?, month.unwrap_or(Some(1))?, day.unwrap_or(Some(1))?)?;
    if part().is_some() || !is_plausible(date) {
        return None;
    }
    let written = date.to_string();
    let length = if day.is_some() {
        10
    } else if month.is_some() {
        7
    } else {
        4
    };
    written.get(..length).map(str::to_owned)
}

/// Feeds and pages without a date often say 0001 or 1970-01-01.
fn is_plausible(date: NaiveDate) -> bool {
    (1400..2200).contains(&date.year()) && date != NaiveDate::default()
}

fn has_year(text: &str) -> bool {
    text.split(|letter: char| !letter.is_ascii_digit()).any(|group| group.len() == 4)
}

/// What stands before the time of day, without the words that lead to it.
fn without_time(text: &str) -> &str {
    let colon = text.match_indices(':').map(|(at, _)| at).find(|&at| is_time(text, at));
    let Some(colon) = colon else { return text.trim() };
    let before = text
        .get(..colon)
        .unwrap_or_default()
        .trim_end_matches(|letter: char| letter.is_ascii_digit());
    // "2026-01-08T09:00" leaves the T.
    let before = before.strip_suffix('T').unwrap_or(before);
    let mut kept = before;
    loop {
        let shorter = kept.trim_end_matches([' ', ',', '|', '·', '-', '–', '—', '\u{a0}', '(']);
        let shorter = ["at", "à", "오전", "오후", "上午", "下午", "午前", "午後"]
            .iter()
            .find_map(|word| shorter.strip_suffix(word))
            .unwrap_or(shorter);
        if shorter == kept {
            return kept.trim();
        }
        kept = shorter;
    }
}

/// Whether figures stand on both sides of the colon.
fn is_time(text: &str, colon: usize) -> bool {
    let before = text.get(..colon).and_then(|before| before.chars().next_back());
    let after = text.get(colon + 1..).and_then(|after| after.chars().next());
    [before, after]
        .iter()
        .all(|side| side.is_some_and(|letter| letter.is_ascii_digit()))
}

/// The line without the words before its date that say what it is of, and whether they say that it is of a change.
fn without_label(line: &str) -> (&str, bool) {
    let mut rest = line;
    let mut is_update = false;
    loop {
        let updated = strip_word(rest, &UPDATED);
        let Some(shorter) = updated.or_else(|| strip_word(rest, &PUBLISHED)) else {
            return (rest, is_update);
        };
        is_update |= updated.is_some();
        rest = shorter;
    }
}

/// The text after one of the words and the signs that follow it.
fn strip_word<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    let is_sign = |letter: char| letter.is_whitespace() || ":：|·.-".contains(letter);
    words.iter().find_map(|word| {
        let start = text.get(..word.len())?;
        let rest = text.get(word.len()..)?;
        let ends = word.is_ascii() && !rest.starts_with(is_sign);
        (start.to_lowercase() == *word && !ends).then(|| rest.trim_start_matches(is_sign))
    })
}

fn without_weekday(text: &str) -> String {
    let is_weekday = |word: &str| {
        let word = word.trim_matches(['(', ')', ',', '.']).to_lowercase();
        let is_short = word.len() >= 3 && WEEKDAYS.iter().any(|day| day.starts_with(word.as_str()));
        is_short || WEEKDAYS_CJK.iter().any(|part| word.contains(part)) || DAYS.contains(&word.as_str())
    };
    let text = text.replace(['(', '（'], " (").replace('）', ")");
    let kept: Vec<_> = text.split_whitespace().filter(|word| !is_weekday(word)).collect();
    kept.join(" ").trim_end_matches(',').to_owned()
}

/// What follows "Seoul, " or "Washington, D.C. — ": at most four words, none with a figure.
fn after_place(text: &str) -> Option<&str> {
    let figure = text.find(|letter: char| letter.is_ascii_digit())?;
    let mut cuts = text
        .char_indices()
        .filter(|&(at, letter)| at < figure && [',', '—', '–', '|', '/'].contains(&letter));
    let (at, letter) = cuts.next_back()?;
    let place = text.get(..at)?;
    let is_name = place
        .split_whitespace()
        .all(|word| word.starts_with(|letter: char| !letter.is_lowercase()));
    let after = text.get(at + letter.len_utf8()..)?.trim();
    (is_name && place.split_whitespace().count() <= 4).then_some(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(stated(text).as_deref().unwrap_or("none"), expected, "{text}");
    }

    #[test]
    fn markup_states_dates_in_many_ways() {
        check("2026-01-08", "2026-01-08");
        check("2026-01-08T23:30:00-08:00", "2026-01-08");
        check("2026-01-08 09:00:00", "2026-01-08");
        check("2026-01-08T09:00:00.000Z", "2026-01-08");
        check("20260108", "2026-01-08");
        check("20260108T090000+0900", "2026-01-08");
        check("Thu, 08 Jan 2026 09:00:00 +0900", "2026-01-08");
        check("Thu Jan 8 2026", "2026-01-08");
        check("January 8, 2026 9:00 am", "2026-01-08");
        check("2026.01.08. 오전 9:00", "2026-01-08");
        check("2026-01", "2026-01");
        check("2026/1", "2026-01");
        check("2026", "2026");
    }

    #[test]
    fn what_is_no_date_is_none() {
        check("01/08/2026", "none");
        check("0000-00-00T00:00:00", "none");
        check("0001-01-01", "none");
        check("1970-01-01T00:00:00Z", "none");
        check("2026-13-40", "none");
        check("2026-01-08-05", "none");
        check("yesterday", "none");
        check("", "none");
        check("1767830400", "none");
    }

    #[track_caller]
    fn line(text: &str, expected: &str) {
        let found = in_line(text).map(|line| format!("{}{}", line.date, if line.is_update { " update" } else { "" }));
        assert_eq!(found.as_deref().unwrap_or("none"), expected, "{text}");
    }

    #[test]
    fn lines_may_be_a_date() {
        line("January 8, 2026", "2026-01-08");
        line("Jan. 8, 2026", "2026-01-08");
        line("8 January 2026", "2026-01-08");
        line("Thursday, January 8, 2026", "2026-01-08");
        line("2026년 1월 8일", "2026-01-08");
        line("2026년 1월 8일 (목)", "2026-01-08");
        line("2026年1月8日 星期四", "2026-01-08");
        line("2026年1月8日（木）", "2026-01-08");
        line("2026. 1. 8.", "2026-01-08");
        line("Published: January 8, 2026", "2026-01-08");
        line("Published on Jan 8, 2026 at 9:00 AM KST", "2026-01-08");
        line("Updated 2026-01-08 14:30", "2026-01-08 update");
        line("입력 2026.01.08 09:00", "2026-01-08");
        line("수정 2026.01.08 오후 3:10", "2026-01-08 update");
        line("发布时间：2026-01-08 09:00", "2026-01-08");
        line("Seoul, January 8, 2026", "2026-01-08");
        line("Washington, D.C. — January 8, 2026", "2026-01-08");
        line("Publié le 8 janvier 2026", "2026-01-08");
    }

    #[test]
    fn other_lines_are_no_date() {
        line("2026", "none");
        line("January 2026", "none");
        line("tomorrow", "none");
        line("January 8", "none");
        line("The summit of January 8, 2026", "none");
        line("Lee met Xi on January 8, 2026", "none");
        line("January 8, 2026, was cold", "none");
        line("Room 2026", "none");
    }
}
