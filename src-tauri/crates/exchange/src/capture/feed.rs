//! RSS, Atom and JSON feeds → one document for each item.

use super::{CaptureError, Document, DocumentFormat, clean, dates, html};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use feed_rs::{
    model::{Entry, Feed, Text},
    parser,
};

/// The largest feed taken, in bytes.
const LARGEST: usize = 10 << 20;
/// Further items are left out.
const ITEMS: usize = 500;

/// The items of a feed that hold words, in the feed's order, at most 500.
pub fn read(bytes: &[u8]) -> Result<Vec<Document>, CaptureError> {
    if bytes.len() > LARGEST {
        return Err(CaptureError::TooLarge {
            format: Some(DocumentFormat::Feed),
            limit_mb: LARGEST >> 20,
        });
    }
    let parser = parser::Builder::new().timestamp_parser(day_as_written).build();
    let feed = parser
        .parse(bytes)
        .map_err(|error| CaptureError::damaged(DocumentFormat::Feed, error))?;
    let items = feed.entries.iter().take(ITEMS).map(|entry| item(entry, &feed));
    let documents: Vec<_> = items.filter(|document| !document.text.is_empty()).collect();
    if documents.is_empty() {
        Err(CaptureError::NoText)
    } else {
        Ok(documents)
    }
}

/// Midnight of the day that the feed writes, whatever its zone: the parser would shift it.
fn day_as_written(text: &str) -> Option<DateTime<Utc>> {
    let day = dates::stated(text).filter(|date| date.len() == 10)?;
    Some(day.parse::<NaiveDate>().ok()?.and_time(NaiveTime::MIN).and_utc())
}

fn item(entry: &Entry, feed: &Feed) -> Document {
    let title = entry.title.as_ref().and_then(words);
    let body = entry.content.as_ref().and_then(|content| content.body.as_deref()).map(text_of);
    let summary = || entry.summary.as_ref().map(|summary| text_of(&summary.content));
    let filled = |text: &String| !text.is_empty();
    let text = body.filter(filled).or_else(summary).filter(filled).or_else(|| title.clone());
    let names: Vec<_> = entry
        .authors
        .iter()
        .filter_map(|author| clean::entry(author.name.as_deref()?))
        .collect();
    // An item's own address may be given from the site on.
    let site = feed
        .links
        .iter()
        .map(|link| link.href.as_str())
        .find(|href| html::address(href, None).is_some());
    let links = entry
        .links
        .iter()
        .filter(|link| link.rel.as_deref().is_none_or(|rel| rel == "alternate"));
    Document {
        author: (!names.is_empty()).then(|| names.join(", ")),
        publisher: feed.title.as_ref().and_then(words),
        published: entry.published.map(|day| day.date_naive().to_string()),
        language: entry.language.as_deref().or(feed.language.as_deref()).and_then(html::two_letters),
        address: links.filter_map(|link| html::address(&link.href, site)).next(),
        text: text.unwrap_or_default(),
        title,
        left_out: String::new(),
    }
}

/// A title: one line without markup.
fn words(text: &Text) -> Option<String> {
    clean::entry(&text_of(&text.content))
}

/// Feeds write HTML and plain text alike, often without saying which; plain text has no tags and few entities.
fn text_of(written: &str) -> String {
    let is_plain = !written.contains(['<', '&']);
    let text = if is_plain {
        clean::text(written)
    } else {
        html::fragment(written).unwrap_or_default()
    };
    clean::text(&text)
}
