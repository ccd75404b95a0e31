//! What is to come in, and what a person says of it.

use domain::incoming::{Format, Mapping};
use exchange::dossier_json;
use std::{fs::File, io::Read, path::PathBuf, sync::Arc};

use crate::{recent, wire::ImportRequest};

/// What is looked at to tell a dossier in its own JSON, in bytes.
const OWN: u64 = 200;

/// Where what comes in lies.
#[derive(Clone, Debug)]
pub enum ImportSource {
    File(PathBuf),
    /// A table that was pasted.
    Text(Arc<str>),
}

/// How it is to come in.
#[derive(Clone, Debug, Default)]
pub struct ImportOptions {
    /// For tables; a sheet that none is given for is read by the guess. The name of a sheet that stands for all is `*`.
    pub mappings: Vec<(String, Mapping)>,
    /// Where a person knows better than what the file shows.
    pub format: Option<Format>,
    /// Does all and keeps nothing.
    pub dry_run: bool,
}

impl ImportSource {
    pub(super) fn name(&self) -> String {
        match self {
            Self::File(path) => recent::name(path),
            Self::Text(_) => String::new(),
        }
    }

    pub(super) fn size(&self) -> u64 {
        match self {
            Self::File(path) => std::fs::metadata(path).map_or(0, |meta| meta.len()),
            Self::Text(text) => text.len() as u64,
        }
    }

    /// Whether it is a dossier in its own JSON.
    pub fn is_dossier(&self) -> bool {
        let Self::File(path) = self else { return false };
        let mut start = Vec::new();
        let read = File::open(path).and_then(|file| file.take(OWN).read_to_end(&mut start));
        read.is_ok() && String::from_utf8_lossy(&start).contains(&format!("\"format\":\"{}\"", dossier_json::FORMAT))
    }
}

impl ImportOptions {
    pub fn of(request: &ImportRequest) -> Self {
        let mappings = request.mappings.iter();
        Self {
            mappings: mappings.map(|given| (given.sheet.clone(), given.mapping.clone())).collect(),
            ..Self::default()
        }
    }
}
