//! The sample dossier, opened as a shell would.

use api::{
    Api,
    wire::{ApiError, ChangeResponse, Edit, EditRequest, Filter, ItemRef, ItemRequest, ItemResponse, Language},
};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use std::path::PathBuf;
use tempfile::TempDir;

pub const SUMMIT: &str = "event:019b9cd5-8e80-7007-8000-000000000001";
pub const BEIJING: &str = "place:019b9cd5-8e80-7004-8000-000000000001";
pub const KOREA: &str = "actor:67281eac-387a-58a4-864e-0855642f4991";
pub const CHINA: &str = "actor:dff18054-e191-50fa-bf31-82f585471c47";
pub const LEE: &str = "actor:b854d79a-857b-5f2b-b1a3-3f792295a4e8";

/// The bare id of a reference, as items hold it.
pub fn id(reference: &str) -> &str {
    reference.split_once(':').map_or(reference, |(_, id)| id)
}

/// Noon on 8 January 2026.
pub fn noon() -> DateTime<Utc> {
    "2026-01-08T12:00:00Z".parse().unwrap()
}

/// The item that a reference points at.
pub fn item(reference: &str) -> ItemRef {
    reference.parse().unwrap()
}

pub struct Sample {
    pub api: Api,
    pub folder: TempDir,
}

impl Sample {
    pub fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let api = Api::new(folder.path(), noon);
        let sample = Self { api, folder };
        sample.api.create_from_sample(&sample.path(), "beijing-2026").unwrap();
        sample
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("sample.dossier")
    }

    /// Closes the application and starts it again.
    pub fn restart(&mut self) {
        self.api = Api::without_home(noon);
        self.api = Api::new(self.folder.path(), noon);
        self.api.open_path(&self.path()).unwrap();
    }

    pub fn apply(&self, edit: Edit) -> Result<ChangeResponse, ApiError> {
        self.api.apply(EditRequest { edit })
    }

    /// Puts an item as a form would send it. One without an id is new.
    pub fn put(&self, mut item: Value) -> Result<ChangeResponse, ApiError> {
        if item.get("id").is_none() {
            item["id"] = json!(engine::fresh_id());
        }
        self.apply(Edit::Put { item, typing: false })
    }

    /// Puts a new item and returns its reference.
    pub fn add(&self, form: Value) -> String {
        self.put(form).unwrap().created.unwrap().to_string()
    }

    pub fn item(&self, reference: &str) -> Result<ItemResponse, ApiError> {
        let language = Language::English;
        self.api.item(ItemRequest {
            item: item(reference),
            known_on: None,
            language,
        })
    }

    /// The whole record as JSON text.
    pub fn export(&self) -> String {
        let mut bytes = Vec::new();
        self.api.export_json(&mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }
}

pub fn nothing() -> Filter {
    Filter::default()
}
