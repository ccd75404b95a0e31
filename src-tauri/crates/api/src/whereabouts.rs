//! The file of the open dossier is followed where it goes, so that what is written is where the user takes the file to be.

use engine::{Workspace, store::Whereabouts};
use std::path::Path;

use crate::{
    api::{Api, Open},
    wire::*,
};

impl Api {
    /// Where the file of the open dossier is by now. One that was moved has been followed, and what stood in the log is in the file, so that a
    /// copy made by others lacks nothing. Asked every few seconds.
    pub fn whereabouts(&self) -> Result<WhereaboutsResponse, ApiError> {
        // Who is just changing the dossier has looked for it.
        let file = match self.try_lock() {
            None => FilePlace::Here,
            Some(mut open) => {
                self.follow(&mut open)?;
                open.as_ref().map_or(FilePlace::Here, |open| {
                    open.workspace.store().flush();
                    place(open)
                })
            }
        };
        let dossier = self.dossier()?;
        Ok(WhereaboutsResponse {
            file,
            path: dossier.file.display().to_string(),
            revision: dossier.read(None, self.today(), |record| Ok(record.revision())).ok(),
        })
    }

    /// Goes on in the file where it is now, or where it is again.
    pub(crate) fn follow(&self, open: &mut Option<Open>) -> Result<(), ApiError> {
        let Some(current) = open else { return Ok(()) };
        let path = match current.workspace.store().whereabouts() {
            Whereabouts::Moved(path) => path,
            Whereabouts::Here if current.is_astray => current.workspace.store().path().to_owned(),
            Whereabouts::Here => return Ok(()),
            Whereabouts::Replaced | Whereabouts::Gone => {
                current.is_astray = true;
                return Ok(());
            }
        };
        self.reopen(open, &path)
    }

    /// Closed first: a dossier has one writer, by whatever name.
    fn reopen(&self, open: &mut Option<Open>, path: &Path) -> Result<(), ApiError> {
        let is_read_only = open.take().is_some_and(|open| open.workspace.read_only().is_some());
        let opened = if is_read_only {
            Workspace::open_to_read(path, self.now())
        } else {
            Workspace::open(path, self.now())
        };
        match opened {
            Ok(workspace) => self.put_in(open, path, workspace),
            Err(error) => {
                self.close(path, error.into());
                Ok(())
            }
        }
    }
}

fn place(open: &Open) -> FilePlace {
    match open.workspace.store().whereabouts() {
        Whereabouts::Here | Whereabouts::Moved(_) => FilePlace::Here,
        Whereabouts::Replaced => FilePlace::Replaced,
        Whereabouts::Gone => FilePlace::Gone,
    }
}
