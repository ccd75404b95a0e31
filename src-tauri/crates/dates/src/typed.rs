//! The whole of what was typed: understood to its end, or refused with the words that were not understood.

mod check;

use crate::{
    Refusal, Tense,
    lex::{Tok, Token, Vocabulary, vocabulary},
    parse::Parser,
};
use chrono::NaiveDate;
use domain::{Edtf, Reason};

/// The longest text taken for a date phrase, in characters.
const MAX_CHARACTERS: usize = 300;

/// Reads a typed date: EDTF as it stands, else words in `language` (ISO 639-1), or in those that its script may be when there is
/// none; `reference` is the day that relative words count from.
pub fn typed(text: &str, reference: NaiveDate, language: Option<&str>) -> Result<Edtf, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::of(Reason::DateEmpty, &[]));
    }
    check::two_years_or_season(text)?;
    let as_edtf = Edtf::parse(text);
    if as_edtf.is_ok() && !check::is_unfinished(text) {
        return as_edtf.map_err(check::of_edtf);
    }
    if text.chars().count() > MAX_CHARACTERS {
        return Err(Refusal::of(Reason::DateTooLong, &[("limit", &MAX_CHARACTERS)]));
    }
    let mut refused = None;
    for language in languages(text, language) {
        let phrase = Typed::of(text, language, reference);
        match phrase.map(|phrase| phrase.read()) {
            Some(Ok(edtf)) => return Ok(edtf),
            Some(Err(refusal)) => refused = refused.or(Some(refusal)),
            None => {}
        }
    }
    if let Ok(edtf) = Edtf::parse(&text.to_uppercase())
        && !check::is_unfinished(text)
    {
        return Ok(edtf);
    }
    Err(match as_edtf {
        Err(error) if check::is_meant_as_edtf(text) => check::of_edtf(error),
        _ => refused.unwrap_or_else(|| Refusal::of_words(vec![text.to_owned()])),
    })
}

/// The languages a text is tried in: the one named, then those of its script.
fn languages<'a>(text: &str, named: Option<&'a str>) -> Vec<Language<'a>> {
    let any = |range: std::ops::RangeInclusive<char>| text.chars().any(|letter| range.contains(&letter));
    let of_script: &[&str] = match () {
        () if any('\u{AC00}'..='\u{D7AF}') => &["ko"],
        () if any('\u{3040}'..='\u{30FF}') => &["ja"],
        () if any('\u{4E00}'..='\u{9FFF}') => &["zh", "ja"],
        () => &["en", "fr"],
    };
    let guessed = of_script.iter().map(|code| Language { code, named: false });
    named
        .map(|code| Language { code, named: true })
        .into_iter()
        .chain(guessed)
        .collect()
}

#[derive(Clone, Copy)]
struct Language<'a> {
    code: &'a str,
    /// Whether the language was given, not told from the script.
    named: bool,
}

/// A text as the words of one language.
struct Typed<'a> {
    text: &'a str,
    vocabulary: &'static Vocabulary,
    tokens: Vec<Token<'static>>,
    reference: NaiveDate,
    /// Whether the order of day and month is known with the language.
    ordered: bool,
}

impl<'a> Typed<'a> {
    fn of(text: &'a str, language: Language<'_>, reference: NaiveDate) -> Option<Self> {
        let vocabulary = vocabulary(language.code)?;
        Some(Self {
            text,
            vocabulary,
            tokens: vocabulary.tokens(text, true),
            reference,
            ordered: language.named || !vocabulary.spaced,
        })
    }

    fn read(&self) -> Result<Edtf, Refusal> {
        let unknown = self.unknown_words();
        if !unknown.is_empty() {
            return Err(Refusal::of_words(unknown));
        }
        let parser = Parser::new(self.vocabulary, &self.tokens, self.reference, Tense::Unknown, true);
        check::tokens(self.text, &self.tokens, self.ordered)?;
        let mut reached = 0;
        let starts = (0..self.tokens.len()).take_while(|start| self.tokens.iter().take(*start).all(opens_date));
        for phrase in starts.flat_map(|start| parser.readings(start).collect::<Vec<_>>()) {
            if self.tokens.iter().skip(phrase.end).all(says_nothing) {
                check::weekdays(&parser, &self.tokens)?;
                return Edtf::parse(&phrase.edtf).map_err(|error| Refusal::new(error.problem(), error.hint()));
            }
            reached = reached.max(phrase.end);
        }
        check::calendar(&parser, &self.tokens)?;
        Err(self.left_over(reached))
    }

    /// The words that are in no list of the language, those that touch as one.
    fn unknown_words(&self) -> Vec<String> {
        let mut words: Vec<(usize, usize)> = Vec::new();
        for token in self
            .tokens
            .iter()
            .filter(|token| token.readings().iter().all(|tok| matches!(tok, Tok::Other | Tok::Sign)))
        {
            match words.last_mut() {
                Some(last) if last.1 == token.start => last.1 = token.end,
                _ => words.push((token.start, token.end)),
            }
        }
        // A word of Korean goes on to its end, known syllables and all.
        let korean = |end: usize| {
            let rest = self.text.get(end..).unwrap_or_default();
            let hangul = rest.chars().take_while(|letter| ('가'..='힣').contains(letter));
            end + hangul.map(char::len_utf8).sum::<usize>()
        };
        words.iter().map(|(start, end)| self.written(*start, korean(*end))).collect()
    }

    fn left_over(&self, reached: usize) -> Refusal {
        let from = if self.tokens.iter().take(reached).all(opens_date) {
            0
        } else {
            reached
        };
        let start = self.tokens.get(from).map_or(0, |token| token.start);
        Refusal::of_words(vec![self.written(start, self.text.len())])
    }

    fn written(&self, start: usize, end: usize) -> String {
        self.text.get(start..end).unwrap_or(self.text).trim().to_owned()
    }
}

/// "the", a comma.
fn says_nothing(token: &Token<'_>) -> bool {
    token.is(Tok::Fill) || token.is(Tok::Comma) || token.is(Tok::DayPart)
}

/// The same, and "in" before its year or month.
fn opens_date(token: &Token<'_>) -> bool {
    says_nothing(token) || token.is(Tok::At) || (token.is(Tok::In) && token.is(Tok::Year) && !token.is(Tok::After))
}
