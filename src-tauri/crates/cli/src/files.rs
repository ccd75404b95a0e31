use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
};

use crate::{failure::Failure, session};

/// Refuses a path where something stands, unless it may be replaced.
pub fn refuse_existing(path: &Path, force: bool) -> Result<(), Failure> {
    if !force && fs::symlink_metadata(path).is_ok() {
        return Err(Failure::failed(format!(
            "{} already exists; choose another name, or replace it with --force",
            path.display()
        )));
    }
    Ok(())
}

/// Makes a dossier at a path, complete or not at all. With `force` it takes the place of one that nobody has open.
pub fn make_dossier(path: &Path, force: bool, make: impl FnOnce(&Path) -> Result<(), Failure>) -> Result<(), Failure> {
    refuse_existing(path, force)?;
    if fs::symlink_metadata(path).is_err() {
        return make(path);
    }
    refuse_in_use(path)?;
    let trouble = |error: io::Error| {
        Failure::failed(format!(
            "{}: it could not be replaced: {error}; choose another name",
            path.display()
        ))
    };
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let room = tempfile::Builder::new().prefix(".summitry-").tempdir_in(folder).map_err(trouble)?;
    let fresh = room.path().join("dossier");
    make(&fresh)?;
    // A log left by the old file would be taken for the new one's.
    for ending in ["-wal", "-shm", "-journal"] {
        match fs::remove_file(beside(path, ending)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(trouble(error)),
            _ => {}
        }
    }
    fs::rename(&fresh, path).map_err(trouble)
}

/// Only dossiers are replaced, and none that is open elsewhere. A damaged one may go.
fn refuse_in_use(path: &Path) -> Result<(), Failure> {
    let api = session::api();
    match api.open(path) {
        Ok(_) => api.require_writable().map_err(|error| Failure::at(path, &error)),
        Err(error) if error.code == api::wire::ErrorCode::Damaged => Ok(()),
        Err(error) => Err(Failure::at(path, &error)),
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    PathBuf::from(name)
}

/// A dossier is never written over by something else, `--force` or not. It is recognised by opening it: reading it
/// any other way would cancel the locks of whoever has it open.
pub fn refuse_dossier(path: &Path) -> Result<(), Failure> {
    if path.is_file() && session::api().open_to_read(path).is_ok() {
        return Err(Failure::failed(format!("{}: it is a dossier; choose another name", path.display())));
    }
    Ok(())
}
