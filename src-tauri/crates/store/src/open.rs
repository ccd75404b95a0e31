//! The one place where a dossier file is opened. The file is never read but through SQLite: closing any other handle to it
//! would cancel SQLite's locks on Linux and lose another instance's rows.

use rusqlite::{Connection, ErrorCode, OpenFlags, config::DbConfig, limits::Limit};
use std::{path::Path, time::Duration};

use crate::{
    StoreError,
    lock::beside,
    schema::{self, APPLICATION_ID},
};

/// Largest value, in bytes: a source of 64 MB as JSON with every character escaped fits.
const LONGEST_VALUE: i32 = 512 * 1024 * 1024;
/// Prepared statements kept; more than the store has, so that none is prepared twice.
const STATEMENTS: usize = 256;

/// Memory for pages, in KiB; negative is how SQLite tells it from a number of pages.
const CACHE: i64 = -16_384;

/// How a file is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Write,
    Read,
}

/// Opens an existing dossier of the version this code knows, bringing an older one up when writing. Foreign, newer and damaged files are refused untouched.
pub(crate) fn open(path: &Path, mode: Mode) -> Result<Connection, StoreError> {
    let unclean = std::fs::metadata(beside(path, "-wal")).is_ok_and(|wal| wal.len() > 0);
    let mut connection = connect(path, mode)?;
    let version = match identify(&connection) {
        Err(StoreError::Sqlite(error)) if mode == Mode::Read && error.sqlite_error_code() == Some(ErrorCode::CannotOpen) => {
            connection = connect_unchanging(path)?;
            identify(&connection)?
        }
        found => found?,
    };
    schema::verify(&connection, version)?;
    if mode == Mode::Write {
        if unclean {
            quick_check(&connection)?;
        }
        if version < schema::VERSION {
            keep_before(&connection, path, version)?;
        }
        schema::migrate(&mut connection, version)?;
        make_durable(&connection)?;
    } else if version < schema::VERSION {
        return Err(StoreError::ReadOnly(
            "it is of an older version and must be opened for writing once".to_owned(),
        ));
    }
    Ok(connection)
}

/// A copy of the file in its older version, beside it, before the first step to a newer one. One that stands already is from an opening that
/// was cut short after it, and is as good.
fn keep_before(connection: &Connection, path: &Path, version: u32) -> Result<(), StoreError> {
    let (copy, part) = (beside(path, &format!(".v{version}-copy")), beside(path, ".copying"));
    if copy.exists() {
        return Ok(());
    }
    if part.exists() {
        std::fs::remove_file(&part).map_err(StoreError::io(&part))?;
    }
    connection.execute("VACUUM INTO ?1", [part.to_string_lossy()])?;
    std::fs::rename(&part, &copy).map_err(StoreError::io(&copy))
}

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
    connection.busy_timeout(Duration::from_secs(5))?;
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

fn connect(path: &Path, mode: Mode) -> Result<Connection, StoreError> {
    if !path.is_file() {
        return Err(StoreError::Missing(path.to_owned()));
    }
    let access = if mode == Mode::Write {
        OpenFlags::SQLITE_OPEN_READ_WRITE
    } else {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    };
    let connection = Connection::open_with_flags(path, flags() | access)?;
    configure(&connection)?;
    Ok(connection)
}

/// A write-ahead log cannot be made where nothing can be written. Without one the file is all there is, and nobody can be changing it.
fn connect_unchanging(path: &Path) -> Result<Connection, StoreError> {
    let text = path
        .to_str()
        .ok_or_else(|| StoreError::ReadOnly("its name is not Unicode and its folder cannot be written".to_owned()))?;
    if beside(path, "-wal").exists() {
        return Err(StoreError::ReadOnly(
            "it was not closed, and its folder cannot be written".to_owned(),
        ));
    }
    let address = format!(
        "file:{}?immutable=1",
        text.replace('%', "%25").replace('?', "%3f").replace('#', "%23")
    );
    let connection = Connection::open_with_flags(address, flags() | OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI)?;
    configure(&connection)?;
    Ok(connection)
}

/// The version of a dossier; anything else is refused.
fn identify(connection: &Connection) -> Result<u32, StoreError> {
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

/// Acknowledged means on the disk. Where the file system cannot do WAL (network folders), the rollback journal is kept instead.
fn make_durable(connection: &Connection) -> Result<(), StoreError> {
    let journal: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if !journal.eq_ignore_ascii_case("wal") {
        connection.query_row("PRAGMA journal_mode = TRUNCATE", [], |_| Ok(()))?;
    }
    connection.pragma_update(None, "synchronous", "FULL")?;
    Ok(())
}

fn nothing_returned(error: rusqlite::Error) -> Result<(), StoreError> {
    if error == rusqlite::Error::QueryReturnedNoRows {
        Ok(())
    } else {
        Err(error.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Read as _,
        tests::build::{Dossier, one_of_each},
    };

    #[test]
    fn an_unchanging_file_is_read_without_a_log() {
        let Dossier { store, path, folder } = Dossier::with(&one_of_each());
        let digest = store.digest().unwrap();
        drop(store);
        let odd = folder.path().join("odd % ? # name.dossier");
        std::fs::rename(path, &odd).unwrap();
        let connection = connect_unchanging(&odd).unwrap();
        assert_eq!(identify(&connection).unwrap(), schema::VERSION);
        let items: i64 = connection.query_row("SELECT count(*) FROM actor", [], |row| row.get(0)).unwrap();
        assert_eq!(items, 4);
        drop(connection);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        assert_eq!(crate::Store::open(&odd).unwrap().digest().unwrap(), digest);
    }
}
