//! Names that belong together: "the South Korean President, Lee Jae Myung", "Angela Merkel, the Chancellor of Germany".

use super::{Mention, Standing};
use crate::{
    context::{Context, Party},
    text::Word,
    words,
};

pub(super) fn merge(text: &str, list: &[Word], found: &mut Vec<Mention>, context: &mut Context<'_>) {
    brackets(list, found);
    join(found, |left, right| title_and_name(list, left, right));
    join(found, |left, right| {
        person_of_country(list, left, right).or_else(|| body_of_people(list, left, right))
    });
    for mention in found.iter_mut() {
        post_of_country(list, mention, context);
    }
    join(found, |left, right| apposition(list, left, right));
    for mention in found.iter_mut() {
        institution_in(list, mention);
    }
    for mention in found.iter_mut() {
        groups(text, list, mention);
    }
}

/// The longest gloss in brackets that is passed over, in words.
const LONGEST_GLOSS: usize = 5;

/// "the Democratic Republic of Congo (DRC)", "Vietnam (Việt Nam)": the name and its gloss are one mention.
fn brackets(list: &[Word], found: &mut Vec<Mention>) {
    let mut at = 0;
    while let Some(mention) = found.get(at) {
        let open = mention.last;
        let close = (open + 1..list.len().min(open + LONGEST_GLOSS + 2)).find(|at| list.get(*at).is_some_and(|word| word.is(")")));
        let gloss = close.filter(|_| list.get(open).is_some_and(|word| word.is("(")) && mention.standing != Standing::People);
        if let Some(close) = gloss {
            let inside: Vec<&Mention> = found.iter().filter(|other| other.first > open && other.last <= close).collect();
            if inside.iter().all(|other| other.side() == mention.side()) {
                let count = inside.len();
                found.drain(at + 1..at + 1 + count);
                if let Some(mention) = found.get_mut(at) {
                    mention.last = close + 1;
                }
            }
        }
        at += 1;
    }
}

/// Replaces neighbours by what the function makes of them.
fn join(found: &mut Vec<Mention>, both: impl Fn(&Mention, &Mention) -> Option<Mention>) {
    let mut joined: Vec<Mention> = Vec::with_capacity(found.len());
    for mention in found.drain(..) {
        match joined.last().and_then(|left| both(left, &mention)) {
            Some(one) => {
                joined.pop();
                joined.push(one);
            }
            None => joined.push(mention),
        }
    }
    *found = joined;
}

/// A country or people, then a title, then a person: one mention of the person.
fn title_and_name(list: &[Word], left: &Mention, right: &Mention) -> Option<Mention> {
    let party = right.parties.first().filter(|party| party.is_person && right.parties.len() == 1)?;
    if left.standing == Standing::Place || left.parties.first().is_some_and(|party| party.is_person) {
        return None;
    }
    let gap = list.get(left.last..right.first)?;
    let titled = gap.iter().any(words::is_title);
    let fits = |word: &Word| {
        words::is_title(word)
            || word.is("'s")
            || word.is(",")
            || word.is("new")
            || word.is("and")
            || word.is("-")
            || word.is("former")
            || word.is("'")
            || (word.is("for") || word.is("of"))
            || word.capital
    };
    if gap.first().is_some_and(|word| word.is(",")) || gap.len() > 6 || !gap.iter().all(fits) || !(titled || gap.is_empty()) {
        return None;
    }
    let last_is_title = gap
        .iter()
        .rev()
        .find(|word| !word.is_mark())
        .is_none_or(|word| words::is_name_title(word) || words::is_title(word));
    if !last_is_title {
        return None;
    }
    // Who speaks for an organisation does not act for a country.
    let of_body = left
        .parties
        .first()
        .is_some_and(|body| body.key.starts_with("organisation:") && body.country.is_none());
    let country = party
        .country
        .clone()
        .filter(|_| !of_body)
        .or_else(|| left.parties.first().and_then(|side| side.country.clone()));
    Some(Mention {
        first: left.first,
        parties: vec![Party { country, ..party.clone() }],
        standing: Standing::Name,
        ..right.clone()
    })
}

/// "Muhammadu Buhari of Nigeria".
fn person_of_country(list: &[Word], left: &Mention, right: &Mention) -> Option<Mention> {
    let party = left.parties.first().filter(|party| party.is_person)?;
    let of = list
        .get(left.last..right.first)
        .is_some_and(|gap| gap.len() == 1 && gap.iter().all(|word| word.is("of")));
    let own = right
        .parties
        .iter()
        .all(|country| country.country == party.country || party.country.is_none());
    (of && own).then(|| Mention {
        last: right.last,
        parties: vec![Party {
            country: right.parties.first().and_then(|country| country.country.clone()),
            ..party.clone()
        }],
        ..left.clone()
    })
}

/// "the Libyan House of Representatives" is no body of another country.
fn body_of_people(list: &[Word], left: &Mention, right: &Mention) -> Option<Mention> {
    let body = right
        .parties
        .first()
        .filter(|party| party.key.starts_with("organisation:") && party.country.is_some())?;
    let close = list.get(left.last..right.first).is_some_and(<[Word]>::is_empty) && left.standing == Standing::People;
    (close && left.parties.first().is_some_and(|people| people.country != body.country)).then(|| Mention {
        last: right.last,
        standing: Standing::Name,
        ..left.clone()
    })
}

/// "the president of Armenia", "the Chinese foreign minister": the holder on the day where known.
fn post_of_country(list: &[Word], mention: &mut Mention, context: &mut Context<'_>) {
    // "a Chinese leader", "a former French president" is not the one in office.
    let before = mention.first.checked_sub(1).and_then(|at| list.get(at));
    let any = before.is_some_and(words::is_any_holder);
    let past = list.get(mention.last).is_some_and(|word| word.is("former") || word.is("ex-"));
    if any || past || mention.parties.len() != 1 || mention.parties.iter().any(|party| party.is_person) {
        return;
    }
    let of = mention
        .first
        .checked_sub(1)
        .and_then(|at| list.get(at))
        .is_some_and(|word| word.is("of"));
    if of && mention.standing != Standing::Place {
        let mut first = mention.first - 1;
        while first > 0 && list.get(first - 1).is_some_and(words::is_title) {
            first -= 1;
        }
        if first < mention.first - 1 {
            let post = phrase(list, first, mention.first - 1);
            mention.first = first;
            hold(mention, &post, context);
        }
        return;
    }
    let mut last = mention.last;
    while list.get(last).is_some_and(|word| word.is("'s") || words::is_title(word)) {
        last += 1;
    }
    let first = mention.last + usize::from(list.get(mention.last).is_some_and(|word| word.is("'s")));
    if last > first && list.get(last - 1).is_some_and(words::is_name_title) {
        let post = phrase(list, first, last);
        mention.last = last;
        mention.standing = Standing::Name;
        hold(mention, &post, context);
    }
}

/// "Lawmakers in Seoul", "officials in Amman": they stand for the country whose seat of government it is.
fn institution_in(list: &[Word], mention: &mut Mention) {
    let Some(noun) = mention.first.checked_sub(2) else { return };
    let stands = mention.standing == Standing::Place
        && list.get(noun + 1).is_some_and(|word| word.is("in"))
        && list.get(noun).is_some_and(words::is_institution);
    if stands {
        let ministry = noun
            .checked_sub(1)
            .filter(|_| list.get(noun).is_some_and(|word| word.is("ministry")));
        mention.first = ministry
            .filter(|before| list.get(*before).is_some_and(words::is_title))
            .unwrap_or(noun);
        mention.standing = Standing::People;
        mention.place = None;
    }
}

fn phrase(list: &[Word], first: usize, last: usize) -> String {
    list.get(first..last)
        .unwrap_or_default()
        .iter()
        .map(|word| word.lower.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

fn hold(mention: &mut Mention, post: &str, context: &mut Context<'_>) {
    let Some((day, code)) = context
        .published
        .zip(mention.parties.first().and_then(|party| party.country.clone()))
    else {
        return;
    };
    let Some(holder) = context.gazetteer.holder(&code, post, day) else {
        return;
    };
    let Some(row) = context.gazetteer.actor(holder.person) else {
        return;
    };
    let named = context.persons.iter().any(|person| person.key == row.key) && !context.assumed.contains(&row.key);
    if holder.assumed && !named {
        context.assumed.insert(row.key.clone());
    }
    mention.parties = vec![Party::of(row)];
}

/// A person, a comma, a description with a title and a country, a comma: one mention.
fn apposition(list: &[Word], left: &Mention, right: &Mention) -> Option<Mention> {
    let party = left.parties.first().filter(|party| party.is_person && left.parties.len() == 1)?;
    let gap = list.get(left.last..right.first)?;
    let opens = gap.first().is_some_and(|word| word.is(","));
    let described = gap
        .iter()
        .skip(1)
        .all(|word| words::is_title(word) || words::is_determiner(word) || word.is("of"));
    let same = right
        .parties
        .iter()
        .all(|other| other.country == party.country || party.country.is_none())
        && right.standing != Standing::Place;
    if !(opens && described && same && gap.len() <= 8) {
        return None;
    }
    let mut last = right.last;
    while list.get(last).is_some_and(words::is_title) {
        last += 1;
    }
    let titled = gap.iter().any(words::is_title) || last > right.last || right.parties.iter().any(|other| other.is_person);
    (titled && list.get(last).is_some_and(|word| word.is(","))).then(|| Mention {
        last: last + 1,
        possessive: false,
        ..left.clone()
    })
}

/// "Israeli soldiers", "Palestinian security forces": the mention takes in what the people's word describes.
fn groups(text: &str, list: &[Word], mention: &mut Mention) {
    if mention.standing != Standing::People || list.get(mention.last).is_some_and(Word::is_mark) {
        return;
    }
    let named = list.get(mention.last).filter(|word| words::is_rebels(word));
    if let (Some(word), Some(country)) = (named, mention.parties.first().map(|party| party.country.clone())) {
        let written = list
            .get(mention.first)
            .and_then(|first| text.get(first.start..word.end))
            .unwrap_or_default();
        mention.parties = vec![Party::new_group(written, country)];
        mention.last += 1;
    }
}
