//! Shipped countries, organisations and persons as actors of a dossier.
//!
//! Their identifiers are derived from their keys, so that the same country is the same actor in every dossier.

use domain::{
    Invalid, Item, ItemKind, ItemRef, Language,
    actor::{Actor, ActorCode, ActorKind, Code, CodeScheme},
    event::Role,
    id::{ActorId, OfficeId, TenureId},
    named::NamedParticipant,
    office::{Office, Tenure},
    period::Period,
    text::{LanguageTag, OtherName, Title},
};
use std::{fmt, str::FromStr};
use store::{
    Reference,
    reference::{Holder, OrganisationKind},
};
use uuid::{Uuid, uuid};

use crate::{EngineError, Transaction};

/// The name space of shipped identifiers (UUID version 5).
pub const SHIPPED_NAMESPACE: Uuid = uuid!("7d1b3c52-6f0e-4f0a-9c41-0b9f6f3a2e10");

/// `country:KOR`, `organisation:nato`, `person:lee-jae-myung`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ShippedKey {
    Country(String),
    Organisation(String),
    Person(String),
}

impl FromStr for ShippedKey {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        match text.split_once(':') {
            Some(("country", code)) => Ok(Self::Country(code.to_owned())),
            Some(("organisation", id)) => Ok(Self::Organisation(id.to_owned())),
            Some(("person", id)) => Ok(Self::Person(id.to_owned())),
            _ => Err(Invalid::new("key", "names nothing that is shipped")
                .hint("write it as country:KOR, organisation:nato or person:lee-jae-myung")),
        }
    }
}

impl fmt::Display for ShippedKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Country(code) => write!(f, "country:{code}"),
            Self::Organisation(id) => write!(f, "organisation:{id}"),
            Self::Person(id) => write!(f, "person:{id}"),
        }
    }
}

/// The identifier of something shipped, the same in every dossier.
pub fn shipped_id(key: &str) -> Uuid {
    Uuid::new_v5(&SHIPPED_NAMESPACE, key.as_bytes())
}

/// Whether a tenure says just what the shipped tables say: the same person in the same office from and to the same days.
pub fn is_shipped(reference: &Reference, tenure: &Tenure) -> bool {
    let mut rows = reference.holders.iter();
    rows.any(|row| {
        row.period().as_ref() == Some(&tenure.period)
            && shipped_id(&format!("office:{}", row.office)) == tenure.office.0
            && shipped_id(&format!("person:{}", row.person)) == tenure.holder.0
    })
}

impl ShippedKey {
    pub fn id(&self) -> ActorId {
        ActorId(shipped_id(&self.to_string()))
    }

    pub fn name(&self, reference: &Reference) -> Result<String, EngineError> {
        let name = match self {
            Self::Country(code) => reference.country(code).map(|country| country.name_en.clone()),
            Self::Organisation(id) => reference.organisation(id).map(|organisation| organisation.name_en.clone()),
            Self::Person(id) => reference.person(id).map(|person| person.name.clone()),
        };
        Ok(name.ok_or_else(|| Invalid::new("key", format!("{self} is not among what is shipped")))?)
    }

    /// The shipped actor in a role, named in a language where the tables do; `None` where the tables have none of the key.
    pub fn named(&self, reference: &Reference, language: Language, role: Role) -> Option<NamedParticipant> {
        let (english, korean, kind, country) = match self {
            Self::Country(code) => {
                let row = reference.country(code)?;
                (&row.name_en, Some(&row.name_ko), ActorKind::Country, Some(code))
            }
            Self::Organisation(id) => {
                let row = reference.organisation(id)?;
                (&row.name_en, row.name_ko.as_ref(), actor_kind(row.kind), row.acts_for.as_ref())
            }
            Self::Person(id) => {
                let row = reference.person(id)?;
                (&row.name, row.name_ko.as_ref(), ActorKind::Person, row.country.as_ref())
            }
        };
        let korean = korean.filter(|name| language == Language::Korean && !name.is_empty());
        Some(NamedParticipant {
            key: self.to_string(),
            name: korean.unwrap_or(english).clone(),
            kind: Some(kind),
            country: country.cloned(),
            role,
        })
    }
}

fn actor_kind(kind: OrganisationKind) -> ActorKind {
    match kind {
        OrganisationKind::Company => ActorKind::Company,
        OrganisationKind::Bloc | OrganisationKind::Alliance => ActorKind::Bloc,
        OrganisationKind::Organisation | OrganisationKind::Agency => ActorKind::Organisation,
    }
}

/// Adds it unless it stands in the dossier already; returns the actor.
pub(crate) fn add_shipped(tx: &mut Transaction<'_, '_>, reference: &Reference, key: &ShippedKey) -> Result<ItemRef, EngineError> {
    let item = ItemRef::new(ItemKind::Actor, key.id());
    if tx.get(item)?.is_some() {
        return Ok(item);
    }
    match key {
        ShippedKey::Country(code) => add_country(tx, reference, code)?,
        ShippedKey::Organisation(id) => add_organisation(tx, reference, id)?,
        ShippedKey::Person(id) => add_person(tx, reference, id)?,
    }
    Ok(item)
}

fn unknown(key: &ShippedKey) -> EngineError {
    Invalid::new("key", format!("{key} is not among what is shipped")).into()
}

fn names<'a>(named: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Vec<OtherName>, EngineError> {
    let mut names: Vec<OtherName> = Vec::new();
    for (language, text) in named.into_iter().filter(|(_, text)| !text.trim().is_empty()) {
        let text = Title::new(text)?;
        if !names.iter().any(|known| known.text == text) {
            let language = if language.is_empty() {
                None
            } else {
                Some(LanguageTag::new(language)?)
            };
            names.push(OtherName { text, language });
        }
    }
    Ok(names)
}

/// A name in a language, where the table has one.
fn written<'a>((language, name): (&'a str, &'a Option<String>)) -> Option<(&'a str, &'a str)> {
    Some((language, name.as_deref()?))
}

fn add_country(tx: &mut Transaction<'_, '_>, reference: &Reference, code: &str) -> Result<(), EngineError> {
    let key = ShippedKey::Country(code.to_owned());
    let country = reference.country(code).ok_or_else(|| unknown(&key))?;
    let named = [
        ("ko", &country.name_ko),
        ("zh", &country.name_zh),
        ("ja", &country.name_ja),
        ("fr", &country.name_fr),
    ];
    let aliases = country.aliases.iter().map(|alias| ("", alias.as_str()));
    tx.put(&Item::Actor(Actor {
        id: key.id(),
        kind: ActorKind::Country,
        name: Title::new(&country.name_en)?,
        other_names: names(named.into_iter().map(|(language, name)| (language, name.as_str())).chain(aliases))?,
        code: Some(ActorCode {
            scheme: CodeScheme::Iso3166,
            code: Code::new(code)?,
        }),
        acts_for: None,
    }))
}

fn add_organisation(tx: &mut Transaction<'_, '_>, reference: &Reference, id: &str) -> Result<(), EngineError> {
    let key = ShippedKey::Organisation(id.to_owned());
    let organisation = reference.organisation(id).ok_or_else(|| unknown(&key))?;
    let acts_for = match organisation.acts_for.as_deref() {
        Some(code) => Some(ActorId(add_shipped(tx, reference, &ShippedKey::Country(code.to_owned()))?.id)),
        None => None,
    };
    let named = [
        ("ko", &organisation.name_ko),
        ("zh", &organisation.name_zh),
        ("ja", &organisation.name_ja),
        ("fr", &organisation.name_fr),
        ("", &organisation.acronym),
    ];
    let aliases = organisation.aliases.iter().map(|alias| ("", alias.as_str()));
    tx.put(&Item::Actor(Actor {
        id: key.id(),
        kind: actor_kind(organisation.kind),
        name: Title::new(&organisation.name_en)?,
        other_names: names(named.into_iter().filter_map(written).chain(aliases))?,
        code: organisation
            .acronym
            .as_ref()
            .and_then(|acronym| Code::new(&acronym.to_uppercase()).ok())
            .map(|code| ActorCode {
                scheme: CodeScheme::Own,
                code,
            }),
        acts_for,
    }))
}

fn add_person(tx: &mut Transaction<'_, '_>, reference: &Reference, id: &str) -> Result<(), EngineError> {
    let key = ShippedKey::Person(id.to_owned());
    let person = reference.person(id).ok_or_else(|| unknown(&key))?;
    let acts_for = match person.country.as_deref() {
        Some(code) => Some(ActorId(add_shipped(tx, reference, &ShippedKey::Country(code.to_owned()))?.id)),
        None => None,
    };
    let named = [("ko", &person.name_ko), ("zh", &person.name_zh), ("ja", &person.name_ja)];
    let aliases = person.aliases.iter().map(|alias| ("", alias.as_str()));
    tx.put(&Item::Actor(Actor {
        id: key.id(),
        kind: ActorKind::Person,
        name: Title::new(&person.name)?,
        other_names: names(named.into_iter().filter_map(written).chain(aliases))?,
        code: None,
        acts_for,
    }))?;
    for (number, row) in reference.tenures_of(id).enumerate() {
        add_tenure(tx, reference, key.id(), row, number)?;
    }
    Ok(())
}

fn add_tenure(
    tx: &mut Transaction<'_, '_>,
    reference: &Reference,
    holder: ActorId,
    tenure: &Holder,
    number: usize,
) -> Result<(), EngineError> {
    let office = tenure.office.as_str();
    let Some(row) = reference.office(office) else { return Ok(()) };
    let body = if reference.country(&row.body).is_some() {
        ShippedKey::Country(row.body.clone())
    } else {
        ShippedKey::Organisation(row.body.clone())
    };
    let of = ActorId(add_shipped(tx, reference, &body)?.id);
    let office_id = OfficeId(shipped_id(&format!("office:{office}")));
    if tx.get(ItemRef::new(ItemKind::Office, office_id))?.is_none() {
        let other_names = names(
            [("ko", &row.post_ko), ("zh", &row.post_zh), ("ja", &row.post_ja)]
                .into_iter()
                .filter_map(written),
        )?;
        tx.put(&Item::Office(Office {
            id: office_id,
            post: Title::new(&row.post_en)?,
            of,
            other_names,
        }))?;
    }
    let id = TenureId(shipped_id(&format!("tenure:{office}:{holder}:{number}")));
    tx.put(&Item::Tenure(Tenure {
        id,
        office: office_id,
        holder,
        period: Period::new(tenure.from.clone(), tenure.to.clone())?,
        acting: tenure.acting,
    }))
}
