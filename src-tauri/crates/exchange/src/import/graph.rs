//! Graphs: nodes are actors, edges the ties between them.

pub(super) mod gexf;
pub(super) mod graphml;
mod times;

use domain::{
    Edtf,
    event::Role,
    incoming::{IncomingNote, IncomingTie, Party, Problem, Thing},
    period::End,
    tie::{Sign, TieKind},
};
use std::collections::HashMap;

use super::{Out, Stopped, words};

/// The nodes told so far. Ids are text, since numbers of seventeen figures are none that a computer counts with.
#[derive(Default)]
struct Nodes {
    /// Their names by their ids.
    names: HashMap<String, String>,
    /// The names of the first, by which a graph is known.
    first: Vec<String>,
    /// What the file says of each, a line each: actors have no place for it, so a note keeps it.
    said: String,
}

impl Nodes {
    fn tell(&mut self, row: u64, id: Option<&str>, label: &str, said: &[String], out: &mut Out<'_>) -> Result<(), Stopped> {
        let Some(id) = id else {
            return out.fault(row, "id", label, Problem::PointsNowhere);
        };
        let label = words::line(label);
        let name = if label.is_empty() { id.to_owned() } else { label };
        if !said.is_empty() {
            self.said.push_str(&format!("- {name}: {}\n", said.join("; ")));
        }
        if self.first.len() < FIRST {
            self.first.push(name.clone());
        }
        self.names.insert(id.to_owned(), name);
        match self.party(id, Role::Party) {
            Some(party) => out.put(row, Some(id.to_owned()), Thing::Actor(party)),
            None => Ok(()),
        }
    }

    /// The note of what the file says of its nodes.
    fn finish(self, out: &mut Out<'_>) -> Result<(), Stopped> {
        if self.said.is_empty() {
            return Ok(());
        }
        let more = if self.names.len() > self.first.len() { ", …" } else { "" };
        let note = IncomingNote {
            title: format!("Nodes of a graph: {}{more}", self.first.join(", ")),
            body: self.said,
            about: Vec::new(),
        };
        out.put(1, None, Thing::Note(Box::new(note)))
    }

    fn party(&self, id: &str, role: Role) -> Option<Party> {
        let name = self.names.get(id).map_or(id, String::as_str);
        Party::named(name, role).map(|party| Party {
            id: Some(id.to_owned()),
            ..party
        })
    }
}

/// So many names of nodes tell one graph from another.
const FIRST: usize = 3;

/// So many attributes, and so many periods and values of one edge, are read: every period asks every value.
const MOST: usize = 1_000;

/// An edge, whatever the format.
struct Edge<'a> {
    row: u64,
    id: Option<&'a str>,
    source: Option<&'a str>,
    target: Option<&'a str>,
    label: &'a str,
    mutual: bool,
}

/// When an edge was there.
struct Period {
    start: Option<Edtf>,
    end: End,
    /// What the edge says of itself then, a line each.
    summary: String,
}

impl Edge<'_> {
    /// One tie for each period.
    fn tell(&self, periods: Vec<Period>, nodes: &Nodes, out: &mut Out<'_>) -> Result<(), Stopped> {
        let (Some(source), Some(target)) = (self.source, self.target) else {
            return out.fault(self.row, "source", self.label, Problem::NothingToKeep);
        };
        if source == target {
            return out.fault(self.row, "target", target, Problem::NothingToKeep);
        }
        for (column, end) in [("source", source), ("target", target)] {
            if !nodes.names.contains_key(end) {
                out.fault(self.row, column, end, Problem::PointsNowhere)?;
            }
        }
        let [first, second] = if self.mutual {
            [Role::Party; 2]
        } else {
            [Role::Actor, Role::Recipient]
        };
        let (Some(from), Some(to)) = (nodes.party(source, first), nodes.party(target, second)) else {
            return Ok(());
        };
        let label = words::line(self.label);
        let title = if label.is_empty() {
            format!("{} – {}", from.name, to.name)
        } else {
            label
        };
        let several = periods.len() > 1;
        // Files count their edges from 0: only with its ends is the number of one its own.
        let own = self.id.map(|id| format!("{id}: {} – {}", from.name, to.name));
        for (at, period) in (1..).zip(periods) {
            let id = own.as_ref().map(|own| {
                if several {
                    format!("{own}/{}", period_id(&period, at))
                } else {
                    own.clone()
                }
            });
            let tie = IncomingTie {
                kind: TieKind::Partnership,
                title: title.clone(),
                from: from.clone(),
                to: to.clone(),
                mutual: self.mutual,
                sign: Sign::Neutral,
                start: period.start,
                end: period.end,
                summary: period.summary,
            };
            out.put(self.row, id, Thing::Tie(Box::new(tie)))?;
        }
        Ok(())
    }
}

/// What tells the periods of an edge apart in the next edition as well.
fn period_id(period: &Period, at: u32) -> String {
    period
        .start
        .as_ref()
        .map_or_else(|| at.to_string(), |start| start.as_str().to_owned())
}
