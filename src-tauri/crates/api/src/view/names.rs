//! Names for what an item points at: as the record has them, and for a draft also as it would bring them.

use domain::{
    Item, ItemKind, ItemRef, Moment,
    actor::Actor,
    draft::Draft,
    event::Role,
    id::{ActorId, PlaceId, TopicId},
    named::{NamedItem, NamedParticipant, NamedPlace, Naming},
    place::Place,
};
use engine::{ShippedKey, shipped_id};

use super::Viewer;

/// Names of the record, and of a draft where one is given.
pub(crate) struct Names<'a> {
    pub viewer: &'a Viewer<'a>,
    pub draft: Option<&'a Draft>,
}

impl Viewer<'_> {
    pub(crate) fn names(&self) -> Names<'_> {
        Names { viewer: self, draft: None }
    }

    /// What a draft would become, with who acts before whom it concerns before who is only mentioned.
    pub(crate) fn draft_in_names(&self, draft: &Draft) -> NamedItem {
        let names = Names {
            viewer: self,
            draft: Some(draft),
        };
        let mut named = NamedItem::of(&draft.proposal, &names).unwrap_or_default();
        named.participants.sort_by_key(|part| match part.role {
            role if role.is_source() => 0,
            role if role.is_target() => 1,
            _ => 2,
        });
        named
    }

    /// The code of a country of the record, or of one that is shipped.
    fn country_code(&self, country: ActorId) -> Option<String> {
        let countries = &self.record.reference().countries;
        let shipped = || {
            let row = countries
                .iter()
                .find(|row| shipped_id(&format!("country:{}", row.code.as_str())) == country.0);
            row.map(|row| row.code.as_str().to_owned())
        };
        self.code(country).or_else(shipped)
    }

    fn place_in_names(&self, place: &Place, name: String) -> NamedPlace {
        NamedPlace {
            name,
            country: place.country.and_then(|country| self.country_code(country)),
            coordinates: place.coordinates,
        }
    }
}

impl Names<'_> {
    fn known(&self, actor: &Actor, role: Role, at: Option<Moment>) -> NamedParticipant {
        let country = self.viewer.actors.country_of(actor.id, at);
        NamedParticipant {
            key: ItemRef::new(ItemKind::Actor, actor.id).to_string(),
            name: self.viewer.actor_name(actor.id),
            kind: Some(actor.kind),
            country: country.and_then(|country| self.viewer.code(country)),
            role,
        }
    }

    fn brought(&self, id: uuid::Uuid) -> Option<&Item> {
        self.draft?.brings.iter().find(|item| item.id() == id)
    }

    fn brought_actor(&self, actor: ActorId, role: Role) -> Option<NamedParticipant> {
        let Some(Item::Actor(new)) = self.brought(actor.0) else {
            return None;
        };
        Some(NamedParticipant {
            key: format!("new:{}", new.name),
            name: new.name.to_string(),
            kind: Some(new.kind),
            country: new.acts_for.and_then(|country| self.viewer.country_code(country)),
            role,
        })
    }

    fn shipped_actor(&self, actor: ActorId, role: Role) -> Option<NamedParticipant> {
        let keys = &self.draft?.shipped;
        let key: ShippedKey = keys.iter().find(|key| shipped_id(key.as_str()) == actor.0)?.as_str().parse().ok()?;
        key.named(self.viewer.record.reference(), self.viewer.language, role)
    }
}

impl Naming for Names<'_> {
    fn actor(&self, actor: ActorId, role: Role, at: Option<Moment>) -> NamedParticipant {
        let known = self.viewer.actors.get(actor).map(|known| self.known(known, role, at));
        known
            .or_else(|| self.brought_actor(actor, role))
            .or_else(|| self.shipped_actor(actor, role))
            .unwrap_or_else(|| NamedParticipant {
                key: ItemRef::new(ItemKind::Actor, actor).to_string(),
                name: actor.to_string(),
                kind: None,
                country: None,
                role,
            })
    }

    fn place(&self, place: PlaceId) -> Option<NamedPlace> {
        if let Some(Item::Place(new)) = self.brought(place.0) {
            return Some(self.viewer.place_in_names(new, new.name.to_string()));
        }
        let item = ItemRef::new(ItemKind::Place, place);
        let Item::Place(known) = self.viewer.record.get(item).ok()?? else {
            return None;
        };
        let name = self.viewer.label(item).map_or_else(|_| known.name.to_string(), |label| label.title);
        Some(self.viewer.place_in_names(&known, name))
    }

    fn topic(&self, topic: TopicId) -> Option<String> {
        self.brought(topic.0)
            .map(Item::title)
            .or_else(|| Some(self.viewer.index().ok()?.topics.name(topic)?.to_owned()))
    }
}
