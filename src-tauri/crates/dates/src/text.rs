//! Dates inside a text.

use crate::{
    Tense,
    lex::{Tok, Token, Vocabulary, vocabulary},
    parse::Parser,
};
use chrono::NaiveDate;
use domain::Edtf;

/// A date found in a text; offsets are bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub start: usize,
    pub end: usize,
    pub edtf: Edtf,
}

/// A sentence with its words of dates, to be read as looking back or ahead.
pub struct Sentence<'a> {
    text: &'a str,
    words: Option<(&'static Vocabulary, Vec<Token<'static>>)>,
}

impl<'a> Sentence<'a> {
    /// The words of a text in a language (ISO 639-1); of one that has no lexicon, none.
    pub fn of(text: &'a str, language: &str) -> Self {
        let words = vocabulary(language).map(|vocabulary| (vocabulary, vocabulary.tokens(text, false)));
        Self { text, words }
    }

    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The dates said, seen from a day: left to right, none inside another.
    pub fn find(&self, reference: NaiveDate, tense: Tense) -> Vec<Found> {
        let Some((vocabulary, tokens)) = &self.words else {
            return Vec::new();
        };
        let parser = Parser::new(vocabulary, tokens, reference, tense, false);
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match self.date_at(&parser, tokens, at) {
                Some((date, end)) => {
                    found.push(date);
                    at = end.max(at + 1);
                }
                None => at += 1,
            }
        }
        found
    }

    fn date_at(&self, parser: &Parser<'_>, tokens: &[Token<'_>], at: usize) -> Option<(Found, usize)> {
        let token = tokens.get(at)?;
        // "aid that may be needed": what opens a date is read up to the word that names it.
        let opens = |at: &usize| {
            tokens
                .get(*at)
                .is_some_and(|token| token.is(Tok::Fill) || self.text.get(token.start..token.end) == Some("that"))
        };
        let first = (at..tokens.len()).find(|at| !opens(at)).unwrap_or(at);
        let passed_over = token.is(Tok::Other)
            || !may_begin(tokens, at)
            || self.is_common_word(tokens, first)
            || self.is_article(tokens, at)
            || self.is_counted(tokens, first)
            || within_other_year(tokens, at);
        if passed_over || follows_fiscal(tokens, at) {
            return None;
        }
        let phrase = parser
            .readings(at)
            .next()
            .filter(|phrase| !is_mere_number(parser, tokens, at, phrase.end))?;
        let last = tokens
            .get(phrase.end.checked_sub(1)?)
            .filter(|_| !self.is_fraction(tokens, phrase.end - 1))?;
        // "three days after his election": of a day that nobody names.
        if self.is_from_other(tokens, phrase.end) {
            return None;
        }
        // "2025 회계연도".
        let fiscal = tokens.get(phrase.end).is_some_and(|next| next.is(Tok::Fiscal));
        let date = Found {
            start: token.start,
            end: last.end,
            edtf: Edtf::parse(&phrase.edtf).ok()?,
        };
        // "한일 관계": Korea and Japan, no first of a month.
        let pair = self.text.get(date.start..date.end).is_some_and(|words| words.ends_with("한일"));
        (!fiscal && !pair).then_some((date, phrase.end))
    }

    /// "may", "march", "second", "sun" in small letters are other words in running text.
    fn is_common_word(&self, tokens: &[Token<'_>], at: usize) -> bool {
        let written = tokens.get(at).and_then(|token| self.text.get(token.start..token.end));
        let next = |fits: fn(&Tok) -> bool| tokens.get(at + 1).is_some_and(|next| next.readings().iter().any(fits));
        match written {
            Some("may" | "march" | "fall" | "mars" | "back") => true,
            Some("sat" | "mar" | "dec") => !next(|tok| matches!(tok, Tok::Num { .. })),
            // "a été déposée", but "cet été", "l'été", "été 2025".
            Some("été") => {
                let head = tokens
                    .get(at)
                    .and_then(|token| self.text.get(..token.start))
                    .unwrap_or_default()
                    .trim_end();
                let opens = ["l'", "l’", "cet", "d'", "d’", "en", "prochain", "dernier"]
                    .iter()
                    .any(|word| head.ends_with(word));
                !opens && !next(|tok| matches!(tok, Tok::Num { .. }))
            }
            // "국가주석", "주요": no week.
            Some("주" | "주간" | "春" | "夏" | "秋" | "冬" | "말" | "초") => self.is_inside_word(tokens, at),
            // "전달했다": handed over, no last month.
            Some("전달") => {
                let rest = tokens.get(at).and_then(|token| self.text.get(token.end..)).unwrap_or_default();
                rest.starts_with(['했', '하', '한', '할', '해', '받', '됐', '되', '된', '돼', '을', '식', '자'])
            }
            Some("second") => !next(|tok| matches!(tok, Tok::Unit(_) | Tok::Half(_))),
            _ => false,
        }
    }

    /// Whether a length of time is told from what the words behind it name.
    fn is_from_other(&self, tokens: &[Token<'_>], end: usize) -> bool {
        let written = |at: usize| tokens.get(at).and_then(|token| self.text.get(token.start..token.end));
        let behind = end.checked_sub(1).and_then(written);
        let length = end.checked_sub(2).and_then(|at| tokens.get(at));
        let unit = |tok: &Tok| matches!(tok, Tok::Unit(_));
        matches!(behind, Some("after" | "before"))
            && length.is_some_and(|token| token.readings().iter().any(unit))
            && tokens
                .iter()
                .skip(end)
                .find(|next| !next.is(Tok::Fill))
                .is_some_and(|next| next.is(Tok::Other) && !next.is(Tok::Sign))
    }

    /// "an April airstrike": one of April, no first of it.
    fn is_article(&self, tokens: &[Token<'_>], at: usize) -> bool {
        let written = tokens.get(at).and_then(|token| self.text.get(token.start..token.end));
        let month = |tok: &Tok| matches!(tok, Tok::Month(_));
        matches!(written, Some("a" | "an" | "A" | "An")) && tokens.get(at + 1).is_some_and(|next| next.readings().iter().any(month))
    }

    /// "the 3rd EU meeting": a number of what follows it, and a day only behind "on".
    fn is_counted(&self, tokens: &[Token<'_>], at: usize) -> bool {
        let figures = |tok: &Tok| {
            matches!(
                tok,
                Tok::Num {
                    digits: 1..,
                    ordinal: true,
                    ..
                }
            )
        };
        let Some(token) = tokens.get(at).filter(|token| token.readings().iter().any(figures)) else {
            return false;
        };
        let head = self.text.get(..token.start).unwrap_or_default().trim_end();
        let head = head.strip_suffix("the").map_or(head, str::trim_end);
        let gap = tokens.get(at + 1).and_then(|next| self.text.get(token.end..next.start));
        let followed = tokens.get(at + 1).is_some_and(|next| next.is(Tok::Other) && !next.is(Tok::Sign)) && gap == Some(" ");
        followed && !["on", "On", "since", "until", "by", "from"].iter().any(|word| head.ends_with(word))
    }

    /// Whether letters of no date touch a word of Hangul on either side.
    fn is_inside_word(&self, tokens: &[Token<'_>], at: usize) -> bool {
        let Some(token) = tokens.get(at) else { return false };
        let touches =
            |other: Option<&Token<'_>>, joined: bool| joined && other.is_some_and(|other| other.is(Tok::Other) && !other.is(Tok::Sign));
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let after = tokens.get(at + 1);
        touches(before, before.is_some_and(|before| before.end == token.start))
            || touches(after, after.is_some_and(|after| after.start == token.end))
    }

    /// "a 2/3 majority".
    fn is_fraction(&self, tokens: &[Token<'_>], at: usize) -> bool {
        let is_short = |token: &&Token<'_>| token.readings().iter().any(|tok| matches!(tok, Tok::Ymd(None, ..)));
        let Some(token) = tokens.get(at).filter(is_short) else {
            return false;
        };
        let written = self.text.get(token.start..token.end).unwrap_or_default();
        let part = written
            .split_once('/')
            .and_then(|(a, b)| Some((a.parse::<u8>().ok()?, b.parse::<u8>().ok()?)));
        part.is_some_and(|(a, b)| a < b && b <= 10) && tokens.get(at + 1).is_some_and(|next| next.is(Tok::Other))
    }
}

/// Whether a word that names a time stands here or close behind.
fn may_begin(tokens: &[Token<'_>], at: usize) -> bool {
    let near = tokens.get(at..).unwrap_or_default().iter().take(6);
    near.take_while(|token| !token.is(Tok::Other))
        .any(|token| token.readings().iter().any(|tok| names_time(*tok)))
}

/// Whether a word is more than one that opens, joins, qualifies or fills a date.
fn names_time(tok: Tok) -> bool {
    use Tok::{
        After, Ago, And, Approx, ApproxBehind, At, Before, Between, By, Clock, Close, Comma, DayPart, Doubtful, Fill, Fiscal, For, In,
        Link, MoreThan, NotBefore, Onwards, Open, Or, OrAfter, OrBefore, Other, ShortWeekday, Sign, Since, Slash, Start, Starting, Tilde,
        Uncertain, Until, Within, Year,
    };
    !matches!(
        tok,
        After
            | Ago
            | And
            | Approx
            | ApproxBehind
            | Before
            | Between
            | By
            | Clock(..)
            | Close
            | At
            | Comma
            | DayPart
            | Doubtful
            | Fill
            | Fiscal
            | For
            | In
            | Link
            | MoreThan
            | NotBefore
            | Onwards
            | Open
            | Or
            | OrAfter
            | OrBefore
            | Other
            | ShortWeekday(_)
            | Sign
            | Since
            | Slash
            | Start
            | Starting
            | Tilde
            | Uncertain
            | Until
            | Within
            | Year
    )
}

/// "a 25 percent tariff": in running text a number in figures alone is no day.
fn is_mere_number(parser: &Parser<'_>, tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let is = |at: usize, wanted: Tok| tokens.get(at).is_some_and(|token| token.is(wanted));
    let from = (at..tokens.len()).find(|from| !is(*from, Tok::Fill) && !is(*from, Tok::Approx));
    let figures = |tok: &Tok| {
        matches!(
            tok,
            Tok::Num {
                digits: 1..,
                ordinal: false,
                ..
            }
        )
    };
    let number = from
        .and_then(|from| tokens.get(from))
        .filter(|token| token.readings().iter().any(figures));
    let day = parser
        .parts(at)
        .filter(|(parts, end)| parts.is_bare_day() && Some(*end) == from.map(|from| from + 1));
    number.is_some() && day.is_some_and(|(_, day)| day == end)
}

/// "114年12月5日": month and day of a year that was not understood.
fn within_other_year(tokens: &[Token<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before)).zip(tokens.get(at));
    before.is_some_and(|(before, token)| (before.is(Tok::YearMark) || before.is(Tok::MonthMark)) && before.end == token.start)
}

/// "fiscal year 2025": no year of the calendar.
fn follows_fiscal(tokens: &[Token<'_>], at: usize) -> bool {
    tokens
        .get(at.saturating_sub(3)..at)
        .unwrap_or_default()
        .iter()
        .rev()
        .take_while(|token| token.is(Tok::Fill) || token.is(Tok::Fiscal))
        .any(|token| token.is(Tok::Fiscal))
        || tokens.get(at).is_some_and(|token| token.is(Tok::Fiscal))
}
