use domain::{
    actor::ActorKind,
    event::Role,
    incoming::{CodeList, Coded, Party},
};
use serde_json::Value;
use std::collections::HashMap;

use crate::import::{dated::Cell, json, names};

/// What an object of a bundle is to the record.
pub(super) enum What {
    Actor(Party),
    Event,
    /// A class of organisations: nobody who acts, yet others are part of it.
    Sector,
    Report,
    Note,
    Relation,
    Place,
    /// Malware, indicators and whatever else the record does not hold; also what was revoked.
    Other,
    Nameless,
    Broken,
}

pub(super) struct Entry<'a> {
    pub row: u64,
    pub id: &'a str,
    pub kind: &'a str,
    pub name: &'a str,
    pub object: &'a Value,
    pub what: What,
}

impl Entry<'_> {
    pub fn own_id(&self) -> Option<String> {
        (!self.id.is_empty()).then(|| self.id.to_owned())
    }

    /// Whether something in the record bears its id.
    pub fn is_kept(&self) -> bool {
        matches!(self.what, What::Actor(_) | What::Event | What::Sector | What::Report | What::Note)
    }
}

/// The objects of a bundle in their order, and by what others call them.
pub(super) struct Index<'a> {
    entries: Vec<Entry<'a>>,
    by_id: HashMap<&'a str, usize>,
}

impl<'a> Index<'a> {
    pub fn of(objects: &'a [Value]) -> Self {
        let entries: Vec<Entry<'a>> = (1..).zip(objects).map(|(row, object)| entry(row, object)).collect();
        let mut by_id: HashMap<&str, usize> = HashMap::new();
        for (at, entry) in entries.iter().enumerate().filter(|(_, entry)| !entry.id.is_empty()) {
            let newer = by_id
                .get(entry.id)
                .and_then(|&other| entries.get(other))
                .is_none_or(|other| json::text(other.object, "modified") < json::text(entry.object, "modified"));
            if newer {
                by_id.insert(entry.id, at);
            }
        }
        for (at, entry) in entries.iter().enumerate() {
            for id in internal_ids(entry.object) {
                by_id.entry(id).or_insert(at);
            }
        }
        Self { entries, by_id }
    }

    pub fn entries(&self) -> impl Iterator<Item = (usize, &Entry<'a>)> {
        self.entries.iter().enumerate()
    }

    pub fn at(&self, reference: &str) -> Option<usize> {
        self.by_id.get(reference).copied()
    }

    pub fn find(&self, reference: &str) -> Option<&Entry<'a>> {
        self.entries.get(self.at(reference)?)
    }

    /// A bundle may hold an object in several versions: the last one counts.
    pub fn is_newest(&self, at: usize) -> bool {
        self.entries
            .get(at)
            .is_some_and(|entry| entry.id.is_empty() || self.at(entry.id) == Some(at))
    }
}

/// OpenCTI's own ids, which its exports sometimes point at instead of the standard ones.
fn internal_ids(object: &Value) -> Vec<&str> {
    let extensions = object.get("extensions").and_then(Value::as_object);
    let own = extensions.into_iter().flatten().map(|(_, extension)| json::text(extension, "id"));
    own.chain([json::text(object, "x_opencti_id")])
        .filter(|id| !id.is_empty())
        .collect()
}

fn entry(row: u64, object: &Value) -> Entry<'_> {
    let name = ["name", "abstract", "result_name", "value"]
        .map(|key| json::text(object, key))
        .into_iter()
        .find(|name| !name.is_empty());
    let kind = json::text(object, "type");
    Entry {
        row,
        id: json::text(object, "id"),
        kind,
        name: name.unwrap_or_default(),
        object,
        what: what(object, kind, name.is_some()),
    }
}

fn what(object: &Value, kind: &str, named: bool) -> What {
    let nameless = |what: What| if named { what } else { What::Nameless };
    match kind {
        "" => What::Broken,
        _ if json::is_true(object, "revoked") => What::Other,
        "relationship" => What::Relation,
        "note" | "opinion" => What::Note,
        "report" | "grouping" => nameless(What::Report),
        "incident" | "event" => nameless(What::Event),
        "campaign" if !span(object).0.text.is_empty() || !span(object).1.text.is_empty() => nameless(What::Event),
        "threat-actor" | "intrusion-set" | "campaign" => actor(object, Some(ActorKind::Group)),
        "identity" => match json::text(object, "identity_class") {
            "class" => nameless(What::Sector),
            "system" => What::Other,
            "individual" => actor(object, Some(ActorKind::Person)),
            "organization" => actor(object, Some(ActorKind::Organisation)),
            "group" => actor(object, Some(ActorKind::Group)),
            _ => actor(object, None),
        },
        "location" if is_country(object) => {
            let mut what = actor(object, Some(ActorKind::Country));
            if let What::Actor(party) = &mut what {
                party.code = country(object);
            }
            what
        }
        "location" => What::Place,
        _ => What::Other,
    }
}

fn actor(object: &Value, kind: Option<ActorKind>) -> What {
    let Some(mut party) = Party::named(json::text(object, "name"), Role::Party) else {
        return What::Nameless;
    };
    let aliases = ["aliases", "x_opencti_aliases"];
    names::add(&mut party, aliases.iter().flat_map(|key| json::texts(object, key)));
    party.kind = kind;
    party.id = Some(json::text(object, "id").to_owned()).filter(|id| !id.is_empty());
    What::Actor(party)
}

/// Whether a location is a country itself and not something in one.
fn is_country(object: &Value) -> bool {
    let within = ["city", "administrative_area", "street_address", "postal_code"];
    match json::text(object, "x_opencti_location_type") {
        "" => !json::text(object, "country").is_empty() && within.iter().all(|key| json::text(object, key).is_empty()),
        kind => kind == "Country",
    }
}

/// The country of a location: two letters, as the standard says, or three, as OpenCTI writes; anything else is a name.
pub(super) fn country(object: &Value) -> Option<Coded> {
    let code = json::text(object, "country");
    let list = match code.len() {
        2 => CodeList::Alpha2,
        3 => CodeList::Alpha3,
        _ => CodeList::Name,
    };
    Coded::new(list, &code.to_uppercase())
        .filter(|coded| coded.list != CodeList::Name)
        .or_else(|| Coded::new(CodeList::Name, code))
}

/// The columns of an event's first and last moment: those of the standard, else those of OpenCTI.
pub(super) fn span<'a>(object: &'a Value) -> (Cell<'a>, Cell<'a>) {
    let first = |columns: [&'static str; 2]| {
        let cells = columns.map(|column| Cell::new(column, json::text(object, column)));
        let [standard, other] = cells;
        if standard.text.is_empty() && !other.text.is_empty() {
            other
        } else {
            standard
        }
    };
    known(first(["first_seen", "start_time"]), first(["last_seen", "stop_time"]))
}

/// Start and end, without the year 1900 that OpenCTI writes in both for *unknown*.
pub(super) fn known<'a>(start: Cell<'a>, stop: Cell<'a>) -> (Cell<'a>, Cell<'a>) {
    if start.text == stop.text && start.text.starts_with("1900-") {
        return (Cell::new(start.column, ""), Cell::new(stop.column, ""));
    }
    (start, stop)
}
