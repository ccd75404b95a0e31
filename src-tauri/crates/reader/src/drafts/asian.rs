//! Meetings in languages read for names, dates and meetings only: two sides and a word for the meeting in one sentence.

use super::{Draft, Sentence, in_role};
use crate::{
    context::{Context, Party},
    mention::Standing,
    proposal::{Doubt, DraftProposal},
    reader::Reader,
};
use dates::Tense;
use domain::{
    event::Role,
    named::{NamedItem, NamedPlace},
    status::Status,
};

pub(super) fn read(reader: &Reader, sentence: &Sentence<'_>, context: &mut Context<'_>, found: &mut Vec<Draft>) {
    let Some(words) = reader.lexicon().meetings(sentence.language) else {
        return;
    };
    let Some(written) = sentence.text.get(sentence.range.clone()) else {
        return;
    };
    if sentence.mentions.len() < 2 {
        return;
    }
    // The longest word decides: 정상회담 is a summit, not only talks.
    let shipped = words
        .kinds
        .iter()
        .flat_map(|(kind, all)| all.iter().map(move |word| (kind, word, false)));
    let taught = reader.lexicon().held().iter().map(|(word, kind)| (kind, word, true));
    let named = shipped
        .chain(taught)
        .filter_map(|(kind, word, taught)| Some((kind, word, taught, written.find(word.as_str())?)))
        .max_by_key(|(_, word, taught, _)| (*taught, word.len()));
    let Some((kind, word, _, found_at)) = named else { return };
    let start = sentence.range.start + found_at;
    let parties = two_sides(sentence);
    if parties.len() < 2 {
        return;
    }
    let ahead = words.ahead.iter().any(|word| written.contains(word.as_str()));
    let place = sentence
        .mentions
        .iter()
        .find(|mention| mention.place.is_some())
        .and_then(|mention| {
            Some(NamedPlace {
                name: mention.place.clone()?,
                country: mention.parties.first()?.country.clone(),
                coordinates: None,
            })
        });
    let dates = (sentence.dates)(if ahead { Tense::Future } else { Tense::Past });
    let mut participants = in_role(&parties, Role::Party);
    if reader.kinds().is_journey(kind) {
        for (one, role) in participants.iter_mut().zip([Role::Guest, Role::Host]) {
            one.role = role;
        }
    }
    context.pair.clone_from(&parties);
    let proposal = DraftProposal {
        item: NamedItem {
            kind: kind.to_owned(),
            status: if ahead { Status::Announced } else { Status::Occurred },
            when: dates.first().map(|date| date.when.clone()),
            place,
            participants,
            ..NamedItem::default()
        },
        confidence: 0.7,
        rule: format!("{kind}.word"),
        doubts: vec![Doubt::WordBesideNames],
        ..DraftProposal::default()
    };
    found.push(sentence.draft_by(proposal, start..start + word.len()));
}

/// One party of each side, persons before countries.
fn two_sides(sentence: &Sentence<'_>) -> Vec<Party> {
    let mut sides: Vec<Party> = Vec::new();
    for mention in sentence.mentions.iter() {
        for party in mention.parties.iter().filter(|party| party.country.is_some()) {
            let known = sides.iter().position(|known| known.side() == party.side());
            let free = mention.standing != Standing::Place || sides.len() < 2;
            match known {
                Some(at) => {
                    if let Some(known) = sides.get_mut(at).filter(|known| party.is_person && !known.is_person) {
                        *known = party.clone();
                    }
                }
                None if free => sides.push(party.clone()),
                None => {}
            }
        }
    }
    sides.truncate(2);
    sides
}
