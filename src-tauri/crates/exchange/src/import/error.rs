use serde::{Deserialize, Serialize};
use std::io;
use thiserror::Error;

use super::Stopped;

/// Why nothing more of a file can be read.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum ImportError {
    #[error("it is in no format that Summitry reads")]
    Unknown,
    #[error("it is damaged: {0}")]
    Malformed(String),
    #[error("it is larger than {0} MB")]
    TooLarge(u64),
    #[error("the archive holds {0} files; unpack it and import one of them")]
    SeveralFiles(usize),
    /// Figures such as 03/04/2026 stand in it, and nothing tells which of them is the day.
    #[error("nothing in it tells whether the day or the month stands first in its dates")]
    OrderOpen,
    #[error("it could not be read: {0}")]
    Io(String),
    /// Whoever takes what is read wants no more of it.
    #[error("stopped")]
    Stopped,
}

impl From<io::Error> for ImportError {
    fn from(error: io::Error) -> Self {
        Self::Io(error.to_string())
    }
}

impl From<Stopped> for ImportError {
    fn from(_: Stopped) -> Self {
        Self::Stopped
    }
}
