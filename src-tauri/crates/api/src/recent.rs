//! The dossiers opened before, kept as a small file beside the application's settings.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::{
    fs, io,
    path::{Path, PathBuf},
    time::SystemTime,
};

use crate::wire::RecentView;

const KEPT: usize = 12;
const FILE: &str = "recent.json";

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Entry {
    path: PathBuf,
    title: String,
    /// What its file was like when it was closed here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    left: Option<Stamp>,
}

/// Length and time of change of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Stamp {
    bytes: u64,
    changed: SystemTime,
}

impl Stamp {
    fn of(path: &Path) -> Option<Self> {
        let file = fs::metadata(path).ok()?;
        Some(Self {
            bytes: file.len(),
            changed: file.modified().ok()?,
        })
    }
}

/// Newest first. A missing or broken file is an empty list: it is a convenience, not a record.
pub struct Recent {
    file: Option<PathBuf>,
}

impl Recent {
    pub fn new(home: &Path) -> Self {
        Self {
            file: Some(home.join(FILE)),
        }
    }

    /// Remembers nothing.
    pub fn nowhere() -> Self {
        Self { file: None }
    }

    fn read(&self) -> Vec<Entry> {
        self.file
            .as_ref()
            .and_then(|file| fs::read(file).ok())
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// Those that still exist.
    pub fn list(&self) -> Vec<RecentView> {
        let view = |entry: Entry| RecentView {
            key: key(&entry.path),
            title: entry.title,
            file: name(&entry.path),
            folder: entry.path.parent().map(|folder| folder.display().to_string()).unwrap_or_default(),
        };
        self.read().into_iter().filter(|entry| entry.path.is_file()).map(view).collect()
    }

    pub fn path_of(&self, wanted: &str) -> Option<PathBuf> {
        self.read().into_iter().map(|entry| entry.path).find(|path| key(path) == wanted)
    }

    /// Puts a dossier first.
    pub fn remember(&self, path: &Path, title: &str) -> io::Result<()> {
        let Some(file) = &self.file else { return Ok(()) };
        let path = std::path::absolute(path)?;
        let mut entries = self.read();
        entries.retain(|entry| entry.path != path);
        entries.insert(
            0,
            Entry {
                path,
                title: title.to_owned(),
                left: None,
            },
        );
        entries.truncate(KEPT);
        write_whole(file, |file| Ok(serde_json::to_writer(file, &entries)?))
    }

    /// Remembers what a dossier's file is like, now that it is closed.
    pub fn leave(&self, path: &Path) -> io::Result<()> {
        let Some(file) = &self.file else { return Ok(()) };
        let path = std::path::absolute(path)?;
        let mut entries = self.read();
        for entry in entries.iter_mut().filter(|entry| entry.path == path) {
            entry.left = Stamp::of(&path);
        }
        write_whole(file, |file| Ok(serde_json::to_writer(file, &entries)?))
    }

    /// Whether a file may come from elsewhere: it was not closed here, or has changed since. Nothing is foreign to who remembers nothing.
    pub fn is_foreign(&self, path: &Path) -> bool {
        let now = Stamp::of(path);
        let is_as_left =
            |entry: &Entry| now.is_some() && entry.left == now && std::path::absolute(path).is_ok_and(|path| path == entry.path);
        self.file.is_some() && !self.read().iter().any(is_as_left)
    }
}

/// Writes a file in full or not at all: to a temporary file beside it, synced, then renamed over it.
pub fn write_whole(path: &Path, fill: impl FnOnce(&mut fs::File) -> io::Result<()>) -> io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    fill(file.as_file_mut())?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

/// The last part of a path, for showing.
pub fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Stands for a path towards the page.
fn key(path: &Path) -> String {
    let digest = Sha256::digest(path.as_os_str().as_encoded_bytes());
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_opened_comes_first_and_once() {
        let home = tempfile::tempdir().unwrap();
        let recent = Recent::new(home.path());
        for title in ["a", "b", "a"] {
            let path = home.path().join(title);
            fs::write(&path, "x").unwrap();
            recent.remember(&path, title).unwrap();
        }
        let listed = recent.list();
        assert_eq!(listed.iter().map(|entry| entry.title.as_str()).collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(recent.path_of(&listed[1].key).unwrap(), home.path().join("b"));
        fs::remove_file(home.path().join("a")).unwrap();
        assert_eq!(recent.list().len(), 1);
    }

    #[test]
    fn a_file_is_foreign_unless_it_was_closed_here_and_is_as_it_was() {
        let home = tempfile::tempdir().unwrap();
        let recent = Recent::new(home.path());
        let path = home.path().join("a");
        fs::write(&path, "x").unwrap();
        assert!(recent.is_foreign(&path));
        recent.remember(&path, "a").unwrap();
        assert!(recent.is_foreign(&path));
        recent.leave(&path).unwrap();
        assert!(!recent.is_foreign(&path));
        fs::write(&path, "another").unwrap();
        assert!(recent.is_foreign(&path));
        assert!(!Recent::nowhere().is_foreign(&path));
    }

    #[test]
    fn a_broken_list_is_empty() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join(FILE), "{").unwrap();
        assert!(Recent::new(home.path()).list().is_empty());
    }
}
