//! Whether a dossier can be changed, and what stands in the way, in words.

use std::{fs, path::Path};
use thiserror::Error;

/// Whether the dossier can be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    Writable,
    ReadOnly(Obstacle),
}

/// Why a dossier can only be read. Completes "it can only be read: …".
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Obstacle {
    #[error("it is open elsewhere{}", by(.0.as_deref()))]
    InUse(Option<String>),
    #[error("it is open elsewhere, under another name")]
    OtherName,
    /// What was changed under that name may still lie in a log beside it.
    #[error("it has another name as well and was not closed under that one")]
    OtherNameLeft,
    #[error("the file is write-protected{}", of(.0.as_deref()))]
    File(Option<String>),
    #[error("its folder is write-protected{}", of(.0.as_deref()))]
    Folder(Option<String>),
    #[error("it lies on a write-protected disk")]
    Medium,
    /// With the bytes that are wanted.
    #[error("the disk is full; it takes {} to write", space(*.0))]
    Full(u64),
    #[error("it was opened for reading")]
    OpenedToRead,
    #[error("{0}")]
    Other(String),
}

impl Obstacle {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::InUse(_) | Self::OtherName => "close it elsewhere, or save a copy and work on that",
            Self::OtherNameLeft => "open it by its other name once, or save a copy and work on that",
            Self::File(_) | Self::Folder(_) | Self::Medium => "save a copy where you may write, and work on that",
            Self::Full(_) => "free that much and open it again",
            Self::OpenedToRead => "open it again to change it",
            Self::Other(_) => "save a copy and work on that",
        }
    }
}

fn by(user: Option<&str>) -> String {
    user.map(|user| format!(" (by {user})")).unwrap_or_default()
}

fn of(owner: Option<&str>) -> String {
    owner.map(|owner| format!(" and belongs to {owner}")).unwrap_or_default()
}

/// Bytes of a disk in words, never fewer than they are.
pub(crate) fn space(bytes: u64) -> String {
    match bytes {
        0 => "some space".to_owned(),
        _ => format!("about {} MB", bytes.div_ceil(1 << 20)),
    }
}

/// What the system says against changing a dossier. Nothing is opened for this: closing a second handle to the file would cancel SQLite's locks.
pub(crate) fn obstacle(dossier: &Path) -> Option<Obstacle> {
    refusal(dossier, Obstacle::File)
        .or_else(|| refusal(folder(dossier), Obstacle::Folder))
        .or_else(|| {
            let protected = fs::metadata(dossier).is_ok_and(|file| file.permissions().readonly());
            protected.then(|| Obstacle::File(owner(dossier)))
        })
}

#[cfg(unix)]
fn refusal(path: &Path, protected: impl FnOnce(Option<String>) -> Obstacle) -> Option<Obstacle> {
    use rustix::{
        fs::{Access, access},
        io::Errno,
    };
    match access(path, Access::WRITE_OK) {
        Ok(()) => None,
        Err(Errno::ROFS) => Some(Obstacle::Medium),
        Err(_) => Some(protected(owner(path))),
    }
}

#[cfg(not(unix))]
fn refusal(_: &Path, _: impl FnOnce(Option<String>) -> Obstacle) -> Option<Obstacle> {
    None
}

/// The user to whom a file belongs, where the system says so.
#[cfg(unix)]
pub(crate) fn owner(path: &Path) -> Option<String> {
    use std::os::unix::fs::MetadataExt as _;
    let number = fs::symlink_metadata(path).ok()?.uid().to_string();
    let users = fs::read_to_string("/etc/passwd").unwrap_or_default();
    let name = users.lines().find_map(|line| {
        let mut fields = line.split(':');
        let (name, _, user) = (fields.next()?, fields.next()?, fields.next()?);
        (user == number).then(|| name.to_owned())
    });
    Some(name.unwrap_or_else(|| format!("user {number}")))
}

#[cfg(not(unix))]
pub(crate) fn owner(_: &Path) -> Option<String> {
    None
}

/// What the log and its index take of a disk before anything is written, in bytes, with room for a first change.
pub(crate) const SPACE_TO_OPEN: u64 = 1 << 20;

/// The folder that a path lies in.
pub(crate) fn folder(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}
