//! Deeds in languages read by the words a sentence holds: a word for the deed, and the cases of the names around it.

mod cases;
mod learn;
mod names;
mod near;
mod particles;
mod scene;
mod sides;
mod words;

use super::{Draft, Sentence, dated};
use crate::{
    context::{Context, Party},
    proposal::{Doubt, DraftProposal},
    reader::Reader,
};
use cases::Named;
use domain::{
    Edtf, Moment,
    event::When,
    kind::Kind,
    named::{NamedItem, NamedParticipant, Noun},
    status::Status,
};
use scene::Scene;
use sides::Sides;
use words::Deed;

/// The most deeds of one sentence.
const MOST_DEEDS: usize = 6;

pub(super) fn read(reader: &Reader, sentence: &Sentence<'_>, context: &mut Context<'_>, found: &mut Vec<Draft>) {
    let Some(words) = reader.lexicon().meetings(sentence.language) else {
        return;
    };
    let Some(written) = sentence.text.get(sentence.range.clone()) else {
        return;
    };
    if words.games.iter().any(|word| written.contains(word.as_str())) {
        return;
    }
    let spans = names::spans(sentence, words, context);
    learn::note(sentence, words, &spans, context);
    if spans.is_empty() && context.subject.is_empty() {
        return dated::note_day(sentence, context);
    }
    let named = cases::named(sentence, words, spans);
    let deeds = words::deeds(reader, sentence.language, written);
    let first = found.len();
    let scene = Scene {
        sentence,
        words,
        named: &named,
        deeds: &deeds,
        context,
        behind: matches!(sentence.language, "zh" | "fr"),
    };
    found.extend(told(reader, &scene));
    only_deeds(found, first);
    remember(&named, found.get(first..).unwrap_or_default(), context);
    dated::note_day(sentence, context);
}

/// What the deeds of a sentence tell, each once.
fn told(reader: &Reader, scene: &Scene<'_>) -> Vec<Draft> {
    let mut found: Vec<Draft> = Vec::new();
    for deed in scene.deeds.iter().take(MOST_DEEDS) {
        let same = |known: &Draft, draft: &Draft| {
            let (known, item) = (&known.proposal.item, &draft.proposal.item);
            known.kind == item.kind && known.participants == item.participants
        };
        if let Some(draft) = of_deed(reader, scene, deed)
            && !found.iter().any(|known| same(known, &draft))
        {
            found.push(draft);
        }
    }
    found
}

/// A statement is worth a draft only where the sentence tells nothing else.
fn only_deeds(found: &mut Vec<Draft>, first: usize) {
    if found.iter().skip(first).any(|draft| draft.proposal.item.kind != "statement") {
        let kept: Vec<Draft> = found
            .drain(first..)
            .filter(|draft| draft.proposal.item.kind != "statement")
            .collect();
        found.extend(kept);
    }
}

/// Keeps in mind who acted, and which two were told of together.
fn remember(named: &[Named], told: &[Draft], context: &mut Context<'_>) {
    if let Some(subject) = named.iter().rev().find(|one| one.case.acts()) {
        context.subject.clone_from(&subject.parties);
    }
    for draft in told {
        let parties: Vec<Party> = draft.proposal.item.participants.iter().map(Party::named).collect();
        if let [left, right] = parties.as_slice()
            && left.side() != right.side()
        {
            context.pair = parties;
        }
    }
    context.note_told(told);
}

fn of_deed(reader: &Reader, scene: &Scene<'_>, deed: &Deed<'_>) -> Option<Draft> {
    let kind = reader.kinds().get(deed.kind)?;
    if is_denied(scene, deed) || scene.is_wanted(deed) {
        return None;
    }
    let sides = Sides::of(scene, deed, kind)?;
    let joint = kind.mutual || kind.meeting && !kind.journey;
    let (participants, certain) = if joint { sides.together() } else { sides.apart(kind)? };
    let two = participants.iter().any(|one| side(one) != participants.first().map_or("", side));
    if !two && !kind.alone {
        return None;
    }
    let certain = certain && !is_vague(scene, deed);
    let decided = reader.lexicon().said.decided.iter().any(|one| one == deed.kind) && scene.is_decided(deed);
    let status = if decided { Status::Occurred } else { status(scene, deed, kind) };
    let mut draft = DraftProposal {
        item: NamedItem {
            noun: if kind.words { Noun::Statement } else { Noun::Event },
            kind: name(scene, kind, &participants).to_owned(),
            status,
            when: near::date(scene, deed, status),
            place: sides.place.clone(),
            participants,
            stance: kind.stance,
            ..NamedItem::default()
        },
        confidence: sureness(scene, deed, &sides, certain),
        rule: format!("{}.word", deed.kind),
        doubts: if certain { Vec::new() } else { vec![Doubt::WordBesideNames] },
        ..DraftProposal::default()
    };
    if kind.words {
        draft.item.issue = near::clause(scene.written(), deed.start);
    }
    day_of_text(scene, kind, &mut draft);
    still_ahead(scene, kind, &mut draft);
    let at = scene.sentence.range.start;
    Some(scene.sentence.draft_by(draft, at + deed.start..at + deed.end))
}

/// What has a day behind that of publication is yet to come.
fn still_ahead(scene: &Scene<'_>, kind: &Kind, draft: &mut DraftProposal) {
    let item = &mut draft.item;
    let first = item.when.as_ref().and_then(|when| when.edtf.earliest()).and_then(Moment::date);
    let days = first.zip(scene.context.published);
    if item.status == Status::Occurred && !kind.words && days.is_some_and(|(first, published)| first > published) {
        item.status = Status::Announced;
    }
}

/// Whether words beside a deed say that it was not done.
fn is_denied(scene: &Scene<'_>, deed: &Deed<'_>) -> bool {
    let (before, behind) = (near::before(scene.written(), deed.start), near::after(scene.written(), deed.end));
    let ahead = scene.sentence.language != "ko";
    let mut all = scene.words.not.iter();
    all.any(|word| behind.contains(word.as_str()) || ahead && before.ends_with(word.as_str()))
}

/// "that country": nobody said which.
fn is_vague(scene: &Scene<'_>, deed: &Deed<'_>) -> bool {
    let before = near::before(scene.written(), deed.start);
    scene.words.vague.iter().any(|word| before.contains(word.as_str()))
}

fn status(scene: &Scene<'_>, deed: &Deed<'_>, kind: &Kind) -> Status {
    let written = scene.written();
    let (around, behind) = (near::around(written, deed.start, deed.end), near::after(written, deed.end));
    let has = |all: &[String], text: &str| all.iter().any(|word| text.contains(word.as_str()));
    match () {
        () if kind.meeting && has(&scene.words.cancelled, &behind) => Status::Cancelled,
        () if kind.meeting && has(&scene.words.postponed, &behind) => Status::Postponed,
        () if has(&scene.words.reported, written) => Status::Rumoured,
        () if !kind.words && (has(&scene.words.ahead, &around) || scene.is_supposed(deed)) => Status::Announced,
        () => Status::Occurred,
    }
}

/// The kind, or what it is where two heads do it.
fn name<'a>(scene: &Scene<'_>, kind: &'a Kind, participants: &[NamedParticipant]) -> &'a str {
    let heads = participants.len() == 2 && participants.iter().all(|one| scene.context.gazetteer.is_head(&one.key));
    kind.between_heads
        .as_ref()
        .filter(|_| heads)
        .map_or(kind.id.as_str(), |other| other.as_str())
}

fn sureness(scene: &Scene<'_>, deed: &Deed<'_>, sides: &Sides, certain: bool) -> f64 {
    let base: f64 = match () {
        () if deed.kind == "statement" => 0.5,
        () if certain => 0.8,
        () => 0.68,
    };
    let carried = if sides.carried { 0.05 } else { 0.0 };
    let supposed = if scene.is_supposed(deed) { 0.2 } else { 0.0 };
    base - carried - supposed
}

/// What is told without a day was done on the day told of before, else about the day of publication.
fn day_of_text(scene: &Scene<'_>, kind: &Kind, draft: &mut DraftProposal) {
    if draft.item.when.is_none() && draft.item.status == Status::Occurred {
        dated::told_before(scene.sentence, scene.context, draft);
    }
    if draft.item.when.is_none() && draft.item.status == Status::Occurred && (kind.words || dated::is_lead(scene.sentence)) {
        let day = scene.context.published.and_then(|day| Edtf::parse(&format!("{day}?")).ok());
        draft.item.when = day.map(When::on);
        draft.doubts.push(Doubt::DayOfPublication);
    }
}

fn side(one: &NamedParticipant) -> &str {
    one.country.as_deref().unwrap_or(&one.key)
}
