//! STIX 2.1 bundles, those of OpenCTI among them.
//!
//! Who acts becomes an actor, what happened an event, what was written a source or a note. A relation between two actors is a tie; one of an event and an
//! actor is a party of the event; what somebody does with a thing that the record does not hold (malware, a vulnerability, a sector) is a note about them.

mod index;
mod relations;
mod written;

use domain::incoming::{IncomingEvent, IncomingPlace, Party, Problem, Thing};
use serde_json::Value;

use super::{
    ImportError, Out, Stopped,
    dated::{self, Cell},
    json,
};
use index::{Entry, Index, What};
use relations::{OfEvent, Relations};

pub(super) fn is(start: &str) -> bool {
    json::is_object(start) && (json::has_pair(start, "type", "bundle") || start.contains("\"bundle--"))
}

pub(super) fn read(text: &str, out: &mut Out<'_>) -> Result<(), ImportError> {
    let bundle = json::parse(text)?;
    let index = Index::of(json::list(&bundle, "objects"));
    let relations = Relations::of(&index);
    for (at, entry) in index.entries() {
        if index.is_newest(at) {
            object(&index, &relations, at, entry, out)?;
        }
    }
    Ok(())
}

fn object(index: &Index<'_>, relations: &Relations<'_>, at: usize, entry: &Entry<'_>, out: &mut Out<'_>) -> Result<(), Stopped> {
    match &entry.what {
        What::Actor(party) => actor(entry, party, out),
        What::Event => event(entry, relations.of_event(at), out),
        What::Sector => written::sector(index, entry, relations.parts_of(at), out),
        What::Report => written::report(index, entry, out),
        What::Note => written::note(index, entry, out),
        What::Relation => relations::relation(index, entry, out),
        What::Place | What::Other => out.fault(entry.row, entry.kind, entry.name, Problem::NothingToKeep),
        What::Nameless => out.fault(entry.row, "name", entry.id, Problem::NoTitle),
        What::Broken => out.fault(entry.row, "", "", Problem::Malformed),
    }
}

fn actor(entry: &Entry<'_>, party: &Party, out: &mut Out<'_>) -> Result<(), Stopped> {
    out.put(entry.row, entry.own_id(), Thing::Actor(party.clone()))?;
    let body = written::description(entry.object, entry.name);
    out.note_about(entry.row, entry.id, entry.name, body)
}

fn event(entry: &Entry<'_>, told: &[OfEvent<'_>], out: &mut Out<'_>) -> Result<(), Stopped> {
    let (first, last) = index::span(entry.object);
    let when = dated::when(out, entry.row, first, last)?;
    if first.text.is_empty() && last.text.is_empty() {
        out.fault(entry.row, first.column, "", Problem::NoDate)?;
    }
    let event = IncomingEvent {
        title: entry.name.to_owned(),
        when,
        parties: told.iter().filter_map(OfEvent::party).collect(),
        place: told.iter().find_map(OfEvent::place).map(place),
        topics: topics(entry),
        summary: json::text(entry.object, "description").to_owned(),
        source: written::reference(entry.object),
        ..IncomingEvent::default()
    };
    out.event(entry.row, entry.own_id(), event)
}

/// Labels, without those that only say the object's own type.
fn topics(entry: &Entry<'_>) -> Vec<String> {
    json::texts(entry.object, "labels")
        .filter(|label| *label != entry.kind)
        .map(str::to_owned)
        .collect()
}

fn place(entry: &Entry<'_>) -> IncomingPlace {
    let number = |key: &str| entry.object.get(key).and_then(Value::as_f64);
    let coordinates = number("latitude")
        .zip(number("longitude"))
        .and_then(|(latitude, longitude)| domain::place::Coordinates::new(latitude, longitude).ok());
    IncomingPlace {
        name: entry.name.to_owned(),
        country: index::country(entry.object),
        coordinates,
    }
}

/// The columns of a relation's start and end.
fn period<'a>(object: &'a Value) -> (Cell<'a>, Cell<'a>) {
    index::known(
        Cell::new("start_time", json::text(object, "start_time")),
        Cell::new("stop_time", json::text(object, "stop_time")),
    )
}
