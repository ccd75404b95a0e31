//! The words around a verb that make it a verb, and its voice, tense and mood.

use super::Tense;
use crate::{
    inflect::VerbForm,
    mention::{Mention, Standing},
    roles::is_headline_pair,
    text::Word,
    words,
};

/// The auxiliaries and adverbs before a verb.
pub(super) struct Chain {
    pub start: usize,
    pub future: bool,
    pub possible: bool,
    pub be: bool,
    pub have: bool,
    pub to: bool,
    pub negated: bool,
    pub purpose: bool,
    /// "would", "could", "might": what may only be thought.
    pub would: bool,
    /// "reportedly", "is said to": told by nobody who answers for it.
    pub rumoured: bool,
    /// "failed to": it was not done.
    pub failed: bool,
}

impl Chain {
    pub fn before(list: &[Word], verb: usize) -> Self {
        let mut chain = Self {
            start: verb,
            future: false,
            possible: false,
            be: false,
            have: false,
            to: false,
            negated: false,
            purpose: false,
            would: false,
            rumoured: false,
            failed: false,
        };
        let mut planned = false;
        let mut at = verb;
        while at > 0 {
            let Some(word) = list.get(at - 1) else { break };
            let lower = word.lower.as_str();
            let expects = chain.to && (chain.start == at);
            match lower {
                "will" | "would" | "shall" | "must" | "should" => {
                    chain.future = true;
                    planned = true;
                    chain.would |= lower == "would";
                }
                "may" | "might" | "could" | "can" => {
                    chain.possible = true;
                    planned = true;
                    chain.would |= lower != "may" && lower != "can";
                }
                // "resorted to throwing": no infinitive.
                "to" if at == verb
                    && list
                        .get(verb)
                        .is_some_and(|word| word.lower.ends_with("ing") && word.lower.len() > 5) =>
                {
                    break;
                }
                "to" if at == verb || chain.start == at => {
                    chain.to = true;
                    chain.future = true;
                }
                "did" | "does" | "do" => {}
                // "no longer".
                "longer" if at > 1 && list.get(at - 2).is_some_and(|word| word.is("no")) => {
                    chain.negated = true;
                    at -= 1;
                }
                // "voted on Monday to extend".
                _ if expects && words::is_weekday(lower) => {
                    at -= usize::from(at > 1 && list.get(at - 2).is_some_and(|word| word.is("on")));
                    at -= 1;
                    let Some(plan) = at
                        .checked_sub(1)
                        .and_then(|plan| list.get(plan))
                        .filter(|word| words::is_plan(word))
                    else {
                        break;
                    };
                    planned |= !plan.lower.is_empty();
                }
                _ if expects && words::fails(lower) => {
                    chain.negated = true;
                    chain.future = false;
                    chain.to = false;
                    planned = true;
                    chain.failed = true;
                }
                _ if expects && words::is_rumour(lower) => {
                    chain.rumoured = true;
                    planned = true;
                    chain.future &= !list
                        .get(verb.saturating_sub(1))
                        .is_some_and(|word| words::is_have(word) || words::is_be(word));
                }
                _ if words::is_rumour_adverb(lower) => chain.rumoured = true,
                _ if words::is_negation(lower) => chain.negated = true,
                _ if words::is_be(lower) => {
                    chain.be |= !chain.to;
                    planned = true;
                }
                _ if words::is_have(lower) => {
                    chain.have = true;
                    planned = true;
                }
                _ if expects && words::is_plan(lower) => planned = true,
                _ if words::is_adverb(lower) || words::is_weekday(lower) && chain.start != verb => {}
                _ => break,
            }
            at -= 1;
            chain.start = at;
        }
        chain.purpose = chain.to && !planned;
        if chain.purpose && is_first_to(list, chain.start) {
            chain.purpose = false;
            chain.future = false;
        }
        chain
    }

    pub fn tense(&self, form: VerbForm) -> Tense {
        if self.failed {
            return Tense::Past;
        }
        if self.possible {
            return Tense::Possible;
        }
        if self.future && (self.to || !self.have) {
            return Tense::Future;
        }
        match form {
            VerbForm::Base | VerbForm::Third => Tense::Present,
            VerbForm::Ing if !self.have => Tense::Present,
            _ => Tense::Past,
        }
    }
}

/// "France and Germany sign", "Japan, Philippines sign": the verb of several.
fn is_after_several(list: &[Word], mentions: &[Mention], at: usize) -> bool {
    let Some(right) = mentions.iter().position(|mention| mention.last == at) else {
        return false;
    };
    let pair = right
        .checked_sub(1)
        .and_then(|left| Some((mentions.get(left)?, mentions.get(right)?)));
    pair.is_some_and(|(left, right)| {
        let and = list
            .get(left.last..right.first)
            .is_some_and(|gap| gap.len() == 1 && gap.iter().all(|word| word.is("and")));
        and || is_headline_pair(list, left, right)
    })
}

/// "plans to review its rules and lift the ban": a second verb under the same "to" or modal; where that stands.
pub(super) fn goes_on_from(list: &[Word], at: usize) -> Option<usize> {
    let joined = at
        .checked_sub(1)
        .and_then(|before| list.get(before))
        .is_some_and(|word| word.is("and") || word.is("or"));
    if !joined {
        return None;
    }
    let from = at.saturating_sub(14);
    let near = list.get(from..at - 1)?;
    let stop = near.iter().rposition(|word| words::opens_clause(word) || word.is(";"));
    let near = near.get(stop.map_or(0, |stop| stop + 1)..)?;
    let first = at - 1 - near.len();
    let bare = |offset: usize| {
        near.get(offset + 1)
            .is_some_and(|word| !word.capital && !words::is_determiner(word) && !word.is_mark() && !word.lower.ends_with("ing"))
    };
    let found = near.iter().enumerate().rev().find(|(offset, word)| {
        bare(*offset)
            && (words::is_modal(word)
                || word.is("to")
                    && offset
                        .checked_sub(1)
                        .and_then(|before| near.get(before))
                        .is_some_and(words::is_plan))
    });
    found.map(|(offset, _)| first + offset)
}

/// "became the first country to ban": the deed is done.
fn is_first_to(list: &[Word], to: usize) -> bool {
    let near = list.get(to.saturating_sub(6)..to).unwrap_or_default();
    let first = near.iter().position(words::is_ranked);
    first.is_some_and(|at| {
        let before = near.get(..at).unwrap_or_default();
        before.iter().any(words::becomes)
    })
}

/// A word for a people that only describes what follows: "Iranian", not "Iranians" and not "Iranian forces".
fn is_adjective(list: &[Word], mention: &Mention) -> bool {
    let last = mention.last.checked_sub(1).and_then(|at| list.get(at));
    mention.standing == Standing::People
        && mention.last == mention.first + 1
        && last.is_some_and(|word| !word.lower.ends_with('s') && !word.lower.ends_with("ese"))
}

/// Verbs that carry another one: "began shipping", "stopped selling".
fn carries(word: &str) -> Option<(VerbForm, bool)> {
    Some(match word {
        "began" | "started" | "resumed" | "continued" | "kept" | "begun" => (VerbForm::Past, false),
        "begins" | "starts" | "resumes" | "continues" | "keeps" => (VerbForm::Third, false),
        "begin" | "start" | "resume" | "continue" | "keep" => (VerbForm::Base, false),
        "stopped" | "ceased" | "halted" | "suspended" => (VerbForm::Past, true),
        "stop" | "stops" | "cease" | "ceases" | "halt" | "suspend" => (VerbForm::Base, true),
        _ => return None,
    })
}

/// The chain of a verb that another one carries, and the form that tells its time.
pub(super) fn carried(list: &[Word], at: usize, form: VerbForm) -> Option<(Chain, VerbForm)> {
    let before = at.checked_sub(1).filter(|_| form == VerbForm::Ing)?;
    let (carrying, ends) = carries(&list.get(before)?.lower)?;
    let mut chain = Chain::before(list, before);
    chain.negated ^= ends;
    Some((chain, carrying))
}

/// Whether the word is a verb here and not a noun or an adjective.
pub(super) fn is_verb(list: &[Word], mentions: &[Mention], at: usize, form: VerbForm, chain: &Chain) -> bool {
    if chain.start < at {
        let adverb_only = !(chain.future || chain.possible || chain.be || chain.have || chain.negated);
        let progressive = form == VerbForm::Ing || !chain.be || form.may_be_participle() || chain.to;
        let plural = chain
            .start
            .checked_sub(1)
            .and_then(|before| list.get(before))
            .is_some_and(|word| matches!(word.lower.as_str(), "we" | "they" | "i" | "you"));
        return progressive && (!adverb_only || form != VerbForm::Base || chain.to || plural);
    }
    let Some(before) = at.checked_sub(1).and_then(|before| list.get(before)) else {
        return form != VerbForm::Base;
    };
    let lower = before.lower.as_str();
    let after_mention = mentions.iter().any(|mention| mention.last == at && !mention.possessive);
    let noun_place = words::is_determiner(lower)
        || lower == "'s"
        || lower == "'"
        || lower == "’"
        || (words::is_preposition(lower) && form != VerbForm::Ing);
    // "guarding captured fighters": an adjective.
    let described = form.may_be_participle()
        && lower.ends_with("ing")
        && lower.len() > 5
        && !after_mention
        && mentions.iter().any(|mention| mention.first == at + 1);
    match form {
        _ if described => false,
        _ if noun_place && !words::is_pronoun(lower) => false,
        VerbForm::Base => {
            lower == "they"
                || lower == "we"
                || lower == "i"
                || lower == "you"
                || (lower == "and" && !after_mention && list.get(at.saturating_sub(2)).is_some_and(|word| !word.capital && !word.is_mark()))
                || (after_mention && mentions.iter().any(|mention| mention.last == at && mention.parties.len() > 1))
                || (after_mention && is_after_several(list, mentions, at))
                || goes_on_from(list, at).is_some()
        }
        // "Iranian attacks": a noun.
        VerbForm::Third if mentions.iter().any(|mention| mention.last == at && is_adjective(list, mention)) => false,
        VerbForm::Third if after_mention && is_noun_phrase(list, mentions, at) => false,
        VerbForm::Third => after_mention || words::stands_before_verb(lower),
        // "the visiting deputy chief".
        VerbForm::Ing
            if list.get(at + 1).is_some_and(words::is_title)
                && !lower.ends_with("ly")
                && list.get(at).is_some_and(|word| word.is("visiting")) =>
        {
            false
        }
        // "met with visiting ministers".
        VerbForm::Ing if lower == "with" && mentions.iter().any(|mention| mention.first == at + 1) => false,
        VerbForm::Ing => {
            words::is_preposition(lower)
                || matches!(lower, "," | "and")
                || words::opens_clause(lower)
                || after_mention
                || words::is_writing(lower)
        }
        _ => true,
    }
}

/// "following the US strikes, …": a determiner before the name, and nothing behind that it would be done to.
fn is_noun_phrase(list: &[Word], mentions: &[Mention], at: usize) -> bool {
    let Some(mention) = mentions.iter().find(|mention| mention.last == at) else {
        return false;
    };
    let word = |at: usize| list.get(at).map_or("", |word| word.lower.as_str());
    let led = mention.first > 1
        && words::is_determiner(word(mention.first - 1))
        && (words::is_preposition(word(mention.first - 2)) || words::opens_clause(word(mention.first - 2)));
    led && list.get(at + 1).is_none_or(|next| next.is_mark() || words::is_preposition(next))
}
