//! From names to actors, places and topics: those of the record, those that are shipped, or new ones.

use domain::{
    Invalid, Item, ItemKind, Language,
    actor::{Actor, ActorKind},
    id::{ActorId, PlaceId, TopicId},
    place::{Coordinates, Place},
    text::Title,
    topic::Topic,
};
use std::collections::HashMap;
use store::{Read as _, Reference};

use super::{Sketch, sketch::Member};
use crate::{EngineError, ShippedKey, Workspace, fresh_id, index::Index};

/// Whom and what the drafts of one reading point at. The same name is the same actor in all of them.
pub(super) struct Cast<'a> {
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

impl<'a> Cast<'a> {
    pub fn of(workspace: &Workspace, index: &'a Index) -> Result<Self, EngineError> {
        let mut cast = Self {
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
                    cast.places.entry((folded(name), place.country)).or_insert(place.id);
                }
            }
        }
        for item in workspace.store().list(ItemKind::Topic)? {
            if let Item::Topic(topic) = item {
                cast.topics.entry(folded(&topic.name)).or_insert(topic.id);
            }
        }
        Ok(cast)
    }

    /// What an item needs beyond the record: new actors, places and topics, and the keys of shipped actors.
    pub fn with<T>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, Invalid>) -> Result<(T, Vec<Item>, Vec<Title>), Invalid> {
        self.brings.clear();
        self.shipped.clear();
        let made = work(self)?;
        Ok((made, std::mem::take(&mut self.brings), std::mem::take(&mut self.shipped)))
    }

    pub fn actor(&mut self, member: &Member) -> Result<ActorId, Invalid> {
        match member.key.split_once(':') {
            Some(("actor", id)) => {
                let id: ActorId = id.parse()?;
                match self.index.actors.get(id) {
                    Some(_) => Ok(id),
                    None => Err(Invalid::new("participants", format!("{} is no longer in the record", member.name)).hint("choose again")),
                }
            }
            Some(("new", name)) => self.new_actor(name, member.country.as_deref()),
            _ => self.shipped(&member.key),
        }
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

    fn new_actor(&mut self, name: &str, country: Option<&str>) -> Result<ActorId, Invalid> {
        let acts_for = match country {
            Some(code) => Some(self.shipped(&format!("country:{code}"))?),
            None => None,
        };
        let name = Title::new(name).map_err(|error| error.within("participants"))?;
        let item = self.fresh.entry(format!("actor {}", folded(&name))).or_insert_with(|| {
            Item::Actor(Actor {
                id: ActorId(fresh_id()),
                kind: ActorKind::Person,
                name,
                other_names: Vec::new(),
                code: None,
                acts_for,
            })
        });
        let id = ActorId(item.id());
        if !self.brings.contains(item) {
            self.brings.push(item.clone());
        }
        Ok(id)
    }

    pub fn place(&mut self, name: &Title, country: Option<&str>) -> Result<PlaceId, Invalid> {
        let key = folded(name);
        let capital = self.reference.countries.iter().find(|row| {
            let mut names = row.capital.iter().chain(&row.capital_aliases);
            row.still_exists() && country.is_none_or(|code| code == row.code.as_str()) && names.any(|capital| folds_to(capital, &key))
        });
        let code = country.or(capital.map(|row| row.code.as_str()));
        let known = self.places.iter().find(|((named, within), _)| {
            let of = |country: ActorId| self.index.actors.get(country).and_then(Actor::country_code);
            *named == key && (code.is_none() || within.is_none() || within.and_then(of) == code)
        });
        if let Some((_, &id)) = known {
            return Ok(id);
        }
        let country = match code {
            Some(code) => Some(self.shipped(&format!("country:{code}"))?),
            None => None,
        };
        let coordinates = capital.and_then(|row| Coordinates::new(row.latitude?, row.longitude?).ok());
        let item = self
            .fresh
            .entry(format!("place {key} {}", code.unwrap_or_default()))
            .or_insert_with(|| {
                Item::Place(Place {
                    id: PlaceId(fresh_id()),
                    name: name.clone(),
                    other_names: Vec::new(),
                    country,
                    coordinates,
                })
            });
        let id = PlaceId(item.id());
        if !self.brings.contains(item) {
            self.brings.push(item.clone());
        }
        Ok(id)
    }

    /// A topic by its name, or by its id in the shipped list.
    pub fn topic(&mut self, name: &Title) -> Result<TopicId, Invalid> {
        let name = match self.reference.topic(name.as_str()) {
            Some(row) => &Title::new(row.label.in_language(self.language))?,
            None => name,
        };
        let key = folded(name);
        if let Some(&id) = self.topics.get(&key) {
            return Ok(id);
        }
        let item = self.fresh.entry(format!("topic {key}")).or_insert_with(|| {
            Item::Topic(Topic {
                id: TopicId(fresh_id()),
                name: name.clone(),
                parent: None,
            })
        });
        let id = TopicId(item.id());
        if !self.brings.contains(item) {
            self.brings.push(item.clone());
        }
        Ok(id)
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

fn folded(name: &Title) -> String {
    name.as_str().to_lowercase()
}

fn folds_to(name: &str, key: &str) -> bool {
    name.to_lowercase() == key
}

impl Sketch {
    /// The item with what it needs beyond the record.
    pub(super) fn cast(
        &self,
        id: uuid::Uuid,
        told: &super::sketch::Told,
        cast: &mut Cast<'_>,
    ) -> Result<(Item, Vec<Item>, Vec<Title>), Invalid> {
        cast.with(|cast| self.item(id, told, cast))
    }
}
