//! Drafts of one text that say the same are one draft with several citations.

use super::{Draft, events};
use crate::proposal::{DraftType, LinkKind, LinkProposal, MOST_CITATIONS, Status, Truncation};

/// How many drafts are compared with a new one.
const LOOKED_BACK: usize = 64;

/// The drafts, those that repeat an earlier one joined to it; links keep pointing at the right ones.
pub(super) fn merged(found: Vec<Draft>, truncations: &mut Vec<Truncation>) -> Vec<Draft> {
    let mut kept: Vec<Draft> = Vec::with_capacity(found.len());
    let mut moved: Vec<usize> = Vec::with_capacity(found.len());
    for draft in found {
        // Only the latest are looked at, so that a long text costs no more than its length.
        let start = kept.len().saturating_sub(LOOKED_BACK);
        let same = kept
            .iter()
            .skip(start)
            .position(|known| says_the_same(known, &draft))
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
    follow(&mut kept);
    kept
}

fn says_the_same(known: &Draft, draft: &Draft) -> bool {
    let (left, right) = (&known.proposal, &draft.proposal);
    let kind = left.kind == right.kind
        || (left.draft_type == DraftType::Event
            && events::is_meeting(&left.kind)
            && events::is_meeting(&right.kind)
            && left.kind != "visit"
            && right.kind != "visit");
    let dates = left.when.is_none()
        || right.when.is_none()
        || left.when.as_ref().map(|when| &when.edtf) == right.when.as_ref().map(|when| &when.edtf);
    let place = left.kind != "visit" || left.place == right.place;
    kind && left.draft_type == right.draft_type
        && ((left.draft_type != DraftType::Tie && left.kind != "statement") || left.issue == right.issue)
        && left.status == right.status
        && left.sign == right.sign
        && dates
        && place
        && sides(known) == sides(draft)
}

fn sides(draft: &Draft) -> (Vec<&str>, Vec<&str>) {
    use crate::proposal::Role;
    let meeting = events::is_meeting(&draft.proposal.kind) && draft.proposal.kind != "visit";
    let collect = |wanted: &dyn Fn(Role) -> bool| {
        let mut all: Vec<&str> = draft
            .proposal
            .participants
            .iter()
            .filter(|one| wanted(one.role) && !one.key.starts_with("new:"))
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
    let (left, right) = (&mut known.proposal, other.proposal);
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
    left.confidence = left.confidence.max(right.confidence);
    left.links.extend(right.links);
}

/// A visit told right after a planned meeting, without a date of its own, comes after it.
fn follow(kept: &mut [Draft]) {
    for at in 1..kept.len() {
        let ahead = kept.get(at).is_some_and(|draft| {
            draft.proposal.status == Status::Announced
                && draft.proposal.when.is_none()
                && events::is_meeting(&draft.proposal.kind)
                && (draft.proposal.rule.ends_with("ahead") || draft.proposal.rule.contains("visit"))
        });
        let meeting = kept.get(..at).filter(|_| ahead).and_then(|before| {
            before
                .iter()
                .take(LOOKED_BACK)
                .position(|draft| draft.proposal.kind == "summit" && draft.proposal.status == Status::Announced)
        });
        if let (true, Some(meeting), Some(draft)) = (ahead, meeting, kept.get_mut(at))
            && draft.proposal.links.is_empty()
        {
            draft.proposal.links.push(LinkProposal {
                kind: LinkKind::After,
                draft: meeting,
            });
        }
    }
}
