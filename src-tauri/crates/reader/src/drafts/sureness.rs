//! Until a draft has a second party, a place or a date it is not sure; nor where nobody knows for which country somebody acts.

use crate::proposal::{Doubt, DraftProposal};
use domain::{event::Role, named::Noun};
use std::collections::HashSet;

/// The most that a draft is sure of which lacks what makes it one.
const UNSURE: f64 = 0.6;

/// Who acts is known only by an office, on a day after the table of offices ends: somebody else may hold it by then.
pub(super) fn doubt_holders(assumed: &HashSet<String>, draft: &mut DraftProposal) {
    if draft.item.participants.iter().any(|one| assumed.contains(&one.key)) {
        draft.evidence.cap(UNSURE);
        draft.doubts.push(Doubt::OfficeAssumed);
    }
}

pub(super) fn cap(draft: &mut DraftProposal) {
    let item = &draft.item;
    let parties = item.participants.iter().filter(|one| one.role != Role::Mentioned);
    let mut sides: Vec<&str> = parties.clone().map(|one| one.country.as_deref().unwrap_or(&one.key)).collect();
    sides.sort_unstable();
    sides.dedup();
    let alone = sides.len() < 2;
    let bare = alone && (item.noun == Noun::Statement || item.when.is_none() && item.place.is_none());
    let nobodys = parties.clone().any(|one| one.country.is_none() && one.key.starts_with("new:"));
    if (bare || nobodys) && item.noun != Noun::Tie && draft.confidence > UNSURE {
        draft.evidence.cap(UNSURE);
        draft.doubts.push(Doubt::Bare);
    }
}
