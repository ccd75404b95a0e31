//! Events and statements told by verbs.

mod statement;

use statement::{issue_of, quote_in, quoted};

use super::{Draft, Sentence, dated, in_role};
use crate::{
    act::{self, Act},
    context::{Context, Party},
    lexicon::Peculiarity,
    mention::Standing,
    proposal::{Doubt, DraftProposal},
    reader::Reader,
    roles::{Clause, Found},
    words,
};
use domain::{
    event::Role,
    named::{NamedItem, NamedParticipant, NamedPlace, Noun},
    status::Status,
};

pub(super) fn read(reader: &Reader, sentence: &Sentence<'_>, context: &mut Context<'_>, found: &mut Vec<Draft>) {
    let told = act::told(sentence.list);
    let clause = Clause {
        list: sentence.list,
        mentions: sentence.mentions,
        from: told.from,
        to: told.to,
    };
    let acts = act::acts(sentence.list, sentence.mentions, told, reader.lexicon());
    let mut last: Option<&Act<'_>> = None;
    for (index, act) in acts.iter().enumerate() {
        let next = acts.get(index + 1).map_or(told.to, |next| next.chain);
        let joined = last.filter(|last| act.bare && sentence.word(act.chain.saturating_sub(1)) == "in" && last.pattern.words == "join");
        let subject = match joined {
            Some(last) => clause.with_joined(last, act, &context.subject),
            None => clause.subject(act.chain, &context.subject, last),
        };
        if act.pattern.words == "join"
            && acts
                .get(index + 1)
                .is_some_and(|next| next.bare && sentence.word(next.chain.saturating_sub(1)) == "in")
        {
            context.subject.clone_from(&subject.parties);
            last = Some(act);
            continue;
        }
        if act.purpose && !last.is_some_and(|last| last.pattern.governs) && !act.pattern.is(Peculiarity::AsPurpose)
            || act.bare && (act.pattern.is(Peculiarity::NoParticiple) || is_reason(sentence, act.chain))
        {
            continue;
        }
        if let Some(mut draft) = of_act(reader, sentence, &clause, act, next, &subject, context) {
            // A participle goes on in the time of the verb before it.
            if act.purpose {
                draft.proposal.item.status = last.map_or(Status::Occurred, status_of);
            } else if act.bare && last.is_some_and(|last| status_of(last) == Status::Announced) {
                draft.proposal.item.status = Status::Announced;
            }
            remember(&draft, &subject, context);
            found.push(draft);
        } else if !subject.parties.is_empty() && !act.passive {
            context.subject.clone_from(&subject.parties);
        }
        last = Some(act);
    }
    if acts.iter().all(|act| act.purpose) {
        quoted(reader, sentence, &clause, context, found);
    }
}

/// "for helping Iran": why something is done, not what.
fn is_reason(sentence: &Sentence<'_>, chain: usize) -> bool {
    chain > 0 && words::is_reason(sentence.word(chain - 1))
}

fn remember(draft: &Draft, subject: &Found, context: &mut Context<'_>) {
    if !subject.parties.is_empty() {
        context.subject.clone_from(&subject.parties);
    }
    let persons: Vec<Party> = draft
        .proposal
        .item
        .participants
        .iter()
        .map(|one| Party {
            key: one.key.clone(),
            name: one.name.clone(),
            country: one.country.clone(),
            is_person: one.key.starts_with("person:"),
        })
        .collect();
    if persons.len() == 2 && persons.first().map(Party::side) != persons.get(1).map(Party::side) {
        context.pair = persons;
    }
}

fn of_act(
    reader: &Reader,
    sentence: &Sentence<'_>,
    clause: &Clause<'_>,
    act: &Act<'_>,
    next: usize,
    subject: &Found,
    context: &Context<'_>,
) -> Option<Draft> {
    let (source, mut target) = sides(
        &Clause {
            to: next.max(act.end),
            ..*clause
        },
        act,
        subject,
    );
    let kinds = reader.kinds();
    let mut kind = act.pattern.kind.as_str();
    let mut rule = format!("{kind}.{}", mood(act));
    if act.passive && source.parties.is_empty() {
        return suffered(reader, sentence, act, next, &target, context);
    }
    if source.parties.is_empty() || act.passive && act.pattern.is(Peculiarity::ActiveOnly) {
        return None;
    }
    let many = source
        .parties
        .iter()
        .any(|party| party.side() != source.parties.first().map_or("", Party::side));
    if many && kinds.is_joint(kind) && target.sureness < 0.85 {
        target = Found::default();
    }
    if target.parties.is_empty() && act.pattern.is(Peculiarity::OnLand) {
        target = clause.owner_of_land(act, &source);
        // "India says Pakistan violated the truce": who complains is who suffers it.
        let complains = source
            .speaker
            .iter()
            .all(|one| source.parties.iter().all(|own| own.side() != one.side()));
        if target.parties.is_empty() && complains && source.parties.len() == 1 {
            target = Found::sure(source.speaker.clone(), 0.6);
        }
    }
    if act.passive
        && target
            .parties
            .iter()
            .all(|party| source.parties.iter().any(|own| own.side() == party.side()))
    {
        return None;
    }
    let mutual = target.parties.is_empty()
        && many
        && (kinds.is_shared(kind) || act.pattern.mutual || !kinds.is_words(kind) && says_each_other(sentence, act, next));
    if target.parties.is_empty() && !mutual && !kinds.needs_no_other(kind) {
        return None;
    }
    let purpose = act.pattern.journey.then(|| purpose_of(reader, sentence, act, next)).flatten();
    if let Some((purpose, with)) = purpose {
        rule = format!("{kind}.for.{purpose}");
        kind = purpose;
        if !with.is_empty() && with.iter().all(|party| source.parties.iter().all(|own| own.side() != party.side())) {
            // A new name met in a country is taken to be of it.
            let home = target.parties.first().and_then(|party| party.country.clone());
            target.parties = with
                .into_iter()
                .map(|party| Party {
                    country: party.country.clone().or_else(|| home.clone()),
                    ..party
                })
                .collect();
        }
    }
    let between_heads = kinds.get(kind).and_then(|kind| kind.between_heads.as_ref());
    if let Some(other) = between_heads
        && !act.pattern.is(Peculiarity::FromAfar)
        && is_between_heads(&source.parties, &target.parties, context)
    {
        kind = other.as_str();
    }
    if act.negated {
        kind = refused(reader, kind, act)?;
        rule = format!("{rule}.negated");
    }
    let status = status_of(act);
    let mut draft = DraftProposal {
        item: NamedItem {
            noun: if kinds.is_words(kind) { Noun::Statement } else { Noun::Event },
            kind: kind.to_owned(),
            status,
            ..NamedItem::default()
        },
        rule,
        confidence: sureness(reader, &source, &target, act, mutual),
        ..DraftProposal::default()
    };
    draft.item.when = dated::of_act(sentence, act, next);
    if draft.item.when.is_none() && status == Status::Occurred && act.tense == act::Tense::Past {
        dated::told_before(sentence, context, &mut draft);
    }
    draft.item.place = place_of(clause, act, next);
    draft.item.participants = participants(reader, &draft.item, &source.parties, &target.parties, mutual);
    draft.item.topics = sentence.topics(reader, act.verb, next.max(act.end));
    if draft.item.noun == Noun::Statement {
        draft.item.issue = issue_of(sentence, act, clause.to);
        draft.item.stance = kinds.get(kind).and_then(|kind| kind.stance);
        draft.item.quote = quote_in(sentence);
    }
    doubts(&mut draft, &source, &target, act);
    // "take over guarding …": what is done is the second verb.
    let gerund = sentence.word(act.end);
    if gerund.len() > 5 && gerund.ends_with("ing") && !act.pattern.governs {
        draft.confidence -= 0.15;
        draft.doubts.push(Doubt::OtherDeed);
    }
    others(sentence, context, &mut draft);
    Some(sentence.draft(draft, act.chain, act.end))
}

/// "the two were detained", "has been sanctioned": a deed whose doer the text does not name.
fn suffered(reader: &Reader, sentence: &Sentence<'_>, act: &Act<'_>, next: usize, target: &Found, context: &Context<'_>) -> Option<Draft> {
    let kind = act.pattern.kind.as_str();
    let told = !act.negated && status_of(act) == Status::Occurred && target.sureness > 0.65;
    if !told || !reader.kinds().get(kind).is_some_and(|kind| kind.suffered) || target.parties.is_empty() {
        return None;
    }
    let mut draft = DraftProposal {
        item: NamedItem {
            kind: kind.to_owned(),
            when: dated::of_act(sentence, act, next),
            participants: in_role(&target.parties, Role::Recipient),
            ..NamedItem::default()
        },
        rule: format!("{kind}.suffered"),
        confidence: 0.55,
        doubts: vec![Doubt::NoAgent],
        ..DraftProposal::default()
    };
    if draft.item.when.is_none() {
        dated::told_before(sentence, context, &mut draft);
    }
    Some(sentence.draft(draft, act.chain, act.end))
}

/// "their common border", "each other": what several do is done between them.
fn says_each_other(sentence: &Sentence<'_>, act: &Act<'_>, next: usize) -> bool {
    (act.verb..next.max(act.end)).any(|at| {
        sentence.reads(at, &["each", "other"])
            || sentence.reads(at, &["one", "another"])
            || sentence.word(at) == "their" && words::is_between_them(sentence.word(at + 1))
    })
}

/// The two sides in the active sense.
fn sides(clause: &Clause<'_>, act: &Act<'_>, subject: &Found) -> (Found, Found) {
    if act.passive {
        let suffers = clause.described(act).unwrap_or_else(|| subject.clone());
        return (clause.agent(act.end), suffers);
    }
    let own: Vec<&str> = subject.parties.iter().map(Party::side).collect();
    let object = clause.object(act, &own);
    (subject.clone(), object)
}

fn mood(act: &Act<'_>) -> &'static str {
    match act.tense {
        act::Tense::Future => "future",
        act::Tense::Possible => "possible",
        act::Tense::Present => "present",
        act::Tense::Past => "past",
    }
}

fn status_of(act: &Act<'_>) -> Status {
    match act.tense {
        act::Tense::Future | act::Tense::Possible => Status::Announced,
        act::Tense::Past | act::Tense::Present => Status::Occurred,
    }
}

/// A deed refused is a rejection; a word not said is nothing.
fn refused<'a>(reader: &'a Reader, kind: &str, act: &Act<'_>) -> Option<&'a str> {
    (!reader.kinds().is_words(kind) && act.tense == act::Tense::Future).then_some(&reader.lexicon().refused)
}

fn sureness(reader: &Reader, source: &Found, target: &Found, act: &Act<'_>, mutual: bool) -> f64 {
    let alone = target.parties.is_empty() && reader.kinds().needs_no_other(&act.pattern.kind);
    let second = if mutual || alone { 0.85 } else { target.sureness };
    let base = source.sureness.min(0.95) * 0.5 + second * 0.5;
    let possible = if act.tense == act::Tense::Possible { 0.15 } else { 0.0 };
    let bare = if act.bare { 0.2 } else { 0.0 };
    base - possible - bare
}

fn doubts(draft: &mut DraftProposal, source: &Found, target: &Found, act: &Act<'_>) {
    if source.sureness < 0.7 {
        draft.doubts.push(Doubt::ActorCarried);
    }
    if target.sureness < 0.6 && !target.parties.is_empty() {
        draft.doubts.push(Doubt::PlaceAsParty);
    }
    if act.tense == act::Tense::Possible {
        draft.doubts.push(Doubt::MayHappen);
    }
    if !source.speaker.is_empty() {
        draft.doubts.push(Doubt::OneSide);
        draft.confidence -= 0.05;
    }
}

/// A visit "for a summit with" is the summit.
fn purpose_of<'a>(reader: &'a Reader, sentence: &Sentence<'_>, act: &Act<'_>, next: usize) -> Option<(&'a str, Vec<Party>)> {
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

fn is_between_heads(source: &[Party], target: &[Party], context: &Context<'_>) -> bool {
    let heads = |parties: &[Party]| parties.len() == 1 && parties.iter().all(|party| context.gazetteer.is_head(&party.key));
    heads(source) && heads(target)
}

fn place_of(clause: &Clause<'_>, act: &Act<'_>, next: usize) -> Option<NamedPlace> {
    let mention = clause.place(act.verb, next.max(act.end)).or_else(|| clause.place(0, act.chain))?;
    let country = mention.parties.first().and_then(|party| party.country.clone());
    Some(NamedPlace {
        name: mention.place.clone()?,
        country,
        coordinates: None,
    })
}

fn participants(reader: &Reader, item: &NamedItem, source: &[Party], target: &[Party], mutual: bool) -> Vec<NamedParticipant> {
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
fn others(sentence: &Sentence<'_>, _context: &Context<'_>, draft: &mut DraftProposal) {
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
