//! Words of dates, from `data/lexicon/dates.toml`, found in a text.

mod classes;
mod figures;
mod spelled;

pub(crate) use figures::two_figure_year;

use crate::value::Unit;
use std::{
    collections::{BTreeMap, HashMap},
    sync::OnceLock,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tok {
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
    /// "2 pm", "14:30".
    Clock(u32, u32, Option<u32>),
    /// "BC" (true) or "AD".
    Bce(bool),
    /// "or": joins two dates of which one is meant.
    Or,
    /// "by", "no later than": a date in it or before.
    By,
    /// "not before": a date in it or after.
    NotBefore,
    /// "onwards": behind its date.
    Onwards,
    /// "probably", "?".
    Uncertain,
    /// "쯤", "or so": behind its date.
    ApproxBehind,
    /// "%": approximate and uncertain.
    Doubtful,
    /// Before or behind a date "about".
    Tilde,
    /// "à", "au": before a date, says nothing.
    At,
    /// "morning": behind its date, says nothing.
    DayPart,
    Comma,
    Slash,
    Open,
    Close,
    /// A weekday shortened to one sign, in brackets behind its date.
    ShortWeekday(u32),
    /// "in", "during": what makes a figure of four digits a year in running text.
    Year,
    /// "fiscal year": begins in another month in each country.
    Fiscal,
    /// A fiscal year that begins in that month, that many from the present one.
    FiscalAway(u32, i64),
    /// Behind a number: the fiscal year that begins in that month.
    FiscalMark(u32),
    /// Neither letter nor figure.
    Sign,
    Other,
}

/// A token with every reading of its words; offsets are bytes.
#[derive(Clone, Debug)]
pub(crate) struct Token<'a> {
    pub start: usize,
    pub end: usize,
    pub readings: Readings<'a>,
}

#[derive(Clone, Debug)]
pub(crate) enum Readings<'a> {
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

/// The lexicon of dates by language; `any` holds for all.
fn vocabularies() -> &'static HashMap<String, Vocabulary> {
    static LOADED: OnceLock<HashMap<String, Vocabulary>> = OnceLock::new();
    LOADED.get_or_init(|| {
        let mut tables: BTreeMap<String, Table> = toml::from_str(include_str!("../../../../data/lexicon/dates.toml")).unwrap_or_default();
        let any = tables.remove("any").unwrap_or_default();
        tables
            .into_iter()
            .map(|(language, table)| (language.clone(), Vocabulary::of(&language, [&table, &any])))
            .collect()
    })
}

/// The words of a language by its ISO 639-1 code, with or without a region.
pub(crate) fn vocabulary(language: &str) -> Option<&'static Vocabulary> {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    vocabularies().get(primary)
}

/// Words by their class.
type Table = BTreeMap<String, Vec<String>>;

/// A word and what it may mean.
type Entry = (Vec<char>, Vec<Tok>);

/// The words of one language.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    /// By the first two letters; words of one letter by that alone.
    by_start: HashMap<(char, Option<char>), Vec<Entry>>,
    pub spaced: bool,
    /// Whether 1/2 is 1 February.
    day_first: bool,
    /// Whether "last Wednesday" is the latest one rather than that of last week.
    pub last_is_latest: bool,
}

impl Vocabulary {
    fn of(language: &str, tables: [&Table; 2]) -> Self {
        let mut words: BTreeMap<Vec<char>, Vec<Tok>> = BTreeMap::new();
        for (class, all) in tables.into_iter().flatten() {
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

    /// The tokens of a text; `typed` where it is nothing but a date.
    pub fn tokens<'a>(&'a self, text: &str, typed: bool) -> Vec<Token<'a>> {
        let letters: Vec<(usize, char)> = text.char_indices().map(|(at, letter)| (at, plain(letter))).collect();
        let offset = |index: usize| letters.get(index).map_or(text.len(), |(at, _)| *at);
        let mut found = Vec::new();
        let mut at = 0;
        while let Some((_, letter)) = letters.get(at).copied() {
            if letter.is_whitespace() {
                at += 1;
                continue;
            }
            let (readings, length) = self.next(&letters, at, typed);
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

    fn next<'a>(&'a self, letters: &[(usize, char)], at: usize, typed: bool) -> (Readings<'a>, usize) {
        let letter = letters.get(at).map_or(' ', |(_, letter)| *letter);
        if let Some((toks, length)) = self.word(letters, at) {
            return (Readings::Listed(toks), length);
        }
        if letter.is_ascii_digit() {
            return self.digits(letters, at, typed);
        }
        let is_digit = |ahead: usize| letters.get(at + ahead).is_some_and(|(_, letter)| letter.is_ascii_digit());
        // "'90s", "c2026": what stands before belongs to the figures.
        if letter == '\''
            && is_digit(1)
            && is_digit(2)
            && let (Readings::One(tok @ Tok::Decade(_)), length) = self.digits(letters, at + 1, typed)
        {
            return (Readings::One(tok), length + 1);
        }
        if typed && letter == 'c' && is_digit(1) {
            return (Readings::One(Tok::Approx), 1);
        }
        if typed && letter == 'c' && letters.get(at + 1).is_some_and(|(_, letter)| *letter == 'a') && is_digit(2) {
            return (Readings::One(Tok::Approx), 2);
        }
        if !self.spaced {
            if let Some((value, digits, length)) = figures::chinese_number(letters, at) {
                return (
                    Readings::One(Tok::Num {
                        value,
                        digits,
                        ordinal: false,
                    }),
                    length,
                );
            }
            return (other(letter), 1);
        }
        let length = letters
            .iter()
            .skip(at)
            .take_while(|(_, letter)| letter.is_alphanumeric())
            .count()
            .max(1);
        (other(letter), length)
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

/// What is in no list.
fn other(letter: char) -> Readings<'static> {
    if letter.is_alphanumeric() {
        Readings::One(Tok::Other)
    } else {
        Readings::Listed(&[Tok::Other, Tok::Sign])
    }
}

/// Lower case, forms of full width as plain ones, and one sign for each kind of dash.
fn plain(letter: char) -> char {
    match letter {
        '’' | '‘' => '\'',
        '\u{FF01}'..='\u{FF5D}' => char::from_u32(u32::from(letter) - 0xFEE0).map_or(letter, plain),
        '\u{2010}' | '\u{2011}' => '-',
        '\u{2012}'..='\u{2015}' | '\u{2212}' => '–',
        '\u{301C}' | '\u{223C}' | '\u{FF5E}' => '~',
        '\u{3000}' => ' ',
        _ => letter.to_lowercase().next().unwrap_or(letter),
    }
}
