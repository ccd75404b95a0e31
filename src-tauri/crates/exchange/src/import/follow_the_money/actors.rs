use domain::{
    actor::ActorKind,
    event::Role,
    incoming::{CodeList, Coded, Party, Problem, Thing},
};
use serde_json::Value;
use std::collections::HashMap;

use super::Entity;
use crate::import::{Out, Stopped, names};

/// Whom and which posts other lines point at, by their ids.
pub(super) struct Known {
    parties: HashMap<String, Party>,
    posts: HashMap<String, Post>,
}

pub(super) struct Post {
    pub name: String,
    pub country: Option<Coded>,
    pub organisation: String,
}

impl Known {
    pub fn of(values: impl Iterator<Item = Value>) -> Self {
        let mut known = Self {
            parties: HashMap::new(),
            posts: HashMap::new(),
        };
        for value in values {
            known.add(&Entity::of(0, &value));
        }
        known
    }

    fn add(&mut self, entity: &Entity<'_>) {
        if entity.schema == "Position" {
            let post = Post {
                name: label(entity).unwrap_or_default().to_owned(),
                country: country(entity, &["country", "subnationalArea"]),
                organisation: entity.first("organization").to_owned(),
            };
            self.posts.insert(entity.id.to_owned(), post);
        } else if let Some(party) = party(entity) {
            self.parties.insert(entity.id.to_owned(), party);
        }
    }

    pub fn party(&self, id: &str) -> Option<&Party> {
        self.parties.get(id)
    }

    pub fn post(&self, id: &str) -> Option<&Post> {
        self.posts.get(id)
    }

    /// Everybody that a property points at, in a role. What leads nowhere is reported.
    pub fn all(&self, entity: &Entity<'_>, property: &str, role: Role, out: &mut Out<'_>) -> Result<Vec<Party>, Stopped> {
        let mut found = Vec::new();
        for id in entity.all(property) {
            match self.party(id) {
                Some(party) => found.push(Party { role, ..party.clone() }),
                None => out.fault(entity.row, property, id, Problem::PointsNowhere)?,
            }
        }
        Ok(found)
    }
}

pub(super) fn actor(entity: &Entity<'_>, out: &mut Out<'_>) -> Result<(), Stopped> {
    let Some(party) = party(entity) else {
        return out.fault(entity.row, "name", entity.id, Problem::NoTitle);
    };
    let name = party.name.clone();
    out.put(entity.row, entity.own_id(), Thing::Actor(party))?;
    let said = entity.said(&[
        ("description", ""),
        ("summary", ""),
        ("notes", ""),
        ("position", "Position"),
        ("birthDate", "Born"),
        ("birthPlace", "Born in"),
        ("deathDate", "Died"),
        ("incorporationDate", "Founded"),
        ("dissolutionDate", "Dissolved"),
        ("topics", "Topics"),
    ]);
    out.note_about(entity.row, entity.id, &name, said)
}

fn party(entity: &Entity<'_>) -> Option<Party> {
    let kind = match entity.schema {
        "Person" => Some(ActorKind::Person),
        "Company" => Some(ActorKind::Company),
        "Organization" | "PublicBody" => Some(ActorKind::Organisation),
        "LegalEntity" => None,
        _ => return None,
    };
    let mut party = Party::named(label(entity)?, Role::Party)?;
    let others = ["name", "alias", "previousName", "abbreviation"];
    names::add(&mut party, others.iter().flat_map(|property| entity.all(property)));
    party.kind = kind;
    party.id = entity.own_id();
    party.country = country(entity, &["nationality", "citizenship", "jurisdiction", "country"]);
    Some(party)
}

/// The caption or, where it is in another script, a Latin name; where there is none, the caption as it is.
fn label<'a>(entity: &Entity<'a>) -> Option<&'a str> {
    let names = entity.all("name");
    let captions = [entity.caption].into_iter().filter(|caption| !caption.is_empty());
    let all: Vec<&str> = captions.chain(names).collect();
    all.iter().find(|name| is_latin(name)).or(all.first()).copied()
}

fn is_latin(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic());
    let (latin, other): (Vec<char>, Vec<char>) = letters.partition(|&c| c < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&c));
    latin.len() > other.len()
}

/// The first property that names one country. Where it names several, which of them somebody acts for is not said.
fn country(entity: &Entity<'_>, properties: &[&str]) -> Option<Coded> {
    properties.iter().find_map(|property| match entity.all(property).as_slice() {
        [code] => coded(code),
        _ => None,
    })
}

pub(super) fn coded(code: &str) -> Option<Coded> {
    Coded::new(CodeList::Alpha2, &code.to_uppercase())
}
