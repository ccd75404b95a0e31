//! Deeds that are only thought of: conditions and what would follow from them, what is feared or imagined.

use super::Act;
use crate::{text::Word, words};

pub(super) fn is_supposed(list: &[Word], act: &Act<'_>) -> bool {
    let before = list.get(..act.chain).unwrap_or_default();
    let opener = before.iter().rposition(words::opens_clause);
    let conditional = opener.and_then(|at| before.get(at)).is_some_and(words::is_hypothetical);
    conditional
        || ought(list, act)
        || is_inverted(list)
        || act.would && (follows_from_condition(before) || never_was(list, act))
        || is_feared(before, act)
}

/// "should impose sanctions": what somebody thinks right is no plan.
fn ought(list: &[Word], act: &Act<'_>) -> bool {
    let chain = list.get(act.chain..act.verb).unwrap_or_default();
    chain.iter().any(|word| matches!(word.lower.as_str(), "should" | "must" | "ought"))
}

/// "Had Turkey vetoed the bid, …", "Were France to leave, …".
fn is_inverted(list: &[Word]) -> bool {
    let opens = list
        .first()
        .is_some_and(|word| word.is("had") || word.is("were") || word.is("should"));
    opens && list.iter().any(|word| matches!(word.lower.as_str(), "would" | "could" | "might"))
}

/// "If talks fail, Peru could …".
fn follows_from_condition(before: &[Word]) -> bool {
    let condition = before.iter().position(|word| words::is_hypothetical(word) && !word.is("whether"));
    condition.is_some_and(|at| before.iter().skip(at).any(|word| word.is(",")))
}

/// "would have withdrawn".
fn never_was(list: &[Word], act: &Act<'_>) -> bool {
    let chain = list.get(act.chain..act.verb).unwrap_or_default();
    let would = chain
        .iter()
        .position(|word| word.is("would") || word.is("could") || word.is("might"));
    would.is_some_and(|at| chain.get(at + 1).is_some_and(|word| word.is("have")))
}

/// "fear that Ethiopia will attack", "the risk that".
fn is_feared(before: &[Word], act: &Act<'_>) -> bool {
    let from = before.len().saturating_sub(8);
    let near = before.get(from..).unwrap_or_default();
    let at = near.iter().rposition(words::supposes);
    let ahead = matches!(act.tense, super::Tense::Future | super::Tense::Possible);
    ahead
        && at.is_some_and(|at| {
            !near
                .iter()
                .skip(at)
                .any(|word| matches!(word.lower.as_str(), "," | "and" | "but" | ";"))
        })
}
