//! Whether a dossier holds what it should: its pages, its rows, its index, its quotes.

mod quotes;
mod rows;
mod search;

use rusqlite::Connection;

use crate::StoreError;

/// Most findings listed; a file with more is past listing.
const MOST: usize = 200;

/// What is wrong with a dossier, in words; nothing when it is sound.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Integrity {
    pub findings: Vec<String>,
}

impl Integrity {
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }

    fn found(&mut self, what: impl Into<String>) {
        if self.findings.len() < MOST {
            self.findings.push(what.into());
        }
    }

    /// Goes on after a part that could not even be read.
    fn part(&mut self, what: &str, outcome: Result<(), StoreError>) {
        if let Err(error) = outcome {
            self.found(format!("{what} cannot be read: {error}"));
        }
    }
}

pub(crate) fn check(connection: &Connection) -> Result<Integrity, StoreError> {
    let mut integrity = Integrity::default();
    let outcome = pages(connection, &mut integrity);
    integrity.part("the file", outcome);
    let outcome = rows::check(connection, &mut integrity);
    integrity.part("the record", outcome);
    let outcome = rows::journal(connection, &mut integrity);
    integrity.part("the journal", outcome);
    let outcome = quotes::check(connection, &mut integrity);
    integrity.part("a source", outcome);
    let outcome = search::check(connection, &mut integrity);
    integrity.part("the search index", outcome);
    Ok(integrity)
}

fn pages(connection: &Connection, integrity: &mut Integrity) -> Result<(), StoreError> {
    let mut statement = connection.prepare("PRAGMA integrity_check(100)")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let found: String = row.get(0)?;
        if found != "ok" {
            integrity.found(found);
        }
    }
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
        integrity.found(format!("a row of {table} points at something that is not in {parent}"));
    }
    Ok(())
}
