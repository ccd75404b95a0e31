//! The sample dossiers that ship with the product.

use std::path::Path;

use crate::{
    api::Api,
    dossier_file::settings_of,
    wire::{ApiError, ErrorCode, SampleRequest, SampleView, SessionResponse},
};

struct Sample {
    name: &'static str,
    json: &'static str,
}

const SAMPLES: [Sample; 1] = [Sample {
    name: "beijing-2026",
    json: include_str!("../../../../data/samples/beijing-2026/dossier.json"),
}];

/// What can be opened to look around.
pub fn list() -> Vec<SampleView> {
    let view = |sample: &Sample| {
        Some(SampleView {
            name: sample.name.to_owned(),
            title: settings_of(sample.json.as_bytes())?.title.into(),
        })
    };
    SAMPLES.iter().filter_map(view).collect()
}

impl Api {
    /// Makes a dossier from a sample at a path and opens it.
    pub fn create_from_sample(&self, path: &Path, sample: &str) -> Result<SessionResponse, ApiError> {
        let names = || SAMPLES.iter().map(|sample| sample.name).collect::<Vec<_>>().join(", ");
        let sample = SAMPLES.iter().find(|known| known.name == sample).ok_or_else(|| {
            ApiError::new(ErrorCode::NotFound, format!("there is no sample “{sample}”")).hint(format!("there is: {}", names()))
        })?;
        self.create_from_json(path, || Ok(sample.json.as_bytes()), sample.name)
    }

    /// Opens the user's own copy of a sample, made on first use.
    pub fn open_sample(&self, request: SampleRequest) -> Result<SessionResponse, ApiError> {
        let path = self.home.join(format!("{}.dossier", request.name));
        if path.exists() {
            self.open_path(&path)
        } else {
            self.create_from_sample(&path, &request.name)
        }
    }
}
