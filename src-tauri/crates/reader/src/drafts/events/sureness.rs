//! What became of an act, and how sure its draft is.

use crate::{
    act::{self, Act},
    drafts::Sentence,
    mention::Mention,
    proposal::{Doubt, DraftProposal},
    reader::Reader,
    roles::Found,
    words,
};
use domain::status::Status;

pub(super) fn mood(act: &Act<'_>) -> &'static str {
    match act.tense {
        act::Tense::Future => "future",
        act::Tense::Possible => "possible",
        act::Tense::Present => "present",
        act::Tense::Past => "past",
    }
}

pub(super) fn status_of(act: &Act<'_>) -> Status {
    match act.tense {
        _ if act.denied => Status::Denied,
        _ if act.rumoured => Status::Rumoured,
        act::Tense::Future | act::Tense::Possible => Status::Announced,
        act::Tense::Past | act::Tense::Present => Status::Occurred,
    }
}

/// The same, or what the verb itself says of the deed: "postponed the visit".
pub(super) fn fate_of(act: &Act<'_>) -> Status {
    act.pattern
        .status
        .filter(|_| !act.denied && !act.rumoured && !act.negated)
        .unwrap_or_else(|| status_of(act))
}

/// "announced it would suspend", "decided to recall": what is done by deciding it, told by who decides.
pub(super) fn is_decided(reader: &Reader, sentence: &Sentence<'_>, act: &Act<'_>, kind: &str, source: &Found) -> bool {
    if act.tense != act::Tense::Future || act.negated || !reader.lexicon().said.decided.iter().any(|one| one == kind) {
        return false;
    }
    let decides = (act.chain.saturating_sub(6)..=act.chain)
        .rev()
        .find(|at| words::decides(sentence.list.get(*at)));
    decides.is_some_and(|verb| {
        let own = |mention: &Mention| source.parties.iter().any(|party| party.side() == mention.side());
        let between = |mention: &&Mention| mention.first > verb && mention.last <= act.chain;
        sentence.mentions.iter().filter(between).all(own) && !(verb..act.verb).any(|at| sentence.word(at) == "if")
    })
}

/// A deed refused is a rejection; a word not said is nothing.
pub(super) fn refused<'a>(reader: &'a Reader, kind: &str, act: &Act<'_>) -> Option<&'a str> {
    (!reader.kinds().is_words(kind) && act.tense == act::Tense::Future).then_some(&reader.lexicon().refused)
}

pub(super) fn sureness(reader: &Reader, source: &Found, target: &Found, act: &Act<'_>, mutual: bool) -> f64 {
    let alone = target.parties.is_empty() && reader.kinds().needs_no_other(&act.pattern.kind);
    let second = if mutual || alone { 0.85 } else { target.sureness };
    let base = source.sureness.min(0.95) * 0.5 + second * 0.5;
    let possible = if act.tense == act::Tense::Possible { 0.15 } else { 0.0 };
    let bare = if act.bare { 0.2 } else { 0.0 };
    let hearsay = if act.rumoured || act.denied { 0.1 } else { 0.0 };
    let quoted = if act.quoted.is_some() { 0.05 } else { 0.0 };
    base - possible - bare - hearsay - quoted
}

pub(super) fn doubts(draft: &mut DraftProposal, source: &Found, target: &Found, act: &Act<'_>) {
    if source.sureness < 0.7 {
        draft.doubts.push(Doubt::ActorCarried);
    }
    if target.sureness < 0.6 && !target.parties.is_empty() {
        draft.doubts.push(Doubt::PlaceAsParty);
    }
    if act.rumoured {
        draft.doubts.push(Doubt::Reported);
    }
    if act.tense == act::Tense::Possible {
        draft.doubts.push(Doubt::MayHappen);
    }
    if !source.speaker.is_empty() {
        draft.doubts.push(Doubt::OneSide);
        draft.confidence -= 0.05;
    }
}
