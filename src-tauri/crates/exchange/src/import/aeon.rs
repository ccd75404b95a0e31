//! Aeon Timeline: seconds since the first of January of year 1, and how exact each is.

mod time;

use domain::{
    event::{Role, When},
    incoming::{IncomingEvent, IncomingPlace, Party, Problem, Thing},
};
use serde_json::Value;
use std::collections::HashMap;

use super::{ImportError, Out, Stopped, json, words};
use time::Calendar;

/// The JSON inside of a file, also where somebody unpacked it.
pub(super) fn is(start: &str) -> bool {
    json::is_object(start) && json::has_key(start, "rangeValues") && json::has_key(start, "events")
}

pub(crate) fn read_aeon(text: &str, out: &mut Out<'_>) -> Result<(), ImportError> {
    let root = json::parse(text)?;
    let timeline = Timeline::of(&root);
    for (row, event) in (1..).zip(json::list(&root, "events")) {
        timeline.tell(row, event, out)?;
    }
    // Entities are counted on from the events, so that no two things have one number.
    let events = json::list(&root, "events").len() as u64;
    for (row, entity) in (events + 1..).zip(json::list(&root, "entities")) {
        timeline.tell_entity(row, entity, out)?;
    }
    Ok(())
}

/// What an entity is for an event.
enum Entity {
    Person(String),
    Place(String),
    /// A story or an arc that events belong to.
    Topic(String),
}

#[derive(Default)]
struct Timeline {
    entities: HashMap<String, Entity>,
    /// The names of roles and of properties that hold texts.
    roles: HashMap<String, String>,
    texts: HashMap<String, String>,
    calendars: HashMap<String, Calendar>,
}

impl Timeline {
    fn of(root: &Value) -> Self {
        let mut timeline = Self::default();
        let empty = Value::Null;
        let template = root.get("template").unwrap_or(&empty);
        let types: HashMap<String, &Value> = json::list(template, "types")
            .iter()
            .map(|kind| (json::written(kind, "guid"), kind))
            .collect();
        for role in types.values().flat_map(|kind| json::list(kind, "roles")) {
            timeline.roles.insert(json::written(role, "guid"), json::written(role, "name"));
        }
        for entity in json::list(root, "entities") {
            let kind = types.get(&json::written(entity, "entityType")).copied().unwrap_or(&empty);
            timeline.entities.insert(json::written(entity, "guid"), entity_of(entity, kind));
        }
        for property in json::list(template, "properties") {
            if json::written(property, "type").ends_with("text") {
                timeline
                    .texts
                    .insert(json::written(property, "guid"), json::written(property, "name"));
            }
        }
        for property in json::list(template, "rangeProperties") {
            let calendar = property.get("calendar").unwrap_or(&empty);
            timeline.calendars.insert(json::written(property, "guid"), Calendar::of(calendar));
        }
        timeline
    }

    fn tell(&self, row: u64, event: &Value, out: &mut Out<'_>) -> Result<(), Stopped> {
        let summary = self.summary(event);
        let title = words::titled(&json::written(event, "title"), &summary);
        if title.is_empty() {
            return out.fault(row, "title", "", Problem::NoTitle);
        }
        let mut incoming = IncomingEvent {
            when: self.when(row, event, &title, out)?,
            title,
            summary,
            locator: json::written(event, "displayId"),
            topics: json::list(event, "tags")
                .iter()
                .filter_map(Value::as_str)
                .map(words::line)
                .collect(),
            ..IncomingEvent::default()
        };
        for relation in json::list(event, "relationships") {
            let entity = json::written(relation, "entity");
            match self.entities.get(&entity) {
                Some(known) => self.add(known, &entity, &json::written(relation, "role"), &mut incoming),
                None => out.fault(row, "relationships", &entity, Problem::PointsNowhere)?,
            }
        }
        let id = Some(json::written(event, "guid")).filter(|id| !id.is_empty());
        out.event(row, id, incoming)
    }

    /// Who takes part in events is an actor; places and stories are told with the events.
    fn tell_entity(&self, row: u64, entity: &Value, out: &mut Out<'_>) -> Result<(), Stopped> {
        let id = json::written(entity, "guid");
        let Some(Entity::Person(name)) = self.entities.get(&id) else {
            return Ok(());
        };
        match Party::named(name, Role::Party) {
            Some(party) => {
                let party = Party {
                    id: Some(id.clone()),
                    ..party
                };
                out.put(row, Some(id), Thing::Actor(party))
            }
            None => out.fault(row, "name", &id, Problem::NoTitle),
        }
    }

    fn add(&self, entity: &Entity, id: &str, role: &str, event: &mut IncomingEvent) {
        match entity {
            Entity::Person(name) => {
                let said = self.roles.get(role).map(|role| role.to_lowercase()).unwrap_or_default();
                let role = if ["witness", "observer"].contains(&said.as_str()) {
                    Role::Mentioned
                } else {
                    Role::Party
                };
                event.parties.extend(Party::named(name, role).map(|party| Party {
                    id: Some(id.to_owned()),
                    ..party
                }));
            }
            Entity::Place(name) => {
                event.place.get_or_insert_with(|| IncomingPlace {
                    name: words::line(name),
                    ..IncomingPlace::default()
                });
            }
            Entity::Topic(name) => event.topics.push(words::line(name)),
        }
    }

    /// The texts of an event. Where there are several, each begins with its name.
    fn summary(&self, event: &Value) -> String {
        let texts = json::list(event, "values").iter().filter_map(|value| {
            let name = self.texts.get(&json::written(value, "property"))?;
            let text = words::plain(&json::written(value, "value"));
            (!text.is_empty()).then_some((name, text))
        });
        let texts: Vec<_> = texts.collect();
        match texts.as_slice() {
            [(_, text)] => text.clone(),
            texts => texts
                .iter()
                .map(|(name, text)| format!("{name}: {text}"))
                .collect::<Vec<_>>()
                .join("\n\n"),
        }
    }

    fn when(&self, row: u64, event: &Value, title: &str, out: &mut Out<'_>) -> Result<Option<When>, Stopped> {
        let Some((range, position)) = json::list(event, "rangeValues")
            .iter()
            .find_map(|range| Some((range, range.get("position")?)))
        else {
            out.fault(row, "position", title, Problem::NoDate)?;
            return Ok(None);
        };
        let calendar = self.calendars.get(&json::written(range, "rangeProperty"));
        let when = calendar.and_then(|calendar| calendar.when(position, range.get("span")));
        if when.is_none() {
            out.fault(row, "position", &json::written(position, "timestamp"), Problem::DateUnread)?;
        }
        Ok(when)
    }
}

fn entity_of(entity: &Value, kind: &Value) -> Entity {
    let name = json::written(entity, "name");
    match json::written(kind, "name").to_lowercase().as_str() {
        "place" | "location" => Entity::Place(name),
        "story" | "arc" => Entity::Topic(name),
        _ if json::written(kind, "icon") == "book" => Entity::Topic(name),
        _ => Entity::Person(name),
    }
}
