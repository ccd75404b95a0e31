//! The draft of one verb of action.

use super::{
    sides::{self, is_between_heads, others, participants, place_of, purpose_of, says_each_other, sides},
    statement::{issue_of, quote_in},
    suffered::suffered,
    sureness::{self, doubts, fate_of, mood, refused, sureness},
};
use crate::{
    act::{self, Act},
    context::{Context, Party},
    drafts::{Draft, Sentence, dated},
    lexicon::Peculiarity,
    proposal::{Doubt, DraftProposal},
    reader::Reader,
    roles::{Clause, Found},
};
use domain::{
    named::{NamedItem, Noun},
    status::Status,
};

pub(super) fn of_act(
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
