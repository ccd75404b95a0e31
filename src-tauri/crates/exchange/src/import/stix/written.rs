//! Reports, notes and opinions; and the notes that keep what is said of somebody.

use domain::incoming::{IncomingNote, IncomingSource, Problem, Thing};
use serde_json::Value;

use super::{Entry, Index, relations};
use crate::import::{
    Out, Stopped,
    dated::{self, Cell},
    json,
};

pub(super) fn report(index: &Index<'_>, entry: &Entry<'_>, out: &mut Out<'_>) -> Result<(), Stopped> {
    let published = dated::date(out, entry.row, Cell::new("published", json::text(entry.object, "published")))?;
    let author = index.find(json::text(entry.object, "created_by_ref"));
    let source = IncomingSource {
        author: author.map(|author| author.name.to_owned()).unwrap_or_default(),
        published,
        language: json::text(entry.object, "lang").to_owned(),
        ..reference(entry.object).unwrap_or_default()
    };
    let source = IncomingSource {
        title: entry.name.to_owned(),
        ..source
    };
    out.put(entry.row, entry.own_id(), Thing::Source(Box::new(source)))?;
    let about = about(index, entry, out)?;
    let mut lines = vec![json::text(entry.object, "description").to_owned()];
    let objects = json::list(entry.object, "object_refs").len();
    if objects > 0 {
        lines.push(format!("About {objects} objects of its file."));
    }
    lines.push(confidence(entry.object));
    let note = note_of(entry.name, lines, about);
    match note.body.is_empty() {
        true => Ok(()),
        false => out.put(
            entry.row,
            entry.own_id().map(|id| format!("{id}#note")),
            Thing::Note(Box::new(note)),
        ),
    }
}

pub(super) fn note(index: &Index<'_>, entry: &Entry<'_>, out: &mut Out<'_>) -> Result<(), Stopped> {
    let opinion = json::text(entry.object, "opinion").replace('-', " ");
    let title = if opinion.is_empty() {
        entry.name.to_owned()
    } else {
        format!("Opinion: {opinion}")
    };
    let text = ["content", "explanation"].map(|key| json::text(entry.object, key).to_owned());
    let about = about(index, entry, out)?;
    let authors: Vec<&str> = json::texts(entry.object, "authors").collect();
    let mut lines = text.to_vec();
    if !authors.is_empty() {
        lines.push(format!("By {}", authors.join("; ")));
    }
    lines.push(confidence(entry.object));
    let note = note_of(&title, lines, about);
    if note.title.is_empty() && note.body.is_empty() {
        return out.fault(entry.row, entry.kind, entry.id, Problem::NothingToKeep);
    }
    out.put(entry.row, entry.own_id(), Thing::Note(Box::new(note)))
}

/// A sector is no actor: what is said of it is a note.
pub(super) fn sector(index: &Index<'_>, entry: &Entry<'_>, wider: &[&Entry<'_>], out: &mut Out<'_>) -> Result<(), Stopped> {
    let mut lines = vec![description(entry.object, entry.name)];
    lines.extend(wider.iter().map(|wider| format!("Part of [[{}]]", wider.name)));
    let about = about(index, entry, out)?;
    let note = note_of(entry.name, lines, about);
    if note.body.is_empty() {
        return out.fault(entry.row, "identity_class", entry.name, Problem::NothingToKeep);
    }
    out.put(entry.row, entry.own_id(), Thing::Note(Box::new(note)))
}

fn note_of(title: &str, mut lines: Vec<String>, about: Vec<String>) -> IncomingNote {
    lines.retain(|line| !line.is_empty());
    IncomingNote {
        title: title.to_owned(),
        body: lines.join("\n\n"),
        about,
    }
}

/// What an object is about, of that which the record keeps.
fn about(index: &Index<'_>, entry: &Entry<'_>, out: &mut Out<'_>) -> Result<Vec<String>, Stopped> {
    let mut about = Vec::new();
    for reference in json::texts(entry.object, "object_refs") {
        match index.find(reference) {
            Some(other) if other.is_kept() || relations::is_kept(index, other) => about.push(reference.to_owned()),
            Some(_) => {}
            None => out.fault(entry.row, "object_refs", reference, Problem::PointsNowhere)?,
        }
    }
    Ok(about)
}

fn confidence(object: &Value) -> String {
    match object.get("confidence").and_then(Value::as_u64) {
        Some(confidence) => format!("Confidence: {confidence} of 100"),
        None => String::new(),
    }
}

/// What is said of somebody: the description, when they were seen, and where to read of them.
pub(super) fn description(object: &Value, name: &str) -> String {
    let text = json::text(object, "description");
    let mut lines: Vec<String> = Vec::new();
    if text != name && !text.is_empty() {
        lines.push(text.to_owned());
    }
    for (key, words) in [("first_seen", "First seen"), ("last_seen", "Last seen")] {
        let seen = crate::import::dates::iso(json::text(object, key));
        lines.extend(seen.map(|seen| format!("{words}: {seen}")));
    }
    lines.extend(references(object).map(|(_, url)| format!("<{url}>")));
    lines.join("\n\n")
}

/// The first page that is referred to.
pub(super) fn reference(object: &Value) -> Option<IncomingSource> {
    let (title, url) = references(object).next()?;
    Some(IncomingSource {
        title: title.to_owned(),
        url: url.to_owned(),
        ..IncomingSource::default()
    })
}

fn references(object: &Value) -> impl Iterator<Item = (&str, &str)> {
    json::list(object, "external_references")
        .iter()
        .map(|reference| (json::text(reference, "source_name"), json::text(reference, "url")))
        .filter(|(_, url)| !url.is_empty())
}
