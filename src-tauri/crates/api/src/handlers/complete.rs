use domain::{
    ItemKind, ItemRef, Moment,
    actor::{Actor, ActorKind},
    event::Role,
    id::ActorId,
};
use engine::{ShippedKey, store::reference::Entry};

use crate::{api::Api, view::Viewer, wire::*};

const MOST: usize = 200;

/// Something that a name names.
enum Found {
    Own(ItemRef),
    Shipped(ShippedKey),
}

impl Api {
    /// Names that begin with what was typed: first the dossier's own items, then what is shipped and not yet in it.
    pub fn complete(&self, request: CompleteRequest) -> Result<CompleteResponse, ApiError> {
        let limit = (request.limit as usize).min(MOST);
        self.view(request.language, None, |viewer| {
            let people = request.people_as_of.as_deref();
            let people = people.map(|day| viewer.as_of(Some(day))).transpose()?;
            let mut found = viewer.matches(&request, if people.is_some() { MOST } else { limit })?;
            if people.is_some() {
                found.sort_by_key(|found| viewer.place_after_people(found));
            }
            found.truncate(limit);
            let items = found.iter().filter_map(|found| viewer.completion(found, people).transpose());
            Ok(CompleteResponse {
                items: items.collect::<Result<_, _>>()?,
            })
        })
    }
}

impl Viewer<'_> {
    fn matches(&self, request: &CompleteRequest, limit: usize) -> Result<Vec<Found>, ApiError> {
        let CompleteRequest { prefix, kinds, .. } = request;
        if prefix.trim().is_empty() && request.people_as_of.is_some() {
            return Ok(self.by_name());
        }
        let own = self.record.complete(prefix, kinds, limit)?;
        let mut found: Vec<Found> = own.into_iter().map(|hit| Found::Own(hit.item)).collect();
        if request.reference && (kinds.is_empty() || kinds.contains(&ItemKind::Actor)) {
            found.extend(self.shipped(prefix, limit.saturating_sub(found.len())).map(Found::Shipped));
        }
        Ok(found)
    }

    /// Every actor of the dossier.
    fn by_name(&self) -> Vec<Found> {
        let mut actors: Vec<&Actor> = self.actors.iter().collect();
        actors.sort_by_cached_key(|actor| self.actor_name(actor.id));
        let references = actors.into_iter().map(|actor| ItemRef::new(ItemKind::Actor, actor.id));
        references.map(Found::Own).collect()
    }

    /// The dossier's own before the many that are shipped, and of both people before countries before others.
    fn place_after_people(&self, found: &Found) -> u8 {
        match found {
            Found::Own(item) => match self.actors.get(ActorId(item.id)).map(|actor| actor.kind) {
                Some(ActorKind::Person) => 0,
                Some(ActorKind::Country) => 1,
                _ => 2,
            },
            Found::Shipped(ShippedKey::Person(_)) => 3,
            Found::Shipped(ShippedKey::Country(_)) => 4,
            Found::Shipped(ShippedKey::Organisation(_)) => 5,
        }
    }

    fn completion(&self, found: &Found, people: Option<Moment>) -> Result<Option<Completion>, ApiError> {
        match found {
            Found::Own(item) => self.own_completion(*item, people).map(Some),
            Found::Shipped(key) => Ok(self.shipped_completion(key, people)),
        }
    }

    fn own_completion(&self, item: ItemRef, people: Option<Moment>) -> Result<Completion, ApiError> {
        let label = self.label(item)?;
        let office = people.and_then(|at| self.office_on(ActorId(item.id), at));
        // The code of a country is nothing to choose people by.
        let is_country = self
            .actors
            .get(ActorId(item.id))
            .is_some_and(|actor| actor.kind == ActorKind::Country);
        let detail = label.detail.filter(|_| people.is_none() || !is_country);
        Ok(Completion {
            kind: item.kind.as_str().to_owned(),
            reference: item.to_string(),
            shipped: false,
            title: label.title,
            detail: office.or(detail),
            flag: label.flag,
        })
    }

    fn shipped(&self, prefix: &str, limit: usize) -> impl Iterator<Item = ShippedKey> {
        let names = self.record.reference().find_names(prefix, limit + MOST);
        let keys = names.into_iter().filter_map(|found| shipped_key(found.entry));
        keys.filter(|key| self.actors.get(key.id()).is_none()).take(limit)
    }

    fn shipped_completion(&self, key: &ShippedKey, people: Option<Moment>) -> Option<Completion> {
        let reference = self.record.reference();
        let named = key.named(reference, self.language, Role::Party)?;
        let (kind, office) = match key {
            ShippedKey::Country(_) => ("country", None),
            ShippedKey::Organisation(_) => ("organisation", None),
            ShippedKey::Person(id) => ("person", people.and_then(|at| self.shipped_office_on(id, at))),
        };
        let country = named.country.as_deref().and_then(|code| reference.country(code));
        let seat = named.country.map(ShippedKey::Country).filter(|country| country != key);
        Some(Completion {
            kind: kind.to_owned(),
            reference: key.to_string(),
            shipped: true,
            title: named.name,
            flag: country.and_then(|country| country.alpha2.as_deref()).map(str::to_lowercase),
            detail: office.or_else(|| self.shipped_name(&seat?)),
        })
    }
}

/// The key of a row of the shipped tables; offices come with their holders.
fn shipped_key(entry: &Entry) -> Option<ShippedKey> {
    match entry {
        Entry::Country(code) => Some(ShippedKey::Country(code.clone())),
        Entry::Organisation(id) => Some(ShippedKey::Organisation(id.clone())),
        Entry::Person(id) => Some(ShippedKey::Person(id.clone())),
        Entry::Office(_) => None,
    }
}
