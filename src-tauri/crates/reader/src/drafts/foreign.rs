//! Deeds in languages read by the words a sentence holds: a word for the deed, and the cases of the names around it.

mod cases;
mod words;

use super::{Draft, Sentence, dated, in_role};
use crate::{
    context::{Context, Party},
    lexicon::Meetings,
    proposal::{Doubt, DraftProposal},
    reader::Reader,
};
use cases::{Case, Named};
use dates::Tense;
use domain::{
    Edtf,
    event::{Role, When},
    named::{NamedItem, NamedParticipant, NamedPlace, Noun},
    status::Status,
};
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
    let named = cases::named(sentence, words, context);
    let first = found.len();
    for deed in words::deeds(reader, words, written).into_iter().take(MOST_DEEDS) {
        if let Some(draft) = of_deed(reader, sentence, words, &named, &deed, context) {
            let same = |known: &Draft| {
                known.proposal.item.kind == draft.proposal.item.kind && known.proposal.item.participants == draft.proposal.item.participants
            };
            if !found.iter().skip(first).any(same) {
                found.push(draft);
            }
        }
    }
    // A statement is worth a draft only where the sentence tells nothing else.
    if found.iter().skip(first).any(|draft| draft.proposal.item.kind != "statement") {
        let kept: Vec<Draft> = found
            .drain(first..)
            .filter(|draft| draft.proposal.item.kind != "statement")
            .collect();
        found.extend(kept);
    }
    if let Some(subject) = named.iter().rev().find(|one| one.case == Case::Subject) {
        context.subject.clone_from(&subject.parties);
    }
    context.note_told(found.get(first..).unwrap_or_default());
    dated::note_day(sentence, context);
}

fn of_deed(
    reader: &Reader,
    sentence: &Sentence<'_>,
    words: &Meetings,
    named: &[Named],
    deed: &Deed<'_>,
    context: &Context<'_>,
) -> Option<Draft> {
    let written = sentence.text.get(sentence.range.clone())?;
    let kind = reader.kinds().get(deed.kind)?;
    let (near, behind) = (around(written, deed.start, deed.end), after(written, deed.end));
    if words
        .not
        .iter()
        .any(|word| behind.contains(word.as_str()) || sentence.language != "ko" && before(written, deed.start).ends_with(word.as_str()))
    {
        return None;
    }
    let sides = Sides::of(sentence.language, named, deed, context, kind.journey);
    let joint = kind.mutual || kind.meeting && !kind.journey;
    let vague = ["同国", "同國", "该国", "該國", "両国", "两国", "이 나라"]
        .iter()
        .any(|word| before(written, deed.start).contains(word));
    let (participants, certain) = if joint { sides.together() } else { sides.apart(kind)? };
    let certain = certain && !vague;
    let two = participants.iter().any(|one| side(one) != participants.first().map_or("", side));
    if !two && !kind.alone {
        return None;
    }
    let ahead = words.ahead.iter().any(|word| near.contains(word.as_str()));
    let status = match () {
        () if words.reported.iter().any(|word| written.contains(word.as_str())) => Status::Rumoured,
        () if ahead && !kind.words => Status::Announced,
        () => Status::Occurred,
    };
    let heads = participants.len() == 2 && participants.iter().all(|one| context.gazetteer.is_head(&one.key));
    let name = kind
        .between_heads
        .as_ref()
        .filter(|_| heads)
        .map_or(deed.kind, |other| other.as_str());
    let mut draft = DraftProposal {
        item: NamedItem {
            noun: if kind.words { Noun::Statement } else { Noun::Event },
            kind: name.to_owned(),
            status,
            when: date(sentence, deed, status),
            place: sides.place.clone(),
            participants,
            stance: kind.stance,
            ..NamedItem::default()
        },
        confidence: if certain { 0.8 } else { 0.68 },
        rule: format!("{}.word", deed.kind),
        doubts: if certain { Vec::new() } else { vec![Doubt::WordBesideNames] },
        ..DraftProposal::default()
    };
    if kind.words {
        draft.item.issue = clause(written, deed.start);
    }
    if deed.kind == "statement" {
        draft.confidence = 0.5;
    }
    if draft.item.when.is_none() && status == Status::Occurred {
        dated::told_before(sentence, context, &mut draft);
    }
    if draft.item.when.is_none() && status == Status::Occurred && (kind.words || dated::is_lead(sentence)) {
        draft.item.when = context.published.and_then(|day| Edtf::parse(&format!("{day}?")).ok()).map(When::on);
        draft.doubts.push(Doubt::DayOfPublication);
    }
    let at = sentence.range.start;
    Some(sentence.draft_by(draft, at + deed.start..at + deed.end))
}

fn side(one: &NamedParticipant) -> &str {
    one.country.as_deref().unwrap_or(&one.key)
}

/// The date nearest before the deed, else the first behind.
fn date(sentence: &Sentence<'_>, deed: &Deed<'_>, status: Status) -> Option<When> {
    let (past, future) = ((sentence.dates)(Tense::Past), (sentence.dates)(Tense::Future));
    // A day alone beside a plan is the day it was told on.
    let alone = |when: &When| when.text.as_ref().is_some_and(|text| text.as_str().chars().count() <= 4);
    let dates: Vec<_> = past
        .into_iter()
        .zip(future)
        .map(|(past, future)| {
            if status == Status::Announced && !alone(&future.when) {
                future
            } else {
                past
            }
        })
        .collect();
    let before = dates.iter().rev().find(|date| date.end <= deed.end);
    before.or_else(|| dates.first()).map(|date| date.when.clone())
}

/// Up to so many letters before and behind.
fn around(written: &str, start: usize, end: usize) -> String {
    format!(
        "{}{}{}",
        before(written, start),
        written.get(start..end).unwrap_or_default(),
        after(written, end)
    )
}

fn before(written: &str, start: usize) -> String {
    let all: Vec<char> = written
        .get(..start)
        .unwrap_or_default()
        .chars()
        .rev()
        .take(8)
        .take_while(|letter| !ends_clause(*letter))
        .collect();
    all.into_iter().rev().collect()
}

fn after(written: &str, end: usize) -> String {
    let rest = written.get(end..).unwrap_or_default().chars();
    rest.take(10).take_while(|letter| !ends_clause(*letter)).collect()
}

fn ends_clause(letter: char) -> bool {
    matches!(letter, '，' | '。' | '、' | ',' | '.' | ';' | '；')
}

/// What is said, before the word that says it.
fn clause(written: &str, start: usize) -> Option<String> {
    let head = written.get(..start)?.trim();
    let from = head.char_indices().rev().take(60).last().map_or(0, |(at, _)| at);
    let words = head.get(from..)?.trim_matches(|letter: char| !letter.is_alphanumeric());
    (!words.is_empty()).then(|| words.to_owned())
}

/// Who stands around a deed.
struct Sides {
    doers: Vec<Party>,
    others: Vec<Party>,
    /// Whether each side stands in a case of its own.
    plain: bool,
    place: Option<NamedPlace>,
}

impl Sides {
    fn of(language: &str, named: &[Named], deed: &Deed<'_>, context: &Context<'_>, journey: bool) -> Self {
        let behind = matches!(language, "zh" | "fr");
        let subject = named
            .iter()
            .rev()
            .find(|one| one.case == Case::Subject && one.end <= deed.start)
            .or_else(|| named.iter().find(|one| one.case == Case::Subject && one.end <= deed.start));
        let agent = named.iter().rev().find(|one| one.case == Case::Agent && one.end <= deed.end);
        let own = |one: &Named, doers: &[Party]| one.parties.iter().any(|party| doers.iter().any(|own| own.side() == party.side()));
        let carried = subject.is_none();
        let mut doers = subject.map_or_else(|| context.subject.clone(), |one| one.parties.clone());
        let mut plain = !carried;
        // "A and B" and "A …, B": those that go with the subject.
        let mut others: Vec<Party> = Vec::new();
        let fits = |one: &&Named, wanted: &[Case]| {
            wanted.contains(&one.case) && !own(one, &doers) && one.parties.iter().all(|party| party.country.is_some())
        };
        let wanted: &[Case] = if journey {
            &[Case::Object, Case::Place, Case::With, Case::Of]
        } else {
            &[Case::Object, Case::With, Case::Of]
        };
        let candidates = named.iter().filter(|one| fits(one, wanted));
        let found = if behind {
            let after = named.iter().find(|one| {
                one.start >= deed.start
                    && one.start <= deed.end + 60
                    && one.case != Case::Subject
                    && !own(one, &doers)
                    && (journey || one.case != Case::Place)
            });
            after.or_else(|| candidates.clone().rfind(|one| one.end <= deed.start))
        } else {
            candidates.clone().rfind(|one| one.end <= deed.end)
        };
        plain &= found.is_some_and(|one| one.case != Case::Of);
        if let Some(found) = found {
            others.clone_from(&found.parties);
        }
        if others.is_empty() {
            let mut loose = named.iter().filter(|one| one.case == Case::Loose && !own(one, &doers));
            others = loose
                .rfind(|one| behind || one.end <= deed.end)
                .map(|one| one.parties.clone())
                .unwrap_or_default();
        }
        if let Some(code) = deed.host {
            others = context.country(code).into_iter().collect();
        }
        if let Some(agent) = agent {
            others.clone_from(&doers);
            doers.clone_from(&agent.parties);
        }
        let place = named
            .iter()
            .find(|one| one.case == Case::Place || one.place.is_some())
            .and_then(|one| {
                Some(NamedPlace {
                    name: one.place.clone()?,
                    country: one.parties.first()?.country.clone(),
                    coordinates: None,
                })
            });
        Self {
            doers,
            others,
            plain,
            place,
        }
    }

    /// All of them as parties.
    fn together(&self) -> (Vec<NamedParticipant>, bool) {
        let mut parties = self.doers.clone();
        let others = self
            .others
            .iter()
            .filter(|party| self.doers.iter().all(|own| own.side() != party.side()));
        parties.extend(others.cloned());
        let many = self
            .doers
            .iter()
            .any(|party| party.side() != self.doers.first().map_or("", Party::side));
        (in_role(&parties, Role::Party), self.plain || many)
    }

    /// Doers on one side, others on the other.
    fn apart(&self, kind: &domain::kind::Kind) -> Option<(Vec<NamedParticipant>, bool)> {
        let many = self
            .doers
            .iter()
            .any(|party| party.side() != self.doers.first().map_or("", Party::side));
        if self.doers.is_empty() || self.others.is_empty() && !kind.alone && !many {
            return None;
        }
        if self.others.is_empty() && many && kind.together != domain::kind::Together::Apart {
            return Some((in_role(&self.doers, Role::Party), true));
        }
        let (first, second) = match kind {
            _ if kind.journey => (Role::Guest, Role::Host),
            _ if kind.parties => (Role::Party, Role::Party),
            _ if kind.words => (Role::Speaker, Role::Recipient),
            _ => (Role::Actor, Role::Recipient),
        };
        let mut all = in_role(&self.doers, first);
        all.extend(in_role(&self.others, second));
        Some((all, self.plain))
    }
}
