//! Where the file of an open dossier is now: people, sync clients and system tools move, replace and delete files that are open.
//!
//! SQLite goes on with the file that it has open, but its log lies beside the name that the file had. So the name is held against the file
//! before every change. Windows lets nobody move or delete a file that is open.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Where the file of an open dossier is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    /// Where it was opened.
    Here,
    Moved(PathBuf),
    /// Another file stands in its place, and the dossier itself has no name that could be found.
    Replaced,
    /// It was deleted, or its disk is not there.
    Gone,
}

/// What is kept of a file to know it again. No handle is held that counts: closing one would cancel SQLite's locks.
#[derive(Debug)]
pub(crate) struct Tracked {
    path: PathBuf,
    #[cfg(unix)]
    id: (u64, u64),
    /// Tells the file's name by itself.
    #[cfg(target_os = "linux")]
    name: fs::File,
}

#[cfg(unix)]
impl Tracked {
    pub fn new(path: &Path) -> io::Result<Self> {
        Ok(Self {
            path: path.to_owned(),
            id: id_at(path)?,
            #[cfg(target_os = "linux")]
            name: handle(path)?,
        })
    }

    pub fn whereabouts(&self) -> Whereabouts {
        match id_at(&self.path) {
            Ok(id) if id == self.id => Whereabouts::Here,
            found => self.new_name().filter(|path| id_at(path).is_ok_and(|id| id == self.id)).map_or(
                if found.is_ok() { Whereabouts::Replaced } else { Whereabouts::Gone },
                Whereabouts::Moved,
            ),
        }
    }

    /// The name that the system keeps with what is open. A deleted file has one that leads nowhere.
    #[cfg(target_os = "linux")]
    fn new_name(&self) -> Option<PathBuf> {
        use std::os::fd::AsRawFd as _;
        fs::read_link(format!("/proc/self/fd/{}", self.name.as_raw_fd())).ok()
    }

    /// Another name in the same folder: renamed. Where it was moved elsewhere, it cannot be found.
    #[cfg(not(target_os = "linux"))]
    fn new_name(&self) -> Option<PathBuf> {
        let entries = fs::read_dir(crate::access::folder(&self.path)).ok()?;
        let mut paths = entries.flatten().map(|entry| entry.path());
        paths.find(|path| id_at(path).is_ok_and(|id| id == self.id))
    }
}

/// Device and number of the file under a name.
#[cfg(unix)]
fn id_at(path: &Path) -> io::Result<(u64, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    let file = fs::metadata(path)?;
    Ok((file.dev(), file.ino()))
}

/// A handle to the name alone. It opens nothing, so that closing it leaves the locks of the file as they are.
#[cfg(target_os = "linux")]
fn handle(path: &Path) -> io::Result<fs::File> {
    use rustix::fs::{Mode, OFlags, open};
    let handle = open(path, OFlags::PATH | OFlags::CLOEXEC, Mode::empty())?;
    Ok(handle.into())
}

#[cfg(not(unix))]
impl Tracked {
    pub fn new(path: &Path) -> io::Result<Self> {
        Ok(Self { path: path.to_owned() })
    }

    pub fn whereabouts(&self) -> Whereabouts {
        if self.path.exists() { Whereabouts::Here } else { Whereabouts::Gone }
    }
}
