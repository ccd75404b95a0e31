//! Connections for reading beside the writer. They never wait for it, and each question sees one state of the file.

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::{Past, StoreError, read::Connected, reading::Ground};

/// Connections kept for the next question; each may hold some megabytes of pages.
const KEPT: usize = 3;

/// The readers of one dossier.
#[derive(Debug)]
pub struct Readers {
    ground: Arc<Ground>,
    /// `None` once the dossier is closed.
    idle: Mutex<Option<Vec<Reader>>>,
}

/// A connection of its own for reading, on any thread.
#[derive(Debug)]
pub struct Reader {
    connection: Connection,
}

impl Connected for Reader {
    fn connection(&self) -> &Connection {
        &self.connection
    }
}

impl Readers {
    pub(crate) fn new(ground: Arc<Ground>) -> Self {
        Self {
            ground,
            idle: Mutex::new(Some(Vec::new())),
        }
    }

    /// A reader that sees the file as it is at its first question, whatever is written until [`Readers::end`].
    pub fn begin(&self) -> Result<Reader, StoreError> {
        let idle = self.lock().as_mut().and_then(Vec::pop);
        let reader = idle.map_or_else(|| self.open().map(|connection| Reader { connection }), Ok)?;
        reader.connection.execute_batch("BEGIN")?;
        Ok(reader)
    }

    /// Gives a reader back. One that is dropped instead is closed.
    pub fn end(&self, reader: Reader) {
        if let Some(idle) = self.lock().as_mut().filter(|idle| idle.len() < KEPT)
            && reader.connection.execute_batch("COMMIT").is_ok()
        {
            idle.push(reader);
        }
    }

    /// Keeps none any longer: the last connection to be closed must be the writer's, which takes the log with it.
    pub fn close(&self) {
        *self.lock() = None;
    }

    /// The record as it was known at a past moment.
    pub fn past(&self, at: DateTime<Utc>) -> Result<Past, StoreError> {
        Past::of(self.open()?, at)
    }

    fn lock(&self) -> MutexGuard<'_, Option<Vec<Reader>>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn open(&self) -> Result<Connection, StoreError> {
        self.ground.connect()
    }
}
