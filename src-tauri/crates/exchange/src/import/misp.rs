//! MISP events, alone or wrapped in an answer of its interface.
//!
//! An event of MISP is one of ours; its attributes (addresses, hashes, files) are counted and not kept. The threat actors that it is tagged with act in
//! it; who wrote it is the author of its source. Proposals are nobody's facts and are only counted.

use domain::{
    actor::ActorKind,
    event::Role,
    incoming::{CodeList, Coded, IncomingEvent, IncomingSource, Party, Problem},
};
use serde_json::Value;
use std::collections::BTreeMap;

use super::{
    ImportError, Out, Stopped,
    dated::{self, Cell},
    dates, json, names,
};

/// How much of the texts among the attributes goes into the summary, in characters.
const LONGEST_TEXT: usize = 4_000;

pub(super) fn is(start: &str) -> bool {
    let text = start.trim_start();
    let wrapped = json::has_key(text, "Event") && json::has_key(text, "info");
    let bare = json::has_key(text, "to_ids") && json::has_key(text, "category");
    text.starts_with(['{', '[']) && (wrapped || bare)
}

pub(super) fn read(text: &str, out: &mut Out<'_>) -> Result<(), ImportError> {
    let whole = json::parse(text)?;
    let answer = whole.get("response").unwrap_or(&whole);
    let events = answer.as_array().map_or(std::slice::from_ref(answer), Vec::as_slice);
    for (row, wrapped) in (1..).zip(events) {
        event(row, wrapped.get("Event").unwrap_or(wrapped), out)?;
    }
    Ok(())
}

fn event(row: u64, event: &Value, out: &mut Out<'_>) -> Result<(), Stopped> {
    let title = json::text(event, "info");
    if !event.is_object() || title.is_empty() {
        return out.fault(
            row,
            "info",
            json::text(event, "uuid"),
            if event.is_object() { Problem::NoTitle } else { Problem::Malformed },
        );
    }
    let date = Cell::new("date", json::text(event, "date"));
    if date.text.is_empty() {
        out.fault(row, date.column, "", Problem::NoDate)?;
    }
    let when = dated::when(out, row, date, Cell::new("", ""))?;
    let tags = Tags::of(event);
    let told = IncomingEvent {
        title: title.to_owned(),
        when,
        parties: parties(event, &tags),
        summary: summary(event, &tags),
        topics: tags.topics,
        source: Some(source(event, title)),
        ..IncomingEvent::default()
    };
    let id = json::text(event, "uuid");
    out.event(row, (!id.is_empty()).then(|| id.to_owned()), told)
}

/// The tags of an event by what they are for.
#[derive(Default)]
struct Tags {
    topics: Vec<String>,
    /// How it may be passed on and where the work on it stands: said, but no topics.
    marks: Vec<String>,
    actors: Vec<String>,
    targets: Vec<String>,
}

impl Tags {
    fn of(event: &Value) -> Self {
        let mut tags = Self::default();
        for tag in json::list(event, "Tag") {
            tags.add(json::text(tag, "name"));
        }
        tags
    }

    fn add(&mut self, name: &str) {
        let galaxy = name
            .strip_prefix("misp-galaxy:")
            .and_then(|tag| tag.split_once('='))
            .map(|(galaxy, value)| (galaxy, value.trim_matches('"')));
        match galaxy {
            Some((galaxy, value)) if is_of_actors(galaxy) => self.actors.push(value.to_owned()),
            Some(("target-information", value)) => self.targets.push(value.to_owned()),
            Some((_, value)) => self.topics.push(value.to_owned()),
            None if name.is_empty() => {}
            None if name.starts_with("tlp:") || name.starts_with("workflow:") => self.marks.push(name.to_owned()),
            None => self.topics.push(name.to_owned()),
        }
    }
}

fn is_of_actors(galaxy: &str) -> bool {
    matches!(
        galaxy,
        "threat-actor"
            | "microsoft-activity-group"
            | "360net-threat-actor"
            | "mitre-intrusion-set"
            | "mitre-enterprise-attack-intrusion-set"
    )
}

/// Threat actors, once each: from their galaxies, which know more of them, and from tags alone.
fn parties(event: &Value, tags: &Tags) -> Vec<Party> {
    let galaxies = json::list(event, "Galaxy")
        .iter()
        .filter(|galaxy| is_of_actors(json::text(galaxy, "type")));
    let known = galaxies
        .flat_map(|galaxy| json::list(galaxy, "GalaxyCluster"))
        .filter_map(threat_actor);
    let tagged = tags.actors.iter().filter_map(|name| group(name));
    let mut parties: Vec<Party> = Vec::new();
    for party in known.chain(tagged) {
        if !parties.iter().any(|other| other.name == party.name) {
            parties.push(party);
        }
    }
    let targets = tags.targets.iter().filter_map(|name| {
        let code = Coded::new(CodeList::Name, name)?;
        Some(Party {
            name: name.clone(),
            ..Party::country(code, Role::Recipient)
        })
    });
    parties.extend(targets);
    parties
}

fn group(name: &str) -> Option<Party> {
    Some(Party {
        kind: Some(ActorKind::Group),
        ..Party::named(name, Role::Actor)?
    })
}

fn threat_actor(cluster: &Value) -> Option<Party> {
    let mut party = group(json::text(cluster, "value"))?;
    let meta = cluster.get("meta").unwrap_or(&Value::Null);
    names::add(&mut party, json::texts(meta, "synonyms"));
    party.country = json::texts(meta, "country")
        .next()
        .or_else(|| Some(json::text(meta, "country")))
        .filter(|code| code.len() == 2)
        .and_then(|code| Coded::new(CodeList::Alpha2, &code.to_uppercase()));
    Some(party)
}

/// Who wrote it, and the first page that it refers to.
fn source(event: &Value, title: &str) -> IncomingSource {
    let author = event.get("Orgc").map(|org| json::text(org, "name")).unwrap_or_default();
    let link = attributes(event).find(|attribute| json::text(attribute, "type") == "link");
    IncomingSource {
        title: title.to_owned(),
        author: author.to_owned(),
        url: link.map(|link| json::text(link, "value").to_owned()).unwrap_or_default(),
        ..IncomingSource::default()
    }
}

/// Attributes of the event itself and of its objects, without those that were taken back.
fn attributes(event: &Value) -> impl Iterator<Item = &Value> {
    let objects = json::list(event, "Object")
        .iter()
        .filter(|object| !json::is_true(object, "deleted"));
    json::list(event, "Attribute")
        .iter()
        .chain(objects.flat_map(|object| json::list(object, "Attribute")))
        .filter(|attribute| !json::is_true(attribute, "deleted"))
}

fn summary(event: &Value, tags: &Tags) -> String {
    let own = json::list(event, "Attribute")
        .iter()
        .filter(|attribute| !json::is_true(attribute, "deleted"));
    let objects = json::list(event, "Object")
        .iter()
        .filter(|object| !json::is_true(object, "deleted"));
    let lines = [
        texts(event),
        counted("Attributes", own.map(|attribute| json::text(attribute, "type"))),
        counted("Objects", objects.map(|object| json::text(object, "name"))),
        seen(event),
        number("Related events", json::list(event, "RelatedEvent").len()),
        number("Proposals, not taken", proposals(event)),
        if tags.marks.is_empty() {
            String::new()
        } else {
            format!("Marked: {}", tags.marks.join(", "))
        },
    ];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// What the event says in words.
fn texts(event: &Value) -> String {
    let said = attributes(event).filter(|attribute| {
        matches!(json::text(attribute, "type"), "text" | "comment") && json::text(attribute, "category") == "External analysis"
    });
    let words: Vec<&str> = said.map(|attribute| json::text(attribute, "value")).collect();
    words.join("\n\n").chars().take(LONGEST_TEXT).collect()
}

/// `Attributes: 9 (7 domain, 1 link, 1 text)`.
fn counted<'a>(what: &str, kinds: impl Iterator<Item = &'a str>) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for kind in kinds {
        *counts.entry(kind).or_default() += 1;
    }
    let all: usize = counts.values().sum();
    let each: Vec<String> = counts.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    if all == 0 {
        String::new()
    } else {
        format!("{what}: {all} ({})", each.join(", "))
    }
}

fn number(what: &str, count: usize) -> String {
    if count == 0 { String::new() } else { format!("{what}: {count}") }
}

/// From the first time that any attribute was seen to the last. Its times are kept as they stand: which zone made a day of them is not said.
fn seen(event: &Value) -> String {
    let times = |key: &'static str| attributes(event).filter_map(move |attribute| dates::iso(json::text(attribute, key)));
    let first = times("first_seen").min_by_key(|date| date.earliest());
    let last = times("last_seen").max_by_key(|date| date.latest());
    match (first, last) {
        (Some(first), Some(last)) => format!("Seen: {first} to {last}"),
        (Some(first), None) => format!("First seen: {first}"),
        (None, Some(last)) => format!("Last seen: {last}"),
        (None, None) => String::new(),
    }
}

fn proposals(event: &Value) -> usize {
    let of_attributes = attributes(event).map(|attribute| json::list(attribute, "ShadowAttribute").len());
    json::list(event, "ShadowAttribute").len() + of_attributes.sum::<usize>()
}
