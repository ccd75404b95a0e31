//! Words of dates, from `data/lexicon/dates.toml`, found in a text.

mod classes;
mod figures;
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
    /// Any time from now on up to the end of a stretch.
    Within,
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
    /// "and": joins two dates, of a range only with "between".
    And,
    /// "之间", "사이": what stands before was a range.
    Between,
    /// "1990s", "the 70s": its first year.
    Decade(i32),
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
    /// By the first two letters; words of one letter by that alone.
    by_start: HashMap<(char, Option<char>), Vec<Entry>>,
    pub spaced: bool,
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
        let mut by_start: HashMap<(char, Option<char>), Vec<Entry>> = HashMap::new();
        for (word, toks) in words {
            if let Some(first) = word.first() {
                by_start.entry((*first, word.get(1).copied())).or_default().push((word, toks));
            }
        }
        for list in by_start.values_mut() {
            list.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        }
        Self {
            by_start,
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
            if let Some((value, digits, length)) = figures::kanji_number(letters, at) {
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
        let second = letters.get(at + 1).map(|(_, letter)| *letter);
        let longer = self.by_start.get(&(first, second)).filter(|_| second.is_some());
        let short = self.by_start.get(&(first, None));
        longer.into_iter().chain(short).flatten().find_map(|(word, toks)| {
            let here = letters.get(at..at + word.len());
            let matches = here.is_some_and(|here| word.iter().zip(here).all(|(wanted, (_, letter))| wanted == letter));
            let next = letters.get(at + word.len()).map(|(_, letter)| *letter);
            let last = word.last().copied().unwrap_or(' ');
            let whole = !self.spaced || !last.is_alphanumeric() || !next.is_some_and(char::is_alphanumeric);
            (matches && whole && !(first.is_ascii_digit() && before.is_some_and(char::is_alphanumeric)))
                .then_some((toks.as_slice(), word.len()))
        })
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
