//! One writer per dossier: a lock file beside it, because locks on the dossier itself are SQLite's and fragile.

use std::{
    ffi::OsString,
    fs::{self, File, OpenOptions, TryLockError},
    io,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use crate::access::{Obstacle, SPACE_TO_OPEN, owner};

/// How often the lock is asked for, and the pause between: a lock that is only looked at, or held for a moment, is soon free.
const ATTEMPTS: u32 = 16;
const PAUSE: Duration = Duration::from_millis(20);

/// The held lock; it ends with this value.
#[derive(Debug)]
pub(crate) struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Takes the lock of a dossier, or says who has it or why it cannot be made.
    pub(crate) fn take(dossier: &Path) -> Result<Self, Obstacle> {
        let path = beside(dossier, ".lock");
        for attempt in 0..ATTEMPTS {
            if attempt > 0 {
                thread::sleep(PAUSE);
            }
            let file = match open(&path).or_else(|error| if is_missing(&error) { make(&path, dossier) } else { Err(error) }) {
                // Somebody else has just made it.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied && path.exists() => break,
                found => found.map_err(|error| unavailable(&error))?,
            };
            match file.try_lock() {
                Err(TryLockError::WouldBlock) => {}
                Err(TryLockError::Error(error)) => return Err(unavailable(&error)),
                // The holder removes the file when it leaves, and a lock on a removed file locks nothing.
                Ok(()) if is_at(&file, &path) => return Ok(Self { file, path }),
                Ok(()) => {}
            }
        }
        Err(Obstacle::InUse(owner(&path)))
    }

    /// Who holds the lock of a dossier, asked without making a file.
    pub(crate) fn holder(dossier: &Path) -> Option<Obstacle> {
        let path = beside(dossier, ".lock");
        let is_held = match open(&path) {
            Ok(file) => matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)),
            Err(error) => error.kind() == io::ErrorKind::PermissionDenied,
        };
        is_held.then(|| Obstacle::InUse(owner(&path)))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if cfg!(unix) {
            // A lock file that stays behind does no harm.
            let _ = fs::remove_file(&self.path);
        }
        let _ = self.file.unlock();
    }
}

/// Opens a lock file that stands there. A link is not followed: what stands at its end is not ours.
fn open(path: &Path) -> io::Result<File> {
    if !fs::symlink_metadata(path)?.is_file() {
        return Err(io::Error::other("what stands in the place of its lock file is none"));
    }
    let opened = File::options().read(true).write(true).open(path);
    opened.or_else(|error| match error.kind() {
        // Another user's. Reading is enough to see whether it is held.
        io::ErrorKind::PermissionDenied => File::open(path),
        _ => Err(error),
    })
}

/// Makes the lock file. Whoever may read the dossier may see that it is locked, and nobody else.
fn make(path: &Path, dossier: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.read(true).write(true).create_new(true);
    as_readable_as(&mut options, &fs::metadata(dossier)?);
    options.open(path)
}

#[cfg(unix)]
fn as_readable_as(options: &mut OpenOptions, dossier: &fs::Metadata) {
    use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
    options.mode(0o600 | (dossier.permissions().mode() & 0o044));
}

#[cfg(not(unix))]
fn as_readable_as(_: &mut OpenOptions, _: &fs::Metadata) {}

fn is_missing(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::NotFound
}

fn unavailable(error: &io::Error) -> Obstacle {
    match error.kind() {
        io::ErrorKind::StorageFull => Obstacle::Full(SPACE_TO_OPEN),
        _ => Obstacle::Other(format!("its lock file cannot be made ({error})")),
    }
}

/// The path with an ending added to its last part.
pub(crate) fn beside(dossier: &Path, ending: &str) -> PathBuf {
    let mut path = OsString::from(dossier);
    path.push(ending);
    PathBuf::from(path)
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let same = |a: &fs::Metadata, b: &fs::Metadata| (a.dev(), a.ino()) == (b.dev(), b.ino());
    matches!((file.metadata(), fs::symlink_metadata(path)), (Ok(a), Ok(b)) if same(&a, &b))
}

#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}
