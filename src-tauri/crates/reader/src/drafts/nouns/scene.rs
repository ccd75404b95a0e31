//! "In a phone call with B, A said …", "under a deal reached on Sunday, A and B will …", "A said during a visit to B":
//! the subject of the sentence takes part in what its opening names.

use super::{Frame, frame::place_of};
use crate::{drafts::Sentence, mention::Standing, words};
use domain::kind::Kind;

pub(super) fn filled(sentence: &Sentence<'_>, kind: &Kind, frame: Frame, at: usize) -> Option<Frame> {
    if !(kind.meeting || kind.mutual || kind.journey) || !frame.doers.is_empty() && !frame.others.is_empty() {
        return None;
    }
    let opener = (at.saturating_sub(5)..at)
        .rev()
        .find(|before| words::opens_scene(sentence.list.get(*before)))?;
    let introduced = (opener + 1..at).all(|between| {
        let word = sentence.word(between);
        !words::is_preposition(word) && word != "," && !words::is_be(word) && word != "'s"
    });
    if !introduced || sentence.word(opener) == "before" || sentence.word(opener) == "ahead" {
        return None;
    }
    let clause = sentence.clause();
    let index = if opener < 2 {
        let comma = (frame.end..sentence.list.len().min(frame.end + 14)).find(|at| sentence.word(*at) == ",")?;
        sentence
            .mentions
            .iter()
            .position(|mention| mention.first > comma && mention.first <= comma + 6 && mention.standing != Standing::Place)?
    } else {
        let single = (opener + 1..at).any(|at| matches!(sentence.word(at), "a" | "an") || words::is_possessive(sentence.list.get(at)));
        if !matches!(sentence.word(opener), "during" | "at" | "following" | "in") || !single {
            return None;
        }
        let subject = sentence.mentions.first()?;
        (subject.standing != Standing::Place && subject.first < opener).then_some(0)?
    };
    let subject = clause.group(index);
    let mut filled = frame;
    if filled.doers.is_empty() {
        filled.doers = subject;
    } else if kind.mutual || kind.meeting {
        filled.others = subject;
    }
    let alone = filled.others.is_empty()
        || filled
            .others
            .iter()
            .all(|party| filled.doers.iter().any(|own| own.side() == party.side()));
    if kind.journey && alone {
        let place = sentence
            .mentions
            .iter()
            .find(|mention| mention.first >= at && mention.first < at + 6)?;
        filled.others = place.parties.clone();
        filled.place = place_of(place);
    }
    filled.is_whole(kind).then_some(filled)
}
