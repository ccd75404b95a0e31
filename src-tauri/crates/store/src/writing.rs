//! Opening a dossier to change it.

use rusqlite::{Connection, OpenFlags};
use std::{
    fs,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use crate::{
    StoreError,
    access::{self, Obstacle, folder},
    lock::{Lock, beside},
    open::{connect, identify, quick_check},
    rest, schema,
};

/// How long a dossier that others are reading is waited for.
const PATIENCE: Duration = Duration::from_secs(5);
const PAUSE: Duration = Duration::from_millis(20);

/// Opens an existing dossier with its one lock, bringing an older one up. Foreign, newer and damaged files are refused untouched; refused as
/// read-only where something stands in the way of writing, which is no reason not to read.
pub(crate) fn open(path: &Path) -> Result<(Connection, Lock), StoreError> {
    if let Some(obstacle) = access::obstacle(path) {
        return Err(StoreError::ReadOnly(obstacle));
    }
    let lock = Lock::take(path).map_err(StoreError::ReadOnly)?;
    let is_unclean = rest::is_pending(path);
    rest::claim(path)?;
    let mut connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let version = identify(&connection)?;
    if connection.is_readonly("main")? {
        return Err(StoreError::ReadOnly(Obstacle::File(access::owner(path))));
    }
    schema::verify(&connection, version)?;
    if is_unclean {
        quick_check(&connection)?;
    }
    if version < schema::VERSION {
        keep_before(&connection, path, version)?;
        schema::migrate(&mut connection, version)?;
    }
    make_durable(&connection)?;
    Ok((connection, lock))
}

/// A copy of the file in its older version, beside it, before the first step to a newer one. One that stands already is from an opening that
/// was cut short after it, and is as good.
fn keep_before(connection: &Connection, path: &Path, version: u32) -> Result<(), StoreError> {
    let copy = beside(path, &format!(".v{version}-copy"));
    if fs::symlink_metadata(&copy).is_ok_and(|file| file.is_file()) {
        return Ok(());
    }
    // Made under a name that nobody can have taken, and readable by this user alone.
    let part = tempfile::Builder::new()
        .prefix(".summitry-")
        .suffix(".copying")
        .tempfile_in(folder(path))
        .map_err(StoreError::io(folder(path)))?
        .into_temp_path();
    connection.execute("VACUUM INTO ?1", [part.to_string_lossy()])?;
    part.persist(&copy).map_err(|refused| StoreError::io(&copy)(refused.error))
}

/// Acknowledged means on the disk. Where the file system cannot do WAL (network folders), the rollback journal is kept instead.
fn make_durable(connection: &Connection) -> Result<(), StoreError> {
    let journal = when_nobody_reads(|| Ok(connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get::<_, String>(0))?))?;
    if !journal.eq_ignore_ascii_case("wal") {
        connection.query_row("PRAGMA journal_mode = TRUNCATE", [], |_| Ok(()))?;
    }
    connection.pragma_update(None, "synchronous", "FULL")?;
    Ok(())
}

/// SQLite does not wait for readers before it turns the log on.
fn when_nobody_reads<T>(turn_on: impl Fn() -> Result<T, StoreError>) -> Result<T, StoreError> {
    let start = Instant::now();
    loop {
        match turn_on() {
            Err(StoreError::Busy) if start.elapsed() < PATIENCE => thread::sleep(PAUSE),
            outcome => return outcome,
        }
    }
}
