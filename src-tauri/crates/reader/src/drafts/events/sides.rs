//! Who stands on which side of an act, in what role, where, and for what.

use super::Sentence;
use crate::{
    act::Act,
    context::{Context, Party},
    drafts::in_role,
    lexicon::Peculiarity,
    mention::Standing,
    proposal::DraftProposal,
    reader::Reader,
    roles::{Clause, Found},
    words,
};
use domain::{
    event::Role,
    named::{NamedItem, NamedParticipant, NamedPlace, Noun},
    statement::Stance,
};

/// "their common border", "each other": what several do is done between them.
pub(super) fn says_each_other(sentence: &Sentence<'_>, act: &Act<'_>, next: usize) -> bool {
    (act.verb..next.max(act.end)).any(|at| {
        sentence.reads(at, &["each", "other"])
            || sentence.reads(at, &["one", "another"])
            || sentence.word(at) == "their" && words::is_between_them(sentence.list.get(at + 1))
    })
}

/// The two sides in the active sense.
pub(super) fn sides(clause: &Clause<'_>, act: &Act<'_>, subject: &Found) -> (Found, Found) {
    if act.passive {
        let mut agent = clause.agent(act.end);
        if agent.parties.is_empty() && act.pattern.is(Peculiarity::ToAgent) {
            agent = clause.led_to(act.end);
        }
        let own: Vec<&str> = agent.parties.iter().map(Party::side).collect();
        let suffers = match act.object {
            Some(object) => clause.around_object(act, object, &own),
            None => clause.described(act).unwrap_or_else(|| subject.clone()),
        };
        return (agent, suffers);
    }
    let own: Vec<&str> = subject.parties.iter().map(Party::side).collect();
    let mut object = clause.object(act, &own);
    if object.parties.is_empty() && act.chain > 0 && clause.list.get(act.chain - 1).is_some_and(|word| word.is("and")) {
        object = clause.named_before(act, &own);
    }
    (subject.clone(), object)
}

/// A visit "for a summit with" is the summit.
pub(super) fn purpose_of<'a>(reader: &'a Reader, sentence: &Sentence<'_>, act: &Act<'_>, next: usize) -> Option<(&'a str, Vec<Party>)> {
    let from = (act.end..next).find(|at| sentence.word(*at) == "for")?;
    for at in from + 1..from + 6 {
        let mut nouns = reader.lexicon().nouns(sentence.word(at)).iter();
        let meeting = nouns.find(|noun| reader.kinds().is_encounter(&noun.kind) && sentence.reads(at, &noun.words));
        let Some(meeting) = meeting else { continue };
        let end = at + meeting.words.len();
        let with = (sentence.word(end) == "with")
            .then(|| sentence.mention_after(end + 1, end + 4))
            .flatten();
        return Some((
            &meeting.kind,
            with.map_or_else(Vec::new, |(index, _)| sentence.clause().group(index)),
        ));
    }
    None
}

/// "agreed on drills to deter B": what is done against somebody is not pledged to him.
pub(super) fn is_against(reader: &Reader, clause: &Clause<'_>, act: &Act<'_>, target: &Found) -> bool {
    let friendly = reader
        .kinds()
        .get(&act.pattern.kind)
        .is_some_and(|kind| kind.stance == Some(Stance::Supports));
    friendly
        && clause.mentions.iter().any(|mention| {
            let behind = mention.first >= act.end && target.parties.iter().any(|party| party.side() == mention.side());
            let near = clause.list.get(mention.first.saturating_sub(2)..mention.first).unwrap_or_default();
            behind && near.iter().any(words::opposes)
        })
}

/// "The two ministers met, the Japanese and the Philippine governments said": the two are those who tell it.
pub(super) fn of_two(sentence: &Sentence<'_>, told: usize, subject: Found) -> Found {
    let two = (0..3).any(|at| sentence.reads(at, &["the", "two"]) || sentence.word(at) == "both");
    if !subject.parties.is_empty() || !two {
        return subject;
    }
    let speakers = sentence
        .mention_after(told, sentence.list.len())
        .map(|(index, _)| sentence.clause().group(index));
    match speakers.filter(|speakers| speakers.len() == 2) {
        Some(speakers) => Found::sure(speakers, 0.8),
        None => subject,
    }
}

/// "received the ambassador": who does it is the host.
pub(super) fn as_hosts(participants: &mut [NamedParticipant], hosts: &[Party]) {
    for one in participants
        .iter_mut()
        .filter(|one| matches!(one.role, Role::Guest | Role::Host | Role::Party))
    {
        let host = hosts.iter().any(|party| party.key == one.key);
        one.role = if host { Role::Host } else { Role::Guest };
    }
}

pub(super) fn is_between_heads(source: &[Party], target: &[Party], context: &Context<'_>) -> bool {
    let heads = |parties: &[Party]| parties.len() == 1 && parties.iter().all(|party| context.gazetteer.is_head(&party.key));
    heads(source) && heads(target)
}

pub(super) fn place_of(clause: &Clause<'_>, act: &Act<'_>, next: usize) -> Option<NamedPlace> {
    let mention = clause.place(act.verb, next.max(act.end)).or_else(|| clause.place(0, act.chain))?;
    let country = mention.parties.first().and_then(|party| party.country.clone());
    Some(NamedPlace {
        name: mention.place.clone()?,
        country,
        coordinates: None,
    })
}

pub(super) fn participants(reader: &Reader, item: &NamedItem, source: &[Party], target: &[Party], mutual: bool) -> Vec<NamedParticipant> {
    if mutual {
        return in_role(source, Role::Party);
    }
    let kind = reader.kinds().get(&item.kind);
    let hosted = item.place.as_ref().and_then(|place| place.country.clone());
    let (first, second) = match kind {
        Some(kind) if kind.meeting => {
            let host = target.first().and_then(|party| party.country.clone());
            let at_home = hosted.is_some() && hosted == source.first().and_then(|party| party.country.clone());
            if at_home {
                (Role::Host, Role::Guest)
            } else if kind.journey || (hosted.is_some() && hosted == host) {
                (Role::Guest, Role::Host)
            } else {
                (Role::Party, Role::Party)
            }
        }
        Some(kind) if kind.parties => (Role::Party, Role::Party),
        Some(kind) if kind.words => (Role::Speaker, Role::Recipient),
        _ => (Role::Actor, Role::Recipient),
    };
    let mut all = in_role(source, first);
    all.extend(in_role(target, second));
    all
}

/// Everyone else the sentence names, for the record only.
pub(super) fn others(sentence: &Sentence<'_>, draft: &mut DraftProposal) {
    for mention in sentence.mentions.iter().filter(|mention| mention.standing != Standing::Place) {
        for party in &mention.parties {
            let known =
                draft.item.participants.iter().any(|participant| {
                    participant.key == party.key || (participant.country.is_some() && participant.country == party.country)
                });
            if !known && draft.item.noun == Noun::Statement {
                draft.item.participants.push(party.with_role(Role::Mentioned));
            }
        }
    }
}
