//! Who is named in a sentence, and what the names stand for there.

mod longer;
mod merge;
mod short;

use crate::{
    context::{Context, Party},
    gazetteer::{ActorKind, Form, Hit, Meaning},
    text::Word,
    words,
};

/// How a mention stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// A name: of a country, a person, an organisation, a government by its seat.
    Name,
    /// A word for a people or their things: "Israeli soldiers", "Palestinians".
    People,
    /// A place where something happens.
    Place,
}

/// Someone or somewhere named; word positions within the sentence, end excluded.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    pub first: usize,
    pub last: usize,
    pub parties: Vec<Party>,
    pub standing: Standing,
    /// Whether "'s" follows: "Israel's high court".
    pub possessive: bool,
    /// The place as written, for places.
    pub place: Option<String>,
    /// Where the name stands in the text, in bytes, where it is a name of the gazetteer.
    pub bytes: std::ops::Range<usize>,
}

impl Mention {
    pub fn side(&self) -> &str {
        self.parties.first().map_or("", Party::side)
    }
}

/// The mentions of a sentence, in order, each word in one at most.
pub(crate) fn mentions(text: &str, list: &[Word], hits: &[Hit<'_>], context: &mut Context<'_>) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    for hit in hits {
        while list.get(at).is_some_and(|word| word.end <= hit.start) {
            at += 1;
        }
        let mut last = at;
        while list.get(last).is_some_and(|word| word.start < hit.end) {
            last += 1;
        }
        if let Some(mention) = of_hit(text, list, hit, at..last.max(at + 1), &found, context) {
            found.push(mention);
        }
    }
    short::add(text, list, &mut found, context);
    for party in found.iter().flat_map(|mention| &mention.parties) {
        // Whom the text names is no longer known by the office alone.
        context.assumed.remove(&party.key);
    }
    merge::merge(text, list, &mut found, context);
    for mention in &mut found {
        mention.possessive = list
            .get(mention.last)
            .is_some_and(|word| word.is("'s") || (word.is("'") || word.is("’")));
        if mention.standing == Standing::Name || mention.standing == Standing::People {
            for party in &mention.parties {
                context.note(party);
            }
        }
    }
    found
}

fn of_hit(
    text: &str,
    list: &[Word],
    hit: &Hit<'_>,
    range: std::ops::Range<usize>,
    before: &[Mention],
    context: &mut Context<'_>,
) -> Option<Mention> {
    let meaning = choose(hit.meanings, list, range.start, before, context)?;
    let row = context.gazetteer.actor(meaning.actor)?;
    let written = text.get(hit.start..hit.end)?.to_owned();
    if is_other_acronym(list, &range, &written, before, context) {
        return None;
    }
    if is_part_of_longer_name(list, &range, &written) || is_description(text, list, hit, &range) {
        return None;
    }
    if !longer::fits_hangul(text, hit.start, hit.end) {
        return None;
    }
    let around = longer::Around {
        text,
        list,
        range: range.clone(),
        form: meaning.form,
        end: hit.end,
    };
    if around.ends_name(before) || row.kind == ActorKind::Country && around.is_other(before, context) {
        return None;
    }
    let standing = match meaning.form {
        Form::Name => Standing::Name,
        Form::People => Standing::People,
        Form::City => Standing::Place,
        Form::Capital if stands_as_place(list, range.start) => Standing::Place,
        Form::Capital => Standing::Name,
    };
    let place = matches!(meaning.form, Form::Capital | Form::City).then_some(written);
    Some(Mention {
        first: range.start,
        last: range.end,
        parties: vec![context.party(row)],
        standing,
        possessive: false,
        place,
        bytes: hit.start..hit.end,
    })
}

/// An acronym the text itself gives to somebody unknown: "the Syrian Democratic Forces (SDF)".
fn is_other_acronym(list: &[Word], range: &std::ops::Range<usize>, written: &str, before: &[Mention], context: &mut Context<'_>) -> bool {
    if !(2..=6).contains(&written.len()) || !written.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return false;
    }
    let opened = range
        .start
        .checked_sub(1)
        .filter(|at| list.get(*at).is_some_and(|word| word.is("(")));
    if let Some(open) = opened {
        let named = list
            .get(open.saturating_sub(1))
            .is_some_and(|word| word.capital && word.end - word.start > 3);
        if named && before.last().is_none_or(|mention| mention.last != open) {
            context.other_acronyms.insert(written.to_owned());
        }
    }
    context.other_acronyms.contains(written)
}

/// A short name inside a longer one that is not known: "Georgia Tech", "New Jordan".
fn is_part_of_longer_name(list: &[Word], range: &std::ops::Range<usize>, written: &str) -> bool {
    let one_word = range.len() == 1 && written.chars().all(|letter| letter.is_ascii_uppercase()) && written.len() <= 3;
    let in_capitals = |at: Option<usize>| {
        at.and_then(|at| list.get(at))
            .is_some_and(|word| word.capital && word.lower.len() > 3 && word.end - word.start == word.lower.len())
    };
    one_word
        && written != "US"
        && written != "UK"
        && written != "UN"
        && written != "EU"
        && in_capitals(range.start.checked_sub(1))
        && in_capitals(Some(range.end))
}

/// "a Soviet-era agent", "Iranian-backed militias": a word made with the name, not the one named; "Saudi-led" is.
fn is_description(text: &str, list: &[Word], hit: &Hit<'_>, range: &std::ops::Range<usize>) -> bool {
    let end = range
        .end
        .checked_sub(1)
        .and_then(|last| list.get(last))
        .map_or(hit.end, |word| word.end);
    let rest = text.get(hit.end..end).unwrap_or_default();
    rest.starts_with(['-', '‑']) && rest.len() > 2 && !rest.ends_with("led")
}

fn stands_as_place(list: &[Word], first: usize) -> bool {
    let mut before = list.get(..first).unwrap_or_default().iter().rev();
    let Some(mut word) = before.next() else { return false };
    if words::is_adverb(word) || words::is_region(word) {
        let Some(next) = before.next() else { return false };
        word = next;
    }
    let lower = word.lower.as_str();
    if lower == "to" || lower == "from" || lower == "of" {
        return before.next().is_some_and(words::is_way);
    }
    words::reaches(lower) || words::is_location(lower) || lower == "capital"
}

/// Which of several actors of one name: one in office on the day, else of a country named nearby, else the first.
fn choose(meanings: &[Meaning], list: &[Word], first: usize, before: &[Mention], context: &Context<'_>) -> Option<Meaning> {
    if meanings.len() == 1 {
        return meanings.first().copied();
    }
    let titled = first.checked_sub(1).and_then(|at| list.get(at)).is_some_and(words::is_name_title);
    let near = before.last().map(Mention::side);
    let score = |meaning: &Meaning| {
        let Some(row) = context.gazetteer.actor(meaning.actor) else {
            return 0;
        };
        let office = row.kind == ActorKind::Person && context.published.is_some_and(|day| context.gazetteer.in_office(meaning.actor, day));
        let ever = row.kind == ActorKind::Person && context.gazetteer.ever_in_office(meaning.actor);
        let place = i32::from(row.country.as_deref() == near);
        i32::from(office) * 4 + i32::from(ever && titled) * 2 + place * 2 + i32::from(row.kind == ActorKind::Country) * 3
    };
    meanings.iter().copied().max_by_key(score)
}
