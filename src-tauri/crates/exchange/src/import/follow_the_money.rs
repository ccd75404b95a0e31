//! FollowTheMoney entities, one JSON object a line, as OpenSanctions and Aleph write them.
//!
//! Every property is a list. Where a date has several values they are contested: the first is taken and the others are kept in words. Lines of a delta
//! file say what changed and are no entities: they are reported and left out.

mod actors;
mod edges;
mod events;

use domain::incoming::Problem;
use serde_json::Value;

use super::{ImportError, Out, Stopped, dated::Cell, json};
use actors::Known;

pub(super) fn is(start: &str) -> bool {
    let Some(line) = start.lines().find(|line| !line.trim().is_empty()) else {
        return false;
    };
    let has = |keys: [&str; 2]| keys.iter().all(|key| json::has_key(line, key));
    json::is_object(line) && (has(["schema", "properties"]) || has(["op", "entity"]))
}

pub(super) fn read(text: &str, out: &mut Out<'_>) -> Result<(), ImportError> {
    let known = Known::of(lines(text).filter_map(|(_, line)| serde_json::from_str(line).ok()));
    for (row, line) in lines(text) {
        match serde_json::from_str::<Value>(line) {
            Ok(value) => entity(row, &value, &known, out)?,
            Err(_) => out.fault(row, "", line, Problem::Malformed)?,
        }
    }
    Ok(())
}

/// Lines with their numbers, without blank ones.
fn lines(text: &str) -> impl Iterator<Item = (u64, &str)> {
    (1..)
        .zip(text.trim_start_matches('\u{feff}').lines())
        .filter(|(_, line)| !line.trim().is_empty())
}

fn entity(row: u64, value: &Value, known: &Known, out: &mut Out<'_>) -> Result<(), Stopped> {
    if let Some(changed) = value.get("entity") {
        let change = format!("{} {}", json::text(value, "op"), json::text(changed, "id"));
        return out.fault(row, "op", &change, Problem::NothingToKeep);
    }
    let entity = Entity::of(row, value);
    match entity.schema {
        "" => out.fault(row, "schema", entity.id, Problem::Malformed),
        "Person" | "Company" | "Organization" | "PublicBody" | "LegalEntity" => actors::actor(&entity, out),
        // Told with who holds it.
        "Position" => Ok(()),
        "Occupancy" => edges::tenure(&entity, known, out),
        "Sanction" => events::sanction(&entity, known, out),
        "Payment" => events::payment(&entity, known, out),
        "Event" => events::event(&entity, known, out),
        "Article" | "Document" | "HyperText" | "Pages" | "PlainText" | "Email" => events::source(&entity, out),
        schema => match edges::edge(schema) {
            Some(edge) => edges::tie(&entity, &edge, known, out),
            None => out.fault(row, schema, entity.title(), Problem::NothingToKeep),
        },
    }
}

/// An entity and its line.
struct Entity<'a> {
    row: u64,
    id: &'a str,
    schema: &'a str,
    caption: &'a str,
    properties: &'a Value,
}

impl<'a> Entity<'a> {
    fn of(row: u64, value: &'a Value) -> Self {
        Self {
            row,
            id: json::text(value, "id"),
            schema: json::text(value, "schema"),
            caption: json::text(value, "caption"),
            properties: value.get("properties").unwrap_or(&Value::Null),
        }
    }

    fn own_id(&self) -> Option<String> {
        (!self.id.is_empty()).then(|| self.id.to_owned())
    }

    fn all(&self, property: &str) -> Vec<&'a str> {
        json::texts(self.properties, property).collect()
    }

    fn first(&self, property: &str) -> &'a str {
        json::texts(self.properties, property).next().unwrap_or_default()
    }

    fn cell(&self, property: &'static str) -> Cell<'a> {
        Cell::new(property, self.first(property))
    }

    /// A name of it, whatever it is.
    fn title(&self) -> &'a str {
        let named = ["name", "title", "full"].map(|property| self.first(property));
        let all = named.into_iter().chain([self.caption, self.id]);
        all.into_iter().find(|name| !name.is_empty()).unwrap_or_default()
    }

    /// `Listed: 2025-02-13`, for each property that is there; contested dates are all said.
    fn said(&self, properties: &[(&str, &str)]) -> String {
        let lines = properties.iter().filter_map(|(property, words)| {
            let values = self.all(property);
            let (joined, contested) = match property.ends_with("Date") && values.len() > 1 {
                true => (values.join(" or "), " (contested)"),
                false => (values.join("; "), ""),
            };
            match (values.is_empty(), words.is_empty()) {
                (true, _) => None,
                (_, true) => Some(joined),
                _ => Some(format!("{words}: {joined}{contested}")),
            }
        });
        lines.collect::<Vec<_>>().join("\n\n")
    }

    /// The values of a date beside the first, which is taken.
    fn contested(&self, property: &str) -> String {
        match self.all(property).as_slice() {
            [] | [_] => String::new(),
            [_, others @ ..] => format!("Also given as the date: {}", others.join(", ")),
        }
    }
}
