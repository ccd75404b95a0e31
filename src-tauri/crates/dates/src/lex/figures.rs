//! Numbers in figures, and dates and times made of them.

use super::{Readings, Tok, Vocabulary};

/// Digits with what joins them: 2018-7-6, 1/2/2016, 2026. 1. 5.
#[derive(Default)]
struct Figures {
    /// Value and number of digits.
    numbers: Vec<(i64, u8)>,
    marks: Vec<char>,
    /// Where each number ends, from the first digit.
    ends: Vec<usize>,
}

type Letters = [(usize, char)];

fn letter(letters: &Letters, at: usize) -> Option<char> {
    letters.get(at).map(|(_, letter)| *letter)
}

fn digits_from(letters: &Letters, at: usize) -> usize {
    let rest = letters.iter().skip(at).map(|(_, letter)| *letter);
    rest.take_while(char::is_ascii_digit).take(9).count()
}

fn number_at(letters: &Letters, at: usize, length: usize) -> i64 {
    let digits = letters.iter().skip(at).take(length).filter_map(|(_, letter)| letter.to_digit(10));
    digits.fold(0, |sum, digit| sum * 10 + i64::from(digit))
}

/// The year of two figures: from 1950 to 2049.
pub(crate) fn two_figure_year(value: i64) -> Option<i32> {
    Some(i32::try_from(value).ok()? + if value < 50 { 2000 } else { 1900 })
}

impl Figures {
    fn at(letters: &Letters, at: usize) -> Self {
        let mut found = Self::default();
        let mut here = at;
        loop {
            let length = digits_from(letters, here);
            found
                .numbers
                .push((number_at(letters, here, length), u8::try_from(length).unwrap_or(9)));
            here += length;
            found.ends.push(here - at);
            let Some(mark @ ('/' | '-' | '.')) = letter(letters, here) else {
                break;
            };
            let year_first = matches!(found.numbers.first(), Some((_, 4)));
            let blank = mark == '.' && year_first && letter(letters, here + 1) == Some(' ');
            let next = here + 1 + usize::from(blank);
            if found.numbers.len() == 3 || digits_from(letters, next) == 0 {
                break;
            }
            found.marks.push(mark);
            here = next;
        }
        found
    }
}

impl Vocabulary {
    /// A number, or digits that make a date or a time of day.
    pub(super) fn digits<'a>(&self, letters: &Letters, at: usize, typed: bool) -> (Readings<'a>, usize) {
        let figures = Figures::at(letters, at);
        let (value, digits) = figures.numbers.first().copied().unwrap_or((0, 1));
        let length = figures.ends.first().copied().unwrap_or(1);
        let (tok, length) = compact(value, digits)
            .map(|tok| (tok, 8))
            .or_else(|| self.dated(&figures, letters, at, typed))
            .or_else(|| self.clock(letters, at, value, length).filter(|_| digits <= 2))
            .or_else(|| {
                self.decade(value, digits, letters, at + length)
                    .map(|(tok, used)| (tok, length + used))
            })
            .unwrap_or_else(|| {
                let suffix = self.ordinal_suffix(letters, at + length);
                let ordinal = suffix > 0;
                (Tok::Num { value, digits, ordinal }, length + suffix)
            });
        (Readings::One(tok), length)
    }

    fn dated(&self, figures: &Figures, letters: &Letters, at: usize, typed: bool) -> Option<(Tok, usize)> {
        (2..=figures.numbers.len()).rev().find_map(|count| {
            let mark = figures.marks.first().copied()?;
            let same = figures.marks.iter().take(count - 1).all(|other| *other == mark);
            let tok = self.numeric(figures.numbers.get(..count)?, mark, typed).filter(|_| same)?;
            let length = figures.ends.get(count - 1).copied()?;
            let closing = count == 3 && mark == '.' && letter(letters, at + length) == Some('.');
            Some((tok, length + usize::from(closing)))
        })
    }

    /// "14:30", "14:30:05", "2pm"; hours that there are not are left to the checks of EDTF.
    fn clock(&self, letters: &Letters, at: usize, hour: i64, length: usize) -> Option<(Tok, usize)> {
        let two_digits = |from: usize| {
            let here = letter(letters, at + from) == Some(':') && digits_from(letters, at + from + 1) == 2;
            here.then(|| u32::try_from(number_at(letters, at + from + 1, 2)).ok()).flatten()
        };
        let minute = two_digits(length);
        let second = minute.and_then(|_| two_digits(length + 3));
        let end = length + 3 * (usize::from(minute.is_some()) + usize::from(second.is_some()));
        let blank = usize::from(letter(letters, at + end) == Some(' '));
        let half = [("am", false), ("pm", true), ("a.m.", false), ("p.m.", true)]
            .into_iter()
            .find(|(word, _)| {
                let here = letters.iter().skip(at + end + blank).map(|(_, letter)| *letter);
                let size = word.chars().count();
                self.spaced
                    && here.take(size).eq(word.chars())
                    && !letter(letters, at + end + blank + size).is_some_and(char::is_alphanumeric)
            });
        let hour = u32::try_from(hour).ok()?;
        match half {
            Some((word, afternoon)) => {
                let hour = if (1..=12).contains(&hour) {
                    hour % 12 + if afternoon { 12 } else { 0 }
                } else {
                    99
                };
                Some((Tok::Clock(hour, minute.unwrap_or(0), second), end + blank + word.len()))
            }
            None => minute.map(|minute| (Tok::Clock(hour, minute, second), end)),
        }
    }

    /// "1990s", "1990's", "70s".
    fn decade(&self, value: i64, digits: u8, letters: &Letters, at: usize) -> Option<(Tok, usize)> {
        let used = if letter(letters, at) == Some('\'') { 2 } else { 1 };
        let ends = letter(letters, at + used - 1) == Some('s') && !letter(letters, at + used).is_some_and(char::is_alphanumeric);
        let whole = self.spaced && ends && value % 10 == 0 && matches!(digits, 2 | 4);
        whole
            .then(|| i32::try_from(value).ok())
            .flatten()
            .map(|year| (Tok::Decade(year), used))
    }

    fn ordinal_suffix(&self, letters: &Letters, at: usize) -> usize {
        let rest = letters.iter().skip(at).map(|(_, letter)| *letter);
        let tail: String = rest.take_while(|letter| self.spaced && letter.is_alphabetic()).take(6).collect();
        if ["st", "nd", "rd", "th", "er", "e", "ème", "eme", "ère", "ième"].contains(&tail.as_str()) {
            tail.chars().count()
        } else {
            0
        }
    }

    fn numeric(&self, numbers: &[(i64, u8)], mark: char, typed: bool) -> Option<Tok> {
        // With full stops between them the day comes first everywhere.
        let ordered = |a: i64, b: i64| {
            let day_first = self.day_first || (mark == '.' && numbers.len() == 3);
            if (day_first && b <= 12) || a > 12 { (b, a) } else { (a, b) }
        };
        let (year, month, day) = match *numbers {
            [(y, 4), (m, _), (d, _)] => (Some(i32::try_from(y).ok()?), m, Some(d)),
            [(a, _), (b, _), (y, 4)] => {
                let (month, day) = ordered(a, b);
                (Some(i32::try_from(y).ok()?), month, Some(day))
            }
            [(a, 1..=2), (b, 1..=2), (y, 2)] if mark == '/' || (self.day_first && self.spaced && b <= 12) => {
                let (month, day) = ordered(a, b);
                (two_figure_year(y), month, Some(day))
            }
            [(y, 2), (m, 2), (d, 2)] => (two_figure_year(y), m, Some(d)),
            [(y, 4), (m, 1..=2)] | [(m, 1..=2), (y, 4)] if mark != '.' || typed => (Some(i32::try_from(y).ok()?), m, None),
            // In running text "3.5" is a number.
            [(a, 1..=2), (b, 1..=2)] if mark == '/' || (mark == '.' && (typed || (self.spaced && self.day_first))) => {
                let (month, day) = ordered(a, b);
                (None, month, Some(day))
            }
            _ => return None,
        };
        let (month, day) = (u32::try_from(month).ok()?, day.map(u32::try_from).transpose().ok()?);
        ((1..=12).contains(&month) && day.is_none_or(|day| (1..=31).contains(&day))).then_some(Tok::Ymd(year, Some(month), day))
    }
}

/// 20260105
fn compact(value: i64, digits: u8) -> Option<Tok> {
    let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
    let fits = digits == 8 && (1000..3000).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let small = |value: i64| u32::try_from(value).ok();
    fits.then(|| Tok::Ymd(i32::try_from(year).ok(), small(month), small(day)))
}

/// A number in Chinese signs with how many figures it has and its length: 二〇一八, 十二, 一百一十五.
pub(super) fn chinese_number(letters: &Letters, at: usize) -> Option<(i64, u8, usize)> {
    let digit = |letter: char| match letter {
        '零' => Some(0),
        '两' | '兩' => Some(2),
        _ => "〇一二三四五六七八九".chars().position(|other| other == letter),
    };
    let power = |letter: char| match letter {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    };
    let rest = letters.iter().skip(at).map(|(_, letter)| *letter);
    let run: Vec<char> = rest
        .take_while(|letter| digit(*letter).is_some() || power(*letter).is_some() || *letter == '元')
        .take(8)
        .collect();
    match run.as_slice() {
        [] => return None,
        // The first year of an era.
        ['元', ..] => return Some((1, 1, 1)),
        _ => {}
    }
    let mut digits = 0_usize;
    let (mut sum, mut pending) = (0_i64, None::<i64>);
    let positional = run.iter().any(|letter| power(*letter).is_some());
    for sign in &run {
        match (power(*sign), digit(*sign).and_then(|digit| i64::try_from(digit).ok())) {
            (Some(power), _) => sum += pending.take().unwrap_or(1) * power,
            (None, Some(next)) if positional => pending = Some(next),
            (None, Some(next)) => (sum, digits) = (sum * 10 + next, digits + 1),
            (None, None) => return None,
        }
    }
    sum += pending.unwrap_or(0);
    let figures = if positional { sum.to_string().len().max(2) } else { digits };
    Some((sum, u8::try_from(figures).ok()?, run.len()))
}
