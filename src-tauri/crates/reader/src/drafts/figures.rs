//! Figures of speech: sport, markets, stories and weather speak of blows and threats that no state deals.

use super::Sentence;
use crate::reader::Reader;

/// Whether the sentence is of a kind in which blows are figures of speech.
pub(super) fn of_speech(reader: &Reader, sentence: &Sentence<'_>) -> bool {
    let words = &reader.lexicon().figures.words;
    sentence
        .list
        .iter()
        .any(|word| words.contains(&word.lower) || is_score(&word.lower))
}

/// "3-0".
fn is_score(word: &str) -> bool {
    word.split_once(['-', '–']).is_some_and(|(left, right)| {
        [left, right]
            .iter()
            .all(|side| (1..=3).contains(&side.len()) && side.bytes().all(|byte| byte.is_ascii_digit()))
    })
}
