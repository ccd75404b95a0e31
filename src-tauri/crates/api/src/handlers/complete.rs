use domain::{ItemKind, ItemRef};
use engine::{ShippedKey, store::reference::Entry};

use crate::{api::Api, view::Viewer, wire::*};

const MOST: usize = 200;

impl Api {
    /// Names that begin with what was typed: first the dossier's own items, then what is shipped and not yet in it.
    pub fn complete(&self, request: CompleteRequest) -> Result<CompleteResponse, ApiError> {
        let kinds = request.kinds;
        let limit = (request.limit as usize).min(MOST);
        self.view(request.language, None, |viewer| {
            let own = viewer.record.complete(&request.prefix, &kinds, limit)?;
            let mut items: Vec<Completion> = own.into_iter().map(|hit| viewer.own(hit.item)).collect::<Result<_, _>>()?;
            if request.reference && (kinds.is_empty() || kinds.contains(&ItemKind::Actor)) {
                items.extend(viewer.shipped(&request.prefix, limit.saturating_sub(items.len())));
            }
            Ok(CompleteResponse { items })
        })
    }
}

impl Viewer<'_> {
    fn own(&self, item: ItemRef) -> Result<Completion, ApiError> {
        let label = self.label(item)?;
        Ok(Completion {
            kind: item.kind.as_str().to_owned(),
            reference: item.to_string(),
            shipped: false,
            title: label.title,
            detail: label.detail,
            flag: label.flag,
        })
    }

    fn shipped(&self, prefix: &str, limit: usize) -> Vec<Completion> {
        let reference = self.record.reference();
        let names = reference.find_names(prefix, limit + MOST);
        let keys = names.into_iter().filter_map(|found| shipped_key(found.entry));
        keys.filter(|key| self.actors.get(key.id()).is_none())
            .filter_map(|key| self.shipped_completion(&key))
            .take(limit)
            .collect()
    }

    fn shipped_completion(&self, key: &ShippedKey) -> Option<Completion> {
        let reference = self.record.reference();
        let title = key.name(reference).ok()?;
        let country = match key {
            ShippedKey::Country(code) => Some(code.clone()),
            ShippedKey::Person(id) => reference.person(id).and_then(|person| person.country.clone()),
            ShippedKey::Organisation(id) => reference.organisation(id).and_then(|organisation| organisation.acts_for.clone()),
        };
        let alpha2 = country
            .as_deref()
            .and_then(|code| reference.country(code))
            .and_then(|country| country.alpha2.as_deref());
        let kind = match key {
            ShippedKey::Country(_) => "country",
            ShippedKey::Organisation(_) => "organisation",
            ShippedKey::Person(_) => "person",
        };
        Some(Completion {
            kind: kind.to_owned(),
            reference: key.to_string(),
            shipped: true,
            title,
            flag: alpha2.map(str::to_lowercase),
            detail: country,
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
