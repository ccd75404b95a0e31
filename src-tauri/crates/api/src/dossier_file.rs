//! The lossless JSON form of a dossier, in and out.

use chrono::{DateTime, Utc};
use domain::ItemKind;
use engine::store::{Read as _, StoreError};
use engine::{Change, EngineError, Imported, Workspace};
use exchange::dossier_json::{self, DossierJsonError, Entry};
use std::io::{Read, Write};

use crate::{
    api::Api,
    wire::{ApiError, ChangeResponse},
};

/// Takes over a document, as one operation. `name` is what the journal calls it.
pub(crate) fn fill(workspace: &mut Workspace, input: impl Read, name: &str, now: DateTime<Utc>) -> Result<Change, ApiError> {
    let mut refused = None;
    let outcome = workspace.import(name, now, |put| {
        let read = dossier_json::read(input, |entry| {
            let imported = match entry {
                Entry::Item(recorded) => Imported::Item(recorded),
                Entry::Superseded(wording) => Imported::Superseded(wording),
            };
            put(imported).map_err(|error| {
                let message = error.to_string();
                refused = Some(error);
                message
            })
        });
        match (read, refused.take()) {
            (_, Some(error)) => Err(error),
            (Ok(()), None) => Ok(()),
            (Err(error), None) => Err(foreign(error)),
        }
    });
    Ok(outcome?)
}

/// An error of the document, carried through the transaction so that nothing of it remains.
fn foreign(error: DossierJsonError) -> EngineError {
    domain::Invalid::new("file", error.to_string()).hint("nothing was imported").into()
}

impl Api {
    pub fn import_json(&self, input: impl Read, name: &str) -> Result<ChangeResponse, ApiError> {
        let now = self.now();
        self.with(|open| {
            let change = fill(&mut open.workspace, input, name, now)?;
            open.changed(&change, None)
        })
    }

    pub fn export_json(&self, out: impl Write) -> Result<(), ApiError> {
        self.with(|open| {
            let mut writer = dossier_json::Writer::new(out)?;
            let store = open.workspace.store();
            let mut trouble = None;
            for &kind in ItemKind::ALL {
                store.each(kind, &mut |recorded| keep(&mut trouble, writer.item(&recorded)))?;
            }
            store.each_superseded(&mut |wording| keep(&mut trouble, writer.superseded(&wording)))?;
            trouble.map_or(Ok(()), Err)?;
            Ok(writer.finish()?)
        })
    }
}

/// Keeps the first error of a writer while the store goes through its rows.
fn keep(trouble: &mut Option<DossierJsonError>, outcome: Result<(), DossierJsonError>) -> Result<(), StoreError> {
    if let Err(error) = outcome {
        trouble.get_or_insert(error);
    }
    Ok(())
}
