use api::{
    Api, shown,
    wire::{ApiError, DossierView, ErrorCode},
};
use std::path::Path;

use crate::failure::Failure;

pub fn api() -> Api {
    let api = Api::without_home(chrono::Utc::now);
    match std::env::current_exe() {
        Ok(program) => api.with_capture_program(program),
        Err(_) => api,
    }
}

/// Opens a dossier to read it: nothing is written where it lies.
pub fn open(path: &Path) -> Result<Api, Failure> {
    opened(path, Api::open_to_read)
}

fn opened(path: &Path, open: impl FnOnce(&Api, &Path) -> Result<(), ApiError>) -> Result<Api, Failure> {
    let api = api();
    open(&api, path).map_err(|error| {
        let hint = match error.code {
            ErrorCode::NotFound => Some("check the path, or begin one with “summitry new”"),
            ErrorCode::Foreign => Some("name a dossier; a JSON export comes in with “summitry import”"),
            _ => None,
        };
        Failure::at(
            path,
            &hint.filter(|_| error.hint.is_none()).map_or(error.clone(), |hint| error.hint(hint)),
        )
    })?;
    Ok(api)
}

/// Opens a dossier that is to be changed.
pub fn open_to_write(path: &Path) -> Result<Api, Failure> {
    let api = opened(path, Api::open)?;
    api.require_writable().map_err(|error| Failure::at(path, &error))?;
    Ok(api)
}

/// What is known of the open dossier.
pub fn dossier(api: &Api) -> Result<DossierView, Failure> {
    api.session()?
        .dossier
        .ok_or_else(|| Failure::failed("no dossier is open; name one"))
}

/// The as-of day of an answer, and by whose choice where nobody asked for one.
pub fn day_taken(dossier: &DossierView, asked: Option<&str>, day: &str) -> String {
    let day = shown::date(day, dossier.language);
    match (asked, &dossier.opens_as_of) {
        (Some(_), _) => day,
        (None, Some(_)) => format!("{day} (the day the dossier opens as of)"),
        (None, None) => format!("{day} (today)"),
    }
}
