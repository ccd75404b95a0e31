//! Meetings and agreements told by nouns: "talks between A and B", "its next summit with B".

use super::{Draft, Sentence, in_role};
use crate::{
    context::Party,
    mention::Standing,
    proposal::{Doubt, DraftProposal},
    reader::Reader,
    words,
};
use domain::{
    event::Role,
    named::{NamedItem, Noun},
    status::Status,
};

pub(super) fn read(reader: &Reader, sentence: &Sentence<'_>, found: &mut Vec<Draft>) {
    let in_words = found
        .iter()
        .rev()
        .take(6)
        .any(|draft| draft.proposal.item.noun == Noun::Statement && draft.spans.first() == Some(&sentence.range));
    if in_words {
        return;
    }
    for at in 0..sentence.list.len() {
        for noun in reader.lexicon().nouns(sentence.word(at)) {
            let end = at + noun.words.len();
            if !sentence.reads(at, &noun.words) {
                continue;
            }
            let Some(parties) = parties(sentence, at, end) else {
                continue;
            };
            let told = found
                .iter()
                .any(|draft| draft.spans.first() == Some(&sentence.range) && same_sides(draft, &parties));
            if told {
                continue;
            }
            let proposal = proposal(sentence, at, &noun.kind, &parties);
            found.push(sentence.draft(proposal, at, end));
        }
    }
}

fn same_sides(draft: &Draft, parties: &[Party]) -> bool {
    parties.iter().all(|party| {
        draft
            .proposal
            .item
            .participants
            .iter()
            .any(|known| known.key == party.key || (known.country.is_some() && known.country == party.country))
    })
}

/// "between A and B", or a possessor before and "with B" after.
fn parties(sentence: &Sentence<'_>, at: usize, end: usize) -> Option<Vec<Party>> {
    let clause = sentence.clause();
    let (index, mention) = sentence.mention_after(end + 1, end + 4)?;
    if mention.standing == Standing::Place {
        return None;
    }
    let group = clause.group(index);
    match sentence.word(end) {
        "between" => (group.len() == 2 && group.first().map(Party::side) != group.get(1).map(Party::side)).then_some(group),
        "with" => {
            let mut parties = possessor(sentence, at)?;
            if parties.iter().any(|party| group.iter().any(|other| other.side() == party.side())) {
                return None;
            }
            parties.extend(group);
            Some(parties)
        }
        _ => None,
    }
}

/// Whose it is: "Japan's next summit", "its next summit" after "Beijing's focus".
fn possessor(sentence: &Sentence<'_>, at: usize) -> Option<Vec<Party>> {
    let from = at.saturating_sub(4);
    if let Some((_, mention)) = sentence
        .mention_before(at)
        .filter(|(_, mention)| mention.possessive && mention.last >= from)
    {
        return Some(mention.parties.clone());
    }
    let pronoun = (from..at).find(|at| words::is_possessive(sentence.word(*at)))?;
    let owners = sentence
        .mentions
        .iter()
        .rev()
        .filter(|mention| mention.last <= pronoun && mention.parties.len() == 1);
    let owner = owners
        .clone()
        .find(|mention| mention.possessive)
        .or_else(|| owners.clone().next())?;
    Some(owner.parties.clone())
}

fn proposal(sentence: &Sentence<'_>, at: usize, kind: &str, parties: &[Party]) -> DraftProposal {
    let ahead = (at.saturating_sub(5)..at).any(|before| words::is_upcoming(sentence.word(before)));
    DraftProposal {
        item: NamedItem {
            kind: kind.to_owned(),
            status: if ahead { Status::Announced } else { Status::Occurred },
            participants: in_role(parties, Role::Party),
            ..NamedItem::default()
        },
        rule: format!("{kind}.noun{}", if ahead { ".ahead" } else { "" }),
        confidence: if ahead { 0.8 } else { 0.6 },
        doubts: if ahead { Vec::new() } else { vec![Doubt::NounUndated] },
        ..DraftProposal::default()
    }
}
