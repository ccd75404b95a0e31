//! The rows of the shipped tables, as `data/README.md` describes them.

use domain::{
    Edtf, Language, Moment,
    actor::Code,
    kind::{KindId, Label, Quad},
    period::{End, Period},
};
use serde::{Deserialize, Deserializer, de::Error as _};

/// A row of `countries.csv`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// ISO 3166-1 alpha-3, or that of ISO 3166-3 for a state that is no more.
    pub code: Code,
    pub alpha2: Option<String>,
    pub numeric: Option<String>,
    /// Correlates of War state number.
    pub cow: Option<String>,
    /// FIPS 10-4, as GDELT uses it.
    pub fips: Option<String>,
    pub name_en: String,
    pub name_ko: String,
    pub name_zh: String,
    pub name_ja: String,
    pub name_fr: String,
    #[serde(deserialize_with = "list")]
    pub demonym: Vec<String>,
    #[serde(deserialize_with = "list")]
    pub adjective: Vec<String>,
    #[serde(deserialize_with = "list")]
    pub aliases: Vec<String>,
    pub capital: Option<String>,
    #[serde(deserialize_with = "list")]
    pub capital_aliases: Vec<String>,
    /// Decimal degrees of the capital, or of the territory where there is none.
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub from: Option<Edtf>,
    #[serde(deserialize_with = "end")]
    pub to: End,
    #[serde(deserialize_with = "list")]
    pub successors: Vec<String>,
}

impl Country {
    pub fn still_exists(&self) -> bool {
        self.to == End::Ongoing
    }

    /// Whether it was a state at a moment; one whose beginning does not matter for dating, always until its end.
    pub fn stood_at(&self, moment: Moment) -> bool {
        Period::new(self.from.clone(), self.to.clone()).is_ok_and(|period| period.holds_at(moment))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OrganisationKind {
    Organisation,
    Bloc,
    Alliance,
    Agency,
    Company,
}

/// A row of `organisations.csv`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    pub id: String,
    pub kind: OrganisationKind,
    pub acronym: Option<String>,
    pub name_en: String,
    pub name_ko: Option<String>,
    pub name_zh: Option<String>,
    pub name_ja: Option<String>,
    pub name_fr: Option<String>,
    #[serde(deserialize_with = "list")]
    pub aliases: Vec<String>,
    pub founded: Option<Edtf>,
    pub dissolved: Option<Edtf>,
    /// The code of the country whose acts its acts are.
    pub acts_for: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MembershipStatus {
    Member,
    Observer,
    Partner,
    Suspended,
    Former,
}

/// A row of `memberships.csv`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Membership {
    pub organisation: String,
    pub country: String,
    pub status: MembershipStatus,
    pub from: Option<Edtf>,
    #[serde(deserialize_with = "end")]
    pub to: End,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rank {
    HeadOfState,
    HeadOfGovernment,
    ForeignMinister,
    DefenceMinister,
    PartyLeader,
    HeadOfOrganisation,
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Seats {
    Single,
    Collegial,
}

/// A row of `offices.csv`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    pub id: String,
    /// The code of a country or the id of an organisation.
    pub body: String,
    pub post_en: String,
    pub post_ko: Option<String>,
    pub post_zh: Option<String>,
    pub post_ja: Option<String>,
    pub rank: Rank,
    pub seats: Seats,
}

impl Office {
    /// The post in a language, where the table has it, else in English.
    pub fn post_in(&self, language: Language) -> &str {
        let korean = self.post_ko.as_deref().filter(|_| language == Language::Korean);
        korean.unwrap_or(&self.post_en)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameOrder {
    FamilyFirst,
    GivenFirst,
}

/// A row of `persons.csv`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub id: String,
    /// As English-language news writes it.
    pub name: String,
    /// What stands alone after the first mention.
    pub family: Option<String>,
    pub given: Option<String>,
    pub name_order: NameOrder,
    pub name_ko: Option<String>,
    pub name_zh: Option<String>,
    pub name_ja: Option<String>,
    #[serde(deserialize_with = "list")]
    pub aliases: Vec<String>,
    pub country: Option<String>,
}

/// A row of `holders.csv`: a tenure.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holder {
    pub office: String,
    pub person: String,
    pub from: Option<Edtf>,
    #[serde(deserialize_with = "end")]
    pub to: End,
    pub acting: bool,
}

impl Holder {
    /// The tenure's interval; `None` where the table has it run backwards.
    pub fn period(&self) -> Option<Period> {
        Period::new(self.from.clone(), self.to.clone()).ok()
    }

    /// Whether the tenure may hold at a moment.
    pub fn holds_at(&self, moment: Moment) -> bool {
        self.period().is_some_and(|period| period.holds_at(moment))
    }
}

/// A row of `topics.toml`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopicRow {
    pub id: KindId,
    pub label: Label,
    pub parent: Option<KindId>,
}

/// A row of `cameo.csv`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CameoCode {
    pub code: String,
    pub label: String,
    /// −10 to +10.
    pub goldstein: f64,
    pub quad: Quad,
}

/// What stands between bars; nothing in an empty field.
fn list<'de, D: Deserializer<'de>>(field: D) -> Result<Vec<String>, D::Error> {
    let text = String::deserialize(field)?;
    Ok(text.split('|').filter(|part| !part.is_empty()).map(str::to_owned).collect())
}

/// An empty field is *ongoing*.
fn end<'de, D: Deserializer<'de>>(field: D) -> Result<End, D::Error> {
    match String::deserialize(field)?.as_str() {
        "" => Ok(End::Ongoing),
        text => text.parse().map_err(D::Error::custom),
    }
}
