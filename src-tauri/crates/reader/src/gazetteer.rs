//! Names the reader knows, and what they mean: countries, peoples, seats of government, organisations, persons, posts.

mod build;
mod names;
mod variants;

pub use build::{GazetteerBuilder, GazetteerError};

use chrono::NaiveDate;
use names::NameIndex;
use std::collections::{HashMap, HashSet};

/// What an actor is, as far as reading needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActorKind {
    Country,
    Organisation,
    Company,
    Person,
}

/// An actor with all its names. `key` comes back unchanged in the drafts.
#[derive(Clone, Debug)]
pub struct ActorRow {
    pub key: String,
    pub kind: ActorKind,
    pub name: String,
    /// Other names, in any language and script.
    pub names: Vec<String>,
    /// The part of a person's name that stands alone after the first mention.
    pub family: Option<String>,
    pub given: Option<String>,
    /// Country (alpha-3) the actor is, belongs to or acts for.
    pub country: Option<String>,
}

/// What belongs to a country besides its names.
#[derive(Clone, Debug, Default)]
pub struct CountryWords {
    pub code: String,
    /// Demonyms and adjectives, singular.
    pub peoples: Vec<String>,
    /// The seat of government first, then its other names and cities that stand for the government.
    pub capitals: Vec<String>,
}

/// A post: `body` is a country code or the key of an organisation.
#[derive(Clone, Debug)]
pub struct PostRow {
    pub id: String,
    pub body: String,
    pub names: Vec<String>,
    pub head: bool,
}

/// Who held a post; days without bound are open.
#[derive(Clone, Debug)]
pub struct TenureRow {
    pub post: String,
    pub person: String,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    /// The last day of which the row tells; `None` where it is true until it is changed. After it, that the post is still held is assumed.
    pub told_until: Option<NaiveDate>,
}

/// Who holds a post on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Holder {
    pub person: u32,
    /// Whether the table ends before that day.
    pub assumed: bool,
}

/// How a name points at its actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Name,
    People,
    Capital,
    /// A city that is no seat of government: a place, and its country only in the second line.
    City,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Meaning {
    pub actor: u32,
    pub form: Form,
}

/// The names, ready to be searched for.
#[derive(Debug)]
pub struct Gazetteer {
    pub(crate) actors: Vec<ActorRow>,
    names: NameIndex,
    by_key: HashMap<String, u32>,
    families: HashMap<String, Vec<u32>>,
    countries: HashMap<String, u32>,
    posts: Vec<PostRow>,
    tenures: HashMap<u32, Vec<TenureRow>>,
    holders: HashMap<String, Vec<(u32, TenureRow)>>,
    heads: HashSet<String>,
    givens: HashSet<String>,
}

/// A name found in a text, in bytes.
#[derive(Clone, Debug)]
pub(crate) struct Hit<'a> {
    pub start: usize,
    pub end: usize,
    pub meanings: &'a [Meaning],
}

impl Gazetteer {
    pub fn builder() -> GazetteerBuilder {
        GazetteerBuilder::default()
    }

    pub(crate) fn actor(&self, index: u32) -> Option<&ActorRow> {
        self.actors.get(index as usize)
    }

    /// The actor of a key.
    pub(crate) fn by_key(&self, key: &str) -> Option<&ActorRow> {
        self.actor(*self.by_key.get(key)?)
    }

    /// The position of an actor by its key.
    pub(crate) fn index(&self, key: &str) -> Option<u32> {
        self.by_key.get(key).copied()
    }

    pub(crate) fn country(&self, code: &str) -> Option<u32> {
        self.countries.get(code).copied()
    }

    /// The names in a text, leftmost and longest; in scripts with spaces only whole words.
    pub(crate) fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Hit<'a>> {
        let mut at = 0;
        std::iter::from_fn(move || {
            let (start, end, meanings) = self.names.next(text, at)?;
            at = end;
            Some(Hit { start, end, meanings })
        })
    }

    /// Persons with this family name.
    pub(crate) fn family(&self, name: &str) -> &[u32] {
        self.families.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether a person held any post on the day.
    pub(crate) fn in_office(&self, person: u32, day: NaiveDate) -> bool {
        self.tenures
            .get(&person)
            .is_some_and(|rows| rows.iter().any(|row| held_on(row, day)))
    }

    pub(crate) fn ever_in_office(&self, person: u32) -> bool {
        self.tenures.contains_key(&person)
    }

    /// Whether a person ever led a state or government.
    pub(crate) fn is_head(&self, key: &str) -> bool {
        self.heads.contains(key)
    }

    /// The organisation a person serves on the day, where it is no country.
    pub(crate) fn body_served(&self, person: u32, day: NaiveDate) -> Option<u32> {
        let rows = self.tenures.get(&person)?;
        let bodies = || {
            let held = rows.iter().filter(move |row| held_on(row, day));
            held.filter_map(|row| self.posts.iter().find(|post| post.id == row.post))
                .map(|post| post.body.as_str())
        };
        if bodies().any(|body| self.countries.contains_key(body)) {
            return None;
        }
        bodies().find_map(|body| {
            let known = self
                .by_key
                .get(body)
                .or_else(|| self.by_key.get(format!("organisation:{body}").as_str()));
            known.copied()
        })
    }

    /// Whether somebody bears this given name.
    pub(crate) fn is_given(&self, name: &str) -> bool {
        self.givens.contains(name)
    }

    /// Who held a post of a body on the day; `wanted` is the lower-case name of the post.
    pub(crate) fn holder(&self, body: &str, wanted: &str, day: NaiveDate) -> Option<Holder> {
        let named = |post: &&PostRow| {
            post.body == body
                && post
                    .names
                    .iter()
                    .any(|name| name.to_lowercase() == wanted || (post.head && wanted == "leader"))
        };
        self.posts.iter().filter(named).find_map(|post| {
            let rows = self.holders.get(&post.id)?;
            let (person, row) = rows.iter().rev().find(|(_, row)| held_on(row, day))?;
            Some(Holder {
                person: *person,
                assumed: row.told_until.is_some_and(|until| until < day),
            })
        })
    }
}

fn held_on(row: &TenureRow, day: NaiveDate) -> bool {
    row.from.is_none_or(|from| from <= day) && row.to.is_none_or(|to| day <= to)
}

/// Scripts written without spaces, or with particles joined to the word, have no word ends to check.
fn is_joined(character: char) -> bool {
    matches!(character, '\u{1100}'..='\u{11FF}' | '\u{3040}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}')
}

fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let (Some(before), Some(inside), Some(after)) = (text.get(..start), text.get(start..end), text.get(end..)) else {
        return false;
    };
    let (first, last) = (inside.chars().next(), inside.chars().next_back());
    let meets = |outer: Option<char>, inner: Option<char>| {
        let (Some(outer), Some(inner)) = (outer, inner) else { return false };
        outer.is_alphanumeric() && inner.is_alphanumeric() && !is_joined(inner) && !is_joined(outer)
    };
    !meets(before.chars().next_back(), first) && !meets(after.chars().next(), last)
}
