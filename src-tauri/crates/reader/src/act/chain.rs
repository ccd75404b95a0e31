//! The words around a verb that make it a verb, and its voice, tense and mood.

use super::Tense;
use crate::{inflect::VerbForm, mention::Mention, text::Word, words};

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
                }
                "may" | "might" | "could" | "can" => {
                    chain.possible = true;
                    planned = true;
                }
                "to" if at == verb || chain.start == at => {
                    chain.to = true;
                    chain.future = true;
                }
                "did" | "does" | "do" => {}
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
        chain
    }

    pub fn tense(&self, form: VerbForm) -> Tense {
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

/// Whether the word is a verb here and not a noun or an adjective.
pub(super) fn is_verb(list: &[Word], mentions: &[Mention], at: usize, form: VerbForm, chain: &Chain) -> bool {
    if chain.start < at {
        let adverb_only = !(chain.future || chain.possible || chain.be || chain.have || chain.negated);
        let progressive = form == VerbForm::Ing || !chain.be || form.may_be_participle() || chain.to;
        return progressive && (!adverb_only || form != VerbForm::Base);
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
    let described =
        form.may_be_participle() && lower.ends_with("ing") && lower.len() > 5 && mentions.iter().any(|mention| mention.first == at + 1);
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
        }
        VerbForm::Third => {
            after_mention
                || matches!(
                    lower,
                    "it" | "he" | "she" | "which" | "who" | "that" | "government" | "minister" | "president" | ","
                )
        }
        VerbForm::Ing => words::is_preposition(lower) || matches!(lower, "," | "and") || words::opens_clause(lower) || after_mention,
        _ => true,
    }
}
