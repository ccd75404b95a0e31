//! Events and statements told by verbs.

mod deed;
mod quotes;
mod sides;
mod statement;
mod suffered;
mod sureness;
mod telling;

use super::{Draft, Sentence, figures, in_role};
use crate::{
    act::{self, Act},
    context::{Context, Party},
    lexicon::Peculiarity,
    proposal::Doubt,
    reader::Reader,
    roles::{Clause, Found},
    words,
};
use deed::of_act;
use domain::{event::Role, status::Status};
use statement::quoted;
use sureness::status_of;

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
