//! From text to tokens.

use super::error::PhraseError;
use super::numeric;
use super::token::{Lexeme, Token};
use super::words::ENGLISH;
use super::words_cjk::CJK;

/// Splits a phrase; fails when it holds words that are not in the vocabulary, naming them all.
pub(super) fn lex(text: &str) -> Result<Vec<Lexeme>, PhraseError> {
    let characters = normalised(text);
    let mut lexemes = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        if characters[at] == ' ' {
            at += 1;
            continue;
        }
        let (token, length) = next_token(&characters, at);
        let text = characters[at..at + length].iter().collect();
        lexemes.push(Lexeme { token, text });
        at += length;
    }
    let unknown: Vec<_> = lexemes
        .iter()
        .filter(|lexeme| lexeme.token == Token::Unknown)
        .map(|lexeme| lexeme.text.clone())
        .collect();
    if !unknown.is_empty() {
        return Err(PhraseError::of_words(unknown));
    }
    Ok(without_joining_dashes(lexemes))
}

/// Lower case, single blanks, ASCII digits and punctuation for their full-width forms, one sign for each long dash.
fn normalised(text: &str) -> Vec<char> {
    let mut characters: Vec<char> = Vec::new();
    for character in text.chars().flat_map(char::to_lowercase) {
        let character = match character {
            '\u{ff01}'..='\u{ff5d}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
            '\u{2010}' | '\u{2011}' => '-',
            '\u{2012}'..='\u{2015}' | '\u{2212}' => '–',
            '\u{301c}' | '\u{ff5e}' | '\u{223c}' => '~',
            '\u{2018}' | '\u{2019}' => '\'',
            _ if character.is_whitespace() => ' ',
            _ => character,
        };
        if character != ' ' || characters.last().is_some_and(|last| *last != ' ') {
            characters.push(character);
        }
    }
    characters
}

/// The token at a character that is no blank, and its length, at least 1.
fn next_token(characters: &[char], at: usize) -> (Token, usize) {
    let rest = &characters[at..];
    let first = rest[0];
    if first.is_ascii_digit() || first == '\'' {
        return numeric::number(rest);
    }
    if let Some(found) = longest_word(rest) {
        return found;
    }
    let tight = |index: usize| characters.get(index).is_some_and(|character| *character != ' ');
    let token = match first {
        '-' | '–' => Token::Dash {
            tight: at > 0 && tight(at - 1) && tight(at + 1),
        },
        '/' if joins(characters, at) => Token::Dash { tight: tight(at + 1) },
        '~' => Token::Tilde,
        '?' => Token::Uncertain,
        '%' => Token::ApproximateUncertain,
        ',' | '.' | ':' | '(' | ')' => Token::Filler,
        _ => return (Token::Unknown, unknown_length(rest)),
    };
    (token, 1)
}

/// A stroke joins two dates when it stands between blanks or between digits; `Jan/3` may mean anything.
fn joins(characters: &[char], at: usize) -> bool {
    let around = (at.checked_sub(1).and_then(|before| characters.get(before)), characters.get(at + 1));
    matches!(around, (Some(' '), Some(' '))) || matches!(around, (Some(a), Some(b)) if a.is_ascii_digit() && b.is_ascii_digit())
}

/// The longest entry of the vocabulary that the text starts with. Latin words must end there.
fn longest_word(rest: &[char]) -> Option<(Token, usize)> {
    let matching = |word: &str| {
        let mut length = 0;
        for expected in word.chars() {
            if rest.get(length) != Some(&expected) {
                return None;
            }
            length += 1;
        }
        let latin = rest[0].is_ascii_alphabetic();
        match rest.get(length) {
            Some(next) if latin && next.is_alphabetic() && is_latin(*next) => None,
            Some('.') if latin => Some(length + 1),
            _ => Some(length),
        }
    };
    ENGLISH
        .iter()
        .chain(CJK)
        .filter_map(|(word, token)| matching(word).map(|length| (*token, length)))
        .max_by_key(|(_, length)| *length)
}

fn is_latin(character: char) -> bool {
    character < '\u{0250}'
}

/// A word not known goes on to the next blank, digit or sign.
fn unknown_length(rest: &[char]) -> usize {
    rest.iter()
        .take_while(|character| character.is_alphabetic() || **character == '\'')
        .count()
        .max(1)
}

/// Takes out hyphens that join the parts of one date: `mid-2026`, `5-Jan-2026`, `2026-Q2`.
fn without_joining_dashes(lexemes: Vec<Lexeme>) -> Vec<Lexeme> {
    let token = |index: usize| lexemes.get(index).map(|lexeme| lexeme.token);
    let mut joining = vec![false; lexemes.len()];
    for index in 1..lexemes.len() {
        if token(index) != Some(Token::Dash { tight: true }) {
            continue;
        }
        joining[index] |= matches!(
            (token(index - 1), token(index + 1)),
            (Some(Token::Third(_)), Some(_))
                | (Some(Token::Month(_)), Some(Token::Number { digits: 4, .. }))
                | (Some(Token::Number { digits: 4, .. }), Some(Token::Quarter(_) | Token::HalfYear(_)))
                | (Some(Token::Quarter(_) | Token::HalfYear(_)), Some(Token::Number { digits: 4, .. }))
        );
        if let (
            Some(Token::Number { digits: 1..=2, .. }),
            Some(Token::Month(_)),
            Some(Token::Dash { tight: true }),
            Some(Token::Number { digits: 4, .. }),
        ) = (token(index - 1), token(index + 1), token(index + 2), token(index + 3))
        {
            joining[index] = true;
            joining[index + 2] = true;
        }
    }
    lexemes
        .into_iter()
        .zip(joining)
        .filter(|(_, joining)| !joining)
        .map(|(lexeme, _)| lexeme)
        .collect()
}
