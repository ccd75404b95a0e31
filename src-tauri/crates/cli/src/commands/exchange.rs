use serde::Serialize;
use std::path::Path;

use crate::{
    answer::{Answer, Form},
    arguments::Output,
    failure::Failure,
    files, session,
};

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
