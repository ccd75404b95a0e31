//! From names to actors, places and topics: those of the record, those that are shipped, or new ones.

use domain::{
    Invalid, Item, ItemKind, Language,
    actor::{Actor, ActorKind},
    id::{ActorId, PlaceId, TopicId},
    named::{NamedItem, NamedParticipant, NamedPlace, Reported, Resolve},
    place::{Coordinates, Place},
    text::Title,
    topic::Topic,
};
use std::collections::HashMap;
use store::{Read as _, Reference, reference::Country};
use uuid::Uuid;

use crate::{EngineError, ShippedKey, Workspace, fresh_id, index::Index};

/// An item of the record, the new actors, places and topics that come with it, and the keys of shipped actors that do.
pub(super) struct Resolved {
    pub item: Item,
    pub brings: Vec<Item>,
    pub shipped: Vec<Title>,
}

/// Whom and what the drafts of one reading point at. The same name is the same actor in all of them.
pub(super) struct Resolver<'a> {
    reference: &'static Reference,
    index: &'a Index,
    /// Topics of the shipped list are named in it.
    language: Language,
    places: HashMap<(String, Option<ActorId>), PlaceId>,
    topics: HashMap<String, TopicId>,
    /// New ones by what they are called, in every draft so far.
    fresh: HashMap<String, Item>,
    /// What the draft in hand needs.
    brings: Vec<Item>,
    shipped: Vec<Title>,
}

impl<'a> Resolver<'a> {
    pub fn of(workspace: &Workspace, index: &'a Index) -> Result<Self, EngineError> {
        let mut resolver = Self {
            reference: workspace.reference(),
            index,
            language: workspace.settings()?.language,
            places: HashMap::new(),
            topics: HashMap::new(),
            fresh: HashMap::new(),
            brings: Vec::new(),
            shipped: Vec::new(),
        };
        for item in workspace.store().list(ItemKind::Place)? {
            if let Item::Place(place) = item {
                let names = std::iter::once(&place.name).chain(place.other_names.iter().map(|name| &name.text));
                for name in names {
                    resolver.places.entry((folded(name), place.country)).or_insert(place.id);
                }
            }
        }
        for item in workspace.store().list(ItemKind::Topic)? {
            if let Item::Topic(topic) = item {
                resolver.topics.entry(folded(&topic.name)).or_insert(topic.id);
            }
        }
        Ok(resolver)
    }

    /// The item that is named, with what it needs beyond the record.
    pub fn resolved(&mut self, item: &NamedItem, id: Uuid, reported: &Reported, before: Option<&Item>) -> Result<Resolved, Invalid> {
        self.brings.clear();
        self.shipped.clear();
        Ok(Resolved {
            item: item.resolved(id, reported, self, before)?,
            brings: std::mem::take(&mut self.brings),
            shipped: std::mem::take(&mut self.shipped),
        })
    }

    /// The new item of this key in any draft so far, made where there is none.
    fn fresh(&mut self, key: String, make: impl FnOnce(Uuid) -> Item) -> Uuid {
        let item = self.fresh.entry(key).or_insert_with(|| make(fresh_id()));
        if !self.brings.contains(item) {
            self.brings.push(item.clone());
        }
        item.id()
    }

    fn shipped(&mut self, key: &str) -> Result<ActorId, Invalid> {
        let known: ShippedKey = key.parse().map_err(|error: Invalid| error.within("participants"))?;
        if let ShippedKey::Country(code) = &known
            && let Some(country) = self.index.actors.country(code)
        {
            return Ok(country.id);
        }
        if known.name(self.reference).is_err() {
            return Err(Invalid::new("participants", format!("{key} is not among what is shipped")).hint("choose again"));
        }
        let title = Title::new(key)?;
        if !self.shipped.contains(&title) {
            self.shipped.push(title);
        }
        Ok(known.id())
    }

    fn new_actor(&mut self, name: &str, who: &NamedParticipant) -> Result<ActorId, Invalid> {
        let acts_for = who.country.as_deref().map(|code| self.country(code)).transpose()?;
        let name = Title::new(name).map_err(|error| error.within("participants"))?;
        let actor = |id| {
            Item::Actor(Actor {
                id: ActorId(id),
                kind: who.kind.unwrap_or(ActorKind::Person),
                name: name.clone(),
                other_names: Vec::new(),
                code: None,
                acts_for,
            })
        };
        Ok(ActorId(self.fresh(format!("actor {}", folded(&name)), actor)))
    }

    fn country(&mut self, code: &str) -> Result<ActorId, Invalid> {
        self.shipped(&format!("country:{code}"))
    }

    /// The country whose seat of government is called so.
    fn seat_of(&self, key: &str, country: Option<&str>) -> Option<&'static Country> {
        self.reference.countries.iter().find(|row| {
            let mut names = row.capital.iter().chain(&row.capital_aliases);
            row.still_exists() && country.is_none_or(|code| code == row.code.as_str()) && names.any(|capital| capital.to_lowercase() == key)
        })
    }

    /// Takes what an earlier wording of a draft would have brought for what the names in it mean.
    pub fn remember(&mut self, brings: &[Item]) {
        for item in brings {
            let key = match item {
                Item::Actor(actor) => format!("actor {}", folded(&actor.name)),
                Item::Topic(topic) => format!("topic {}", folded(&topic.name)),
                Item::Place(place) => {
                    let code = place
                        .country
                        .and_then(|country| self.index.actors.get(country))
                        .and_then(Actor::country_code);
                    format!("place {} {}", folded(&place.name), code.unwrap_or_default())
                }
                _ => continue,
            };
            self.fresh.insert(key, item.clone());
        }
    }
}

impl Resolve for Resolver<'_> {
    fn actor(&mut self, who: &NamedParticipant) -> Result<ActorId, Invalid> {
        match who.key.split_once(':') {
            Some(("actor", id)) => {
                let id: ActorId = id.parse()?;
                match self.index.actors.get(id) {
                    Some(_) => Ok(id),
                    None => Err(Invalid::new("participants", format!("{} is no longer in the record", who.name)).hint("choose again")),
                }
            }
            Some(("new", name)) => self.new_actor(name, who),
            _ => self.shipped(&who.key),
        }
    }

    fn place(&mut self, place: &NamedPlace) -> Result<PlaceId, Invalid> {
        let name = Title::new(&place.name).map_err(|error| error.within("place"))?;
        let key = folded(&name);
        let seat = self.seat_of(&key, place.country.as_deref());
        let code = place.country.as_deref().or(seat.map(|row| row.code.as_str()));
        let known = self.places.iter().find(|((named, within), _)| {
            let of = |country: ActorId| self.index.actors.get(country).and_then(Actor::country_code);
            *named == key && (code.is_none() || within.is_none() || within.and_then(of) == code)
        });
        if let Some((_, &id)) = known {
            return Ok(id);
        }
        let country = code.map(|code| self.country(code)).transpose()?;
        let made = |id| {
            Item::Place(Place {
                id: PlaceId(id),
                name: name.clone(),
                other_names: Vec::new(),
                country,
                coordinates: seat.and_then(|row| Coordinates::new(row.latitude?, row.longitude?).ok()),
            })
        };
        Ok(PlaceId(self.fresh(format!("place {key} {}", code.unwrap_or_default()), made)))
    }

    /// A topic by its name, or by its id in the shipped list.
    fn topic(&mut self, name: &str) -> Result<TopicId, Invalid> {
        let shipped = self.reference.topic(name).map(|row| row.label.in_language(self.language));
        let name = Title::new(shipped.unwrap_or(name)).map_err(|error| error.within("topics"))?;
        let key = folded(&name);
        if let Some(&id) = self.topics.get(&key) {
            return Ok(id);
        }
        let topic = |id| {
            Item::Topic(Topic {
                id: TopicId(id),
                name: name.clone(),
                parent: None,
            })
        };
        Ok(TopicId(self.fresh(format!("topic {key}"), topic)))
    }
}

fn folded(name: &Title) -> String {
    name.as_str().to_lowercase()
}
