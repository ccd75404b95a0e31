//! Sentences and words, with the places they hold in the text.

mod plain;

pub(crate) use plain::Plain;

use crate::{proposal::LONGEST_SENTENCE, words::Classed as _};
use std::ops::Range;

/// Words that end in a full stop without ending the sentence.
const ABBREVIATIONS: [&str; 41] = [
    "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sgt", "capt", "adm", "sen", "rep", "gov", "st", "jr", "sr", "no", "vs", "inc",
    "ltd", "co", "corp", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "hon", "rev", "maj", "brig",
    "approx", "est",
];

/// Words that begin a new sentence even after "U.S."
const OPENERS: [&str; 12] = ["The", "He", "She", "It", "They", "In", "On", "But", "A", "This", "These", "However"];

/// One word or mark of a sentence; offsets are bytes of the whole text.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub start: usize,
    pub end: usize,
    pub lower: String,
    pub capital: bool,
    /// As bits, looked up once: a word is asked for them many times.
    pub classes: u128,
}

impl Word {
    fn new(range: Range<usize>, lower: String, capital: bool) -> Self {
        let classes = lower.as_str().classes();
        Self {
            start: range.start,
            end: range.end,
            lower,
            capital,
            classes,
        }
    }

    pub fn is(&self, word: &str) -> bool {
        self.lower == word
    }

    pub fn is_mark(&self) -> bool {
        !self
            .lower
            .chars()
            .next()
            .is_some_and(|letter| letter.is_alphanumeric() || letter == '\'' || letter == '$')
    }
}

/// The sentences of a text, in bytes, without the blanks around them.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let after = at + character.len_utf8();
        let too_long = after - start > LONGEST_SENTENCE;
        let ends = match character {
            '。' | '！' | '？' => true,
            '.' | '!' | '?' | '…' => ends_here(text, start, at, after),
            '\n' => line_ends_sentence(text, start, at),
            _ => too_long && (character.is_whitespace() || after - start > 2 * LONGEST_SENTENCE),
        };
        if !ends {
            continue;
        }
        let mut end = after;
        while let Some((next, quote)) = characters.peek().copied() {
            if !matches!(quote, '"' | '”' | '’' | '\'' | ')' | ']' | '」' | '』') {
                break;
            }
            end = next + quote.len_utf8();
            characters.next();
        }
        push(text, start..end, &mut found);
        start = end;
    }
    push(text, start..text.len(), &mut found);
    found
}

fn push(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let Some(slice) = text.get(range.clone()) else { return };
    let trimmed = slice.trim();
    if !trimmed.is_empty() {
        let start = range.start + (slice.len() - slice.trim_start().len());
        found.push(start..start + trimmed.len());
    }
}

fn ends_here(text: &str, start: usize, at: usize, after: usize) -> bool {
    let rest = text.get(after..).unwrap_or_default();
    let closed = rest.trim_start_matches(['"', '”', '’', '\'', ')', ']', '.', '!', '?', '」', '』']);
    let next = closed.trim_start_matches([' ', '\t', '\u{a0}']);
    if next.is_empty() || next.starts_with('\n') {
        return true;
    }
    if next.len() == closed.len() {
        return false;
    }
    let begins = next.chars().find(|letter| !matches!(letter, '"' | '“' | '‘' | '\'' | '(' | '['));
    if !begins.is_some_and(|letter| letter.is_uppercase() || letter.is_numeric() || (letter.is_alphabetic() && !letter.is_lowercase())) {
        return false;
    }
    text.get(at..after) != Some(".") || !is_abbreviation(text.get(start..at).unwrap_or_default(), next)
}

/// Whether the full stop after `before` belongs to the word: "Jan.", "U.S.", an initial.
fn is_abbreviation(before: &str, next: &str) -> bool {
    let tail = before
        .rsplit(|letter: char| letter.is_whitespace() || matches!(letter, '(' | '"' | '“' | '-'))
        .next()
        .unwrap_or_default();
    let lower = tail.to_lowercase();
    if tail.contains('.') && tail.split('.').all(|part| part.chars().count() <= 2) {
        let opener = next.split(' ').next().unwrap_or_default();
        return !OPENERS.contains(&opener);
    }
    if tail.chars().count() == 1 && tail.chars().all(char::is_uppercase) {
        return true;
    }
    ABBREVIATIONS.contains(&lower.as_str())
}

fn line_ends_sentence(text: &str, start: usize, at: usize) -> bool {
    let line = text.get(start..at).unwrap_or_default();
    let next = text.get(at + 1..).unwrap_or_default();
    let begins = next.chars().next();
    if begins.is_none_or(|letter| letter == '\n' || letter == '\r') {
        return true;
    }
    let continues = begins.is_some_and(char::is_lowercase) || line.trim_end().ends_with(',');
    let is_wrapped = line.len() >= 60 && line.len() < 100;
    !continues && !is_wrapped
}

/// The words of a sentence; possessive endings and the halves of "Korea-U.S." are words of their own.
pub(crate) fn words(text: &str, sentence: &Range<usize>) -> Vec<Word> {
    let mut found = Vec::new();
    let Some(slice) = text.get(sentence.clone()) else { return found };
    let mut start: Option<usize> = None;
    let mut characters = slice.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        let inside = start.is_some();
        let joins = match character {
            '.' => inside && (next.is_some_and(char::is_alphanumeric) || is_acronym(slice, start, at)),
            ',' => {
                inside
                    && next.is_some_and(|next| next.is_ascii_digit())
                    && slice
                        .get(..at)
                        .is_some_and(|before| before.ends_with(|last: char| last.is_ascii_digit()))
            }
            '-' | '‑' => inside && next.is_some_and(|next| next.is_alphanumeric() && !next.is_uppercase()),
            '\'' | '’' => inside && next.is_some_and(char::is_alphanumeric) && !is_possessive(slice, at + character.len_utf8()),
            '/' => inside && next.is_some_and(|next| next.is_ascii_digit()),
            _ => character.is_alphanumeric() || character == '$',
        };
        if joins {
            start.get_or_insert(at);
            continue;
        }
        if let Some(begin) = start.take() {
            add(slice, begin, at, sentence.start, &mut found);
        }
        if matches!(character, '\'' | '’') && is_possessive(slice, at + character.len_utf8()) {
            characters.next();
            let end = at + character.len_utf8() + 1;
            found.push(Word::new(sentence.start + at..sentence.start + end, "'s".to_owned(), false));
        } else if !character.is_whitespace() {
            add(slice, at, at + character.len_utf8(), sentence.start, &mut found);
        }
    }
    if let Some(begin) = start {
        add(slice, begin, slice.len(), sentence.start, &mut found);
    }
    found
}

fn is_acronym(slice: &str, start: Option<usize>, at: usize) -> bool {
    let word = start.and_then(|start| slice.get(start..at)).unwrap_or_default();
    word.contains('.') && word.split('.').all(|part| part.chars().count() == 1)
}

fn is_possessive(slice: &str, after: usize) -> bool {
    let mut rest = slice.get(after..).unwrap_or_default().chars();
    rest.next() == Some('s') && !rest.next().is_some_and(char::is_alphanumeric)
}

fn add(slice: &str, start: usize, end: usize, offset: usize, found: &mut Vec<Word>) {
    let word = slice.get(start..end).unwrap_or_default();
    let lower = word.to_lowercase().replace('’', "'").replace('‑', "-");
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    found.push(Word::new(offset + start..offset + end, lower, capital));
}

/// Turns byte offsets into character offsets, in one pass over a text.
pub(crate) struct Characters {
    /// Characters before each block of bytes.
    before: Vec<usize>,
}

const BLOCK: usize = 256;

impl Characters {
    pub fn of(text: &str) -> Self {
        let mut before = vec![0];
        let mut count = 0;
        for (at, byte) in text.bytes().enumerate() {
            count += usize::from(byte & 0xC0 != 0x80);
            if (at + 1) % BLOCK == 0 {
                before.push(count);
            }
        }
        Self { before }
    }

    /// Characters before a byte offset.
    pub fn at(&self, text: &str, byte: usize) -> usize {
        let byte = byte.min(text.len());
        let block = byte / BLOCK;
        let base = self.before.get(block).copied().unwrap_or_default();
        let rest = text.as_bytes().get(block * BLOCK..byte).unwrap_or_default();
        base + rest.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
    }
}
