use api::Api;
use serde::Serialize;
use std::path::{Path, PathBuf};

use crate::{
    answer::{Answer, Form},
    arguments::Output,
    failure::Failure,
    files, session,
};

#[derive(Serialize)]
struct Copied {
    from: String,
    file: String,
}

pub fn backup(form: Form, dossier: &Path, output: Option<&Path>, force: bool) -> Result<Answer, Failure> {
    let target = output.map_or_else(|| dated(dossier), Path::to_owned);
    let api = session::open(dossier)?;
    copy(form, &api, dossier, &target, force)
}

pub fn restore(form: Form, backup: &Path, output: &Output) -> Result<Answer, Failure> {
    let api = session::open(backup)?;
    if let Some(first) = api.check().map_err(|error| Failure::at(backup, &error))?.first() {
        return Err(Failure::failed(format!(
            "{}: the backup is damaged: {first}; use another",
            backup.display()
        )));
    }
    copy(form, &api, backup, &output.output, output.force)
}

/// Saves a copy that counts only once it has been opened and checked.
fn copy(form: Form, api: &Api, from: &Path, target: &Path, force: bool) -> Result<Answer, Failure> {
    files::make_dossier(target, force, |path| {
        api.save_copy_to(path).map_err(|error| Failure::at(path, &error))?;
        let findings = session::open(path)?.check().map_err(|error| Failure::at(path, &error))?;
        let Some(first) = findings.first() else { return Ok(()) };
        let _ = std::fs::remove_file(path);
        Err(Failure::failed(format!(
            "{}: the copy is not sound: {first}; run “summitry check” on it",
            from.display()
        )))
    })?;
    let copied = Copied {
        from: from.display().to_string(),
        file: target.display().to_string(),
    };
    Answer::of(form, &copied, |copied| format!("{}: copied and checked", copied.file))
}

/// `beijing-2026-01-08T090000.dossier` beside `beijing.dossier`.
fn dated(dossier: &Path) -> PathBuf {
    let stem = dossier
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default();
    let ending = dossier
        .extension()
        .map(|ending| format!(".{}", ending.to_string_lossy()))
        .unwrap_or_default();
    dossier.with_file_name(format!("{stem}-{}{ending}", chrono::Local::now().format("%Y-%m-%dT%H%M%S")))
}
