//! Words of dates, from `data/lexicon/dates.toml`, found in a text.

mod classes;
mod spelled;

use super::value::Unit;
use std::collections::{BTreeMap, HashMap};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tok {
    Num {
        value: i64,
        digits: u8,
        ordinal: bool,
    },
    Ymd(Option<i32>, Option<u32>, Option<u32>),
    Month(u32),
    Weekday(u32),
    Unit(Unit),
    /// Half of a year, month or week: 1 or 2 where the words say which.
    PartOf(Unit, u8),
    Rel(i64),
    Near(i64),
    Day(i64),
    Days(i64),
    This(Unit, i64),
    Season(u32),
    Part(u8),
    Quarter(u32),
    Half(u32),
    Era(i32),
    Fixed(u32, u32),
    YearMark,
    MonthMark,
    DayMark,
    Ago,
    In,
    Since,
    Until,
    Before,
    After,
    OrAfter,
    OrBefore,
    Start,
    Link,
    Approx,
    Fill,
    Now,
    /// From the first day of the year to the reference.
    ToDate,
    Easter,
    /// "week of", "week beginning": the week a date lies in.
    WeekOf,
    /// "for": so long from a date on.
    For,
    MoreThan,
    /// "3 days starting on": so long from a date on.
    Starting,
    Hundred,
    Thousand,
    Other,
}

/// A token with every reading of its words; offsets are bytes.
#[derive(Clone, Debug)]
pub(super) struct Token<'a> {
    pub start: usize,
    pub end: usize,
    pub readings: Readings<'a>,
}

#[derive(Clone, Debug)]
pub(super) enum Readings<'a> {
    One(Tok),
    Listed(&'a [Tok]),
}

impl Token<'_> {
    pub fn readings(&self) -> &[Tok] {
        match &self.readings {
            Readings::One(tok) => std::slice::from_ref(tok),
            Readings::Listed(toks) => toks,
        }
    }

    pub fn is(&self, wanted: Tok) -> bool {
        self.readings().contains(&wanted)
    }
}

/// A word and what it may mean.
type Entry = (Vec<char>, Vec<Tok>);

/// The words of one language.
#[derive(Debug)]
pub(super) struct Vocabulary {
    by_first: HashMap<char, Vec<Entry>>,
    spaced: bool,
    /// Whether 1/2 is 1 February.
    day_first: bool,
    /// Whether "last Wednesday" is the latest one rather than that of last week.
    pub last_is_latest: bool,
}

impl Vocabulary {
    pub fn of(language: &str, table: &BTreeMap<String, Vec<String>>) -> Self {
        let mut words: BTreeMap<Vec<char>, Vec<Tok>> = BTreeMap::new();
        for (class, all) in table {
            let Some(tok) = classes::class_of(class) else { continue };
            for word in all {
                words.entry(word.chars().collect()).or_default().push(tok);
            }
        }
        let mut by_first: HashMap<char, Vec<Entry>> = HashMap::new();
        for (word, toks) in words {
            if let Some(first) = word.first() {
                by_first.entry(*first).or_default().push((word, toks));
            }
        }
        for list in by_first.values_mut() {
            list.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        }
        Self {
            by_first,
            spaced: matches!(language, "en" | "fr"),
            day_first: language != "en",
            last_is_latest: language == "ko",
        }
    }

    pub fn tokens<'a>(&'a self, text: &str) -> Vec<Token<'a>> {
        let letters: Vec<(usize, char)> = text.char_indices().map(|(at, letter)| (at, plain(letter))).collect();
        let offset = |index: usize| letters.get(index).map_or(text.len(), |(at, _)| *at);
        let mut found = Vec::new();
        let mut at = 0;
        while let Some((_, letter)) = letters.get(at).copied() {
            if letter.is_whitespace() {
                at += 1;
                continue;
            }
            let (readings, length) = self.next(&letters, at);
            found.push(Token {
                start: offset(at),
                end: offset(at + length),
                readings,
            });
            at += length;
        }
        if self.spaced {
            spelled::joined(found, self.day_first)
        } else {
            found
        }
    }

    fn next<'a>(&'a self, letters: &[(usize, char)], at: usize) -> (Readings<'a>, usize) {
        let letter = letters.get(at).map_or(' ', |(_, letter)| *letter);
        if let Some((toks, length)) = self.word(letters, at) {
            return (Readings::Listed(toks), length);
        }
        if letter.is_ascii_digit() {
            return self.digits(letters, at);
        }
        if !self.spaced {
            if let Some((value, digits, length)) = kanji_number(letters, at) {
                return (
                    Readings::One(Tok::Num {
                        value,
                        digits,
                        ordinal: false,
                    }),
                    length,
                );
            }
            return (Readings::One(Tok::Other), 1);
        }
        let length = letters
            .iter()
            .skip(at)
            .take_while(|(_, letter)| letter.is_alphanumeric())
            .count()
            .max(1);
        (Readings::One(Tok::Other), length)
    }

    fn word<'a>(&'a self, letters: &[(usize, char)], at: usize) -> Option<(&'a [Tok], usize)> {
        let first = letters.get(at)?.1;
        let before = at.checked_sub(1).and_then(|before| letters.get(before)).map(|(_, letter)| *letter);
        if self.spaced && first.is_alphabetic() && before.is_some_and(char::is_alphabetic) {
            return None;
        }
        self.by_first.get(&first)?.iter().find_map(|(word, toks)| {
            let matches = word
                .iter()
                .zip(letters.get(at..)?)
                .filter(|(wanted, (_, letter))| *wanted == letter)
                .count()
                == word.len();
            let next = letters.get(at + word.len()).map(|(_, letter)| *letter);
            let last = word.last().copied().unwrap_or(' ');
            let whole = !self.spaced || !last.is_alphanumeric() || !next.is_some_and(char::is_alphanumeric);
            (matches && whole && !(first.is_ascii_digit() && before.is_some_and(char::is_alphanumeric)))
                .then_some((toks.as_slice(), word.len()))
        })
    }

    /// A number, or digits that make a date: 2018-7-6, 1/2/2016, 5.12, 2014-06-04.
    fn digits<'a>(&self, letters: &[(usize, char)], at: usize) -> (Readings<'a>, usize) {
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

/// Lower case, and digits of full width as plain ones.
fn plain(letter: char) -> char {
    match letter {
        '０'..='９' => char::from_u32(u32::from(letter) - u32::from('０') + u32::from('0')).unwrap_or(letter),
        '’' => '\'',
        '／' => '/',
        '\u{3000}' => ' ',
        _ => letter.to_lowercase().next().unwrap_or(letter),
    }
}

/// 二〇一八, 十二, 二十五.
fn kanji_number(letters: &[(usize, char)], at: usize) -> Option<(i64, u8, usize)> {
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
