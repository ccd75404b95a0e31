use rusqlite::{Error as Sqlite, ErrorCode, ffi};
use std::{io, path::PathBuf};
use thiserror::Error;

use domain::Invalid;

use crate::{
    OperationSeq,
    access::{Obstacle, space},
    reference::ReferenceError,
    whereabouts::Whereabouts,
};

/// Why the dossier could not be opened, read or changed. Nothing was changed when one of these is returned.
#[derive(Debug, Error)]
pub enum StoreError {
    #[error("{} already exists; choose another name", .0.display())]
    Exists(PathBuf),
    #[error("{} does not exist", .0.display())]
    Missing(PathBuf),
    #[error("the file is not a dossier; nothing was changed in it")]
    Foreign,
    #[error(
        "the dossier was written by a newer version (format {found}; this version knows up to {known}); update the application to open it"
    )]
    Newer { found: u32, known: u32 },
    #[error("the dossier is damaged: {0}; open a backup or a copy")]
    Damaged(String),
    #[error("the file may not be read{}", .0.as_deref().map(|owner| format!("; it belongs to {owner}")).unwrap_or_default())]
    Unreadable(Option<String>),
    #[error("the dossier can only be read: {0}")]
    ReadOnly(Obstacle),
    #[error("{}", astray(.0))]
    Astray(Whereabouts),
    /// With the bytes that are wanted, where that is known; else 0.
    #[error("the disk is full; free {} and repeat, nothing was changed", space(*.0))]
    DiskFull(u64),
    #[error("the dossier is busy with another task; try again")]
    Busy,
    #[error("{0}; remove or change what points at it first")]
    Dangling(String),
    #[error("operation {} is not the next one to change, undo or redo", .0.0)]
    OutOfOrder(OperationSeq),
    #[error(transparent)]
    Reference(#[from] ReferenceError),
    #[error(transparent)]
    Invalid(#[from] Invalid),
    #[error("{}: {error}", path.display())]
    Io { path: PathBuf, error: io::Error },
    #[error("the dossier could not be read or written: {0}")]
    Sqlite(Sqlite),
}

/// What became of the file of an open dossier.
fn astray(file: &Whereabouts) -> String {
    match file {
        Whereabouts::Here => "the dossier is where it was".to_owned(),
        Whereabouts::Moved(path) => format!("the dossier was moved to {}; open it there", path.display()),
        Whereabouts::Replaced => "another file has taken the place of the open dossier; save a copy of this one".to_owned(),
        Whereabouts::Gone => "the file of the open dossier was deleted, or its disk is gone; save a copy".to_owned(),
    }
}

impl StoreError {
    pub(crate) fn damaged(what: impl ToString) -> Self {
        Self::Damaged(what.to_string())
    }

    pub(crate) fn io(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |error| match error.kind() {
            io::ErrorKind::StorageFull => Self::DiskFull(0),
            _ => Self::Io { path, error },
        }
    }
}

impl From<Sqlite> for StoreError {
    fn from(error: Sqlite) -> Self {
        match &error {
            Sqlite::SqliteFailure(failure, message) => match failure.code {
                ErrorCode::NotADatabase => Self::Foreign,
                ErrorCode::DatabaseCorrupt => Self::damaged(message.as_deref().unwrap_or("its pages contradict each other")),
                ErrorCode::DiskFull => Self::DiskFull(0),
                // The index of the log could not be made longer.
                _ if failure.extended_code == ffi::SQLITE_IOERR_SHMSIZE => Self::DiskFull(0),
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
                ErrorCode::ReadOnly => Self::ReadOnly(Obstacle::File(None)),
                ErrorCode::ConstraintViolation if failure.extended_code == ffi::SQLITE_CONSTRAINT_FOREIGNKEY => {
                    Self::Dangling("something would point at an item that is not in the record".to_owned())
                }
                _ => Self::Sqlite(error),
            },
            // A column that is missing, of another type or out of range: the schema is ours, so the content is not.
            Sqlite::FromSqlConversionFailure(..)
            | Sqlite::IntegralValueOutOfRange(..)
            | Sqlite::InvalidColumnType(..)
            | Sqlite::Utf8Error(..) => Self::damaged(&error),
            _ => Self::Sqlite(error),
        }
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::damaged(error)
    }
}
