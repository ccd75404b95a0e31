//! CSL as JSON and as YAML, and BibJSON, which is much like it.

mod date;
mod yaml;

use domain::incoming::{IncomingSource, Problem};
use serde_json::Value;

use super::{ImportError, Out, Stopped, bibliography, json};

/// Lists within lists that records are looked for in.
const DEEPEST: usize = 8;

pub(super) fn is(start: &str) -> bool {
    let text = start.trim_start();
    let has = |key: &str| json::has_key(text, key);
    let csl = || has("issued") || has("date-parts") || has("container-title") || has("citation-key");
    let bibjson = || has("author") && (has("journal") || has("year") && has("type"));
    match text.starts_with(['{', '[']) {
        true => (has("title") || has("type")) && !has("features") && (csl() || bibjson()),
        false => yaml::is(text),
    }
}

pub(super) fn read(text: &str, out: &mut Out<'_>) -> Result<(), ImportError> {
    let text = text.trim_start_matches('\u{feff}');
    let whole = match text.trim_start().starts_with(['{', '[']) {
        true => json::parse(text)?,
        false => yaml::parse(text)?,
    };
    let mut records = Vec::new();
    collect(&whole, DEEPEST, &mut records);
    for (row, record) in (1..).zip(records) {
        source(row, record, out)?;
    }
    Ok(())
}

/// The records of a file: it may be one, or hold them in a list, under a key or both.
fn collect<'a>(value: &'a Value, depth: usize, records: &mut Vec<&'a Value>) {
    let Some(depth) = depth.checked_sub(1) else { return };
    match value {
        Value::Object(_) if is_record(value) => records.push(value),
        Value::Object(object) => object.values().for_each(|inner| collect(inner, depth, records)),
        Value::Array(list) => {
            // Where records stand beside lists, the lists say the same in another form.
            let objects = list.iter().any(Value::is_object);
            let inner = list.iter().filter(|inner| inner.is_object() || !objects);
            inner.for_each(|inner| collect(inner, depth, records));
        }
        _ => {}
    }
}

fn is_record(value: &Value) -> bool {
    let about = ["issued", "author", "editor", "id", "year", "DOI", "URL"];
    let typed = !json::text(value, "type").is_empty() && about.iter().any(|key| value.get(key).is_some());
    !json::written(value, "title").is_empty() && json::list(value, "records").is_empty() || typed
}

fn source(row: u64, record: &Value, out: &mut Out<'_>) -> Result<(), Stopped> {
    let first = |keys: &[&str]| {
        keys.iter()
            .map(|key| json::written(record, key))
            .find(|text| !text.is_empty())
            .unwrap_or_default()
    };
    let journal = record.get("journal").map(named).unwrap_or_default();
    let publisher = record.get("publisher").map(named).unwrap_or_default();
    let publishers = [first(&["container-title"]), journal, publisher, first(&["institution"])];
    let authors = ["author", "editor"].map(|key| people(json::list(record, key)));
    let found = |texts: &[String]| texts.iter().find(|text| !text.is_empty()).cloned().unwrap_or_default();
    let links = json::list(record, "link").iter().map(|link| json::text(link, "url").to_owned());
    let addresses: Vec<String> = [first(&["URL", "url"])]
        .into_iter()
        .chain(links)
        .chain([bibliography::page_of_doi(&first(&["DOI", "doi"]))])
        .collect();
    let source = IncomingSource {
        title: bibliography::line(&first(&["title", "title-short"])),
        publisher: bibliography::line(&found(&publishers)),
        author: found(&authors),
        url: found(&addresses),
        published: date::published(row, record, out)?,
        language: bibliography::language(&first(&["language"])),
        text: first(&["abstract"]),
    };
    if source == IncomingSource::default() {
        return out.fault(row, "", &first(&["id"]), Problem::NothingToKeep);
    }
    bibliography::put(out, row, &first(&["id", "citation-key", "cid"]), source)
}

/// A name, alone or as a key of an object.
fn named(value: &Value) -> String {
    value.as_str().map_or_else(|| json::text(value, "name"), str::trim).to_owned()
}

/// `Family, Given`, joined by semicolons.
fn people(list: &[Value]) -> String {
    let names: Vec<String> = list.iter().map(person).filter(|name| !name.is_empty()).collect();
    names.join("; ")
}

fn person(value: &Value) -> String {
    let first = |keys: &[&str]| {
        keys.iter()
            .map(|key| json::text(value, key))
            .find(|text| !text.is_empty())
            .unwrap_or_default()
    };
    let family = [
        first(&["dropping-particle"]),
        first(&["non-dropping-particle"]),
        first(&["family", "lastname", "lastName"]),
    ];
    let family: Vec<&str> = family.into_iter().filter(|part| !part.is_empty()).collect();
    let parts = [
        family.join(" "),
        first(&["given", "firstname", "firstName"]).to_owned(),
        first(&["suffix"]).to_owned(),
    ];
    let whole = first(&["literal", "name"]);
    match value.as_str().or(Some(whole).filter(|whole| !whole.is_empty())) {
        Some(whole) => whole.trim().to_owned(),
        None => parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
    }
}
