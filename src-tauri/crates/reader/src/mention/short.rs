//! Short forms: "Lee" after "Lee Jae Myung", "President Reagan", "the two leaders", "the Lee administration", new names after titles.

use super::{Mention, Standing};
use crate::{
    context::{Context, Party},
    text::Word,
    words,
};

pub(super) fn add(text: &str, list: &[Word], found: &mut Vec<Mention>, context: &Context<'_>) {
    let mut added: Vec<Mention> = Vec::new();
    let mut at = 0;
    while at < list.len() {
        let covering = found
            .iter()
            .chain(added.iter())
            .find(|mention| (mention.first..mention.last).contains(&at))
            .map(|mention| mention.last);
        if let Some(last) = covering {
            at = last;
            continue;
        }
        let mention = plural(list, at, found, context)
            .or_else(|| surname(list, text, at, found, context))
            .or_else(|| newcomer(list, text, at, found))
            .or_else(|| in_apposition(list, text, at, found))
            .or_else(|| by_title(list, at, context));
        at = mention.as_ref().map_or(at + 1, |mention| mention.last);
        added.extend(mention);
    }
    found.append(&mut added);
    found.sort_by_key(|mention| mention.first);
}

fn name(parties: Vec<Party>, first: usize, last: usize) -> Mention {
    Mention {
        first,
        last,
        parties,
        standing: Standing::Name,
        possessive: false,
        place: None,
        bytes: 0..0,
    }
}

/// "the two leaders", "both nations", "the leaders", "the two countries".
fn plural(list: &[Word], at: usize, found: &[Mention], context: &Context<'_>) -> Option<Mention> {
    let lower = |offset: usize| list.get(at + offset).map_or("", |word| word.lower.as_str());
    let length = match (lower(0), lower(1)) {
        ("the", "two") => 3,
        ("both" | "the", _) => 2,
        _ => return None,
    };
    let persons = match lower(length - 1) {
        "leaders" | "presidents" | "ministers" => true,
        "countries" | "nations" | "sides" | "governments" => false,
        _ => return None,
    };
    if lower(length) == "of" {
        return None;
    }
    let here = last_two_here(at, found, persons);
    let two = if here.len() == 2 { here } else { context.last_two(persons) };
    (two.len() == 2).then(|| name(two, at, at + length))
}

/// The last two of different sides named before in the sentence.
fn last_two_here(at: usize, found: &[Mention], persons: bool) -> Vec<Party> {
    let before = found
        .iter()
        .rev()
        .filter(|mention| mention.last <= at && mention.standing == Standing::Name);
    let mut two: Vec<Party> = Vec::new();
    for party in before.flat_map(|mention| mention.parties.iter().rev()) {
        let fits = party.country.is_some() && party.is_person == persons;
        if fits && two.len() < 2 && two.iter().all(|known| known.side() != party.side()) {
            two.insert(0, party.clone());
        }
    }
    two
}

fn surname(list: &[Word], text: &str, at: usize, found: &[Mention], context: &Context<'_>) -> Option<Mention> {
    let word = list.get(at)?;
    if !word.capital || word.lower.chars().count() < 2 || words::is_calendar(word) {
        return None;
    }
    let written = text.get(word.start..word.end)?;
    let mut party = context.introduced.get(written).cloned();
    let mut last = at + 1;
    let titled = at
        .checked_sub(1)
        .and_then(|before| list.get(before))
        .is_some_and(words::is_name_title);
    if party.is_none() {
        let given = list.get(at + 1).filter(|next| {
            next.capital
                && titled
                && !context
                    .gazetteer
                    .family(text.get(next.start..next.end).unwrap_or_default())
                    .is_empty()
        });
        let family = given.map_or(written, |next| text.get(next.start..next.end).unwrap_or_default());
        let governs = list
            .get(at + 1)
            .is_some_and(|next| next.is("administration") || next.is("government"));
        party = by_family(family, titled || governs, at == 0, found, context);
        if let Some(country) = nationality(list, at, found) {
            party = party.filter(|party| party.side() == country);
        }
        if given.is_some() {
            // The given name must be theirs too.
            party = party.filter(|party| party.name.contains(written));
        }
        last += usize::from(given.is_some() && party.is_some());
    }
    let party = party?;
    let governs = list.get(last).is_some_and(words::is_government);
    if governs {
        let country = party.country.as_deref().and_then(|code| context.country(code))?;
        return Some(name(vec![country], at, last + 1));
    }
    // A name that goes on is another person.
    let goes_on = list
        .get(last)
        .is_some_and(|next| next.capital && next.end - next.start > 1 && !next.is_mark() && !words::is_weekday(next));
    let preceded = !titled
        && at > 0
        && list.get(at - 1).is_some_and(|before| {
            (before.capital || before.is("the"))
                && !before.is_mark()
                && !words::is_calendar(before)
                && (at > 1 || before.is("the"))
                && !words::is_preposition(before)
        });
    (!goes_on && !preceded).then(|| name(vec![party], at, last))
}

/// The country of the people named before the titles that stand before a word.
fn nationality<'a>(list: &[Word], at: usize, found: &'a [Mention]) -> Option<&'a str> {
    let mut first = at;
    while first > 0 && list.get(first - 1).is_some_and(words::is_title) {
        first -= 1;
    }
    found
        .iter()
        .find(|mention| mention.last == first && first < at && mention.standing == Standing::People)
        .map(Mention::side)
}

/// A person known by the family name alone: all who bear it are of one country, and a title or an office speaks for it.
fn by_family(family: &str, titled: bool, opens: bool, found: &[Mention], context: &Context<'_>) -> Option<Party> {
    let candidates = context.gazetteer.family(family);
    let official = |person: &&u32| context.gazetteer.ever_in_office(**person);
    let serving = |person: &&u32| context.published.is_none_or(|day| context.gazetteer.in_office(**person, day));
    let rows = |wanted: &[&u32]| -> Vec<Party> {
        wanted
            .iter()
            .filter_map(|person| context.gazetteer.actor(**person))
            .map(Party::of)
            .collect()
    };
    let in_office: Vec<&u32> = candidates.iter().filter(official).filter(serving).collect();
    let pool = if in_office.is_empty() {
        candidates.iter().filter(official).collect()
    } else {
        in_office
    };
    let mut parties = rows(&pool);
    // Those who lead a state go by their family name alone, and before others who bear it.
    let heads: Vec<Party> = parties
        .iter()
        .filter(|party| context.gazetteer.is_head(&party.key))
        .cloned()
        .collect();
    let leads = context.published.is_some() && heads.len() == 1 && !candidates.is_empty() && pool.len() <= 3;
    if leads || (titled && !heads.is_empty()) {
        parties = heads;
    }
    let near: Vec<&str> = found.iter().map(Mention::side).collect();
    if parties.iter().any(|party| near.contains(&party.side())) {
        parties.retain(|party| near.contains(&party.side()));
    }
    let first = parties.first()?.clone();
    let agreed = parties.iter().all(|party| party.country == first.country);
    let leads = leads && parties.len() == 1 && pool.iter().any(serving);
    (agreed && (titled || leads || (!opens && family.chars().count() > 3 && pool.len() == 1))).then_some(first)
}

/// A name the gazetteer does not hold, after a title: a person to be proposed as a new actor.
fn newcomer(list: &[Word], text: &str, at: usize, found: &[Mention]) -> Option<Mention> {
    let before = list.get(at.checked_sub(1)?)?;
    let before = if before.is(",") { list.get(at.checked_sub(2)?)? } else { before };
    if !words::is_name_title(before) {
        return None;
    }
    let mut last = at;
    while last < at + 4
        && list
            .get(last)
            .is_some_and(|word| word.capital && !word.is_mark() && !words::is_name_title(word) && !words::is_title(word))
    {
        last += 1;
        if found.iter().any(|mention| mention.first == last) {
            return None;
        }
    }
    // One word is a name only where a people and a title stand before it: "the Jordanian King Abdullah".
    if last < at + 2 && !(last == at + 1 && nationality(list, at, found).is_some()) {
        return None;
    }
    let written = text.get(list.get(at)?.start..list.get(last - 1)?.end)?;
    Some(name(vec![Party::new_person(written, country_of_post(list, at, found))], at, last))
}

/// "the Defence Minister of Iran, General N.N.": the country of the post named right before.
fn country_of_post(list: &[Word], at: usize, found: &[Mention]) -> Option<String> {
    let near = found.iter().rev().find(|mention| mention.last <= at && mention.last + 5 >= at)?;
    let of = near
        .first
        .checked_sub(1)
        .and_then(|before| list.get(before))
        .is_some_and(|word| word.is("of"));
    let titles = list
        .get(near.last..at)?
        .iter()
        .all(|word| word.is(",") || words::is_title(word) || words::is_name_title(word) || word.capital);
    let post = list.get(near.first.saturating_sub(8)..near.first)?.iter().any(words::is_name_title);
    (of && titles && post).then(|| near.parties.first()?.country.clone()).flatten()
}

/// "Tom Barrack, the US ambassador to Turkey": a name nobody knows, told of by a people and a title behind it.
fn in_apposition(list: &[Word], text: &str, at: usize, found: &[Mention]) -> Option<Mention> {
    let is_name = |at: usize| {
        list.get(at).is_some_and(|word| {
            word.capital
                && !word.is_mark()
                && !words::is_title(word)
                && !words::is_calendar(word)
                && !words::is_preposition(word)
                && !words::is_determiner(word)
        })
    };
    let last = (at..at + 4).find(|next| !is_name(*next)).unwrap_or(at + 4);
    let comma = list.get(last).is_some_and(|word| word.is(","));
    if last < at + 2 || !comma || found.iter().any(|mention| mention.first < last && mention.last > at) {
        return None;
    }
    let described = found.iter().find(|mention| mention.first > last && mention.first <= last + 3)?;
    let opens = (last + 1..described.first).all(|at| {
        list.get(at)
            .is_some_and(|word| words::is_determiner(word) || words::is_title(word) || word.is("of"))
    });
    let titled = (last + 1..described.first).any(|at| list.get(at).is_some_and(words::is_title))
        || (described.last..described.last + 3).any(|at| list.get(at).is_some_and(words::is_name_title));
    let country = described
        .parties
        .first()
        .filter(|_| opens && titled && described.standing != Standing::Place)?
        .country
        .clone();
    let written = text.get(list.get(at)?.start..list.get(last - 1)?.end)?;
    Some(name(vec![Party::new_person(written, country)], at, last))
}

/// "the president", "the foreign minister" without a country: who was named last with such a post, as far as the table knows.
fn by_title(list: &[Word], at: usize, context: &Context<'_>) -> Option<Mention> {
    if !list.get(at)?.is("the") {
        return None;
    }
    let last = (at + 1..at + 4)
        .find(|next| !list.get(*next).is_some_and(|word| !word.capital && words::is_title(word)))
        .unwrap_or(at + 4);
    let title = list.get(last.checked_sub(1)?)?;
    let goes_on = list
        .get(last)
        .is_some_and(|word| word.is("of") || word.is("for") || word.is("'s") || word.capital || word.is("-"));
    if last < at + 2 || goes_on || !words::is_name_title(title) {
        return None;
    }
    let heads = last == at + 2
        && !matches!(
            title.lower.as_str(),
            "minister" | "secretary" | "ambassador" | "envoy" | "spokesman" | "spokeswoman" | "spokesperson" | "general"
        )
        || list.get(at + 1).is_some_and(|word| word.is("prime"));
    let person = context
        .persons
        .iter()
        .rev()
        .find(|party| party.country.is_some() && context.gazetteer.is_head(&party.key) == heads)?;
    Some(name(vec![person.clone()], at, last))
}
