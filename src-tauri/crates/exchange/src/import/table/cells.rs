//! What single cells of tables say: dates in the forms that people and programs write, and numbers.

use chrono::{Datelike as _, NaiveDate};
use domain::{Edtf, incoming::DateOrder};

use crate::import::dates::{iso, of_parts};

/// A cell that was looked at.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell<T> {
    /// Empty, or one of the words for *not known*.
    Blank,
    Value(T),
    Unread,
}

impl<T> Cell<T> {
    pub fn value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Blank | Self::Unread => None,
        }
    }

    pub fn is_unread(&self) -> bool {
        matches!(self, Self::Unread)
    }
}

/// Words and numbers that tables write for *not known* or *never*.
pub(super) fn is_blank(text: &str) -> bool {
    let text = text.trim();
    text.is_empty()
        || [
            "na",
            "n/a",
            "nan",
            "null",
            "none",
            "\\n",
            ".",
            "-",
            "--",
            "?",
            "-9",
            "-99",
            "9999-12-31",
            "unknown",
        ]
        .iter()
        .any(|word| text.eq_ignore_ascii_case(word))
}

/// A number with a point or a comma before its fraction.
pub(super) fn number(text: &str) -> Cell<f64> {
    if is_blank(text) {
        return Cell::Blank;
    }
    let text = text.trim().replace(',', ".");
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => Cell::Value(number),
        _ => Cell::Unread,
    }
}

/// A part of a date that stands in a column of its own: `7`, `07`, `7.0`. What is not known leaves the date less exact.
pub(super) fn part(text: &str) -> Cell<i64> {
    let text = text.trim();
    if is_blank(text) || text == "0" {
        return Cell::Blank;
    }
    let whole = text.strip_suffix(".0").unwrap_or(text);
    let digits: String = whole.chars().filter(|c| !matches!(c, ' ' | ',')).collect();
    digits.parse().map_or(Cell::Unread, Cell::Value)
}

/// A date in any form: machine's, with figures in the order given, EDTF, or in words. A date with figures whose order nothing tells is not read.
pub(super) fn date(text: &str, order: Option<DateOrder>, today: NaiveDate) -> Cell<Edtf> {
    let text = text.trim();
    if is_blank(text) || text.starts_with("9999-12-31") {
        return Cell::Blank;
    }
    // A mark of the act after the date, as treaty tables have it: "10 Feb 2003 a".
    let bare = text
        .rsplit_once(' ')
        .filter(|(_, mark)| mark.len() <= 2 && mark.bytes().all(|b| b.is_ascii_alphabetic()));
    let bare = bare.map_or(text, |(date, _)| date.trim());
    let (plain, uncertain) = bare.strip_suffix('?').map_or((bare, ""), |plain| (plain.trim_end(), "?"));
    // Figures alone are a year, a month of six or a day of eight; five are the number of a day in a spreadsheet program, or anything.
    let number = plain.bytes().all(|b| b.is_ascii_digit());
    let known = match plain.len() {
        6 if number => month_of_six(plain),
        length if number && !matches!(length, 4 | 8) => None,
        _ => iso(plain).or_else(|| figures(plain).and_then(|figures| figures.date(order, today))),
    };
    let known = known.or_else(|| Edtf::parse(plain).ok().filter(|_| plain.bytes().any(|b| b"~%X./[".contains(&b))));
    match known.or_else(|| in_words(plain, today)) {
        Some(date) if uncertain.is_empty() => Cell::Value(date),
        Some(date) => Edtf::parse(&format!("{date}?")).map_or(Cell::Value(date), Cell::Value),
        None => Cell::Unread,
    }
}

/// Which order of day and month a cell proves, if it is figures whose year does not stand first: `Some(None)` where it leaves it open.
pub(super) fn order_shown(text: &str) -> Option<Option<DateOrder>> {
    let figures = figures(text.trim())?;
    if figures.dots {
        return Some(Some(DateOrder::DayFirst));
    }
    Some(match (figures.first > 12, figures.second > 12) {
        (true, false) => Some(DateOrder::DayFirst),
        (false, true) => Some(DateOrder::MonthFirst),
        _ if figures.first == figures.second => return None,
        _ => None,
    })
}

/// Three figures, the year last: `13/02/2026`, `30.10.1947`, `2-13-26`.
struct Figures {
    first: u32,
    second: u32,
    year: u32,
    two_figures: bool,
    /// With points between, the day stands first everywhere.
    dots: bool,
}

fn figures(text: &str) -> Option<Figures> {
    let text = text.split_once(' ').map_or(text, |(date, _)| date).trim_end_matches('.');
    let sign = text
        .chars()
        .find(|c| !c.is_ascii_digit())
        .filter(|c| matches!(c, '/' | '.' | '-'))?;
    let mut parts = text.split(sign);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let sound = parts.next().is_none() && first.len() <= 2 && second.len() <= 2 && matches!(year.len(), 2 | 4);
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.bytes().all(|b| b.is_ascii_digit()));
    Some(Figures {
        first: number(first)?,
        second: number(second)?,
        year: number(year)?,
        two_figures: year.len() == 2,
        dots: sign == '.',
    })
    .filter(|_| sound)
}

impl Figures {
    fn date(&self, order: Option<DateOrder>, today: NaiveDate) -> Option<Edtf> {
        let day_first = if self.dots || self.first > 12 || self.first == self.second {
            true
        } else if self.second > 12 {
            false
        } else {
            order? == DateOrder::DayFirst
        };
        let (day, month) = if day_first {
            (self.first, self.second)
        } else {
            (self.second, self.first)
        };
        of_parts(self.year(today), Some(month), Some(day))
    }

    /// A year of two figures lies within the ninety years before and the ten after today, as spreadsheet programs take it.
    fn year(&self, today: NaiveDate) -> i64 {
        let year = i64::from(self.year);
        if !self.two_figures {
            return year;
        }
        let latest = i64::from(today.year()) + 10;
        let year = latest - latest.rem_euclid(100) + year;
        if year > latest { year - 100 } else { year }
    }
}

/// `200607`: a month.
fn month_of_six(text: &str) -> Option<Edtf> {
    let month = text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit());
    let (year, month) = month.then(|| text.split_at(4))?;
    of_parts(year.parse().ok()?, Some(month.parse().ok()?), None)
}

/// A date in words that names its year: without one, it would be guessed from today.
fn in_words(text: &str, today: NaiveDate) -> Option<Edtf> {
    let letters = text.chars().any(char::is_alphabetic);
    let runs = text.split(|c: char| !c.is_ascii_digit());
    let year = runs.clone().any(|run| run.len() == 4) || text.contains(['年', '년']);
    if !letters || !year || text.chars().count() > 60 {
        return None;
    }
    dates::typed(text, today, None).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use DateOrder::{DayFirst, MonthFirst};

    #[track_caller]
    fn check(text: &str, order: Option<DateOrder>, expected: &str) {
        let today = NaiveDate::from_ymd_opt(2026, 1, 31).unwrap();
        let found = match date(text, order, today) {
            Cell::Blank => "blank".to_owned(),
            Cell::Value(date) => date.to_string(),
            Cell::Unread => "unread".to_owned(),
        };
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn dates_of_tables() {
        for (text, expected) in [
            ("2026-01-05", "2026-01-05"),
            ("20140218", "2014-02-18"),
            ("200607", "2006-07"),
            ("1994", "1994"),
            ("30.10.1947", "1947-10-30"),
            ("13/02/2026", "2026-02-13"),
            ("02/13/2026", "2026-02-13"),
            ("05/05/26", "2026-05-05"),
            ("22.12.52", "1952-12-22"),
            ("01 November 2024", "2024-11-01"),
            ("10 Feb 2003 a", "2003-02-10"),
            ("1897-05-15?", "1897-05-15?"),
            ("2026년 1월 5일", "2026-01-05"),
            ("1999-01/2000", "1999-01/2000"),
        ] {
            check(text, None, expected);
        }
    }

    #[test]
    fn the_order_of_figures_is_given_or_not_read() {
        check("04/11/1947", Some(DayFirst), "1947-11-04");
        check("04/11/1947", Some(MonthFirst), "1947-04-11");
        check("04/11/1947", None, "unread");
        assert_eq!(order_shown("04/11/1947"), Some(None));
        assert_eq!(order_shown("22/12/1952"), Some(Some(DayFirst)));
        assert_eq!(order_shown("12/22/1952"), Some(Some(MonthFirst)));
        assert_eq!(order_shown("05/05/1952"), None);
        assert_eq!(order_shown("1952-12-22"), None);
    }

    #[test]
    fn what_is_not_known_is_blank_and_what_is_no_date_is_said() {
        for text in ["", " NA ", "-9", "NULL", "9999-12-31"] {
            check(text, None, "blank");
        }
        for text in ["soon", "31/31/2026", "5 January", "39448", "2026-02-30"] {
            check(text, Some(DayFirst), "unread");
        }
    }

    #[test]
    fn numbers_and_parts() {
        assert_eq!(number("1,5"), Cell::Value(1.5));
        assert_eq!(number("x"), Cell::Unread);
        assert_eq!(part("-9"), Cell::Blank);
        assert_eq!(part("07"), Cell::Value(7));
        assert_eq!(part("x"), Cell::Unread);
    }
}
