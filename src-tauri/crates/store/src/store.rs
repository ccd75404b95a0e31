//! A dossier: the one writer connection and the lock that makes it the only one.

use chrono::{DateTime, Utc};
use domain::{Item, settings::Settings};
use rusqlite::{Connection, TransactionBehavior};
use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    sync::Arc,
};
use tempfile::TempPath;

use crate::{
    Integrity, Readers, StoreError,
    access::{self, Access, Obstacle, SPACE_TO_OPEN, folder},
    check,
    lock::Lock,
    noun::{self, Stamp},
    open,
    read::{Connected, Read as _},
    reading::Ground,
    rest, schema,
    search::index,
    whereabouts::{Tracked, Whereabouts},
    write::Write,
    writing,
};

/// An open dossier.
#[derive(Debug)]
pub struct Store {
    // Closed before the lock is given up, as fields are dropped in order.
    connection: Connection,
    path: PathBuf,
    tracked: Tracked,
    access: Access,
    ground: Arc<Ground>,
    /// Held by who may write.
    lock: Option<Lock>,
}

impl Connected for Store {
    fn connection(&self) -> &Connection {
        &self.connection
    }
}

impl Store {
    /// A new dossier at a path where nothing stands; it appears there complete or not at all.
    pub fn create(path: &Path, settings: &Settings, now: DateTime<Utc>) -> Result<Self, StoreError> {
        refuse_existing(path)?;
        let temporary = beside(path)?;
        let connection = open::create(&temporary)?;
        let (revision, recorded_at) = (1, now.timestamp_millis());
        connection.execute(
            "INSERT INTO record (one, revision, created_at) VALUES (1, ?1, ?2)",
            [revision, recorded_at],
        )?;
        let item = Item::Settings(settings.clone());
        let seq = noun::write(&connection, &item, Stamp { revision, recorded_at })?;
        if let Some(entry) = index::entry_of(&item) {
            index::put(&connection, index::row_number(item.kind(), seq), &entry)?;
        }
        connection.close().map_err(|(_, error)| error)?;
        put_in_place(temporary, path)?;
        Self::open(path)
    }

    /// Opens a dossier to change it, or, where something stands in the way of that, to read it; see [`Store::access`].
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let path = whole(path)?;
        match writing::open(&path) {
            Ok((connection, lock)) => {
                let store = Self {
                    connection,
                    tracked: Tracked::new(&path).map_err(StoreError::io(&path))?,
                    ground: Arc::new(Ground::File(path.clone())),
                    path,
                    access: Access::Writable,
                    lock: Some(lock),
                };
                store.settings()?;
                Ok(store)
            }
            Err(error) => Self::read_from(path, Access::ReadOnly(obstacle_in(error)?)),
        }
    }

    /// Opens a dossier to read it. Nothing is written, and [`Store::access`] says whether it could be changed.
    pub fn open_to_read(path: &Path) -> Result<Self, StoreError> {
        let path = whole(path)?;
        let obstacle = access::obstacle(&path).or_else(|| Lock::holder(&path));
        Self::read_from(path, obstacle.map_or(Access::Writable, Access::ReadOnly))
    }

    /// As [`Store::open`], for a file that came from elsewhere: every page is checked first.
    pub fn open_foreign(path: &Path) -> Result<Self, StoreError> {
        let store = Self::open(path)?;
        open::quick_check(&store.connection)?;
        Ok(store)
    }

    fn read_from(path: PathBuf, access: Access) -> Result<Self, StoreError> {
        let (ground, connection) = Ground::of(&path)?;
        let store = Self {
            connection,
            tracked: Tracked::new(&path).map_err(StoreError::io(&path))?,
            path,
            access,
            ground: Arc::new(ground),
            lock: None,
        };
        store.settings()?;
        Ok(store)
    }

    pub fn access(&self) -> &Access {
        &self.access
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where the file is now.
    pub fn whereabouts(&self) -> Whereabouts {
        self.tracked.whereabouts()
    }

    /// Brings what was changed from the log into the file: whoever copies the file meanwhile has it all.
    pub fn flush(&self) {
        if self.lock.is_some() {
            rest::flush(&self.connection);
        }
    }

    /// The version of the file's format.
    pub fn schema_version(&self) -> u32 {
        schema::VERSION
    }

    /// Changes the record in one transaction: all of it, or on an error nothing.
    pub fn write<T, E: From<StoreError>>(&mut self, change: impl FnOnce(&mut Write<'_>) -> Result<T, E>) -> Result<T, E> {
        self.require_writable()?;
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let mut write = Write::new(transaction)?;
        let value = change(&mut write)?;
        write.commit()?;
        Ok(value)
    }

    /// Refuses with what stands in the way of changing the dossier.
    pub fn require_writable(&self) -> Result<(), StoreError> {
        match (&self.access, &self.lock) {
            (Access::ReadOnly(obstacle), _) => Err(StoreError::ReadOnly(obstacle.clone())),
            (Access::Writable, None) => Err(StoreError::ReadOnly(Obstacle::OpenedToRead)),
            (Access::Writable, Some(_)) => match self.whereabouts() {
                Whereabouts::Here => Ok(()),
                elsewhere => Err(StoreError::Astray(elsewhere)),
            },
        }
    }

    /// Connections for reading on other threads; they never wait for a write.
    pub fn readers(&self) -> Readers {
        Readers::new(Arc::clone(&self.ground))
    }

    /// Writes a compact copy to a path where nothing stands; it appears there complete or not at all.
    pub fn copy_to(&self, path: &Path) -> Result<(), StoreError> {
        refuse_existing(path)?;
        let temporary = beside(path)?;
        let target = temporary
            .to_str()
            .ok_or_else(|| domain::Invalid::new("path", "is not Unicode").hint("choose another name"))?;
        self.connection.execute("VACUUM INTO ?1", [target])?;
        // It counts only once it opens.
        drop(Ground::of(&temporary)?);
        put_in_place(temporary, path)
    }

    /// Whether the file holds what it should. Reads all of it: seconds for a large dossier.
    pub fn check(&self) -> Result<Integrity, StoreError> {
        check::check(&self.ground.connect()?)
    }

    #[cfg(test)]
    pub(crate) fn connection_mut(&mut self) -> &mut Connection {
        &mut self.connection
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        if self.lock.is_some() {
            match self.whereabouts() {
                Whereabouts::Here => rest::leave(&self.connection),
                _ => rest::bring_home(&self.connection, &self.path),
            }
        }
    }
}

/// The path of a file that is there. Two ways to one file must meet at one lock.
fn whole(path: &Path) -> Result<PathBuf, StoreError> {
    let metadata = fs::metadata(path).map_err(|_| StoreError::Missing(path.to_owned()))?;
    if !metadata.is_file() {
        return Err(StoreError::Foreign);
    }
    fs::canonicalize(path).map_err(StoreError::io(path))
}

/// What stands in the way of writing, told from what stands in the way of reading as well.
fn obstacle_in(error: StoreError) -> Result<Obstacle, StoreError> {
    match error {
        StoreError::ReadOnly(obstacle) => Ok(obstacle),
        StoreError::DiskFull(wanted) => Ok(Obstacle::Full(wanted.max(SPACE_TO_OPEN))),
        StoreError::Busy => Ok(Obstacle::InUse(None)),
        error @ (StoreError::Io { .. } | StoreError::Sqlite(_)) => Ok(Obstacle::Other(error.to_string())),
        error => Err(error),
    }
}

fn refuse_existing(path: &Path) -> Result<(), StoreError> {
    if fs::symlink_metadata(path).is_ok() {
        Err(StoreError::Exists(path.to_owned()))
    } else {
        Ok(())
    }
}

/// An empty file in the folder of a path, removed unless it is put in place. No handle to it stays open.
fn beside(path: &Path) -> Result<TempPath, StoreError> {
    let file = tempfile::Builder::new()
        .prefix(".summitry-")
        .suffix(".new")
        .tempfile_in(folder(path))
        .map_err(StoreError::io(folder(path)))?;
    Ok(file.into_temp_path())
}

/// Removes what a dossier that was deleted without its companions has left at a path: SQLite would take its log for the new one's.
fn forget_remains(path: &Path) -> Result<(), StoreError> {
    for ending in ["-wal", "-shm", "-journal"] {
        let remains = crate::lock::beside(path, ending);
        match fs::remove_file(&remains) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(StoreError::io(&remains)(error)),
            _ => {}
        }
    }
    Ok(())
}

/// Makes a finished file appear under its name, on the disk, unless something stands there by now.
fn put_in_place(temporary: TempPath, path: &Path) -> Result<(), StoreError> {
    forget_remains(path)?;
    File::open(&temporary)
        .and_then(|file| file.sync_all())
        .map_err(StoreError::io(path))?;
    if let Err(refused) = temporary.persist_noclobber(path) {
        // A file system that cannot rename without replacing is asked first and then told.
        refuse_existing(path)?;
        refused.path.persist(path).map_err(|refused| StoreError::io(path)(refused.error))?;
    }
    if cfg!(unix) {
        File::open(folder(path))
            .and_then(|folder| folder.sync_all())
            .map_err(StoreError::io(path))?;
    }
    Ok(())
}
