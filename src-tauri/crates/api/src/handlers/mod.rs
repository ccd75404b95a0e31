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

use crate::{
    api::Api,
    view::Viewer,
    wire::{ApiError, Language},
};

pub use capture::{CAPTURE, CaptureOptions, CapturedText, serve_capture};
pub use import::{ImportOptions, ImportSource};

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
