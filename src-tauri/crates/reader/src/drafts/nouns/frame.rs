//! Who stands around a noun that tells a deed, and how.

use super::is_filling;
use crate::{
    context::Party,
    drafts::Sentence,
    lexicon::{self, NounRole},
    mention::{Mention, Standing},
    words,
};
use domain::{kind::Kind, named::NamedPlace};

/// Who stands around a noun.
#[derive(Clone, Debug, Default)]
pub(super) struct Frame {
    pub doers: Vec<Party>,
    pub others: Vec<Party>,
    pub place: Option<NamedPlace>,
    /// After the last word that belongs to the noun.
    pub end: usize,
    /// A possible deed, or none: "no talks", "a possible strike".
    pub unreal: bool,
    /// "the G7 summit": a meeting named for those who hold it.
    pub named: bool,
    /// The other side is only the place it was done in.
    pub by_place: bool,
    pub ahead: bool,
    /// Another kind than the noun's.
    pub kind: Option<String>,
}

impl Frame {
    /// Whether nobody is missing.
    pub fn is_whole(&self, kind: &Kind) -> bool {
        let two = |parties: &[Party]| parties.iter().any(|party| party.side() != parties.first().map_or("", Party::side));
        self.named
            || !self.doers.is_empty() && !self.others.is_empty()
            || (kind.mutual || kind.meeting) && !kind.journey && (two(&self.doers) || two(&self.others))
    }
}

pub(super) fn around(sentence: &Sentence<'_>, kind: &Kind, noun: &lexicon::Noun, at: usize) -> Frame {
    let mut frame = Frame {
        end: at + noun.words.len(),
        ..Frame::default()
    };
    let first = before(sentence, at, &mut frame);
    frame.unreal |= (first.saturating_sub(2)..at).any(|before| words::is_unreal(sentence.list.get(before)));
    frame.ahead = (at.saturating_sub(5)..at).any(|before| words::is_upcoming(sentence.list.get(before)));
    behind(sentence, kind, noun, &mut frame);
    frame.unreal |= !kind.meeting && (frame.end..frame.end + 2).any(|at| words::falls_through(sentence.list.get(at)));
    if frame.place.is_none() {
        frame.place = place_behind(sentence, frame.end);
    }
    let body = frame
        .doers
        .first()
        .filter(|party| party.key.starts_with("organisation:") && party.country.is_none());
    if kind.meeting && !kind.journey && frame.others.is_empty() && body.is_some() && frame.doers.len() == 1 {
        frame.named = true;
        frame.kind = Some("multilateral-meeting".to_owned());
    }
    frame
}

/// "Saudi airstrike", "China's new ban", "its next summit": who does it, before the noun; returns where that begins.
fn before(sentence: &Sentence<'_>, at: usize, frame: &mut Frame) -> usize {
    let from = at.saturating_sub(4);
    let near = sentence
        .mentions
        .iter()
        .rev()
        .find(|mention| mention.last <= at && mention.last >= from);
    let gap = |mention: &Mention| (mention.last + usize::from(mention.possessive)..at).all(|at| is_filling(sentence.word(at)));
    if let Some(mention) = near.filter(|mention| gap(mention) && mention.standing != Standing::Place) {
        let index = sentence
            .mentions
            .iter()
            .position(|one| one.first == mention.first)
            .unwrap_or_default();
        frame.doers = sentence.clause().group(index);
        return mention.first;
    }
    let pronoun = (from..at).find(|at| words::is_possessive(sentence.list.get(*at)));
    if let Some(pronoun) = pronoun {
        let mut owners = sentence
            .mentions
            .iter()
            .rev()
            .filter(|mention| mention.last <= pronoun && mention.parties.len() == 1 && mention.standing != Standing::Place);
        let owner = owners.clone().find(|mention| mention.possessive).or_else(|| owners.next());
        frame.doers = owner.map(|owner| owner.parties.clone()).unwrap_or_default();
        return pronoun;
    }
    at
}

/// The phrases behind the noun: "between A and B", "of A to B", "on B by A".
fn behind(sentence: &Sentence<'_>, kind: &Kind, noun: &lexicon::Noun, frame: &mut Frame) {
    let limit = sentence.list.len().min(frame.end + 16);
    let first_end = frame.end;
    let mut at = frame.end;
    while at < limit {
        let word = sentence.word(at);
        if !words::is_preposition(word) && word != "between" {
            // "talks on Monday between", "sanctions, on".
            let noun = at > frame.end
                && frame.end > first_end
                && !ends_phrase(sentence, at)
                && word.bytes().all(|byte| byte.is_ascii_lowercase())
                && !words::happens(word);
            let skip = words::is_weekday(word)
                || word.parse::<u32>().is_ok()
                || noun && at < frame.end + 4
                || at == frame.end && frame.end > first_end && is_filling(word) && !words::happens(word) && !ends_phrase(sentence, at);
            if !skip {
                break;
            }
            at += 1;
            continue;
        }
        let phrase_end = (at + 1..limit)
            .find(|next| words::is_preposition(sentence.list.get(*next)) || ends_phrase(sentence, *next))
            .unwrap_or(limit);
        let mention = sentence
            .mentions
            .iter()
            .position(|mention| mention.first > at && mention.first < phrase_end.min(at + 7));
        if let Some(index) = mention {
            let group_end = lead(sentence, kind, noun, frame, word, index);
            at = group_end;
            frame.end = group_end;
        } else {
            if sentence.word(phrase_end).is_empty() || ends_phrase(sentence, phrase_end) {
                break;
            }
            at = phrase_end;
        }
    }
}

fn ends_phrase(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = sentence.word(at);
    let named = sentence.mentions.iter().any(|mention| (mention.first..mention.last).contains(&at));
    !named
        && (matches!(word, "," | ";" | "." | "(" | "—" | "–")
            || words::is_be(word)
            || words::is_have(word)
            || words::is_modal(word)
            || words::is_speech(word)
            || words::happens(word)
            || words::opens_clause(word))
}

/// Gives the parties behind a preposition their side; returns the position after them.
fn lead(sentence: &Sentence<'_>, kind: &Kind, noun: &lexicon::Noun, frame: &mut Frame, preposition: &str, index: usize) -> usize {
    let clause = sentence.clause();
    let group = clause.group(index);
    let last = clause.group_last(index);
    let Some(mention) = sentence.mentions.get(index) else {
        return sentence.list.len();
    };
    let end = sentence.mentions.get(last).map_or(mention.last, |one| one.last);
    let place = mention.standing == Standing::Place;
    let add = |side: &mut Vec<Party>| {
        if side.is_empty() {
            side.extend(group.iter().cloned());
        }
    };
    match preposition {
        "between" | "among" => add(&mut frame.doers),
        "with" if kind.mutual || kind.meeting || kind.parties => add(&mut frame.others),
        "by" => add(&mut frame.doers),
        "of" => match noun.of {
            NounRole::Doer => add(&mut frame.doers),
            NounRole::Other => add(&mut frame.others),
            NounRole::Both => add(&mut frame.doers),
            NounRole::Nobody => {}
        },
        other if noun.to.iter().any(|word| word == other) => {
            let by_place = words::is_location(other) && !kind.journey;
            if frame.others.is_empty() {
                frame.by_place = by_place && place;
            }
            add(&mut frame.others);
        }
        _ => {}
    }
    if frame.place.is_none() && (place || words::is_location(preposition)) && (mention.place.is_some() || words::is_location(preposition)) {
        frame.place = place_of(mention);
    }
    end + usize::from(mention.possessive && end == mention.last)
}

/// "opens in Kananaskis, Canada": a place close behind the verb.
fn place_behind(sentence: &Sentence<'_>, end: usize) -> Option<NamedPlace> {
    let at = (end..sentence.list.len().min(end + 7)).find(|at| matches!(sentence.word(*at), "in" | "at"))?;
    let mention = sentence
        .mentions
        .iter()
        .find(|mention| mention.first > at && mention.first <= at + 4)?;
    let direct = (at + 1..mention.first)
        .all(|at| sentence.word(at) == "the" || sentence.word(at) == "," || sentence.list.get(at).is_some_and(|word| word.capital));
    place_of(mention).filter(|_| direct)
}

/// The place a mention names: a city, or a country by its name.
pub(super) fn place_of(mention: &Mention) -> Option<NamedPlace> {
    let party = mention.parties.first().filter(|_| mention.parties.len() == 1)?;
    let name = mention
        .place
        .clone()
        .or_else(|| party.key.starts_with("country:").then(|| party.name.clone()))?;
    Some(NamedPlace {
        name,
        country: party.country.clone(),
        coordinates: None,
    })
}
