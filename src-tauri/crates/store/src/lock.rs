//! One writer per dossier: a lock file beside it, because locks on the dossier itself are SQLite's and fragile.

use std::{
    ffi::OsString,
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
};

/// The held lock; it ends with this value.
#[derive(Debug)]
pub(crate) struct Lock {
    file: File,
    path: PathBuf,
}

/// What came of asking for the lock.
#[derive(Debug)]
pub(crate) enum Asked {
    Held(Lock),
    HeldElsewhere,
    /// The lock file cannot be made: the folder is read-only.
    Unavailable(io::Error),
}

impl Lock {
    /// Asks for the lock of a dossier, without waiting.
    pub(crate) fn ask(dossier: &Path) -> Asked {
        let path = beside(dossier, ".lock");
        // The holder removes the file when it leaves; a lock on a file that has just been removed locks nothing, so try again.
        for _ in 0..16 {
            match File::options().read(true).write(true).create(true).truncate(false).open(&path) {
                Err(error) => return Asked::Unavailable(error),
                Ok(file) => match file.try_lock() {
                    Err(TryLockError::WouldBlock) => return Asked::HeldElsewhere,
                    Err(TryLockError::Error(error)) => return Asked::Unavailable(error),
                    Ok(()) if is_at(&file, &path) => return Asked::Held(Self { file, path }),
                    Ok(()) => {}
                },
            }
        }
        Asked::HeldElsewhere
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

/// The path with an ending added to its last part.
pub(crate) fn beside(dossier: &Path, ending: &str) -> PathBuf {
    let mut path = OsString::from(dossier);
    path.push(ending);
    PathBuf::from(path)
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let same = |a: &fs::Metadata, b: &fs::Metadata| (a.dev(), a.ino()) == (b.dev(), b.ino());
    matches!((file.metadata(), fs::metadata(path)), (Ok(a), Ok(b)) if same(&a, &b))
}

#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}
