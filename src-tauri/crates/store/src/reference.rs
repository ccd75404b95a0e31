//! The tables shipped with the product (`data/README.md` describes them), embedded at build and parsed once.

mod codes;
mod names;
mod rows;
#[cfg(test)]
mod tests;

use csv::ReaderBuilder;
use domain::{
    Edtf,
    kind::{Kind, Ontology, TieRow},
};
use serde::{Deserialize, de::DeserializeOwned};
use std::{collections::HashMap, sync::OnceLock};
use thiserror::Error;

pub use names::{Entry, NameMatch};
pub use rows::{
    CameoCode, Country, Holder, Membership, MembershipStatus, NameOrder, Office, Organisation, OrganisationKind, Person, Rank, Seats,
    TopicRow,
};

/// A shipped table that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the shipped table {table} cannot be read: {message}")]
pub struct ReferenceError {
    pub table: &'static str,
    pub message: String,
}

/// Countries, organisations, offices and who held them, kinds, ties, topics, CAMEO codes.
#[derive(Debug)]
pub struct Reference {
    /// The day on which the tables were last true: what has no end was in force then, and nothing later is in them.
    pub as_of: Edtf,
    pub countries: Vec<Country>,
    pub organisations: Vec<Organisation>,
    pub memberships: Vec<Membership>,
    pub offices: Vec<Office>,
    pub persons: Vec<Person>,
    pub holders: Vec<Holder>,
    pub topics: Vec<TopicRow>,
    pub ontology: Ontology,
    pub cameo: Vec<CameoCode>,
    codes: codes::Codes,
    positions: HashMap<Entry, usize>,
    alpha2: HashMap<String, usize>,
    names: OnceLock<names::Names>,
}

impl Reference {
    /// The shipped tables.
    pub fn shipped() -> Result<&'static Self, &'static ReferenceError> {
        static SHIPPED: OnceLock<Result<Reference, ReferenceError>> = OnceLock::new();
        SHIPPED.get_or_init(Self::parse).as_ref()
    }

    fn parse() -> Result<Self, ReferenceError> {
        let ontology = Ontology {
            kinds: toml_rows::<Kinds>("kinds.toml", include_str!("../../../../data/ontology/kinds.toml"))?.kind,
            ties: toml_rows::<Ties>("ties.toml", include_str!("../../../../data/ontology/ties.toml"))?.tie,
        };
        let mut reference = Self {
            as_of: toml_rows::<About>("about.toml", include_str!("../../../../data/reference/about.toml"))?.as_of,
            countries: csv_rows("countries.csv", include_str!("../../../../data/reference/countries.csv"))?,
            organisations: csv_rows("organisations.csv", include_str!("../../../../data/reference/organisations.csv"))?,
            memberships: csv_rows("memberships.csv", include_str!("../../../../data/reference/memberships.csv"))?,
            offices: csv_rows("offices.csv", include_str!("../../../../data/reference/offices.csv"))?,
            persons: csv_rows("persons.csv", include_str!("../../../../data/reference/persons.csv"))?,
            holders: csv_rows("holders.csv", include_str!("../../../../data/reference/holders.csv"))?,
            topics: toml_rows::<Topics>("topics.toml", include_str!("../../../../data/ontology/topics.toml"))?.topic,
            ontology,
            cameo: csv_rows("cameo.csv", include_str!("../../../../data/ontology/cameo.csv"))?,
            codes: codes::Codes::parse()?,
            positions: HashMap::new(),
            alpha2: HashMap::new(),
            names: OnceLock::new(),
        };
        reference.index();
        Ok(reference)
    }

    fn index(&mut self) {
        let countries = self
            .countries
            .iter()
            .map(|row| Entry::Country(row.code.as_str().to_owned()))
            .enumerate();
        let organisations = self.organisations.iter().map(|row| Entry::Organisation(row.id.clone())).enumerate();
        let offices = self.offices.iter().map(|row| Entry::Office(row.id.clone())).enumerate();
        let persons = self.persons.iter().map(|row| Entry::Person(row.id.clone())).enumerate();
        self.positions = countries
            .chain(organisations)
            .chain(offices)
            .chain(persons)
            .map(|(position, entry)| (entry, position))
            .collect();
        self.alpha2 = self
            .countries
            .iter()
            .enumerate()
            .filter(|(_, row)| row.still_exists())
            .filter_map(|(position, row)| Some((row.alpha2.clone()?, position)))
            .collect();
    }

    fn position(&self, entry: &Entry) -> Option<usize> {
        self.positions.get(entry).copied()
    }

    /// A country by its alpha-3 code.
    pub fn country(&self, code: &str) -> Option<&Country> {
        self.countries.get(self.position(&Entry::Country(code.to_owned()))?)
    }

    /// A country of today by its alpha-2 code.
    pub fn alpha2(&self, code: &str) -> Option<&Country> {
        self.countries.get(*self.alpha2.get(code)?)
    }

    pub fn organisation(&self, id: &str) -> Option<&Organisation> {
        self.organisations.get(self.position(&Entry::Organisation(id.to_owned()))?)
    }

    pub fn office(&self, id: &str) -> Option<&Office> {
        self.offices.get(self.position(&Entry::Office(id.to_owned()))?)
    }

    pub fn person(&self, id: &str) -> Option<&Person> {
        self.persons.get(self.position(&Entry::Person(id.to_owned()))?)
    }

    /// The tenures of a person, in the order of the table.
    pub fn tenures_of<'a>(&'a self, person: &'a str) -> impl Iterator<Item = &'a Holder> {
        self.holders.iter().filter(move |row| row.person == person)
    }

    pub fn cameo(&self, code: &str) -> Option<&CameoCode> {
        self.cameo.iter().find(|row| row.code == code)
    }

    pub fn topic(&self, id: &str) -> Option<&TopicRow> {
        self.topics.iter().find(|row| row.id.as_str() == id)
    }

    /// Everything whose name, alias, code or a word of these begins with the text, each once: exact names first, then the shortest.
    pub fn find_names(&self, prefix: &str, limit: usize) -> Vec<NameMatch<'_>> {
        self.names().beginning_with(prefix, limit)
    }

    /// Everything that bears exactly this name, alias or code; case and accents do not count.
    pub fn named(&self, name: &str) -> Vec<&Entry> {
        self.names().exactly(name)
    }

    fn names(&self) -> &names::Names {
        self.names.get_or_init(|| names::Names::of(self))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct About {
    as_of: Edtf,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kinds {
    kind: Vec<Kind>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ties {
    tie: Vec<TieRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Topics {
    topic: Vec<TopicRow>,
}

fn csv_rows<T: DeserializeOwned>(table: &'static str, text: &str) -> Result<Vec<T>, ReferenceError> {
    let rows: Result<_, _> = ReaderBuilder::new().from_reader(text.as_bytes()).into_deserialize().collect();
    rows.map_err(|error| ReferenceError {
        table,
        message: error.to_string(),
    })
}

fn toml_rows<T: DeserializeOwned>(table: &'static str, text: &str) -> Result<T, ReferenceError> {
    toml::from_str(text).map_err(|error| ReferenceError {
        table,
        message: error.to_string(),
    })
}
