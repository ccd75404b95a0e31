//! Drafts of one text that say the same are one draft with several citations.

use super::Draft;
use crate::{
    kinds::Kinds,
    proposal::{LinkProposal, MOST_CITATIONS, Relation, Truncation},
};
use domain::{
    event::{Role, TemporalRelation},
    named::Noun,
    status::Status,
};

/// How many drafts are compared with a new one.
const LOOKED_BACK: usize = 64;

/// The drafts, those that repeat an earlier one joined to it; links keep pointing at the right ones.
pub(super) fn merged(kinds: &Kinds, found: Vec<Draft>, truncations: &mut Vec<Truncation>) -> Vec<Draft> {
    let mut kept: Vec<Draft> = Vec::with_capacity(found.len());
    let mut moved: Vec<usize> = Vec::with_capacity(found.len());
    for draft in found {
        // Only the latest are looked at, so that a long text costs no more than its length.
        let start = kept.len().saturating_sub(LOOKED_BACK);
        let same = kept
            .iter()
            .skip(start)
            .position(|known| says_the_same(kinds, known, &draft))
            .map(|offset| start + offset);
        match same {
            Some(at) => {
                if let Some(known) = kept.get_mut(at) {
                    join(known, draft, truncations);
                }
                moved.push(at);
            }
            None => {
                moved.push(kept.len());
                kept.push(draft);
            }
        }
    }
    for (position, draft) in kept.iter_mut().enumerate() {
        for link in &mut draft.proposal.links {
            link.draft = moved.get(link.draft).copied().unwrap_or(position);
        }
        draft.proposal.links.retain(|link| link.draft != position);
    }
    follow(kinds, &mut kept);
    kept
}

fn says_the_same(kinds: &Kinds, known: &Draft, draft: &Draft) -> bool {
    let (left, right) = (&known.proposal.item, &draft.proposal.item);
    let kind = left.kind == right.kind || left.noun == Noun::Event && kinds.is_encounter(&left.kind) && kinds.is_encounter(&right.kind);
    if !kind || left.noun != right.noun || left.status != right.status || left.sign != right.sign {
        return false;
    }
    let by_issue = left.noun == Noun::Tie || kinds.get(&left.kind).is_some_and(|kind| kind.by_issue);
    let dates = left.when.is_none()
        || right.when.is_none()
        || left.when.as_ref().map(|when| &when.edtf) == right.when.as_ref().map(|when| &when.edtf);
    let place = !kinds.is_journey(&left.kind) || left.place == right.place;
    dates && place && (!by_issue || left.issue == right.issue) && sides(kinds, known) == sides(kinds, draft)
}

fn sides<'a>(kinds: &Kinds, draft: &'a Draft) -> (Vec<&'a str>, Vec<&'a str>) {
    let meeting = kinds.is_encounter(&draft.proposal.item.kind);
    let collect = |wanted: &dyn Fn(Role) -> bool| {
        let mut all: Vec<&str> = draft
            .proposal
            .item
            .participants
            .iter()
            .filter(|one| wanted(one.role) && !one.is_new())
            .map(|one| one.country.as_deref().unwrap_or(&one.key))
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    if meeting {
        return (collect(&|role| role != Role::Mentioned), Vec::new());
    }
    (
        collect(&|role| matches!(role, Role::Actor | Role::Speaker | Role::Guest | Role::Party)),
        collect(&|role| matches!(role, Role::Recipient | Role::Host)),
    )
}

fn join(known: &mut Draft, other: Draft, truncations: &mut Vec<Truncation>) {
    for span in other.spans {
        if known.spans.len() == MOST_CITATIONS {
            truncations.push(Truncation::Citations);
            break;
        }
        if !known.spans.contains(&span) {
            known.spans.push(span);
        }
    }
    known.proposal.confidence = known.proposal.confidence.max(other.proposal.confidence);
    known.proposal.links.extend(other.proposal.links);
    let (left, right) = (&mut known.proposal.item, other.proposal.item);
    for topic in right.topics {
        if !left.topics.contains(&topic) {
            left.topics.push(topic);
        }
    }
    for participant in right.participants {
        if !left.participants.iter().any(|one| one.key == participant.key)
            && !left
                .participants
                .iter()
                .any(|one| one.country == participant.country && participant.country.is_some())
        {
            left.participants.push(participant);
        }
    }
    left.when = left.when.take().or(right.when);
    left.place = left.place.take().or(right.place);
    left.amount = left.amount.take().or(right.amount);
}

/// A visit told right after a planned meeting, without a date of its own, comes after it.
fn follow(kinds: &Kinds, kept: &mut [Draft]) {
    for at in 1..kept.len() {
        let ahead = kept.get(at).is_some_and(|draft| {
            draft.proposal.item.status == Status::Announced
                && draft.proposal.item.when.is_none()
                && kinds.is_meeting(&draft.proposal.item.kind)
                && (draft.proposal.rule.ends_with("ahead")
                    || draft.proposal.rule.contains(".for.")
                    || kinds.is_journey(&draft.proposal.item.kind))
        });
        let meeting = kept.get(..at).filter(|_| ahead).and_then(|before| {
            before
                .iter()
                .take(LOOKED_BACK)
                .position(|draft| kinds.is_encounter(&draft.proposal.item.kind) && draft.proposal.item.status == Status::Announced)
        });
        if let (true, Some(meeting), Some(draft)) = (ahead, meeting, kept.get_mut(at))
            && draft.proposal.links.is_empty()
        {
            draft.proposal.links.push(LinkProposal {
                relation: Relation::Time(TemporalRelation::After),
                draft: meeting,
            });
        }
    }
}
