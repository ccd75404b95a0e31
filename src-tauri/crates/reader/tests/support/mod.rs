//! The gazetteer of `data/reference`, for tests and the score.

use domain::kind::Kind;
use reader::{
    Gazetteer, Places, Reader, Tables,
    gazetteer::{ActorKind, ActorRow, CountryWords, PostRow, TenureRow},
};
use std::{collections::BTreeMap, path::PathBuf};

pub fn data(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../data").join(path)
}

fn table(name: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(data(name)).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

fn list(row: &BTreeMap<String, String>, columns: &[&str]) -> Vec<String> {
    columns
        .iter()
        .flat_map(|column| row[*column].split('|'))
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn first_day(edtf: &str) -> Option<chrono::NaiveDate> {
    let mut parts = edtf.split('-').map(|part| part.parse::<u32>().unwrap_or(1));
    let year = i32::try_from(parts.next()?).ok()?;
    chrono::NaiveDate::from_ymd_opt(year, parts.next().unwrap_or(1), parts.next().unwrap_or(1))
}

fn last_day(edtf: &str) -> Option<chrono::NaiveDate> {
    domain::edtf::Edtf::parse(edtf).ok()?.latest()?.date()
}

pub fn shipped() -> Gazetteer {
    let mut builder = Gazetteer::builder();
    for row in table("reference/countries.csv") {
        let code = row["code"].clone();
        let names = list(&row, &["name_ko", "name_zh", "name_ja", "name_fr", "aliases"]);
        builder.actor(ActorRow {
            key: format!("country:{code}"),
            kind: ActorKind::Country,
            name: row["name_en"].clone(),
            names,
            family: None,
            given: None,
            country: Some(code.clone()),
        });
        builder.country_words(CountryWords {
            code,
            peoples: list(&row, &["demonym", "adjective"]),
            capitals: list(&row, &["capital", "capital_aliases"]),
        });
    }
    for row in table("reference/organisations.csv") {
        let kind = if row["kind"] == "company" {
            ActorKind::Company
        } else {
            ActorKind::Organisation
        };
        let names = list(&row, &["acronym", "name_ko", "name_zh", "name_ja", "name_fr", "aliases"]);
        builder.actor(ActorRow {
            key: format!("organisation:{}", row["id"]),
            kind,
            name: row["name_en"].clone(),
            names,
            family: None,
            given: None,
            country: some(&row["acts_for"]),
        });
    }
    for row in table("reference/persons.csv") {
        let names = list(&row, &["name_ko", "name_zh", "name_ja", "aliases"]);
        builder.actor(ActorRow {
            key: format!("person:{}", row["id"]),
            kind: ActorKind::Person,
            name: row["name"].clone(),
            names,
            family: some(&row["family"]),
            given: some(&row["given"]),
            country: some(&row["country"]),
        });
    }
    for row in table("reference/offices.csv") {
        let head = row["rank"].starts_with("head-of");
        builder.post(PostRow {
            id: row["id"].clone(),
            body: row["body"].clone(),
            names: list(&row, &["post_en", "post_ko", "post_zh", "post_ja"]),
            head,
        });
    }
    for row in table("reference/holders.csv") {
        builder.tenure(TenureRow {
            post: row["office"].clone(),
            person: format!("person:{}", row["person"]),
            from: first_day(&row["from"]),
            to: last_day(&row["to"]),
            told_until: None,
        });
    }
    builder.places(&Places::shipped().unwrap());
    builder.build().unwrap()
}

pub fn kinds() -> Vec<Kind> {
    let text = std::fs::read_to_string(data("ontology/kinds.toml")).unwrap();
    let mut file: toml::Table = toml::from_str(&text).unwrap();
    file.remove("kind").unwrap().try_into().unwrap()
}

pub fn reader() -> Reader {
    Reader::new(shipped(), &kinds(), &Tables::SHIPPED).unwrap()
}
