//! JSON-LD: what a page says of its article in the words of schema.org.

use super::{clean, meta::address};
use crate::capture::{Document, dates};
use serde_json::Value;

/// Types whose entries are of the text of the page, besides all that end in `Article`.
const TYPES: [&str; 5] = ["Report", "BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "PressRelease"];

/// What the first article among the page's blocks of JSON-LD says.
pub fn article(blocks: &[String]) -> Option<Document> {
    let values: Vec<Value> = blocks.iter().filter_map(|block| serde_json::from_str(block).ok()).collect();
    values.iter().find_map(find).map(of)
}

/// The article in a value: itself, or in a list or `@graph`.
fn find(value: &Value) -> Option<&Value> {
    match value {
        Value::Array(values) => values.iter().find_map(find),
        Value::Object(_) if is_article(value) => Some(value),
        Value::Object(entries) => entries.get("@graph").and_then(find),
        _ => None,
    }
}

fn is_article(value: &Value) -> bool {
    strings(value.get("@type"))
        .iter()
        .any(|kind| kind.ends_with("Article") || TYPES.contains(&kind.as_str()))
}

fn of(article: &Value) -> Document {
    let text = |key: &str| entry(article.get(key)?.as_str()?);
    Document {
        title: text("headline").or_else(|| text("name")),
        author: names(article.get("author").or_else(|| article.get("creator"))),
        publisher: names(article.get("publisher")),
        published: text("datePublished").and_then(|date| dates::stated(&date)),
        language: text("inLanguage"),
        address: strings(article.get("url").or_else(|| article.get("mainEntityOfPage")))
            .first()
            .and_then(|url| address(url, None)),
        text: String::new(),
    }
}

/// The names in a string, an object with a name, or a list of either.
fn names(value: Option<&Value>) -> Option<String> {
    let names: Vec<String> = strings(value)
        .iter()
        .filter_map(|name| entry(name))
        .filter(|name| !name.contains("://"))
        .collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn strings(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Array(values)) => values.iter().flat_map(|value| strings(Some(value))).collect(),
        Some(Value::Object(entries)) => strings(entries.get("name").or_else(|| entries.get("@id"))),
        _ => Vec::new(),
    }
}

/// One line; pages often write entities into their JSON.
fn entry(text: &str) -> Option<String> {
    if text.contains('&') && text.len() < 10_000 {
        return clean::entry(&dom_query::Document::fragment(text).text());
    }
    clean::entry(text)
}
