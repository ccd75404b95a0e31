//! One method of `Api` per command of the contract.

mod address;
mod brief;
mod capture;
mod complete;
mod edit;
mod import;
mod lists;
mod relations;
mod review;
mod timeline;

use ::engine::Record;
use std::{ffi::OsStr, io};

use crate::{
    api::Api,
    view::Viewer,
    wire::{ApiError, Language},
};

pub use capture::{CaptureOptions, CapturedText};
pub use import::{ImportOptions, ImportSource};

/// Reads a document or a file for another process of the same program, where the first argument asks for that: such a process may die of what it reads.
pub fn serve(argument: &OsStr) -> Option<io::Result<()>> {
    if argument == capture::CAPTURE {
        Some(capture::serve())
    } else if argument == import::IMPORT {
        Some(import::serve())
    } else {
        None
    }
}

impl Api {
    /// Answers a question in the words of one language.
    pub(crate) fn view<T>(
        &self,
        language: Language,
        known_on: Option<&str>,
        work: impl FnOnce(&Viewer<'_>) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        let ask = |record: &Record<'_>| work(&Viewer::new(record, language)?);
        self.dossier()?.read(known_on, self.today(), ask)
    }
}
