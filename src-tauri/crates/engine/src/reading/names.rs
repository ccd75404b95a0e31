//! The names the reader knows: what is shipped, and what the dossier adds to it.

mod offices;

use domain::{
    Item, ItemKind,
    actor::{Actor, ActorKind},
    id::ActorId,
    lesson::{Lesson, Teaches},
};
use reader::{
    Gazetteer, Places, Reader, Tables, Taught,
    gazetteer::{ActorKind as NameKind, ActorRow, CountryWords, GazetteerBuilder},
};
use std::collections::{BTreeSet, HashMap};
use store::{
    Read as _, Reference,
    reference::{self, OrganisationKind},
};

use crate::{EngineError, Workspace, shipped_id};
use offices::Offices;

/// A reader of what is shipped alone, for reading without a dossier.
pub fn shipped_reader() -> Result<Reader, EngineError> {
    let reference = store::reference()?;
    build(reference, &Own::default())
}

/// The reader of a dossier.
pub(super) fn reader_of(workspace: &Workspace) -> Result<Reader, EngineError> {
    build(workspace.reference(), &Own::of(workspace)?)
}

fn build(reference: &Reference, own: &Own) -> Result<Reader, EngineError> {
    let mut builder = Gazetteer::builder();
    add_countries(&mut builder, reference, own);
    add_organisations(&mut builder, reference, own);
    add_persons(&mut builder, reference, own);
    own.add(&mut builder);
    own.offices.add(&mut builder, reference, &own.instead);
    builder.places(&Places::shipped().map_err(EngineError::reader)?);
    let gazetteer = builder.build().map_err(EngineError::reader)?;
    let mut reader = Reader::new(gazetteer, &reference.ontology.kinds, &Tables::SHIPPED).map_err(EngineError::reader)?;
    // A lesson was looked at when it was taught; one that no longer holds is passed over rather than silencing the reader.
    for lesson in &own.kinds {
        let _ = reader.teach(std::slice::from_ref(lesson));
    }
    Ok(reader)
}

/// What a dossier adds: actors, posts and names of its own, and further names of those that are shipped.
#[derive(Default)]
struct Own {
    actors: Vec<Actor>,
    offices: Offices,
    /// Names by the key of the actor they were given to.
    names: HashMap<String, Vec<String>>,
    /// Names that were taught, in lower case: they mean that actor and no other.
    taught: BTreeSet<String>,
    /// The dossier's own actors in place of shipped ones.
    instead: BTreeSet<String>,
    codes: HashMap<ActorId, String>,
    kinds: Vec<Taught>,
}

impl Own {
    fn of(workspace: &Workspace) -> Result<Self, EngineError> {
        let actors = workspace.actors()?;
        let mut own = Self::default();
        let shipped = shipped_keys(workspace.reference());
        for actor in actors.iter() {
            if let Some(country) = actors.country_of(actor.id, None).and_then(|country| actors.get(country)) {
                own.codes.insert(actor.id, country.country_code().unwrap_or_default().to_owned());
            }
            match shipped.get(&actor.id) {
                Some(key) => own.names.entry(key.clone()).or_default().extend(names_of(actor)),
                None => own.actors.push(actor.clone()),
            }
        }
        let key = |actor: ActorId| shipped.get(&actor).cloned().unwrap_or_else(|| own_key(actor));
        own.offices = Offices::of(
            workspace.reference(),
            (actors.offices(), actors.tenures()),
            |body| own.codes.get(&body).cloned(),
            key,
        );
        own.stand_in(workspace.reference());
        for item in workspace.store().list(ItemKind::Lesson)? {
            if let Item::Lesson(lesson) = item {
                own.learn(lesson, &shipped);
            }
        }
        Ok(own)
    }

    /// A country with a code, or a namesake of a shipped person, is the shipped one entered by hand: two of a name would leave every mention open.
    fn stand_in(&mut self, reference: &Reference) {
        for actor in &self.actors {
            if let Some(code) = actor.country_code() {
                self.instead.insert(format!("country:{code}"));
                continue;
            }
            for entry in reference.named(actor.name.as_str()) {
                match (entry, actor.kind) {
                    (reference::Entry::Person(id), ActorKind::Person) => self.instead.insert(format!("person:{id}")),
                    (reference::Entry::Organisation(id), ActorKind::Organisation | ActorKind::Bloc | ActorKind::Company) => {
                        self.instead.insert(format!("organisation:{id}"))
                    }
                    _ => false,
                };
            }
        }
    }

    fn learn(&mut self, lesson: Lesson, shipped: &HashMap<ActorId, String>) {
        let words = lesson.words.to_string();
        match lesson.teaches {
            Teaches::Kind(kind) => self.kinds.push(Taught {
                words,
                kind: kind.to_string(),
            }),
            Teaches::Actor(actor) => {
                self.taught.insert(words.to_lowercase());
                let key = shipped.get(&actor).cloned().unwrap_or_else(|| own_key(actor));
                self.names.entry(key).or_default().push(words);
            }
        }
    }

    /// The row with the names of the dossier; `None` where an actor of the dossier stands in its place.
    fn row(&self, mut row: ActorRow) -> Option<ActorRow> {
        if self.instead.contains(&row.key) {
            return None;
        }
        let free = |name: &String| !self.taught.contains(&name.to_lowercase());
        row.names.retain(free);
        row.names.extend(self.names.get(&row.key).into_iter().flatten().cloned());
        if !free(&row.name) && !self.names.get(&row.key).is_some_and(|names| names.contains(&row.name)) {
            // Its own name was given to another: it goes by its further names alone.
            row.name = row.names.first()?.clone();
        }
        Some(row)
    }

    fn add(&self, builder: &mut GazetteerBuilder) {
        for actor in &self.actors {
            let mut names: Vec<String> = names_of(actor).collect();
            names.extend(self.names.get(&own_key(actor.id)).into_iter().flatten().cloned());
            let country = actor
                .country_code()
                .map(str::to_owned)
                .or_else(|| self.codes.get(&actor.id).cloned());
            let words: Vec<&str> = actor.name.as_str().split_whitespace().collect();
            let (family, given) = match (actor.kind, words.as_slice()) {
                (ActorKind::Person, [given @ .., family]) if !given.is_empty() => (Some((*family).to_owned()), Some(given.join(" "))),
                _ => (None, None),
            };
            builder.actor(ActorRow {
                key: own_key(actor.id),
                kind: name_kind(actor.kind),
                name: actor.name.to_string(),
                names,
                family,
                given,
                country: country.filter(|code| !code.is_empty()),
            });
        }
    }
}

/// How the reader is told of an actor that is the dossier's own.
pub(super) fn own_key(actor: ActorId) -> String {
    format!("actor:{actor}")
}

/// The shipped keys by the identifiers that are made from them.
fn shipped_keys(reference: &Reference) -> HashMap<ActorId, String> {
    let countries = reference.countries.iter().map(|row| format!("country:{}", row.code.as_str()));
    let organisations = reference.organisations.iter().map(|row| format!("organisation:{}", row.id));
    let persons = reference.persons.iter().map(|row| format!("person:{}", row.id));
    countries
        .chain(organisations)
        .chain(persons)
        .map(|key| (ActorId(shipped_id(&key)), key))
        .collect()
}

fn names_of(actor: &Actor) -> impl Iterator<Item = String> {
    std::iter::once(actor.name.to_string()).chain(actor.other_names.iter().map(|name| name.text.to_string()))
}

fn name_kind(kind: ActorKind) -> NameKind {
    match kind {
        ActorKind::Country => NameKind::Country,
        ActorKind::Person => NameKind::Person,
        ActorKind::Company => NameKind::Company,
        ActorKind::Organisation | ActorKind::Bloc | ActorKind::Group => NameKind::Organisation,
    }
}

fn add_countries(builder: &mut GazetteerBuilder, reference: &Reference, own: &Own) {
    for row in &reference.countries {
        let code = row.code.as_str().to_owned();
        let names = [&row.name_ko, &row.name_zh, &row.name_ja, &row.name_fr];
        let row_of_actor = ActorRow {
            key: format!("country:{code}"),
            kind: NameKind::Country,
            name: row.name_en.clone(),
            names: names
                .into_iter()
                .chain(&row.aliases)
                .filter(|name| !name.is_empty())
                .cloned()
                .collect(),
            family: None,
            given: None,
            country: Some(code.clone()),
        };
        if let Some(known) = own.row(row_of_actor) {
            builder.actor(known);
        }
        builder.country_words(CountryWords {
            code,
            peoples: row.demonym.iter().chain(&row.adjective).cloned().collect(),
            capitals: row.capital.iter().chain(&row.capital_aliases).cloned().collect(),
        });
    }
}

fn add_organisations(builder: &mut GazetteerBuilder, reference: &Reference, own: &Own) {
    for row in &reference.organisations {
        let names = [&row.acronym, &row.name_ko, &row.name_zh, &row.name_ja, &row.name_fr];
        let known = own.row(ActorRow {
            key: format!("organisation:{}", row.id),
            kind: if row.kind == OrganisationKind::Company {
                NameKind::Company
            } else {
                NameKind::Organisation
            },
            name: row.name_en.clone(),
            names: names.into_iter().flatten().chain(&row.aliases).cloned().collect(),
            family: None,
            given: None,
            country: row.acts_for.clone(),
        });
        if let Some(known) = known {
            builder.actor(known);
        }
    }
}

fn add_persons(builder: &mut GazetteerBuilder, reference: &Reference, own: &Own) {
    for row in &reference.persons {
        let names = [&row.name_ko, &row.name_zh, &row.name_ja];
        let known = own.row(ActorRow {
            key: format!("person:{}", row.id),
            kind: NameKind::Person,
            name: row.name.clone(),
            names: names.into_iter().flatten().chain(&row.aliases).cloned().collect(),
            family: row.family.clone(),
            given: row.given.clone(),
            country: row.country.clone(),
        });
        if let Some(known) = known {
            builder.actor(known);
        }
    }
}
