//! What a text has told so far: who was named, who was last spoken of.

use crate::{
    drafts::Told,
    gazetteer::{ActorKind, ActorRow, Gazetteer},
};
use chrono::NaiveDate;
use domain::{
    event::{Role, When},
    named::NamedParticipant,
};
use std::collections::{BTreeMap, HashMap, HashSet};

/// How many persons and countries lately named are kept in mind.
const REMEMBERED: usize = 64;

/// Someone a mention stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Party {
    pub key: String,
    pub name: String,
    pub country: Option<String>,
    pub is_person: bool,
}

impl Party {
    pub fn of(row: &ActorRow) -> Self {
        Self {
            key: row.key.clone(),
            name: row.name.clone(),
            country: row.country.clone(),
            is_person: row.kind == ActorKind::Person,
        }
    }

    /// Somebody that a draft names.
    pub fn named(one: &NamedParticipant) -> Self {
        Self {
            key: one.key.clone(),
            name: one.name.clone(),
            country: one.country.clone(),
            is_person: one.key.starts_with("person:"),
        }
    }

    pub fn new_person(name: &str, country: Option<String>) -> Self {
        Self {
            key: format!("new:{name}"),
            name: name.to_owned(),
            country,
            is_person: true,
        }
    }

    pub fn new_group(name: &str, country: Option<String>) -> Self {
        Self {
            key: format!("new:{name}"),
            name: name.to_owned(),
            country,
            is_person: false,
        }
    }

    pub fn with_role(&self, role: Role) -> NamedParticipant {
        NamedParticipant {
            key: self.key.clone(),
            name: self.name.clone(),
            kind: None,
            country: self.country.clone(),
            role,
        }
    }

    /// What the party counts as: its country, or itself.
    pub fn side(&self) -> &str {
        self.country.as_deref().unwrap_or(&self.key)
    }
}

/// Memory of one reading.
pub(crate) struct Context<'a> {
    pub gazetteer: &'a Gazetteer,
    pub published: Option<NaiveDate>,
    /// Persons named in full so far, by the name that stands alone.
    pub introduced: HashMap<String, Party>,
    /// The two sides last told of together.
    pub pair: Vec<Party>,
    /// Persons in the order they were last named.
    pub persons: Vec<Party>,
    /// Countries in the order they were last named.
    pub countries: Vec<Party>,
    /// Who did the last thing.
    pub subject: Vec<Party>,
    /// Persons introduced with their post, by the name that stands alone, in languages read by the words a sentence holds.
    pub learnt: BTreeMap<String, Party>,
    /// Who was last named by a name that begins with a letter; whether it is a person.
    pub by_letter: HashMap<(bool, char), Party>,
    /// Acronyms the text gives to actors that are not in the gazetteer.
    pub other_acronyms: HashSet<String>,
    /// The day last told of, and where in the text the paragraph still goes on.
    pub day: Option<(When, usize)>,
    /// What was told, the latest last.
    pub told: Vec<Told>,
    /// Persons the text calls by an office alone, where the table of offices ends before its day.
    pub assumed: HashSet<String>,
    /// Names of countries that are names of somebody or something else in this text: "Jordan" after "Jim Jordan".
    pub other_names: HashSet<String>,
}

impl<'a> Context<'a> {
    pub fn new(gazetteer: &'a Gazetteer, published: Option<NaiveDate>) -> Self {
        Self {
            gazetteer,
            published,
            introduced: HashMap::new(),
            pair: Vec::new(),
            persons: Vec::new(),
            countries: Vec::new(),
            subject: Vec::new(),
            day: None,
            told: Vec::new(),
            learnt: BTreeMap::new(),
            by_letter: HashMap::new(),
            assumed: HashSet::new(),
            other_names: HashSet::new(),
            other_acronyms: HashSet::new(),
        }
    }

    /// Remembers who was named.
    pub fn note(&mut self, party: &Party) {
        let list = if party.is_person { &mut self.persons } else { &mut self.countries };
        list.retain(|known| known.key != party.key);
        if list.len() == REMEMBERED {
            list.remove(0);
        }
        list.push(party.clone());
        if party.is_person {
            let alone = self.family_of(party);
            self.introduced.insert(alone, party.clone());
        }
    }

    fn family_of(&self, party: &Party) -> String {
        let family = self.gazetteer.by_key(&party.key).and_then(|row| row.family.clone());
        family.unwrap_or_else(|| party.name.rsplit(' ').next().unwrap_or_default().to_owned())
    }

    /// The organisation that a person speaks and acts for.
    pub fn body_of(&self, key: &str) -> Option<Party> {
        let person = self.gazetteer.index(key)?;
        let body = self.gazetteer.body_served(person, self.published?)?;
        self.gazetteer.actor(body).map(Party::of)
    }

    /// Who a name stands for: who serves an organisation acts for no country.
    pub fn party(&self, row: &ActorRow) -> Party {
        let party = Party::of(row);
        let serves = party.is_person && self.body_of(&party.key).is_some();
        Party {
            country: party.country.clone().filter(|_| !serves),
            ..party
        }
    }

    pub fn country(&self, code: &str) -> Option<Party> {
        self.gazetteer
            .country(code)
            .and_then(|index| self.gazetteer.actor(index))
            .map(Party::of)
    }

    /// "the two leaders", "both nations": the last two of different sides.
    pub fn last_two(&self, persons: bool) -> Vec<Party> {
        let paired: Vec<Party> = self.pair.iter().filter(|party| !persons || party.is_person).cloned().collect();
        if paired.len() == 2 {
            return paired;
        }
        let list = if persons { &self.persons } else { &self.countries };
        let mut two: Vec<Party> = Vec::new();
        for party in list.iter().rev().filter(|party| party.country.is_some()) {
            if two.iter().all(|known| known.side() != party.side()) {
                two.push(party.clone());
            }
            if two.len() == 2 {
                break;
            }
        }
        two.reverse();
        if two.len() == 2 { two } else { Vec::new() }
    }
}
