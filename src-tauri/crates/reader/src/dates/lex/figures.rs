//! Numbers in figures, and dates made of them.

use super::{Readings, Tok, Vocabulary};

impl Vocabulary {
    /// A number, or digits that make a date: 2018-7-6, 1/2/2016, 5.12, 2014-06-04.
    pub(super) fn digits<'a>(&self, letters: &[(usize, char)], at: usize) -> (Readings<'a>, usize) {
        let mut numbers: Vec<(i64, u8)> = Vec::new();
        let mut marks: Vec<char> = Vec::new();
        let mut ends = Vec::new();
        let mut here = at;
        loop {
            let run: String = letters
                .iter()
                .skip(here)
                .map(|(_, letter)| *letter)
                .take_while(char::is_ascii_digit)
                .take(9)
                .collect();
            if run.is_empty() {
                break;
            }
            here += run.len();
            numbers.push((run.parse().unwrap_or_default(), u8::try_from(run.len()).unwrap_or(9)));
            ends.push(here - at);
            let mark = letters.get(here).map_or(' ', |(_, letter)| *letter);
            if numbers.len() == 3
                || !matches!(mark, '/' | '-' | '.')
                || !letters.get(here + 1).is_some_and(|(_, letter)| letter.is_ascii_digit())
            {
                break;
            }
            marks.push(mark);
            here += 1;
        }
        if let [(value, 8)] = *numbers {
            let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
            if (1000..3000).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day) {
                return (
                    Readings::One(Tok::Ymd(
                        i32::try_from(year).ok(),
                        u32::try_from(month).ok(),
                        u32::try_from(day).ok(),
                    )),
                    8,
                );
            }
        }
        for count in (2..=numbers.len()).rev() {
            let same = marks.iter().take(count - 1).all(|mark| Some(mark) == marks.first());
            if let Some(tok) = self
                .numeric(numbers.get(..count).unwrap_or_default(), marks.first().copied())
                .filter(|_| same)
            {
                return (Readings::One(tok), ends.get(count - 1).copied().unwrap_or(1));
            }
        }
        let (value, digits) = numbers.first().copied().unwrap_or((0, 1));
        let length = ends.first().copied().unwrap_or(1);
        if let Some((decade, used)) = self.decade(value, digits, letters, at + length) {
            return (Readings::One(Tok::Decade(decade)), length + used);
        }
        let suffix = self.ordinal_suffix(letters, at + length);
        (
            Readings::One(Tok::Num {
                value,
                digits,
                ordinal: suffix > 0,
            }),
            length + suffix,
        )
    }

    /// "1990s", "1990's", "70s".
    fn decade(&self, value: i64, digits: u8, letters: &[(usize, char)], at: usize) -> Option<(i32, usize)> {
        let letter = |offset: usize| letters.get(at + offset).map(|(_, letter)| *letter);
        let used = if letter(0) == Some('\'') { 2 } else { 1 };
        let ends = letter(used - 1) == Some('s') && !letter(used).is_some_and(char::is_alphanumeric);
        if !self.spaced || !ends || value % 10 != 0 {
            return None;
        }
        let year = i32::try_from(value).ok()?;
        match digits {
            4 => Some((year, used)),
            2 => Some((1900 + year, used)),
            _ => None,
        }
    }

    fn ordinal_suffix(&self, letters: &[(usize, char)], at: usize) -> usize {
        if !self.spaced {
            return 0;
        }
        let tail: String = letters
            .iter()
            .skip(at)
            .map(|(_, letter)| *letter)
            .take_while(|letter| letter.is_alphabetic())
            .collect();
        if ["st", "nd", "rd", "th", "er", "e", "ème", "eme", "ère", "ième"].contains(&tail.as_str()) {
            tail.chars().count()
        } else {
            0
        }
    }

    fn numeric(&self, numbers: &[(i64, u8)], mark: Option<char>) -> Option<Tok> {
        let small = |value: i64| u32::try_from(value).ok();
        let year = |value: i64, digits: u8| match digits {
            4 => i32::try_from(value).ok(),
            2 => Some(i32::try_from(value).ok()? + if value < 50 { 2000 } else { 1900 }),
            _ => None,
        };
        match *numbers {
            [(y, 4), (m, _), (d, _)] => Some(Tok::Ymd(year(y, 4), small(m), small(d))).filter(|_| m <= 12 && d <= 31),
            [(a, _), (b, _), (y, digits)] if digits == 4 || (digits == 2 && mark == Some('/')) => {
                let (month, date) = if self.day_first && b <= 12 || a > 12 { (b, a) } else { (a, b) };
                Some(Tok::Ymd(year(y, digits), small(month), small(date))).filter(|_| month <= 12 && date <= 31)
            }
            [(d, 1..=2), (m, 1..=2), (y, 2)] if self.day_first && self.spaced && m <= 12 => {
                Some(Tok::Ymd(year(y, 2), small(m), small(d))).filter(|_| d <= 31)
            }
            [(y, 2), (m, 2), (d, 2)] => Some(Tok::Ymd(year(y, 2), small(m), small(d))).filter(|_| m <= 12 && d <= 31),
            [(y, 4), (m, 1..=2)] if (1..=12).contains(&m) && mark != Some('.') => Some(Tok::Ymd(year(y, 4), small(m), None)),
            [(m, 1..=2), (y, 4)] if (1..=12).contains(&m) && mark != Some('.') => Some(Tok::Ymd(year(y, 4), small(m), None)),
            [(a, 1..=2), (b, 1..=2)] if mark == Some('/') || (mark == Some('.') && b >= 1) => {
                let (month, date) = if (self.day_first && b <= 12) || a > 12 { (b, a) } else { (a, b) };
                Some(Tok::Ymd(None, small(month), small(date))).filter(|_| (1..=12).contains(&month) && (1..=31).contains(&date))
            }
            _ => None,
        }
    }
}

/// 二〇一八, 十二, 二十五.
pub(super) fn kanji_number(letters: &[(usize, char)], at: usize) -> Option<(i64, u8, usize)> {
    let digit = |letter: char| {
        "〇一二三四五六七八九"
            .chars()
            .position(|other| other == letter)
            .or((letter == '零').then_some(0))
            .or((letter == '两' || letter == '兩').then_some(2))
    };
    let run: Vec<char> = letters
        .iter()
        .skip(at)
        .map(|(_, letter)| *letter)
        .take_while(|letter| digit(*letter).is_some() || *letter == '十' || *letter == '元')
        .take(6)
        .collect();
    if run.is_empty() {
        return None;
    }
    let length = run.len();
    if run == ['元'] {
        return Some((1, 1, 1));
    }
    if let Some(ten) = run.iter().position(|letter| *letter == '十') {
        let tens = ten
            .checked_sub(1)
            .and_then(|before| run.get(before))
            .and_then(|letter| digit(*letter))
            .unwrap_or(1);
        let ones = run.get(ten + 1).and_then(|letter| digit(*letter)).unwrap_or(0);
        return Some((i64::try_from(tens * 10 + ones).ok()?, 2, length));
    }
    let value = run
        .iter()
        .filter_map(|letter| digit(*letter))
        .fold(0_i64, |sum, digit| sum * 10 + i64::try_from(digit).unwrap_or(0));
    Some((value, u8::try_from(length).ok()?, length))
}
