//! The sample dossiers that ship with the product.

use domain::{Item, Language, record::Recorded};
use engine::Workspace;
use exchange::dossier_json::Entry;
use std::path::Path;

use crate::{
    api::{Api, settings},
    dossier_file::fill,
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
            title: title(sample)?,
        })
    };
    SAMPLES.iter().filter_map(view).collect()
}

fn title(sample: &Sample) -> Option<String> {
    let mut title = None;
    let stop = |entry| match entry {
        Entry::Item(Recorded {
            item: Item::Settings(settings),
            ..
        }) => {
            title = Some(settings.title.to_string());
            Err("found")
        }
        _ => Ok(()),
    };
    let _ = exchange::dossier_json::read(sample.json.as_bytes(), stop);
    title
}

impl Api {
    /// Makes a dossier from a sample at a path and opens it.
    pub fn create_from_sample(&self, path: &Path, sample: &str) -> Result<SessionResponse, ApiError> {
        let names = || SAMPLES.iter().map(|sample| sample.name).collect::<Vec<_>>().join(", ");
        let sample = SAMPLES.iter().find(|known| known.name == sample).ok_or_else(|| {
            ApiError::new(ErrorCode::NotFound, format!("there is no sample “{sample}”")).hint(format!("there is: {}", names()))
        })?;
        let mut workspace = Workspace::create(path, &settings(sample.name, Language::English)?, self.now())?;
        fill(&mut workspace, sample.json.as_bytes(), sample.name, self.now())?;
        self.take(path, workspace)
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
