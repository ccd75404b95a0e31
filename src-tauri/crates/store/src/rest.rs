//! A dossier at rest is one file: its header asks for no log, so that whoever reads it makes no file beside it, wherever it lies.
//! The writer turns the log on while it has the dossier open and off again when it leaves.
//!
//! The log lies beside *one* name of the file. Going from rest to the log takes SQLite's exclusive lock, which is the file's whatever it is
//! called, and everybody who has the log open holds its shared lock. So a file whose log is on, and has none beside this name, is
//! open under another, was left there by a crash, or comes from a version that let the log on.

use rusqlite::{Connection, ErrorCode};
use std::{fs, path::Path, time::Duration};

use crate::{
    StoreError,
    access::Obstacle,
    lock::beside,
    open::{connect_alone, connect_unlocked},
};

/// How long readers of a file that was moved are waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// What the header of a file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    AtRest,
    /// It is to be read together with a log, or a change that was cut short is to be taken back.
    Logged,
}

/// Asks for the state without a lock and without making a file.
pub(crate) fn state(path: &Path) -> Result<State, StoreError> {
    let asked = connect_unlocked(path, "nolock").and_then(|connection| {
        let query = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()));
        Ok(query?)
    });
    match asked {
        Ok(()) => Ok(State::AtRest),
        // A log cannot be had without locks, and who only reads can take nothing back.
        Err(StoreError::Sqlite(error)) if error.sqlite_error_code() == Some(ErrorCode::CannotOpen) => Ok(State::Logged),
        Err(StoreError::ReadOnly(_)) => Ok(State::Logged),
        Err(error) => Err(error),
    }
}

/// Whether a log or a journal beside this name holds something that the file lacks.
pub(crate) fn is_pending(path: &Path) -> bool {
    ["-wal", "-journal"]
        .iter()
        .any(|ending| fs::metadata(beside(path, ending)).is_ok_and(|file| file.len() > 0))
}

/// Makes sure that nobody writes the file under another name, and keeps others from beginning to. The lock of this name is held.
pub(crate) fn claim(path: &Path) -> Result<(), StoreError> {
    let several = names(path) > 1;
    // After a crash, or with readers about, the log beside the only name is gone on with.
    if state(path)? == State::Logged && (several || !has_log(path)) {
        settle(path)?;
    }
    if several { begin_log(path) } else { Ok(()) }
}

/// Brings a dossier to rest: what its log holds goes into the file.
pub(crate) fn settle(path: &Path) -> Result<(), StoreError> {
    // The connection makes a log where there is none.
    let is_left_elsewhere = names(path) > 1 && !has_log(path);
    let connection = alone(path)?;
    if is_left_elsewhere {
        return Err(StoreError::ReadOnly(Obstacle::OtherNameLeft));
    }
    leave_log(&connection)
}

/// Whether a log lies beside this name.
fn has_log(path: &Path) -> bool {
    beside(path, "-wal").exists()
}

/// Turns the log off, if nobody else has the dossier open; else leaves as little in it as may be.
pub(crate) fn leave(connection: &Connection) {
    let left = connection
        .busy_timeout(Duration::ZERO)
        .map_err(StoreError::from)
        .and_then(|()| leave_log(connection));
    if left.is_err() {
        // Nothing is lost by this: the next to open the dossier finds it in the log.
        let _ = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    }
}

/// Puts what the log holds into a file that no longer lies beside it, and removes the log. Readers are waited for: nobody else would find it.
pub(crate) fn bring_home(connection: &Connection, old: &Path) {
    let _ = connection.busy_timeout(PATIENCE);
    let _ = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    let _ = leave_log(connection);
    if !is_pending(old) {
        for ending in ["-wal", "-shm"] {
            let _ = fs::remove_file(beside(old, ending));
        }
    }
}

/// Puts what the log holds into the file as far as nobody is reading, so that a copy made by others lacks nothing.
pub(crate) fn flush(connection: &Connection) {
    let _ = connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
}

fn leave_log(connection: &Connection) -> Result<(), StoreError> {
    connection.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    Ok(())
}

/// From rest to the log by the one who holds the file alone; of two that try under two names, one does.
fn begin_log(path: &Path) -> Result<(), StoreError> {
    let connection = alone(path)?;
    connection.execute_batch("BEGIN EXCLUSIVE; COMMIT").map_err(elsewhere)?;
    let before: String = connection.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
    if before == "wal" {
        return Err(StoreError::ReadOnly(Obstacle::OtherName));
    }
    let after: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if after == "wal" {
        Ok(())
    } else {
        Err(StoreError::ReadOnly(Obstacle::Other(
            "it has several names, and this disk does not tell who has it open by which".to_owned(),
        )))
    }
}

/// A connection that shares the file with nobody. Whoever has it open has it by another name: the lock of this one is held.
fn alone(path: &Path) -> Result<Connection, StoreError> {
    connect_alone(path).map_err(elsewhere)
}

fn elsewhere(error: impl Into<StoreError>) -> StoreError {
    match error.into() {
        StoreError::Busy => StoreError::ReadOnly(Obstacle::OtherName),
        error => error,
    }
}

/// How many names the file has in its file system; 1 where the system does not say.
#[cfg(unix)]
fn names(path: &Path) -> u64 {
    use std::os::unix::fs::MetadataExt as _;
    fs::metadata(path).map_or(1, |file| file.nlink())
}

#[cfg(not(unix))]
fn names(_: &Path) -> u64 {
    1
}
