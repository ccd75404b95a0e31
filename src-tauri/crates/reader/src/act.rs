//! Verbs of action in a sentence: which, in what voice, tense and mood.

mod chain;
mod matching;
mod suppose;

pub(crate) use matching::matched;

use crate::{
    inflect::VerbForm,
    lexicon::{Lexicon, Pattern, Peculiarity, Piece},
    mention::Mention,
    text::Word,
    words,
};
use chain::{Chain, is_verb};
use matching::{before_passive, behind};

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
    /// "would", "could".
    pub would: bool,
    /// "intent to strengthen", "aiming to restore": a purpose, no act.
    pub purpose: bool,
    /// "reportedly supplied".
    pub rumoured: bool,
    /// "denied that it had sent": what somebody says did not happen.
    pub denied: bool,
    /// Said in a quote, between these words.
    pub quoted: Option<(usize, usize)>,
    /// Where what is done stands before the passive verb: "an agreement was signed".
    pub object: Option<usize>,
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
        .find(|(_, word)| words::is_speech(word))
        .map(|(at, _)| at);
    if let Some(speech) = speech {
        let comma = list.get(..speech).unwrap_or_default().iter().rposition(|word| word.is(","));
        let rest = list.get(speech + 1..).unwrap_or_default();
        let is_last = rest.len() <= 6
            && rest
                .iter()
                .all(|word| word.is_mark() || words::is_weekday(word) || word.capital || words::is_preposition(word) || word.is("here"));
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
    let quotes = quotes(list);
    while at < told.to {
        let quoted = quotes.iter().copied().find(|(from, to)| (*from..*to).contains(&at));
        let to = quoted.map_or(told.to, |(_, to)| to);
        let act = candidate(list, mentions, at, to, lexicon).map(|act| Act { quoted, ..act });
        let act = act.filter(|act| !suppose::is_supposed(list, act) && is_free(list, mentions, act, &found));
        match act {
            Some(mut act) => {
                act.denied = found.last().is_some_and(|last| denies(list, last, &act));
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

/// The pattern that fits best so far.
struct Choice {
    /// Taught ones first, then those with more words of their own.
    weight: (bool, usize),
    end: usize,
    index: usize,
    form: VerbForm,
    object: Option<usize>,
}

/// Whether an act stands for itself: no other governs it, or that one only denies it.
fn is_free(list: &[Word], mentions: &[Mention], act: &Act<'_>, found: &[Act<'_>]) -> bool {
    let other_words = found.last().is_some_and(|last| last.quoted != act.quoted);
    other_words || !is_governed(list, mentions, act, found) || found.last().is_some_and(|last| denies(list, last, act))
}

/// "denied that it had attacked", "denied attacking".
fn denies(list: &[Word], last: &Act<'_>, act: &Act<'_>) -> bool {
    let between = list.get(last.verb + 1..act.chain).unwrap_or_default();
    let that = between
        .iter()
        .any(|word| word.is("that") || word.is("reports") || word.is("claims"));
    last.pattern.is(Peculiarity::Denies) && !last.negated && (that || act.bare && between.len() < 3 || between.is_empty())
}

/// The words between quotation marks.
pub(crate) fn quotes(list: &[Word]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, word) in list.iter().enumerate() {
        let closes = matches!(word.lower.as_str(), "”" | "»" | "」") || word.is("\"") && open.is_some();
        match open {
            Some(from) if closes => {
                found.push((from, at));
                open = None;
            }
            None if matches!(word.lower.as_str(), "“" | "„" | "«" | "「" | "\"") => open = Some(at + 1),
            _ => {}
        }
    }
    found.extend(open.map(|from| (from, list.len())));
    found
}

fn candidate<'a>(list: &[Word], mentions: &[Mention], at: usize, to: usize, lexicon: &'a Lexicon) -> Option<Act<'a>> {
    let word = list.get(at)?;
    let known = lexicon.acts(&word.lower);
    if known.is_empty() || is_in_name(list, at) || mentions.iter().any(|mention| (mention.first..mention.last).contains(&at)) {
        return None;
    }
    let chain = Chain::before(list, at);
    let auxiliary = words::is_have(word) && helps(list, at, lexicon);
    let mut best: Option<Choice> = None;
    for (index, form) in known {
        let Some(pattern) = lexicon.patterns.get(*index) else { continue };
        let carried = chain::carried(list, at, *form);
        if auxiliary {
            break;
        }
        if carried.is_none() && !is_verb(list, mentions, at, *form, &chain) {
            continue;
        }
        let passive = chain.be && form.may_be_participle();
        let object = if passive {
            before_passive(list, chain.start, &pattern.rest)
        } else {
            None
        };
        let Some(end) = matched(list, at + 1, to, &pattern.rest).or(object.map(|_| at + 1)) else {
            continue;
        };
        let subject = if passive { 14 } else { 4 };
        let before = list.get(chain.start.saturating_sub(subject)..chain.start).unwrap_or_default();
        if !pattern.fits(before, behind(list, at + 1, to), passive) {
            continue;
        }
        let object = object.filter(|_| end == at + 1);
        let literal = pattern.rest.iter().filter(|piece| **piece != Piece::Gap).count();
        let weight = (pattern.taught, literal);
        if best
            .as_ref()
            .is_none_or(|known| weight > known.weight || (weight == known.weight && end < known.end))
        {
            best = Some(Choice {
                weight,
                end,
                index: *index,
                form: *form,
                object,
            });
        }
    }
    let Choice {
        end, index, form, object, ..
    } = best?;
    let pattern = lexicon.patterns.get(index)?;
    let (mut chain, form) = chain::carried(list, at, form).unwrap_or((chain, form));
    let goes_on = (chain.start == at && form == VerbForm::Base)
        .then(|| chain::goes_on_from(list, at))
        .flatten();
    if let Some(first) = goes_on {
        let under = Chain::before(list, first + 1);
        (chain.future, chain.possible, chain.to, chain.would) = (under.future, under.possible, under.to, under.would);
        chain.negated |= under.negated;
    }
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
        would: chain.would,
        rumoured: chain.rumoured,
        denied: false,
        quoted: None,
        object,
    })
}

/// "the Armed Forces", "Revolutionary Guards Strike Group": part of a name, not a verb; in a headline every word is in capitals.
fn is_in_name(list: &[Word], at: usize) -> bool {
    let capital = |at: usize| list.get(at).is_some_and(|word| word.capital && !word.is_mark());
    let opens = at == 0
        || at
            .checked_sub(1)
            .and_then(|before| list.get(before))
            .is_some_and(|word| words::is_quote(word) || word.is(":"));
    let long = list.iter().filter(|word| word.lower.len() > 3 && !word.is_mark());
    let (named, all) = long.fold((0_usize, 0_usize), |sum, word| (sum.0 + usize::from(word.capital), sum.1 + 1));
    capital(at) && !opens && named * 4 < all * 3
}

/// "has welcomed": an auxiliary.
fn helps(list: &[Word], at: usize, lexicon: &Lexicon) -> bool {
    let next = (at + 1..list.len().min(at + 4)).find(|at| {
        list.get(*at)
            .is_some_and(|word| !words::is_adverb(word) && !words::is_negation(word))
    });
    let word = next.and_then(|next| list.get(next)).map_or("", |word| word.lower.as_str());
    word == "been" || word.ends_with("ed") || lexicon.acts(word).iter().any(|(_, form)| form.may_be_participle())
}

/// Whether an earlier act says what is agreed, refused or demanded here.
fn is_governed(list: &[Word], mentions: &[Mention], act: &Act<'_>, found: &[Act<'_>]) -> bool {
    let Some(last) = found.iter().rev().find(|last| last.pattern.governs) else {
        return false;
    };
    let between = list.get(last.end..act.chain).unwrap_or_default();
    let independent = between.iter().any(words::breaks_off);
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
    // ", and Berlin recalled …": a clause with a subject of its own.
    let own = mentions.iter().any(|mention| {
        mention.last == act.chain
            && mention.first > last.end + 1
            && list.get(mention.first - 1).is_some_and(|word| word.is("and") || word.is("but"))
            && list.get(mention.first - 2).is_some_and(|word| word.is(","))
    });
    !(independent || coordinated || freed || own)
}
