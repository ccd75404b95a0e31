//! Whether the hyphen at a line's end belongs to its word.

use std::collections::HashSet;

/// First parts of words that are written with a hyphen, in lower case.
const FIRST_PARTS: [&str; 36] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "one", "first", "second", "third", "long", "short", "high",
    "low", "full", "half", "self", "well", "mid", "year", "month", "week", "day", "cross", "so", "non", "anti", "pro", "vice", "ex",
    "state", "face", "large",
];

/// Family names behind which a given name of two syllables is written with a hyphen: Korean ones, and Taiwanese in their own spelling.
const FAMILY_NAMES: [&str; 48] = [
    "Kim", "Lee", "Park", "Pak", "Choi", "Choe", "Jung", "Jeong", "Chung", "Kang", "Cho", "Jo", "Yoon", "Yun", "Jang", "Lim", "Rim", "Han",
    "Oh", "Seo", "Shin", "Sin", "Kwon", "Hwang", "Ahn", "An", "Song", "Ryu", "Yoo", "Hong", "Moon", "Mun", "Ban", "Roh", "Noh", "Woo",
    "Ri", "Nam", "Ko", "Bae", "Tsai", "Lai", "Ma", "Chiang", "Hsieh", "Hsiao", "Chen", "Hou",
];

/// The words of a document by which cut ones are told.
pub struct Cuts {
    /// In lower case, with their hyphens.
    words: HashSet<String>,
}

impl Cuts {
    pub fn in_lines(lines: &[&str]) -> Self {
        let words = lines.iter().flat_map(|line| line.split_whitespace());
        Self {
            words: words.map(bare).filter(|word| !word.ends_with('-')).collect(),
        }
    }

    /// Whether the hyphen that `text` ends in stays before `line`: the document writes the word so elsewhere, or not without it
    /// and it is one of a kind that has one.
    pub fn keeps_hyphen(&self, text: &str, line: &str) -> bool {
        if !text.ends_with(['-', '\u{2010}']) {
            return false;
        }
        let mut before = text.split_whitespace().rev();
        let first = before.next().unwrap_or_default().trim_end_matches(['-', '\u{2010}']);
        let second = bare(line.split_whitespace().next().unwrap_or_default());
        let has = |word: String| self.words.contains(&word.to_lowercase());
        if has(format!("{first}-{second}")) {
            return true;
        }
        if has(format!("{first}{second}")) {
            return false;
        }
        let after_family_name = before.next().is_some_and(|word| FAMILY_NAMES.contains(&word));
        FIRST_PARTS.contains(&first.to_lowercase().as_str()) || (after_family_name && is_given_name(first, &second))
    }
}

/// A word in lower case, without the marks around it.
fn bare(word: &str) -> String {
    word.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '-')
        .to_lowercase()
}

/// Two syllables such as those of a Korean given name: Jae-myung.
fn is_given_name(first: &str, second: &str) -> bool {
    first.starts_with(char::is_uppercase) && [first, second].iter().all(|part| is_syllable(&part.to_lowercase()))
}

/// Consonants, vowels, and at most one closing sound of those that Korean has.
fn is_syllable(part: &str) -> bool {
    let is_vowel = |letter: char| "aeiouyw".contains(letter);
    let onset = part.trim_start_matches(|letter: char| letter.is_ascii_lowercase() && !is_vowel(letter));
    let coda = onset.trim_start_matches(is_vowel);
    let lengths = (part.len() - onset.len(), onset.len() - coda.len());
    lengths.0 <= 2 && (1..=3).contains(&lengths.1) && ["", "n", "ng", "k", "m", "p", "l", "t", "h", "b", "g"].contains(&coda)
}
