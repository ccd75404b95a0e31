//! Verbs of action in a sentence: which, in what voice, tense and mood.

mod chain;

use crate::{
    inflect::VerbForm,
    lexicon::{Lexicon, Pattern, Piece},
    mention::Mention,
    text::Word,
    words,
};
use chain::{Chain, is_verb};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    Present,
    Future,
    /// may, might, could
    Possible,
}

/// A verb of action; positions are words of the sentence.
#[derive(Clone, Debug)]
pub(crate) struct Act<'a> {
    pub pattern: &'a Pattern,
    /// Where its auxiliaries begin.
    pub chain: usize,
    pub verb: usize,
    /// After the last word of the pattern.
    pub end: usize,
    pub tense: Tense,
    pub negated: bool,
    pub passive: bool,
    /// "X's visit", "to visit": the verb has no subject of its own.
    pub bare: bool,
    /// "intent to strengthen", "aiming to restore": a purpose, no act.
    pub purpose: bool,
}

/// The sentence as far as it is told, not attributed: words from `from` to `to`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told {
    pub from: usize,
    pub to: usize,
}

/// Leaves out "According to …," and ", an official said".
pub(crate) fn told(list: &[Word]) -> Told {
    let mut told = Told { from: 0, to: list.len() };
    let opens = list
        .first()
        .zip(list.get(1))
        .is_some_and(|(first, second)| first.is("according") && second.is("to"));
    if opens && let Some(comma) = list.iter().position(|word| word.is(",")) {
        told.from = comma + 1;
    }
    let tail = list.len().saturating_sub(16);
    let speech = list
        .iter()
        .enumerate()
        .skip(tail)
        .rev()
        .find(|(_, word)| words::is_speech(&word.lower))
        .map(|(at, _)| at);
    if let Some(speech) = speech {
        let comma = list.get(..speech).unwrap_or_default().iter().rposition(|word| word.is(","));
        let rest = list.get(speech + 1..).unwrap_or_default();
        let is_last = rest.len() <= 6
            && rest.iter().all(|word| {
                word.is_mark() || words::is_weekday(&word.lower) || word.capital || words::is_preposition(&word.lower) || word.is("here")
            });
        if let Some(comma) = comma.filter(|comma| is_last && speech - comma <= 12 && *comma > 3) {
            told.to = comma;
        }
    }
    if let Some(according) = list.iter().position(|word| word.is("according")).filter(|at| *at > 4) {
        told.to = told.to.min(according);
    }
    told
}

/// The acts told, left to right, those that another one governs left out.
pub(crate) fn acts<'a>(list: &[Word], mentions: &[Mention], told: Told, lexicon: &'a Lexicon) -> Vec<Act<'a>> {
    let mut found: Vec<Act<'a>> = Vec::new();
    let mut at = told.from;
    let mut quoting = false;
    while at < told.to {
        let word = list.get(at).map_or("", |word| word.lower.as_str());
        quoting = match word {
            "“" | "„" | "«" | "「" => true,
            "”" | "»" | "」" => false,
            "\"" => !quoting,
            _ => quoting,
        };
        if quoting {
            at += 1;
            continue;
        }
        let act = candidate(list, mentions, at, told.to, lexicon).filter(|act| !is_governed(list, act, &found) && !is_supposed(list, act));
        match act {
            Some(act) => {
                at = act.verb + 1;
                if found.last().is_none_or(|last| act.verb >= last.end) {
                    found.push(act);
                }
            }
            None => at += 1,
        }
    }
    found
}

fn candidate<'a>(list: &[Word], mentions: &[Mention], at: usize, to: usize, lexicon: &'a Lexicon) -> Option<Act<'a>> {
    let word = list.get(at)?;
    let known = lexicon.acts(&word.lower);
    if known.is_empty() || mentions.iter().any(|mention| (mention.first..mention.last).contains(&at)) {
        return None;
    }
    let chain = Chain::before(list, at);
    let mut best: Option<((bool, usize), usize, usize, VerbForm)> = None;
    for (index, form) in known {
        let Some(pattern) = lexicon.patterns.get(*index) else { continue };
        let carried = chain::carried(list, at, *form);
        if carried.is_none() && !is_verb(list, mentions, at, *form, &chain) {
            continue;
        }
        let Some(end) = matched(list, at + 1, to, &pattern.rest) else {
            continue;
        };
        let literal = pattern.rest.iter().filter(|piece| **piece != Piece::Gap).count();
        let weight = (pattern.taught, literal);
        if best.is_none_or(|(known, span, ..)| weight > known || (weight == known && end < span)) {
            best = Some((weight, end, *index, *form));
        }
    }
    let (_, end, index, form) = best?;
    let pattern = lexicon.patterns.get(index)?;
    let (chain, form) = chain::carried(list, at, form).unwrap_or((chain, form));
    Some(Act {
        pattern,
        chain: chain.start,
        verb: at,
        end,
        tense: chain.tense(form),
        negated: chain.negated,
        passive: chain.be && form.may_be_participle()
            || (form.may_be_participle()
                && chain.start == at
                && form != VerbForm::Ing
                && !pattern.rest.contains(&Piece::Gap)
                && list.get(end).is_some_and(|word| word.is("by"))),
        bare: chain.start == at && form == VerbForm::Ing,
        purpose: chain.purpose,
    })
}

pub(crate) fn matched(list: &[Word], mut at: usize, to: usize, rest: &[Piece]) -> Option<usize> {
    let mut pieces = rest.iter();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Word(wanted) => {
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
                let stop = gap
                    .iter()
                    .position(|word| (wanted == "to" && word.is("that")) || word.is(";") || word.is(":") || words::opens_aside(&word.lower))
                    .unwrap_or(gap.len());
                let offset = gap.iter().take(stop).position(|word| is_word(word, wanted))?;
                at += offset + 1;
            }
        }
    }
    Some(at)
}

fn is_word(word: &Word, wanted: &str) -> bool {
    word.is(wanted) || word.lower.strip_suffix('s') == Some(wanted) || wanted.strip_suffix('s') == Some(word.lower.as_str())
}

/// Whether an earlier act says what is agreed, refused or demanded here.
fn is_governed(list: &[Word], act: &Act<'_>, found: &[Act<'_>]) -> bool {
    let Some(last) = found.iter().rev().find(|last| last.pattern.governs) else {
        return false;
    };
    let between = list.get(last.end..act.chain).unwrap_or_default();
    let independent = between.iter().any(|word| words::breaks_off(&word.lower));
    let before = act
        .chain
        .checked_sub(1)
        .and_then(|at| list.get(at))
        .map_or("", |word| word.lower.as_str());
    let coordinated = (before == "and" || before == "but") && !act.bare && act.tense != Tense::Future;
    let freed = between.iter().rev().take(14).any(|word| word.is("and") || word.is("but"))
        && between.iter().any(|word| word.is(","))
        && act.tense == Tense::Past
        && act.chain < act.verb;
    !(independent || coordinated || freed)
}

/// Whether the act is only a condition: "if China attacks".
fn is_supposed(list: &[Word], act: &Act<'_>) -> bool {
    let before = list.get(..act.chain).unwrap_or_default();
    let opener = before.iter().rposition(|word| words::opens_clause(&word.lower));
    opener
        .and_then(|at| before.get(at))
        .is_some_and(|word| words::is_hypothetical(&word.lower))
}
