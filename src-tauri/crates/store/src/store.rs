//! A dossier: the one writer connection and the lock that makes it the only one.

use chrono::{DateTime, Utc};
use domain::{Item, settings::Settings};
use rusqlite::{Connection, TransactionBehavior};
use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};
use tempfile::TempPath;

use crate::{
    Integrity, Readers, StoreError, check,
    lock::{Asked, Lock},
    noun::{self, Stamp},
    open::{self, Mode},
    read::{Connected, Read as _},
    schema,
    search::index,
    write::Write,
};

/// Whether the dossier can be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    Writable,
    ReadOnly { reason: String },
}

/// An open dossier.
#[derive(Debug)]
pub struct Store {
    // Closed before the lock is given up, as fields are dropped in order.
    connection: Connection,
    path: PathBuf,
    access: Access,
    _lock: Option<Lock>,
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

    /// Opens a dossier: for reading only when another instance has it or the file is write-protected; see [`Store::access`].
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let metadata = fs::metadata(path).map_err(|_| StoreError::Missing(path.to_owned()))?;
        // Two ways to one file must meet at one lock.
        let path = fs::canonicalize(path).map_err(StoreError::io(path))?;
        if !metadata.is_file() {
            return Err(StoreError::Foreign);
        }
        if metadata.permissions().readonly() {
            return Self::open_to_read(path, "the file is write-protected".to_owned());
        }
        match Lock::ask(&path) {
            Asked::Held(lock) => {
                let connection = open::open(&path, Mode::Write)?;
                if connection.is_readonly("main")? {
                    return Self::open_to_read(path, "the file is write-protected".to_owned());
                }
                let store = Self {
                    connection,
                    path,
                    access: Access::Writable,
                    _lock: Some(lock),
                };
                store.settings()?;
                Ok(store)
            }
            Asked::HeldElsewhere => Self::open_to_read(path, "it is open elsewhere".to_owned()),
            Asked::Unavailable(error) => Self::open_to_read(path, format!("its folder cannot be written ({error})")),
        }
    }

    /// As [`Store::open`], for a file that came from elsewhere: every page is checked first.
    pub fn open_foreign(path: &Path) -> Result<Self, StoreError> {
        let store = Self::open(path)?;
        open::quick_check(&store.connection)?;
        Ok(store)
    }

    fn open_to_read(path: PathBuf, reason: String) -> Result<Self, StoreError> {
        let connection = open::open(&path, Mode::Read)?;
        let store = Self {
            connection,
            path,
            access: Access::ReadOnly { reason },
            _lock: None,
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

    /// The version of the file's format.
    pub fn schema_version(&self) -> u32 {
        schema::VERSION
    }

    /// Changes the record in one transaction: all of it, or on an error nothing.
    pub fn write<T, E: From<StoreError>>(&mut self, change: impl FnOnce(&mut Write<'_>) -> Result<T, E>) -> Result<T, E> {
        if let Access::ReadOnly { reason } = &self.access {
            return Err(StoreError::ReadOnly(reason.clone()).into());
        }
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let mut write = Write::new(transaction)?;
        let value = change(&mut write)?;
        write.commit()?;
        Ok(value)
    }

    /// Connections for reading on other threads; they never wait for a write.
    pub fn readers(&self) -> Readers {
        Readers::new(self.path.clone())
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
        drop(open::open(&temporary, Mode::Read)?);
        put_in_place(temporary, path)
    }

    /// Whether the file holds what it should. Reads all of it: seconds for a large dossier.
    pub fn check(&self) -> Result<Integrity, StoreError> {
        check::check(&open::open(&self.path, Mode::Read)?)
    }

    #[cfg(test)]
    pub(crate) fn connection_mut(&mut self) -> &mut Connection {
        &mut self.connection
    }
}

fn refuse_existing(path: &Path) -> Result<(), StoreError> {
    if fs::symlink_metadata(path).is_ok() {
        Err(StoreError::Exists(path.to_owned()))
    } else {
        Ok(())
    }
}

fn folder(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
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
