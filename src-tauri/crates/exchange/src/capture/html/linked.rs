//! JSON-LD: what a page says of its article in the words of schema.org.

use super::{clean, meta::address};
use crate::capture::dates;
use serde_json::Value;

/// Types whose entries are of the text of the page, besides all that end in `Article`.
const TYPES: [&str; 5] = ["Report", "BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "PressRelease"];

/// What a page says of its article.
#[derive(Debug, Default)]
pub struct Said {
    /// Of a type that news have, not of articles in general.
    pub is_news: bool,
    pub headline: Option<String>,
    pub name: Option<String>,
    pub author: Option<String>,
    pub publisher: Option<String>,
    /// EDTF, as are all dates here.
    pub published: Option<String>,
    pub modified: Option<String>,
    pub language: Option<String>,
    pub address: Option<String>,
}

/// What the first article among the page's blocks of JSON-LD says.
pub fn article(blocks: &[String]) -> Option<Said> {
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

fn of(article: &Value) -> Said {
    let text = |key: &str| entry(article.get(key)?.as_str()?);
    let date = |key: &str| text(key).and_then(|date| dates::stated(&date));
    Said {
        is_news: strings(article.get("@type")).iter().any(|kind| kind != "Article"),
        headline: text("headline"),
        name: text("name"),
        author: names(article.get("author").or_else(|| article.get("creator"))),
        publisher: names(article.get("publisher")),
        published: date("datePublished"),
        modified: date("dateModified"),
        language: text("inLanguage"),
        address: strings(article.get("url").or_else(|| article.get("mainEntityOfPage")))
            .first()
            .and_then(|url| address(url, None)),
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
