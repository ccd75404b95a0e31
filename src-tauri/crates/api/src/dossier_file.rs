//! The lossless JSON form of a dossier, in and out.

use chrono::{DateTime, Utc};
use domain::{Invalid, Item, ItemKind, Language, record::Recorded, settings::Settings};
use engine::store::StoreError;
use engine::{Change, EngineError, Imported, Workspace};
use exchange::dossier_json::{self, DossierJsonError, Entry};
use std::{
    fs::File,
    io::{self, BufReader, Read, Write},
    path::Path,
};

use crate::{
    api::{Api, settings},
    recent,
    wire::{ApiError, ChangeResponse, ErrorCode, SessionResponse},
};

const UNTOUCHED: &str = "nothing was imported";

/// Takes over a document, as one operation. `name` is what the journal calls it.
pub(crate) fn fill(workspace: &mut Workspace, input: impl Read, name: &str, now: DateTime<Utc>) -> Result<Change, ApiError> {
    let mut refused = None;
    let outcome = workspace.import(name, now, |put| {
        let read = dossier_json::read(input, |entry| {
            let (title, imported) = match entry {
                Entry::Item(recorded) => (recorded.item.title(), Imported::Item(recorded)),
                Entry::Superseded(wording) => (wording.item.title(), Imported::Superseded(wording)),
            };
            put(imported).map_err(|error| {
                let error = naming(error, &title);
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
    Invalid::new("file", error.to_string()).hint(UNTOUCHED).into()
}

/// The same refusal, which says of which item.
fn naming(error: EngineError, title: &str) -> EngineError {
    let invalid = match error {
        EngineError::Invalid(invalid) | EngineError::Store(StoreError::Invalid(invalid)) => invalid,
        other => return other,
    };
    let message = format!("“{title}” is refused: {}", invalid.message);
    Invalid { message, ..invalid }.into()
}

/// The settings a document begins with.
pub(crate) fn settings_of(input: impl Read) -> Option<Settings> {
    let mut found = None;
    // The error only stops the reading: settings come first.
    let _ = dossier_json::read(input, |entry| match entry {
        Entry::Item(Recorded {
            item: Item::Settings(settings),
            ..
        }) => {
            found = Some(settings);
            Err("found")
        }
        _ => Err("there are none"),
    });
    found
}

impl Api {
    /// Makes a dossier of a document at a path where nothing stands, and opens it. `open` begins the document anew at each call.
    pub fn create_from_json<R: Read>(
        &self,
        path: &Path,
        open: impl Fn() -> io::Result<R>,
        name: &str,
    ) -> Result<SessionResponse, ApiError> {
        let unreadable = |error: io::Error| ApiError::new(ErrorCode::Io, format!("{name} could not be read: {error}"));
        let known = settings_of(open().map_err(unreadable)?);
        let settings = known.map_or_else(|| settings(name, Language::English), Ok)?;
        let mut workspace = Workspace::create(path, &settings, self.now())?;
        if let Err(error) = open()
            .map_err(unreadable)
            .and_then(|input| fill(&mut workspace, input, name, self.now()))
        {
            drop(workspace);
            // Nothing of it was taken over: what is left is empty.
            let _ = std::fs::remove_file(path);
            return Err(error);
        }
        workspace.begin_history()?;
        self.take(path, workspace)?;
        self.session()
    }

    /// The same of a file.
    pub fn create_from_file(&self, path: &Path, document: &Path) -> Result<SessionResponse, ApiError> {
        let file = recent::name(document);
        let open = || Ok(BufReader::new(File::open(document)?));
        self.create_from_json(path, open, &file).map_err(|error| untouched(error, &file))
    }

    /// What a dossier made of a file would be called: as the one it holds, or else as the file.
    pub fn title_of_file(document: &Path) -> String {
        let settings = File::open(document).ok().and_then(|file| settings_of(BufReader::new(file)));
        settings.map_or_else(
            || document.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            |settings| settings.title.to_string(),
        )
    }

    /// Takes over a document into the open dossier, all of it or nothing, as one operation.
    pub fn import_file(&self, document: &Path) -> Result<ChangeResponse, ApiError> {
        let file = recent::name(document);
        let input = File::open(document).map_err(|error| ApiError::new(ErrorCode::Io, format!("it could not be read: {error}")));
        let change = input.and_then(|input| self.import_json(BufReader::new(input), &file));
        change.map_err(|error| untouched(error, &file))
    }

    pub fn import_json(&self, input: impl Read, name: &str) -> Result<ChangeResponse, ApiError> {
        let now = self.now();
        self.with(|open| {
            let change = fill(&mut open.workspace, input, name, now)?;
            open.changed(&change, None)
        })
    }

    pub fn export_json(&self, out: impl Write) -> Result<(), ApiError> {
        self.dossier()?.read(None, self.today(), |record| {
            let mut writer = dossier_json::Writer::new(out)?;
            let mut trouble = None;
            for kind in ItemKind::ALL {
                record.each(kind, &mut |recorded| keep(&mut trouble, writer.item(&recorded)))?;
            }
            let own = record.settings()?.id;
            record.each_superseded(&mut |wording| match wording.item {
                // What an empty dossier was called before it took over this one.
                Item::Settings(settings) if settings.id != own => Ok(()),
                _ => keep(&mut trouble, writer.superseded(&wording)),
            })?;
            trouble.map_or(Ok(()), Err)?;
            Ok(writer.finish()?)
        })
    }
}

/// A refusal of a document, which names the file and says that nothing of it was taken over.
fn untouched(error: ApiError, file: &str) -> ApiError {
    let hint = error.hint.filter(|hint| hint != UNTOUCHED);
    ApiError {
        message: format!("{file}: {}", error.message),
        hint: Some(hint.map_or_else(|| UNTOUCHED.to_owned(), |hint| format!("{hint}; {UNTOUCHED}"))),
        ..error
    }
}

/// Keeps the first error of a writer while the store goes through its rows.
fn keep(trouble: &mut Option<DossierJsonError>, outcome: Result<(), DossierJsonError>) -> Result<(), StoreError> {
    if let Err(error) = outcome {
        trouble.get_or_insert(error);
    }
    Ok(())
}
