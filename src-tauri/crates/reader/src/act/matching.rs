//! Whether the words behind a verb are those of a pattern.

use crate::{
    lexicon::{Piece, is_word},
    text::Word,
    words,
};

/// The words behind a verb that may say what it is done to.
pub(super) fn behind(list: &[Word], from: usize, to: usize) -> &[Word] {
    let near = list.get(from..to.min(from + 9)).unwrap_or_default();
    let end = near
        .iter()
        .position(|word| word.is(";") || words::opens_aside(word))
        .unwrap_or(near.len());
    near.get(..end).unwrap_or_default()
}

/// Where the object of a passive stands: "new sanctions on Syria were imposed".
pub(super) fn before_passive(list: &[Word], chain: usize, rest: &[Piece]) -> Option<usize> {
    let [Piece::Gap, Piece::Word(wanted)] = rest else { return None };
    let from = chain.saturating_sub(12);
    let near = list.get(from..chain)?;
    let start = near
        .iter()
        .rposition(|word| word.is(";") || words::opens_aside(word) || word.is("that"))
        .map_or(0, |at| at + 1);
    let at = near.iter().skip(start).position(|word| is_word(word, wanted))?;
    Some(from + start + at)
}

/// A word that says when or how, between a verb and the word that belongs to it: "spoke today with", "met on Friday with".
fn in_between(list: &[Word], at: usize) -> usize {
    let is_time = |at: usize| {
        list.get(at)
            .is_some_and(|word| words::is_weekday(word) || words::is_adverb(word) || words::is_day_part(word))
    };
    let on = list
        .get(at)
        .is_some_and(|word| word.is("on") || word.is("late") || word.is("early"));
    match () {
        () if on && list.get(at + 1).is_some_and(words::is_weekday) => 2,
        () if is_time(at) && is_time(at + 1) => 2,
        () if is_time(at) => 1,
        () => 0,
    }
}

pub(crate) fn matched(list: &[Word], mut at: usize, to: usize, rest: &[Piece]) -> Option<usize> {
    let mut pieces = rest.iter();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Word(wanted) => {
                if !list.get(at).is_some_and(|word| is_word(word, wanted)) {
                    // "“categorical rejection” of".
                    let closes = list.get(at).is_some_and(words::is_quote);
                    at += if closes { 1 } else { in_between(list, at) };
                }
                if at >= to || !is_word(list.get(at)?, wanted) {
                    return None;
                }
                at += 1;
            }
            Piece::Gap => {
                let Some(Piece::Word(wanted)) = pieces.next() else { return None };
                // What somebody must do is said at length.
                let longest = if wanted == "must" || wanted == "should" { 16 } else { 10 };
                let gap = list.get(at..to.min(at + longest))?;
                let stop = gap.iter().position(|word| ends_gap(word, wanted)).unwrap_or(gap.len());
                // "want to help" asks nobody.
                let least = usize::from(wanted == "to");
                let offset = least + gap.iter().take(stop).skip(least).position(|word| is_word(word, wanted))?;
                at += offset + 1;
            }
        }
    }
    Some(at)
}

/// Whether a word ends the reach of a gap before a wanted word: a new clause, or another verb's modal.
fn ends_gap(word: &Word, wanted: &str) -> bool {
    let says = matches!(wanted, "must" | "should" | "would" | "responsible" | "behind" | "out");
    let clause = word.is("that") || words::is_modal(word) && !word.is(wanted);
    word.is(";") || word.is(":") || words::opens_aside(word) || clause && !says
}
