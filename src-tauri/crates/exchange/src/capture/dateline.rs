//! The dateline an agency opens its report with: "BEIJING, Jan. 5 (Xinhua) —", "新华社北京1月5日电".

use chrono::{Datelike, NaiveDate};
use domain::edtf::Precision;

/// How many paragraphs at the start may open with it.
const PARAGRAPHS: usize = 6;
/// Its longest form, in characters.
const LONGEST: usize = 90;

/// The day a text is dated from, as EDTF. One without a year is the latest by the day it was seen, and its year uncertain: `2026?-01-05`.
pub fn dateline(text: &str, seen: NaiveDate) -> Option<String> {
    let paragraphs = text.lines().map(str::trim).filter(|line| !line.is_empty());
    paragraphs.take(PARAGRAPHS).find_map(|paragraph| {
        let head: String = paragraph.chars().take(LONGEST).collect();
        day(bracketed(&head).or_else(|| wired(&head)).or_else(|| lettered(&head))?, seen)
    })
}

/// "【1月5日 AFP】": the day that a bracket opens with.
fn bracketed(head: &str) -> Option<&str> {
    let (inside, _) = head.strip_prefix('【')?.split_once('】')?;
    inside.split_once('日').map(|(date, _)| &inside[..date.len() + '日'.len_utf8()])
}

/// "新华社北京1月5日电": the day before the sign for a wire.
fn wired(head: &str) -> Option<&str> {
    let end = ["日电", "日電"].iter().find_map(|wire| head.find(wire))? + '日'.len_utf8();
    let before = head.get(..end)?;
    let start = before.find(|letter: char| letter.is_ascii_digit())?;
    // Only an agency and a place stand before it.
    let is_short = before.get(..start)?.chars().count() <= 12;
    before.get(start..).filter(|_| is_short)
}

/// "BEIJING, Jan. 5 (Xinhua) —": the day between a place and a dash, with the agency in brackets or the place in capitals.
fn lettered(head: &str) -> Option<&str> {
    let dash = [" — ", " – ", " -- ", " - ", "—"].iter().filter_map(|dash| head.find(dash)).min()?;
    let before = head.get(..dash)?.trim();
    let (dated, agency) = match before.strip_suffix(')').and_then(|inside| inside.rsplit_once('(')) {
        Some((dated, _)) => (dated.trim(), true),
        None => (before, false),
    };
    let figure = dated.find(|letter: char| letter.is_ascii_digit())?;
    // A month may stand before the day: the place ends at the comma before both.
    let comma = dated.get(..figure)?.rfind(',')?;
    let (place, date) = (dated.get(..comma)?, dated.get(comma + 1..)?.trim());
    let is_place = place.starts_with(char::is_uppercase) && place.chars().all(|letter| letter.is_alphabetic() || " .,'’-".contains(letter));
    let in_capitals = !place.contains(char::is_lowercase);
    (is_place && (agency || in_capitals) && place.split_whitespace().count() <= 5).then_some(date)
}

/// A day in words; with its year where that is written, whatever the day it was seen on.
fn day(text: &str, seen: NaiveDate) -> Option<String> {
    let on = |reference: NaiveDate| {
        let date = dates::typed(text.trim_end_matches([',', '.']), reference, None).ok()?;
        let day: NaiveDate = date.as_str().parse().ok()?;
        (date.precision() == Precision::Day).then_some(day)
    };
    let (found, another) = (on(seen)?, on(seen.with_day(1)?.with_month(1)?.with_year(seen.year() - 9)?)?);
    if found == another {
        return Some(found.to_string());
    }
    // A report of the day after tomorrow is one of last year; zones are a day apart at the most.
    let is_past = |day: &NaiveDate| *day <= seen + chrono::Days::new(1);
    let of_year = |year| NaiveDate::from_ymd_opt(year, found.month(), found.day());
    let same_words = (found.month(), found.day()) == (another.month(), another.day());
    let latest = (0..5).filter_map(|back| of_year(seen.year() + 1 - back)).find(is_past)?;
    same_words.then(|| format!("{:04}?-{:02}-{:02}", latest.year(), latest.month(), latest.day()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let seen = NaiveDate::from_ymd_opt(2026, 1, 8).unwrap();
        assert_eq!(dateline(text, seen).as_deref().unwrap_or("-"), expected, "{text}");
    }

    #[test]
    fn agencies_date_their_reports() {
        check("BEIJING, Jan. 5 (Xinhua) — Xi Jinping met Lee Jae Myung.", "2026?-01-05");
        check("Leaders meet\n\nBEIJING, Jan. 5, 2026 (Xinhua) -- The two met.", "2026-01-05");
        check("SEOUL, Dec. 30 (Yonhap) -- South Korea said it would.", "2025?-12-30");
        check("WASHINGTON, D.C., 5 January 2026 - The two met.", "2026-01-05");
        check("Beijing, Jan 9 (Reuters) - In another zone it is tomorrow.", "2026?-01-09");
        check("Beijing, Jan 11 (Reuters) - It is of last year.", "2025?-01-11");
        check("PÉKIN, 5 janvier (AFP) – Les deux se sont vus.", "2026?-01-05");
        check("新华社北京1月5日电（记者李明）国家主席习近平会见。", "2026?-01-05");
        check("新华社首尔2026年1月5日电 两国会谈。", "2026-01-05");
        check("【1月5日 AFP】両首脳が会談した。", "2026?-01-05");
    }

    #[test]
    fn what_is_no_dateline_dates_nothing() {
        check("BEIJING (AP) — The two met on Jan. 5.", "-");
        check("Lee, 61 years old — the president — met Xi.", "-");
        check("On Jan. 5, in Beijing, the two met — again.", "-");
        check("In Beijing, on 5 January – a Monday – they met.", "-");
        check("CHAPTER, 5 — The two met.", "-");
        check("He spoke on 1月5日 of 日电.", "-");
        check("【速報】両首脳が会談した。", "-");
        check("", "-");
    }
}
