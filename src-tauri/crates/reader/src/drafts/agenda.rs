//! What adds to a meeting told before: its agenda and who comes along.

use super::{Draft, Sentence};
use crate::{context::Party, reader::Reader, words};
use domain::{event::Role, status::Status};

/// Whether a sentence without names may still add to a meeting.
pub(super) fn may_speak_of(sentence: &Sentence<'_>) -> bool {
    verb(sentence).is_some()
}

/// The verb of an agenda: "will discuss", "may address", "will feature".
fn verb(sentence: &Sentence<'_>) -> Option<usize> {
    (1..sentence.list.len()).find(|at| {
        let ahead = words::looks_ahead(sentence.list.get(at - 1));
        ahead && words::is_agenda(sentence.list.get(*at))
    })
}

/// Adds topics and company to the last meeting; whether the sentence says nothing else.
pub(super) fn read(reader: &Reader, sentence: &Sentence<'_>, found: &mut [Draft]) -> bool {
    let Some(verb) = verb(sentence) else { return false };
    let of_meeting = (0..verb).any(|at| words::is_of_meeting(sentence.list.get(at)));
    let topics = sentence.topics(reader, 0, sentence.list.len());
    let ahead = |draft: &Draft| {
        reader.kinds().is_meeting(&draft.proposal.item.kind)
            && draft.proposal.item.status == Status::Announced
            && draft.proposal.item.participants.len() > 1
    };
    // The meeting the text is about: of persons rather than of countries, itself rather than the journey on.
    let weight = |draft: &Draft| {
        (
            draft
                .proposal
                .item
                .participants
                .iter()
                .filter(|one| one.key.starts_with("person:"))
                .count()
                .min(2),
            !reader.kinds().is_journey(&draft.proposal.item.kind),
        )
    };
    let Some(meeting) = found
        .iter_mut()
        .rev()
        .take(40)
        .filter(|draft| ahead(draft))
        .max_by_key(|draft| weight(draft))
    else {
        return false;
    };
    if !of_meeting {
        return false;
    }
    for topic in topics {
        if !meeting.proposal.item.topics.contains(&topic) {
            meeting.proposal.item.topics.push(topic);
        }
    }
    if (0..verb).any(|at| sentence.word(at).starts_with("delegation")) {
        company(sentence, verb, meeting);
    }
    meeting.spans.push(sentence.range.clone());
    true
}

/// "Lee's delegation will include business leaders": a new group beside the guest.
fn company(sentence: &Sentence<'_>, verb: usize, meeting: &mut Draft) {
    let end = (verb + 1..sentence.list.len())
        .find(|at| matches!(sentence.word(*at), "," | ";" | "." | "with" | "who"))
        .unwrap_or(sentence.list.len());
    let name = sentence.written(verb + 1, end);
    let country = sentence
        .mention_before(verb)
        .and_then(|(_, mention)| mention.parties.first())
        .and_then(|party| party.country.clone());
    if !name.is_empty() && name.len() < 120 {
        meeting
            .proposal
            .item
            .participants
            .push(Party::new_group(name, country).with_role(Role::Guest));
    }
}
