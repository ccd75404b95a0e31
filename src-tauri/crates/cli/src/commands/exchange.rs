use api::Api;
use serde::Serialize;
use std::{
    fs::{self, File},
    io::{self, BufReader},
    path::{Path, PathBuf},
};

use crate::{
    answer::{Answer, Form},
    arguments::Output,
    failure::Failure,
    files, session,
};

#[derive(Serialize)]
struct Imported {
    file: String,
    documents: Vec<Document>,
}

#[derive(Serialize)]
struct Document {
    file: String,
    items: usize,
}

pub fn import(form: Form, dossier: &Path, documents: &[PathBuf]) -> Result<Answer, Failure> {
    // All or none: a file that cannot be read is found before the first is taken over.
    for path in documents {
        File::open(path).map_err(|error| unreadable(path, &error))?;
    }
    let mut imported = Vec::new();
    let mut rest = documents;
    let api = match documents {
        [first, others @ ..] if fs::symlink_metadata(dossier).is_err() => {
            let (api, document) = begin(dossier, first)?;
            imported.push(document);
            rest = others;
            api
        }
        _ => session::open_to_write(dossier)?,
    };
    for path in rest {
        imported.push(take_over(&api, path)?);
    }
    let imported = Imported {
        file: dossier.display().to_string(),
        documents: imported,
    };
    Answer::of(form, &imported, |imported| {
        imported
            .documents
            .iter()
            .map(|document| format!("{}: {} items\n", document.file, document.items))
            .collect()
    })
}

/// Makes the dossier of its first document.
fn begin(dossier: &Path, document: &Path) -> Result<(Api, Document), Failure> {
    let api = session::api();
    let open = || Ok(BufReader::new(File::open(document)?));
    let session = api
        .create_from_json(dossier, open, &name(document))
        .map_err(|error| Failure::at(document, &error))?;
    let counts = session.dossier.map(|dossier| dossier.counts);
    let items = counts.map_or(0, |counts| {
        counts.events + counts.ties + counts.actors + counts.sources + counts.notes
    });
    let file = document.display().to_string();
    Ok((
        api,
        Document {
            file,
            items: items as usize,
        },
    ))
}

fn take_over(api: &Api, path: &Path) -> Result<Document, Failure> {
    let input = File::open(path).map_err(|error| unreadable(path, &error))?;
    let change = api
        .import_json(BufReader::new(input), &name(path))
        .map_err(|error| Failure::at(path, &error))?;
    Ok(Document {
        file: path.display().to_string(),
        items: change.touched.len(),
    })
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn unreadable(path: &Path, error: &io::Error) -> Failure {
    Failure::failed(format!("{}: it cannot be read: {error}; check the path", path.display()))
}

#[derive(Serialize)]
struct Exported {
    file: String,
    format: &'static str,
}

pub fn export(form: Form, dossier: &Path, output: &Output) -> Result<Answer, Failure> {
    let api = session::open(dossier)?;
    files::refuse_existing(&output.output, output.force)?;
    files::refuse_dossier(&output.output)?;
    api.export_json_to(&output.output)
        .map_err(|error| Failure::at(&output.output, &error))?;
    let exported = Exported {
        file: output.output.display().to_string(),
        format: "json",
    };
    Answer::of(form, &exported, |exported| format!("{}: written", exported.file))
}
