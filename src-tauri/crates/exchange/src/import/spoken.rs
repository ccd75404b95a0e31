//! Dates as people write them in English, and with dots or slashes; a text is one to its end or none.

use chrono::{Datelike, NaiveDate};
use domain::Edtf;

use super::dates;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// `January 30, 2022`, `February 21th 2022`, `16 April 1971`, `1 june 2009`, `October 1993`, and what [`dates::iso`] takes.
pub(super) fn date(text: &str) -> Option<Edtf> {
    if let Some(edtf) = dates::iso(text) {
        return Some(edtf);
    }
    let words = text
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|word| !matches!(*word, "" | "of" | "the"));
    match words.take(4).collect::<Vec<_>>().as_slice() {
        [named, year_of] => dates::of_parts(year(year_of)?, Some(month(named)?), None),
        [one, other, year_of] => {
            let (named, day_of) = month(one).map(|month| (month, other)).or_else(|| Some((month(other)?, one)))?;
            dates::of_parts(year(year_of)?, Some(named), Some(day(day_of)?))
        }
        _ => None,
    }
}

/// `27.08.22`, `27.08.2022` and, with a dot forgotten, `27.0822`: day, month and year; a year of two figures is one near today.
pub(super) fn dotted(text: &str, today: NaiveDate) -> Option<Edtf> {
    let figures: String = text.chars().filter(|c| *c != '.').collect();
    let dots = text.len() - figures.len();
    if !(1..=2).contains(&dots) || !matches!(figures.len(), 6 | 8) || !figures.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number = |from: usize, to: usize| figures.get(from..to)?.parse::<u32>().ok();
    let written = i64::from(number(4, figures.len())?);
    let year = if figures.len() == 8 { written } else { near(written, today) };
    dates::of_parts(year, Some(number(2, 4)?), Some(number(0, 2)?))
}

/// `12/25/2009`, `12/2009`; with the day first where a file says so.
pub(super) fn slashed(text: &str, day_first: bool) -> Option<Edtf> {
    let mut numbers = text.trim().split('/').map(|part| part.trim().parse::<u32>().ok());
    let (first, second, third) = (numbers.next()??, numbers.next()??, numbers.next());
    if numbers.next().is_some() {
        return None;
    }
    let Some(year) = third else {
        return (second >= 1_000).then(|| dates::of_parts(i64::from(second), Some(first), None))?;
    };
    let year = year.filter(|year| *year >= 1_000)?;
    let (month, day) = if day_first { (second, first) } else { (first, second) };
    dates::of_parts(i64::from(year), Some(month), Some(day))
}

/// The year that ends in two figures and is at most twenty years ahead.
fn near(two: i64, today: NaiveDate) -> i64 {
    let latest = i64::from(today.year()) + 20;
    latest - (latest - two).rem_euclid(100)
}

/// The name of a month, whole or from its first three letters on.
pub(super) fn month(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.').to_lowercase();
    let known = |name: &str| word.len() >= 3 && (name.starts_with(&word) || (word == "sept" && name == "september"));
    let at = MONTHS.iter().position(|name| known(name))?;
    u32::try_from(at + 1).ok()
}

fn day(word: &str) -> Option<u32> {
    let ending = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending));
    let figures = ending.unwrap_or(word);
    (figures.len() <= 2).then(|| figures.parse().ok())?
}

fn year(word: &str) -> Option<i64> {
    (word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_words_are_read_to_their_end() {
        let check = |text: &str, expected: &str| assert_eq!(date(text).map(|date| date.to_string()).as_deref(), Some(expected), "{text}");
        check("January 30, 2022", "2022-01-30");
        check("February 21th 2022", "2022-02-21");
        check("March 1st 2022", "2022-03-01");
        check("16 April 1971", "1971-04-16");
        check("1 june 2009", "2009-06-01");
        check("the 10th of January 1946", "1946-01-10");
        check("July 13 2021", "2021-07-13");
        check("Sept. 2009", "2009-09");
        check("1927", "1927");
        for text in [
            "May",
            "30 January",
            "February 30 2022",
            "In 2022",
            "January 30, 2022 and on",
            "12 12 2012",
            "ma 2012",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn dates_with_dots_and_slashes_are_read() {
        let today = NaiveDate::from_ymd_opt(2026, 1, 31).unwrap();
        let dots = |text: &str| dotted(text, today).map(|date| date.to_string());
        assert_eq!(dots("15.08.22").as_deref(), Some("2022-08-15"));
        assert_eq!(dots("21.0822").as_deref(), Some("2022-08-21"));
        assert_eq!(dots("04.11.1947").as_deref(), Some("1947-11-04"));
        assert_eq!(dots("01.02.99").as_deref(), Some("1999-02-01"));
        for text in ["1.000", "3.5", "32.01.22", "150822", "1.2.3.4.5.6"] {
            assert_eq!(dots(text), None, "{text}");
        }
        let slashes = |text: &str, first: bool| slashed(text, first).map(|date| date.to_string());
        assert_eq!(slashes("12/25/2009", false).as_deref(), Some("2009-12-25"));
        assert_eq!(slashes("25/12/2009", true).as_deref(), Some("2009-12-25"));
        assert_eq!(slashes("12/2009", false).as_deref(), Some("2009-12"));
        assert_eq!(slashes("25/12/2009", false), None);
    }
}
