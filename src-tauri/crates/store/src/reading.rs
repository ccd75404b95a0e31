//! Opening a dossier to read it, wherever its bytes can be read: nothing is written and no file is made where it lies.

use rusqlite::{Connection, MAIN_DB, OpenFlags, backup::Progress};
use std::{
    env, fs, io,
    path::{Path, PathBuf},
    thread,
    time::{Duration, SystemTime},
};
use tempfile::TempDir;

use crate::{
    StoreError,
    access::{self, Obstacle},
    lock::{Lock, beside},
    open::{connect, connect_unlocked, identify},
    rest::{self, State},
    schema,
};

/// How often a dossier that somebody is just opening or closing is looked at again, and the pause between.
const ATTEMPTS: u32 = 20;
const PAUSE: Duration = Duration::from_millis(25);

/// Where the bytes of an open dossier are read from.
#[derive(Debug)]
pub(crate) enum Ground {
    File(PathBuf),
    /// Without locks, since nobody can change it.
    Still(PathBuf),
    /// A private copy, where the file cannot be read as it stands without something being written beside it.
    Copy(TempDir),
}

impl Ground {
    /// The way to read a dossier, and a connection for it.
    pub(crate) fn of(path: &Path) -> Result<(Self, Connection), StoreError> {
        let ground = Self::find(path)?;
        let connection = match ground.connect() {
            // Its log, or the index of it, is there and cannot be read by this user.
            Err(StoreError::Sqlite(_) | StoreError::ReadOnly(_) | StoreError::DiskFull(_)) if matches!(ground, Self::File(_)) => {
                return Self::copy_of(path);
            }
            connection => connection?,
        };
        if identify(&connection)? < schema::VERSION {
            return Self::copy_of(path);
        }
        Ok((ground, connection))
    }

    /// A connection that has been held against the schema.
    pub(crate) fn connect(&self) -> Result<Connection, StoreError> {
        let connection = match self {
            Self::File(path) => connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?,
            Self::Still(path) => connect_unlocked(path, "immutable")?,
            Self::Copy(room) => connect(&copy_in(room), OpenFlags::SQLITE_OPEN_READ_ONLY)?,
        };
        schema::verify(&connection, identify(&connection)?)?;
        Ok(connection)
    }

    fn find(path: &Path) -> Result<Self, StoreError> {
        let obstacle = access::obstacle(path);
        let mut settled = Ok(());
        for _ in 0..ATTEMPTS {
            if rest::state(path)? == State::AtRest || ["-wal", "-shm"].iter().all(|ending| beside(path, ending).exists()) {
                return Ok(Self::File(path.to_owned()));
            }
            if obstacle.is_some() || settled.is_err() {
                break;
            }
            // Left by a crash or by an older version: whoever may write brings it to rest.
            match Lock::take(path) {
                Ok(_lock) => settled = rest::settle(path),
                Err(Obstacle::InUse(_)) => thread::sleep(PAUSE),
                Err(obstacle) => settled = Err(StoreError::ReadOnly(obstacle)),
            }
        }
        let nobody_writes = obstacle == Some(Obstacle::Medium) || matches!(settled, Err(StoreError::DiskFull(_)));
        if nobody_writes && !rest::is_pending(path) {
            return Ok(Self::Still(path.to_owned()));
        }
        copy(path).map(Self::Copy)
    }

    fn copy_of(path: &Path) -> Result<(Self, Connection), StoreError> {
        let ground = Self::Copy(copy(path)?);
        let connection = ground.connect()?;
        Ok((ground, connection))
    }
}

fn copy_in(room: &TempDir) -> PathBuf {
    room.path().join("dossier")
}

/// A copy in a folder of this user alone, with what lies in the log, in the current version. It goes when the dossier is closed.
fn copy(path: &Path) -> Result<TempDir, StoreError> {
    let wanted = stamps(path).iter().map(|(length, _)| length).sum();
    let trouble = |error: StoreError| match error {
        StoreError::DiskFull(_) => StoreError::DiskFull(wanted),
        error => error,
    };
    for _ in 0..ATTEMPTS {
        let room = tempfile::Builder::new()
            .prefix("summitry-")
            .tempdir()
            .map_err(StoreError::io(env::temp_dir()))?;
        let before = stamps(path);
        fill(path, &copy_in(&room)).map_err(trouble)?;
        // Somebody may have changed it in the middle.
        if stamps(path) == before {
            prepare(&copy_in(&room)).map_err(trouble)?;
            return Ok(room);
        }
        thread::sleep(PAUSE);
    }
    Err(StoreError::Busy)
}

/// Copies the pages as the file has them, through SQLite, and beside them the log or journal that belongs to them.
fn fill(path: &Path, copy: &Path) -> Result<(), StoreError> {
    connect_unlocked(path, "immutable")?.backup(MAIN_DB, copy, None::<fn(Progress)>)?;
    for ending in ["-wal", "-journal"] {
        let log = beside(path, ending);
        match fs::copy(&log, beside(copy, ending)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(StoreError::io(log)(error)),
            _ => {}
        }
    }
    Ok(())
}

fn prepare(copy: &Path) -> Result<(), StoreError> {
    rest::settle(copy)?;
    let mut connection = connect(copy, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let version = identify(&connection)?;
    schema::verify(&connection, version)?;
    schema::migrate(&mut connection, version)
}

/// Length and time of a dossier's files.
fn stamps(path: &Path) -> Vec<(u64, Option<SystemTime>)> {
    let files = ["", "-wal", "-journal"].iter().map(|ending| fs::metadata(beside(path, ending)));
    files
        .map(|file| file.map_or((0, None), |file| (file.len(), file.modified().ok())))
        .collect()
}
