//! The one place where connections to a dossier are made. The file is never read but through SQLite: closing any other handle to it
//! would cancel SQLite's locks on Linux and lose another instance's rows.

use rusqlite::{Connection, ErrorCode, OpenFlags, config::DbConfig, limits::Limit};
use std::{path::Path, time::Duration};

use crate::{
    StoreError,
    access::owner,
    schema::{self, APPLICATION_ID},
};

/// How long a connection waits for what others hold.
const PATIENCE: Duration = Duration::from_secs(5);
/// The same where the answer is as good: they may only be reading a moment.
const SHORT_PATIENCE: Duration = Duration::from_secs(1);
/// Largest value, in bytes: a source of 64 MB as JSON with every character escaped fits.
const LONGEST_VALUE: i32 = 512 * 1024 * 1024;
/// Prepared statements kept; more than the store has, so that none is prepared twice.
const STATEMENTS: usize = 256;

/// Memory for pages, in KiB; negative is how SQLite tells it from a number of pages.
const CACHE: i64 = -16_384;

/// A new, empty dossier at a path where an empty file or nothing stands.
pub(crate) fn create(path: &Path) -> Result<Connection, StoreError> {
    let mut connection = Connection::open_with_flags(path, flags() | OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
    configure(&connection)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    schema::migrate(&mut connection, 0)?;
    Ok(connection)
}

/// What every connection to a dossier is held to, whoever wrote the file.
pub(crate) fn configure(connection: &Connection) -> Result<(), StoreError> {
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    for (setting, value) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true),
        // Without it SQLite may plan a statement anew for every value bound to it, which took more time than running it.
        (DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true),
    ] {
        connection.set_db_config(setting, value)?;
    }
    limit(connection)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    // What is sorted or checked may be article text: it never reaches a temporary file.
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "cache_size", CACHE)?;
    connection
        .query_row("PRAGMA mmap_size = 0", [], |_| Ok(()))
        .or_else(nothing_returned)
}

/// Bounds on what a statement or a value may be.
fn limit(connection: &Connection) -> Result<(), StoreError> {
    for (limit, value) in [
        (Limit::SQLITE_LIMIT_LENGTH, LONGEST_VALUE),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (Limit::SQLITE_LIMIT_COLUMN, 100),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 100),
        (Limit::SQLITE_LIMIT_FUNCTION_ARG, 32),
        // VACUUM INTO attaches the copy it writes.
        (Limit::SQLITE_LIMIT_ATTACHED, 1),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 10),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        connection.set_limit(limit, value)?;
    }
    Ok(())
}

/// Refuses a file whose pages do not add up.
pub(crate) fn quick_check(connection: &Connection) -> Result<(), StoreError> {
    let found: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if found == "ok" { Ok(()) } else { Err(StoreError::damaged(found)) }
}

fn flags() -> OpenFlags {
    OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE
}

/// A connection to an existing file, to read or to write it. What others hold is waited for.
pub(crate) fn connect(path: &Path, access: OpenFlags) -> Result<Connection, StoreError> {
    let connection = Connection::open_with_flags(path, flags() | access).map_err(|error| unreadable(error, path))?;
    connection.busy_timeout(PATIENCE)?;
    configure(&connection)?;
    Ok(connection)
}

/// A connection that shares the file with nobody, whatever it is called; refused as busy where somebody has it open.
pub(crate) fn connect_alone(path: &Path) -> Result<Connection, StoreError> {
    let access = OpenFlags::SQLITE_OPEN_READ_WRITE;
    let connection = Connection::open_with_flags(path, flags() | access).map_err(|error| unreadable(error, path))?;
    connection.busy_timeout(SHORT_PATIENCE)?;
    // Before anything is read: the first to read a log decides whether it is shared.
    connection.query_row("PRAGMA locking_mode = EXCLUSIVE", [], |_| Ok(()))?;
    configure(&connection)?;
    identify(&connection)?;
    Ok(connection)
}

/// A connection that reads the file's pages as they stand: `immutable`, where nobody changes it, takes no log and no journal into account;
/// `nolock` refuses a file that needs one.
pub(crate) fn connect_unlocked(path: &Path, how: &str) -> Result<Connection, StoreError> {
    let access = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    let connection = Connection::open_with_flags(address(path, how), flags() | access).map_err(|error| unreadable(error, path))?;
    configure(&connection)?;
    Ok(connection)
}

/// A path as an address with one setting turned on.
fn address(path: &Path, setting: &str) -> String {
    let mut address = "file:".to_owned();
    for &byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'\\' | b':' | b'.' | b'-' | b'_' => address.push(char::from(byte)),
            _ => address.push_str(&format!("%{byte:02x}")),
        }
    }
    format!("{address}?{setting}=1")
}

/// A file that is there and cannot be opened is another user's.
fn unreadable(error: rusqlite::Error, path: &Path) -> StoreError {
    if !path.is_file() {
        return StoreError::Missing(path.to_owned());
    }
    match StoreError::from(error) {
        StoreError::Sqlite(error) if error.sqlite_error_code() == Some(ErrorCode::CannotOpen) => StoreError::Unreadable(owner(path)),
        error => error,
    }
}

/// The version of a dossier; anything else is refused.
pub(crate) fn identify(connection: &Connection) -> Result<u32, StoreError> {
    let application: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if application != APPLICATION_ID {
        return Err(StoreError::Foreign);
    }
    let found: u32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    match found {
        0 => Err(StoreError::damaged("it has no version")),
        _ if found > schema::VERSION => Err(StoreError::Newer {
            found,
            known: schema::VERSION,
        }),
        _ => Ok(found),
    }
}

fn nothing_returned(error: rusqlite::Error) -> Result<(), StoreError> {
    if error == rusqlite::Error::QueryReturnedNoRows {
        Ok(())
    } else {
        Err(error.into())
    }
}
