//! Events and statements told by verbs.

mod quotes;
mod sides;
mod statement;
mod suffered;
mod sureness;
mod telling;

use super::{Draft, Sentence, dated, figures, in_role};
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
    named::{NamedItem, Noun},
    status::Status,
};
use sides::{is_between_heads, participants, place_of, purpose_of, says_each_other, sides};
use statement::{issue_of, quote_in, quoted};
use suffered::suffered;
use sureness::{doubts, fate_of, mood, refused, status_of, sureness};

pub(super) fn read(reader: &Reader, sentence: &Sentence<'_>, context: &mut Context<'_>, found: &mut Vec<Draft>) {
    let told = act::told(sentence.list);
    let clause = Clause {
        list: sentence.list,
        mentions: sentence.mentions,
        from: told.from,
        to: told.to,
    };
    let acts = act::acts(sentence.list, sentence.mentions, told, reader.lexicon());
    let figure = figures::of_speech(reader, sentence);
    let first = found.len();
    let mut last: Option<&Act<'_>> = None;
    for (index, act) in acts.iter().enumerate() {
        let next = acts.get(index + 1).map_or(told.to, |next| next.chain);
        let joined = last.filter(|last| act.bare && sentence.word(act.chain.saturating_sub(1)) == "in" && last.pattern.words == "join");
        let previous = spoken_of(sentence, act, context);
        let subject = match (joined, act.quoted) {
            (_, Some(quote)) => quotes::speaks(sentence, &clause, act, quote, context),
            (Some(last), _) => Some(clause.with_joined(last, act, &previous)),
            _ => Some(sides::of_two(sentence, told.to, clause.subject(act.chain, &previous, last))),
        };
        let Some(subject) = subject else { continue };
        if act.pattern.words == "join"
            && acts
                .get(index + 1)
                .is_some_and(|next| next.bare && sentence.word(next.chain.saturating_sub(1)) == "in")
        {
            context.subject.clone_from(&subject.parties);
            last = Some(act);
            continue;
        }
        let only_said = figure && reader.lexicon().figures.kinds.contains(&act.pattern.kind);
        if only_said || is_no_act(sentence, act, last) {
            continue;
        }
        let draft = of_act(reader, sentence, &clause, act, next, &subject, context);
        if let Some(mut draft) = draft {
            // A participle goes on in the time of the verb before it.
            if act.purpose {
                draft.proposal.item.status = last.map_or(Status::Occurred, status_of);
            } else if act.bare && !act.denied && last.is_some_and(|last| status_of(last) == Status::Announced) {
                draft.proposal.item.status = Status::Announced;
            }
            remember(&draft, &subject, context);
            if act.denied && found.len() > first && found.last().is_some_and(|before| before.proposal.item.kind == "denial") {
                found.pop();
            }
            let besides = besides(act, &draft);
            found.push(draft);
            found.extend(besides);
        } else if !subject.parties.is_empty() && !act.passive && act.quoted.is_none() {
            context.subject.clone_from(&subject.parties);
        }
        last = Some(act);
    }
    if found.len() == first {
        quotes::demanded(reader, sentence, &clause, context, found);
    }
    if found.len() == first && acts.iter().all(|act| act.purpose || act.quoted.is_some()) {
        quoted(reader, sentence, &clause, context, found);
    }
    if found.len() == first && !figure {
        telling::of_other(reader, sentence, &clause, context, found);
    }
}

/// Whom a pronoun right before an act stands for: a person for "he", the side for "it", both for "they"; else who acted last.
fn spoken_of(sentence: &Sentence<'_>, act: &Act<'_>, context: &Context<'_>) -> Vec<Party> {
    let pronoun = (act.chain.saturating_sub(2)..act.chain)
        .rev()
        .map(|at| sentence.word(at))
        .find(|word| words::is_pronoun(word));
    match pronoun {
        Some("he" | "she") if !context.subject.iter().any(|party| party.is_person) => {
            let here = |party: &Party| sentence.mentions.iter().any(|mention| mention.parties.contains(party));
            context
                .persons
                .iter()
                .rev()
                .find(|party| !here(party))
                .cloned()
                .into_iter()
                .collect()
        }
        Some("they") if context.subject.len() < 2 && context.pair.len() == 2 => context.pair.clone(),
        Some("it") => {
            let side = |party: &Party| {
                if party.is_person {
                    party.country.as_deref().and_then(|code| context.country(code))
                } else {
                    Some(party.clone())
                }
            };
            context.subject.iter().filter_map(side).collect()
        }
        _ => context.subject.clone(),
    }
}

/// A purpose nothing governs, a reason, a participle that tells of nothing done.
fn is_no_act(sentence: &Sentence<'_>, act: &Act<'_>, last: Option<&Act<'_>>) -> bool {
    act.purpose && !act.denied && !last.is_some_and(|last| last.pattern.governs) && !act.pattern.is(Peculiarity::AsPurpose)
        || act.bare && !act.denied && (act.pattern.is(Peculiarity::NoParticiple) || is_reason(sentence, act.chain))
}

/// "for helping Iran": why something is done, not what.
fn is_reason(sentence: &Sentence<'_>, chain: usize) -> bool {
    chain > 0 && words::is_reason(sentence.list.get(chain - 1))
}

/// What an act is besides: a visit called off is a slight too.
fn besides(act: &Act<'_>, draft: &Draft) -> Option<Draft> {
    let kind = act
        .pattern
        .also
        .as_deref()
        .filter(|_| draft.proposal.item.kind != act.pattern.also.as_deref().unwrap_or_default())?;
    let mut other = draft.clone();
    kind.clone_into(&mut other.proposal.item.kind);
    other.proposal.item.status = status_of(act);
    for one in &mut other.proposal.item.participants {
        one.role = match one.role {
            Role::Guest | Role::Party if draft.proposal.item.participants.first().is_some_and(|first| first.key == one.key) => Role::Actor,
            Role::Host | Role::Party => Role::Recipient,
            role => role,
        };
    }
    other.proposal.rule = format!("{kind}.besides");
    other.proposal.confidence = (other.proposal.confidence - 0.2).min(0.7);
    other.proposal.doubts.push(Doubt::OtherDeed);
    Some(other)
}

fn remember(draft: &Draft, subject: &Found, context: &mut Context<'_>) {
    if !subject.parties.is_empty() {
        context.subject.clone_from(&subject.parties);
    }
    let persons: Vec<Party> = draft.proposal.item.participants.iter().map(Party::named).collect();
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
    let reach = Clause {
        to: act.quoted.map_or(next.max(act.end), |(_, to)| to.min(next.max(act.end))),
        ..*clause
    };
    let (source, mut target) = sides(&reach, act, subject);
    let kinds = reader.kinds();
    let mut kind = act.pattern.kind.as_str();
    let mut rule = format!("{kind}.{}", mood(act));
    if act.passive && source.parties.is_empty() {
        return suffered(reader, sentence, clause, act, next, &target, context);
    }
    if source.parties.is_empty() || act.passive && act.pattern.is(Peculiarity::ActiveOnly) {
        return None;
    }
    let many = source
        .parties
        .iter()
        .any(|party| party.side() != source.parties.first().map_or("", Party::side));
    if many && kinds.is_joint(kind) && target.sureness < 0.85 && !act.pattern.journey {
        target = Found::default();
    }
    if sides::is_against(reader, clause, act, &target) {
        target = Found::default();
    }
    if target.parties.is_empty() && act.pattern.is(Peculiarity::OnLand) {
        target = on_land(clause, act, &source);
    }
    let mut took_up = false;
    if target.parties.is_empty() && kinds.is_words(kind) {
        target = context.taken_up(reader, sentence, act, &source.parties);
        took_up = !target.parties.is_empty();
    }
    if act.passive
        && !(many && act.object.is_some())
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
    let decided = sureness::is_decided(reader, sentence, act, kind, &source);
    let status = if decided { Status::Occurred } else { fate_of(act) };
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
    draft.item.when = match act.quoted {
        Some(quote) => dated::outside(sentence, quote),
        None if decided => dated::of_telling(sentence, act),
        None => dated::of_act(sentence, act, next),
    };
    if decided {
        dated::said(sentence, context, &mut draft);
    }
    if draft.item.when.is_none() && status == Status::Occurred && act.tense == act::Tense::Past {
        dated::told_before(sentence, context, &mut draft);
    }
    draft.item.place = place_of(clause, act, next);
    draft.item.participants = participants(reader, &draft.item, &source.parties, &target.parties, mutual);
    if act.pattern.is(Peculiarity::Hosts) {
        sides::as_hosts(&mut draft.item.participants, &source.parties);
    }
    draft.item.topics = sentence.topics(reader, act.verb, next.max(act.end));
    if draft.item.noun == Noun::Statement {
        draft.item.issue = issue_of(sentence, act, reach_of_issue(clause, act));
        draft.item.stance = kinds.get(kind).and_then(|kind| kind.stance);
        draft.item.quote = quote_in(sentence);
    }
    dated::on_publication(sentence, context, act, &mut draft);
    doubts(&mut draft, &source, &target, act);
    draft.doubts.extend(took_up.then_some(Doubt::TakenUp));
    // "take over guarding …": what is done is the second verb.
    let gerund = sentence.word(act.end);
    if gerund.len() > 5 && gerund.ends_with("ing") && !act.pattern.governs {
        draft.confidence -= 0.15;
        draft.doubts.push(Doubt::OtherDeed);
    }
    if status == Status::Announced && is_conditional(sentence, act) {
        draft.confidence -= 0.15;
        draft.doubts.push(Doubt::MayHappen);
    }
    others(sentence, &mut draft);
    Some(sentence.draft(draft, act.chain, act.end))
}

/// "will withdraw if …".
fn is_conditional(sentence: &Sentence<'_>, act: &Act<'_>) -> bool {
    (act.end..sentence.list.len()).any(|at| matches!(sentence.word(at), "if" | "unless"))
        || matches!(sentence.word(0), "if" | "unless" | "should")
}

fn reach_of_issue(clause: &Clause<'_>, act: &Act<'_>) -> usize {
    act.quoted.map_or(clause.to, |(_, to)| to)
}

/// In whose land it is done, or who complains of it.
fn on_land(clause: &Clause<'_>, act: &Act<'_>, source: &Found) -> Found {
    let owner = clause.owner_of_land(act, source);
    // "India says Pakistan violated the truce": who complains is who suffers it.
    let complains = source
        .speaker
        .iter()
        .all(|one| source.parties.iter().all(|own| own.side() != one.side()));
    if owner.parties.is_empty() && complains && source.parties.len() == 1 {
        return Found::sure(source.speaker.clone(), 0.6);
    }
    owner
}

/// Everyone else the sentence names, for the record only.
fn others(sentence: &Sentence<'_>, draft: &mut DraftProposal) {
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
