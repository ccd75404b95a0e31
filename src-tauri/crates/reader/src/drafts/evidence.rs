//! The signs that speak for a draft and against it, seen in its sentence and in the draft itself.

use super::{Draft, Sentence, dated};
use crate::{context::Context, kinds::Kinds, mention::Standing, proposal::DraftProposal, words};
use domain::{Moment, event::Role, named::NamedParticipant, status::Status};
use std::collections::BTreeSet;

/// From how many sides on a sentence is crowded.
const CROWD: usize = 4;

/// Words between the trigger and the nearest name of a side, from which on they stand apart.
const APART: usize = 8;

/// Letters of a text behind which its background is told.
const DEEP: usize = 1200;

/// What the sentence of a draft shows.
pub(super) fn of_sentence(sentence: &Sentence<'_>, context: &Context<'_>, draft: &mut Draft) {
    let mut signs: Vec<(&'static str, bool)> = vec![
        ("lead", dated::is_lead(sentence)),
        ("deep", sentence.range.start > DEEP),
        ("in-quote", is_quoted(sentence, draft.trigger.start)),
        ("after-publication", is_after_publication(context, &draft.proposal)),
    ];
    signs.extend(match sentence.language {
        "en" => None,
        "ko" => Some(("korean", true)),
        "ja" => Some(("japanese", true)),
        "zh" => Some(("chinese", true)),
        _ => Some(("french", true)),
    });
    let named = sides_named(sentence);
    let own: BTreeSet<&str> = sides_of(&draft.proposal).map(side).collect();
    signs.push(("crowded", named.len() >= CROWD));
    signs.push((
        "only-pair",
        named.len() == 2 && own.len() == 2 && own.iter().all(|one| named.contains(one)),
    ));
    signs.push(("not-named-here", own.iter().any(|one| !named.contains(one))));
    signs.push(("far-side", is_far(sentence, draft, &own)));
    let there = signs.into_iter().filter(|(_, there)| *there).map(|(sign, _)| sign);
    draft.proposal.evidence.signs.extend(there);
}

/// What a draft shows once all that says the same is joined.
pub(super) fn of_whole(kinds: &Kinds, draft: &Draft) -> Vec<&'static str> {
    let proposal = &draft.proposal;
    let item = &proposal.item;
    let when = item.when.as_ref().map(|when| when.edtf.as_str());
    let sides: BTreeSet<&str> = sides_of(proposal).map(side).collect();
    let signs = [
        ("statement", item.kind == "statement"),
        ("words", kinds.is_words(&item.kind) && item.kind != "statement"),
        ("meeting", kinds.is_meeting(&item.kind)),
        ("noun", proposal.rule.contains(".noun")),
        ("suffered", proposal.rule.ends_with(".suffered")),
        ("of-other", proposal.rule.ends_with(".of-other")),
        ("ahead", item.status == Status::Announced),
        ("told-again", draft.spans.len() > 1),
        ("undated", when.is_none()),
        ("date-unsure", when.is_some_and(|when| when.contains(['?', '~', '%']))),
        ("one-sided", sides.len() < 2),
        ("many-sided", sides.len() > 2),
        ("new-name", sides_of(proposal).any(NamedParticipant::is_new)),
        ("body", sides_of(proposal).any(|one| one.country.is_none() && !one.is_new())),
    ];
    let there = signs.into_iter().filter(|(_, there)| *there).map(|(sign, _)| sign);
    there.chain(proposal.doubts.iter().map(|doubt| doubt.as_str())).collect()
}

fn sides_of(draft: &DraftProposal) -> impl Iterator<Item = &NamedParticipant> {
    draft.item.participants.iter().filter(|one| one.role != Role::Mentioned)
}

fn side(one: &NamedParticipant) -> &str {
    one.country.as_deref().unwrap_or(&one.key)
}

fn sides_named<'a>(sentence: &'a Sentence<'_>) -> BTreeSet<&'a str> {
    let names = sentence
        .mentions
        .iter()
        .filter(|mention| mention.standing != Standing::Place || mention.place.is_none());
    names.flat_map(|mention| &mention.parties).map(|party| party.side()).collect()
}

/// Whether a mark of a quote before a place is still open there.
fn is_quoted(sentence: &Sentence<'_>, at: usize) -> bool {
    let before = sentence.list.iter().filter(|word| word.start < at && words::is_quote(word));
    before.count() % 2 == 1
}

/// Done after the text was published: the day or the deed is read wrongly.
fn is_after_publication(context: &Context<'_>, draft: &DraftProposal) -> bool {
    let first = draft
        .item
        .when
        .as_ref()
        .and_then(|when| when.edtf.earliest())
        .and_then(Moment::date);
    let days = first.zip(context.published);
    draft.item.status == Status::Occurred && days.is_some_and(|(first, published)| first > published)
}

/// Whether the nearest name of some side stands far from the trigger.
fn is_far(sentence: &Sentence<'_>, draft: &Draft, own: &BTreeSet<&str>) -> bool {
    let word = |byte: usize| sentence.list.iter().position(|word| word.end > byte).unwrap_or(sentence.list.len());
    let (from, to) = (word(draft.trigger.start), word(draft.trigger.end.saturating_sub(1)));
    own.iter().any(|one| {
        let names = sentence
            .mentions
            .iter()
            .filter(|mention| mention.parties.iter().any(|party| party.side() == *one));
        let gaps = names.map(|mention| mention.first.saturating_sub(to).max(from.saturating_sub(mention.last)));
        gaps.min().is_some_and(|gap| gap > APART)
    })
}
