//! Properties → events. What is nested in an event, such as an alarm, is no part of it.

use domain::incoming::Problem;

use super::lines::{Property, properties};
use crate::import::{Out, Stopped};

/// One VEVENT.
#[derive(Debug)]
pub(super) struct Component {
    pub row: u64,
    properties: Vec<Property>,
}

impl Component {
    pub fn first(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|property| property.name == name)
    }

    /// The properties of a name that say something.
    pub fn values(&self, name: &str) -> Vec<&Property> {
        let named = self.properties.iter().filter(|property| property.name == name);
        named.filter(|property| !property.value.trim().is_empty()).collect()
    }

    /// The text of a property; empty where there is none.
    pub fn text(&self, name: &str) -> String {
        self.first(name).map(Property::text).unwrap_or_default()
    }

    pub fn uid(&self) -> Option<&str> {
        self.first("UID").map(|uid| uid.value.trim()).filter(|uid| !uid.is_empty())
    }
}

/// The events of all calendars in a text.
pub(super) fn gather(text: &str, out: &mut Out<'_>) -> Result<Vec<Component>, Stopped> {
    let mut gathered = Gathered::default();
    for line in properties(text) {
        match line {
            Ok(property) => gathered.take(property, out)?,
            Err((row, line)) => out.fault(row, "", &line, Problem::Malformed)?,
        }
    }
    gathered.give_up(out)?;
    Ok(gathered.done)
}

#[derive(Default)]
struct Gathered {
    done: Vec<Component>,
    open: Option<Component>,
    /// How many parts of the open event are open.
    nested: u64,
}

impl Gathered {
    fn take(&mut self, property: Property, out: &mut Out<'_>) -> Result<(), Stopped> {
        let value = property.value.trim().to_ascii_uppercase();
        match (property.name.as_str(), value.as_str()) {
            ("BEGIN", "VEVENT") => {
                self.give_up(out)?;
                self.open = Some(Component {
                    row: property.line,
                    properties: Vec::new(),
                });
            }
            ("END", "VEVENT") => {
                self.done.extend(self.open.take());
                self.nested = 0;
            }
            ("BEGIN" | "END", "VCALENDAR") => self.give_up(out)?,
            ("BEGIN", name) if self.open.is_none() && matches!(name, "VTODO" | "VJOURNAL" | "VFREEBUSY") => {
                out.fault(property.line, "BEGIN", name, Problem::NothingToKeep)?;
            }
            ("BEGIN", _) => self.nested += u64::from(self.open.is_some()),
            ("END", _) => self.nested = self.nested.saturating_sub(1),
            _ if self.nested > 0 => {}
            _ => {
                if let Some(open) = &mut self.open {
                    open.properties.push(property);
                }
            }
        }
        Ok(())
    }

    /// An event that does not end is not whole.
    fn give_up(&mut self, out: &mut Out<'_>) -> Result<(), Stopped> {
        self.nested = 0;
        match self.open.take() {
            Some(open) => out.fault(open.row, "VEVENT", &open.text("SUMMARY"), Problem::Malformed),
            None => Ok(()),
        }
    }
}
