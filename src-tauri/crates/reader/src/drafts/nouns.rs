//! Deeds told by nouns: "talks between A and B were held", "a Saudi airstrike in Yemen", "the visit of A to B is set for June".

mod fate;
mod frame;
mod scene;

use super::{Draft, Sentence, dated, figures, in_role};
use crate::{
    context::{Context, Party},
    lexicon,
    proposal::{Doubt, DraftProposal},
    reader::Reader,
    words,
};
use domain::{
    event::Role,
    kind::Kind,
    named::{NamedItem, NamedParticipant, NamedPlace, Noun},
    status::Status,
};
use fate::{Fate, fate};
use frame::Frame;

pub(super) fn read(reader: &Reader, sentence: &Sentence<'_>, context: &Context<'_>, found: &mut Vec<Draft>) {
    let figure = figures::of_speech(reader, sentence);
    let before = found
        .iter()
        .rev()
        .take(6)
        .filter(|draft| draft.spans.first() == Some(&sentence.range) && draft.proposal.item.noun == Noun::Statement);
    let said = before.map(|draft| draft.proposal.item.kind.clone()).next();
    // What is condemned, praised or mourned was done; what is demanded, threatened or denied was not.
    let factive = said
        .as_deref()
        .is_none_or(|kind| matches!(kind, "criticism" | "praise" | "condolence" | "statement"));
    let mut at = 0;
    while at < sentence.list.len() {
        let nouns = reader.lexicon().nouns(sentence.word(at));
        let noun = nouns.iter().find(|noun| sentence.reads(at, &noun.words));
        let Some(noun) = noun else {
            at += 1;
            continue;
        };
        let end = at + noun.words.len();
        let playful = figure && reader.lexicon().figures.kinds.contains(&noun.kind);
        if !playful
            && let Some(draft) = of_noun(reader, sentence, context, noun, at)
            && (factive || draft.proposal.confidence >= 0.8 || draft.proposal.rule.ends_with(".scene"))
            && !is_told(&draft, sentence, found)
        {
            found.push(draft);
        }
        at = end;
    }
}

/// Whether a draft of the sentence says it already.
fn is_told(draft: &Draft, sentence: &Sentence<'_>, found: &[Draft]) -> bool {
    let same_kind = |known: &Draft| known.proposal.item.kind == draft.proposal.item.kind;
    found.iter().rev().take(8).any(|known| {
        known.spans.first() == Some(&sentence.range)
            && (same_kind(known) || known.proposal.item.noun != Noun::Statement && known.proposal.item.noun != Noun::Tie)
            && draft.proposal.item.participants.iter().all(|one| names(known, one))
    })
}

fn names(draft: &Draft, one: &NamedParticipant) -> bool {
    let all = &draft.proposal.item.participants;
    all.iter()
        .any(|known| known.key == one.key || (known.country.is_some() && known.country == one.country))
}

fn of_noun(reader: &Reader, sentence: &Sentence<'_>, context: &Context<'_>, noun: &lexicon::Noun, at: usize) -> Option<Draft> {
    let kind = reader.kinds().get(&noun.kind)?;
    let frame = frame::around(sentence, kind, noun, at);
    if frame.unreal {
        return None;
    }
    let told = fate(sentence, at, &frame);
    let whole = frame.is_whole(kind);
    let back = if whole {
        None
    } else {
        taken_up(sentence, context, kind, &frame, &told, at)
    };
    let again = back.is_some();
    let (frame, scene) = match back {
        _ if whole => (frame, false),
        Some(frame) => (frame, false),
        None => (scene::filled(sentence, kind, frame, at)?, true),
    };
    let (participants, place) = participants(context, kind, &frame)?;
    let status = if scene { Status::Occurred } else { told.status };
    let (mut confidence, mut doubts) = sureness(&frame, &told, scene);
    if again {
        confidence -= 0.1;
        doubts.push(Doubt::TakenUp);
    }
    let mut draft = DraftProposal {
        item: NamedItem {
            noun: if kind.words { Noun::Statement } else { Noun::Event },
            kind: frame.kind.clone().unwrap_or_else(|| noun.kind.clone()),
            status,
            participants,
            place,
            stance: kind.stance,
            when: if told.happens || scene || told.ahead {
                dated::of_noun(sentence, at, status != Status::Occurred)
            } else {
                dated::only_of_clause(sentence, at)
            },
            ..NamedItem::default()
        },
        rule: format!(
            "{}.noun{}",
            noun.kind,
            if scene {
                ".scene"
            } else if told.ahead {
                ".ahead"
            } else if told.happens {
                ".told"
            } else {
                ""
            }
        ),
        confidence,
        doubts,
        ..DraftProposal::default()
    };
    if kind.words {
        draft.item.issue = Some(sentence.written(at, frame.end.max(at + noun.words.len())).to_owned());
        draft.item.topics = sentence.topics(reader, at, frame.end.max(at + 1));
    }
    Some(sentence.draft(draft, at, at + noun.words.len()))
}

/// "the second round took place in Rome on 19 April": the parties are those of the talks told before.
fn taken_up(sentence: &Sentence<'_>, context: &Context<'_>, kind: &Kind, frame: &Frame, told: &Fate, at: usize) -> Option<Frame> {
    let back = (at.saturating_sub(3)..at).any(|before| words::points_back(sentence.list.get(before)));
    let nobody = frame.doers.is_empty() && frame.others.is_empty();
    if !kind.mutual || !back || !nobody || !(told.happens || told.ahead) || (sentence.dates)(dates::Tense::Past).is_empty() {
        return None;
    }
    let doers =
        context.parties_of(&|known| known == kind.id.as_str() || matches!(known, "talks" | "negotiation" | "summit" | "mediation"))?;
    Some(Frame { doers, ..frame.clone() })
}

fn sureness(frame: &Frame, told: &Fate, scene: bool) -> (f64, Vec<Doubt>) {
    match () {
        () if scene => (0.78, vec![Doubt::WordBesideNames]),
        () if frame.by_place => (if told.happens { 0.7 } else { 0.5 }, vec![Doubt::PlaceAsParty]),
        () if told.happens => (0.84, Vec::new()),
        () if told.ahead => (0.8, Vec::new()),
        () => (0.6, vec![Doubt::NounUndated]),
    }
}

/// The parties in their roles, and where it is; none where a side is missing.
fn participants(context: &Context<'_>, kind: &Kind, frame: &Frame) -> Option<(Vec<NamedParticipant>, Option<NamedPlace>)> {
    let place = frame.place.clone();
    let sides = |parties: &[Party]| {
        let mut sides: Vec<String> = parties.iter().map(|party| party.side().to_owned()).collect();
        sides.sort();
        sides.dedup();
        sides.len()
    };
    if frame.named {
        let host = place.as_ref()?.country.as_deref().and_then(|code| context.country(code))?;
        let mut all = in_role(&frame.doers, Role::Party);
        all.push(host.with_role(Role::Host));
        return Some((all, place));
    }
    if kind.mutual || kind.together == domain::kind::Together::Joint && !kind.journey {
        let mut parties = frame.doers.clone();
        parties.extend(
            frame
                .others
                .iter()
                .filter(|party| frame.doers.iter().all(|own| own.side() != party.side()))
                .cloned(),
        );
        return (sides(&parties) > 1).then(|| (in_role(&parties, Role::Party), place));
    }
    let own = frame
        .others
        .iter()
        .any(|party| frame.doers.iter().any(|own| own.side() == party.side()));
    if own || frame.doers.is_empty() || frame.others.is_empty() {
        return None;
    }
    let (first, second) = match kind {
        _ if kind.journey => (Role::Guest, Role::Host),
        _ if kind.words => (Role::Speaker, Role::Recipient),
        _ if kind.parties => (Role::Party, Role::Party),
        _ => (Role::Actor, Role::Recipient),
    };
    let mut all = in_role(&frame.doers, first);
    all.extend(in_role(&frame.others, second));
    Some((all, place))
}

/// Words between the one who does it and the noun: adjectives and numbers only.
fn is_filling(word: &str) -> bool {
    !words::is_preposition(word)
        && !words::is_be(word)
        && !words::is_have(word)
        && !words::is_modal(word)
        && !words::is_speech(word)
        && !words::opens_clause(word)
        && !matches!(word, "," | "and" | "or" | "(" | ")" | "\"" | "“" | "”" | "in")
}
