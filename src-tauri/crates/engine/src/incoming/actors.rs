//! Whom a file means: actors of the record, shipped ones, or new ones.

use domain::{
    Item, ItemKind, ItemRef, Moment,
    actor::{Actor, ActorKind},
    id::ActorId,
    incoming::{CodeList, Coded, Party, Problem},
    text::{OtherName, Title},
};
use std::collections::{HashMap, HashSet};
use store::{Read as _, reference::Entry};

use super::{Intake, folded};
use crate::{EngineError, ShippedKey, shipped::add_shipped};

/// Those who are known so far.
#[derive(Default)]
pub(super) struct Known {
    /// By name; `None` for a name that several bear.
    by_name: HashMap<String, Option<ActorId>>,
    names: HashMap<ActorId, String>,
    /// Those already looked up, by all that the file says of them.
    met: HashMap<(String, Option<Coded>, Option<Coded>), ActorId>,
    by_file_id: HashMap<String, ActorId>,
    /// Those whom the file calls by an id of its own: another id of the same name is somebody else.
    claimed: HashSet<ActorId>,
}

impl Known {
    pub fn learn(&mut self, actor: &Actor) {
        for name in std::iter::once(&actor.name).chain(actor.other_names.iter().map(|name| &name.text)) {
            let bearer = self.by_name.entry(folded(name.as_str())).or_insert(Some(actor.id));
            if *bearer != Some(actor.id) {
                *bearer = None;
            }
        }
        self.names.insert(actor.id, actor.name.to_string());
    }

    pub fn name(&self, actor: ActorId) -> &str {
        self.names.get(&actor).map_or("", String::as_str)
    }

    pub fn named(&self, name: &str) -> Option<ActorId> {
        self.by_name.get(&folded(name)).copied().flatten()
    }
}

impl Intake<'_, '_, '_> {
    /// The actor that is meant at a moment; a new one where nobody known is.
    pub(super) fn actor(&mut self, row: u64, party: &Party, at: Option<Moment>) -> Result<ActorId, EngineError> {
        if let Some(id) = party.id.as_ref().and_then(|id| self.actors.by_file_id.get(id)) {
            return Ok(*id);
        }
        // Who bears a number may change with time.
        let changes = |coded: &&Coded| matches!(coded.list, CodeList::CowNumber | CodeList::CowLetters | CodeList::Fips);
        let lasting = party.id.is_none() && party.code.iter().chain(&party.country).find(changes).is_none();
        let key = (folded(&party.name), party.code.clone(), party.country.clone());
        if lasting && let Some(id) = self.actors.met.get(&key) {
            return Ok(*id);
        }
        let id = self.look_up(row, party, at)?;
        if lasting {
            self.actors.met.insert(key, id);
        }
        if let Some(own) = &party.id {
            self.actors.by_file_id.insert(own.clone(), id);
            self.actors.claimed.insert(id);
        }
        Ok(id)
    }

    fn look_up(&mut self, row: u64, party: &Party, at: Option<Moment>) -> Result<ActorId, EngineError> {
        if let Some(code) = party.code.as_ref()
            && let Some(country) = self.country(code, at)?
        {
            return Ok(country);
        }
        if party.name.is_empty()
            && let Some(code) = &party.code
        {
            self.unknown_country(row, code);
        }
        if let Some(known) = self.actors.named(&party.name).filter(|known| !self.is_another(party, *known)) {
            return Ok(known);
        }
        if let Some(key) = self.shipped(party) {
            return self.bring(&key);
        }
        let acts_for = match &party.country {
            Some(coded) => self.acted_for(row, coded, at)?,
            None => None,
        };
        self.new_actor(party, acts_for)
    }

    /// Whether the file has said of the actor of that name that it is somebody else.
    fn is_another(&self, party: &Party, known: ActorId) -> bool {
        party.id.is_some() && self.actors.claimed.contains(&known)
    }

    fn acted_for(&mut self, row: u64, coded: &Coded, at: Option<Moment>) -> Result<Option<ActorId>, EngineError> {
        let country = self.country(coded, at)?;
        if country.is_none() && coded.list != CodeList::Cameo {
            self.unknown_country(row, coded);
        }
        Ok(country)
    }

    /// The country of a code as an actor of the record.
    pub(super) fn country(&mut self, coded: &Coded, at: Option<Moment>) -> Result<Option<ActorId>, EngineError> {
        let code = self.reference.country_coded(coded, at).map(|row| row.code.as_str().to_owned());
        code.map(|code| self.bring(&ShippedKey::Country(code))).transpose()
    }

    pub(super) fn unknown_country(&mut self, row: u64, coded: &Coded) {
        let said = format!("{} ({})", coded.code, coded.list);
        if self.unknown.insert(said.clone()) {
            self.fault(row, "", &said, Problem::CountryUnknown);
        }
    }

    /// The one shipped actor of that name; a person only of the country that the file says.
    fn shipped(&self, party: &Party) -> Option<ShippedKey> {
        let mut keys = self.reference.named(&party.name).into_iter().filter_map(|entry| match entry {
            Entry::Country(code) => Some(ShippedKey::Country(code.clone())),
            Entry::Organisation(id) => Some(ShippedKey::Organisation(id.clone())),
            Entry::Person(id) => {
                let country = party.country.as_ref().and_then(|coded| self.reference.country_coded(coded, None));
                let own = self.reference.person(id).and_then(|row| row.country.as_deref());
                let fits = country.is_none_or(|country| own == Some(country.code.as_str()));
                fits.then(|| ShippedKey::Person(id.clone()))
            }
            Entry::Office(_) => None,
        });
        let first = keys.next()?;
        keys.next().is_none().then_some(first)
    }

    /// Adds a shipped actor with what it needs.
    fn bring(&mut self, key: &ShippedKey) -> Result<ActorId, EngineError> {
        let id = key.id();
        if self.actors.names.contains_key(&id) {
            return Ok(id);
        }
        // A country entered by hand stands in for the shipped one.
        if let ShippedKey::Country(code) = key
            && let Some(own) = self.own_country(code)?
        {
            return Ok(own);
        }
        add_shipped(self.tx, self.reference, key)?;
        if let Some(Item::Actor(actor)) = self.tx.get(ItemRef::new(ItemKind::Actor, id))? {
            self.actors.learn(&actor);
        }
        Ok(id)
    }

    fn own_country(&self, code: &str) -> Result<Option<ActorId>, EngineError> {
        let name = self.reference.country(code).and_then(|row| self.actors.named(&row.name_en));
        let Some(id) = name else { return Ok(None) };
        let actor = self.tx.get(ItemRef::new(ItemKind::Actor, id))?;
        Ok(actor.and_then(|item| match item {
            Item::Actor(actor) => (actor.country_code() == Some(code)).then_some(actor.id),
            _ => None,
        }))
    }

    fn new_actor(&mut self, party: &Party, acts_for: Option<ActorId>) -> Result<ActorId, EngineError> {
        let named = if party.name.is_empty() {
            party
                .code
                .as_ref()
                .or(party.country.as_ref())
                .map_or("", |coded| coded.code.as_str())
        } else {
            &party.name
        };
        let country = acts_for.map(|country| self.actors.name(country).to_owned()).unwrap_or_default();
        // "Ministry" of two countries are two: the name says whose.
        let is_role = party.kind.is_none() && !country.is_empty() && !named.contains('(');
        let named = if is_role {
            format!("{named} ({country})")
        } else {
            named.to_owned()
        };
        let known = self.actors.named(&named);
        let another = known.is_some_and(|known| self.is_another(party, known));
        if let Some(known) = known.filter(|_| !another) {
            return Ok(known);
        }
        let id = match &party.id {
            Some(own) if another => self.id("actor", own),
            _ => Self::shared_id("actor", &folded(&named)),
        };
        let name = Title::of_words(&named).ok_or_else(|| domain::Invalid::new("name", "is blank"))?;
        let other_names = party.other_names.iter().filter_map(|name| Title::of_words(name));
        let actor = Actor {
            id: ActorId(id),
            kind: party.kind.filter(|kind| *kind != ActorKind::Country).unwrap_or(ActorKind::Group),
            other_names: other_names
                .filter(|other| *other != name)
                .map(|text| OtherName { text, language: None })
                .collect(),
            name,
            code: None,
            acts_for,
        };
        self.put(&Item::Actor(actor.clone()))?;
        self.actors.learn(&actor);
        Ok(actor.id)
    }

    /// An actor that the file lists as such.
    pub(super) fn actor_of_file(&mut self, row: u64, id: Option<&str>, party: &Party) -> Result<(), EngineError> {
        let party = Party {
            id: id.map(str::to_owned).or_else(|| party.id.clone()),
            kind: party.kind.or(Some(ActorKind::Group)),
            ..party.clone()
        };
        let actor = self.actor(row, &party, None)?;
        if let Some(id) = party.id {
            self.by_file_id.insert(id, ItemRef::new(ItemKind::Actor, actor));
        }
        Ok(())
    }

    /// What the record holds already, by its names.
    pub(super) fn learn(&mut self) -> Result<(), EngineError> {
        for item in self.tx.read().list(ItemKind::Actor)? {
            if let Item::Actor(actor) = item {
                self.actors.learn(&actor);
            }
        }
        for item in self.tx.read().list(ItemKind::Place)? {
            if let Item::Place(place) = item {
                self.places.insert((folded(place.name.as_str()), place.country), place.id);
            }
        }
        for item in self.tx.read().list(ItemKind::Topic)? {
            if let Item::Topic(topic) = item {
                self.topics.insert(folded(topic.name.as_str()), topic.id);
            }
        }
        for item in self.tx.read().list(ItemKind::Office)? {
            if let Item::Office(office) = item {
                let posts = std::iter::once(&office.post).chain(office.other_names.iter().map(|name| &name.text));
                self.offices
                    .extend(posts.map(|post| ((office.of, folded(post.as_str())), office.id)));
            }
        }
        Ok(())
    }
}
