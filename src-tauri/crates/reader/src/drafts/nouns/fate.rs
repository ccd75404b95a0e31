//! What the sentence says became of a deed told by a noun: "was held", "is set for", "was called off".

use super::Frame;
use crate::{drafts::Sentence, words};
use domain::status::Status;

/// What became of it.
pub(super) struct Fate {
    pub status: Status,
    /// A verb says that it took place.
    pub happens: bool,
    pub ahead: bool,
}

pub(super) fn fate(sentence: &Sentence<'_>, at: usize, frame: &Frame) -> Fate {
    let verb = verb_after(sentence, frame.end);
    let near: Vec<&str> = (verb..sentence.list.len().min(verb + 6))
        .map(|at| sentence.word(at))
        .take_while(|word| !matches!(*word, "." | ";" | "which" | "that"))
        .collect();
    let has = |class: fn(&str) -> bool| near.iter().take(5).any(|word| class(word));
    let future = near
        .iter()
        .take(3)
        .any(|word| matches!(*word, "will" | "would" | "shall" | "could" | "may" | "might"))
        || near.first().is_some_and(words::is_be) && near.iter().take(4).any(words::is_planned)
        || near.iter().take(2).any(|word| *word == "to") && near.iter().take(4).any(|word| words::is_be(word) || words::begins(word))
        || near.first().is_some_and(words::opens);
    let before = (at.saturating_sub(6)..at).map(|at| sentence.word(at)).collect::<Vec<_>>();
    let put_off = |word: &str| words::puts_off(word);
    let status = if has(put_off) || before.iter().any(|word| put_off(word)) {
        Status::Postponed
    } else if near.windows(2).any(|pair| matches!(pair, ["called", "off"] | ["put", "off"])) && !near.contains(&"put")
        || has(|word| words::calls_off(word))
        || before.iter().any(words::calls_off)
    {
        Status::Cancelled
    } else if frame.ahead || future {
        Status::Announced
    } else if near.iter().take(3).any(words::is_rumour_adverb) {
        Status::Rumoured
    } else {
        Status::Occurred
    };
    Fate {
        happens: status == Status::Occurred
            && near
                .first()
                .is_some_and(|word| happens(word) || words::is_be(word) || words::is_have(word))
            && has(happens),
        ahead: status != Status::Occurred,
        status,
    }
}

fn happens(word: &str) -> bool {
    words::happens(word)
}

/// The first word behind the noun's phrases that may be its verb.
fn verb_after(sentence: &Sentence<'_>, end: usize) -> usize {
    let limit = sentence.list.len().min(end + 9);
    let limit = (end..limit)
        .find(|at| matches!(sentence.word(*at), "which" | "that" | "who" | ";" | "and" | "but"))
        .unwrap_or(limit);
    (end..limit)
        .find(|at| {
            let word = sentence.word(*at);
            words::is_be(word)
                || words::is_have(word)
                || words::is_modal(word)
                || words::happens(word)
                || words::opens(word)
                || word == "to" && words::is_be(sentence.list.get(at + 1))
        })
        .unwrap_or(limit)
}
