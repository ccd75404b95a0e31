use chrono::{DateTime, Utc};
use domain::{Item, record::Recorded};
use engine::{EngineError, Imported, Workspace, index::Index};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

use crate::build;

/// A dossier in a folder of its own, gone with the value.
pub struct TestDossier {
    /// Closed for a moment while the dossier is opened again.
    workspace: Option<Workspace>,
    path: PathBuf,
    _folder: TempDir,
}

/// Seconds after 08:00 on 8 January 2026.
pub fn time(second: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_767_859_200 + second, 0).unwrap()
}

impl TestDossier {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("test.dossier");
        let workspace = Workspace::create(&path, &build::settings(), time(0)).unwrap();
        Self {
            workspace: Some(workspace),
            path,
            _folder: folder,
        }
    }

    /// A dossier that holds these items, imported as one operation.
    pub fn with(items: impl IntoIterator<Item = Item>) -> Self {
        let mut dossier = Self::new();
        dossier.import(items).unwrap();
        dossier
    }

    pub fn import(&mut self, items: impl IntoIterator<Item = Item>) -> Result<engine::Change, EngineError> {
        self.workspace_mut().import("generated", time(1), |put| {
            for item in items {
                put(Imported::Item(Recorded {
                    recorded_at: time(0),
                    item,
                }))?;
            }
            Ok(())
        })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn workspace(&self) -> &Workspace {
        self.workspace.as_ref().unwrap()
    }

    pub fn workspace_mut(&mut self) -> &mut Workspace {
        self.workspace.as_mut().unwrap()
    }

    /// Closes the dossier and opens it again.
    pub fn reopen(&mut self) {
        self.workspace = None;
        self.workspace = Some(Workspace::open(&self.path, time(2)).unwrap());
    }

    /// The index as it would be built from the file, with the numbers of lanes the open one has given out.
    pub fn index_anew(&self) -> Index {
        let workspace = self.workspace();
        let ontology = &workspace.reference().ontology;
        let index = workspace.index().unwrap();
        index.build_again(workspace.store(), ontology, index.today()).unwrap()
    }
}

impl Default for TestDossier {
    fn default() -> Self {
        Self::new()
    }
}
