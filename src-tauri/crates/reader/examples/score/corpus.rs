//! The test corpus: where it is, and what of it is missing.

use serde_json::Value;
use std::path::{Path, PathBuf};

/// The texts the reader is scored on.
pub struct Corpus {
    folder: PathBuf,
}

/// The dates of `dates.rs`, the sentences of `gold.rs`, the articles of `articles.rs` and the one of `seed.rs`.
pub const DATES: &str = "dates/dates.jsonl";
pub const GOLD: &str = "gold/plover_gold.jsonl";
pub const ARTICLES: &str = "wikinews/articles.jsonl";
pub const SEED: &str = "article-2026-01-08.txt";

impl Corpus {
    /// The folder that `SUMMITRY_CORPUS` names, from the project's root, or `../shared/corpus`.
    pub fn here() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
        let named = std::env::var_os("SUMMITRY_CORPUS").map_or_else(|| PathBuf::from("../shared/corpus"), PathBuf::from);
        Self { folder: root.join(named) }
    }

    /// The files that are not there, by name.
    pub fn missing(&self) -> Vec<&'static str> {
        let here = |name: &str| self.folder.join(name).is_file();
        [DATES, GOLD, ARTICLES, SEED].into_iter().filter(|name| !here(name)).collect()
    }

    /// What to say where files are missing.
    pub fn absence(&self) -> Option<String> {
        let missing = self.missing().join(", ");
        (!missing.is_empty()).then(|| {
            let folder = self.folder.display();
            format!("the test corpus is not here: {folder} lacks {missing}; let SUMMITRY_CORPUS name the folder that holds them")
        })
    }

    /// One file as text.
    pub fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.folder.join(name)).unwrap()
    }

    /// One file with a JSON value on each line.
    pub fn lines(&self, name: &str) -> Vec<Value> {
        self.text(name).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// The texts of the articles.
    pub fn articles(&self) -> Vec<String> {
        let rows = self.lines(ARTICLES);
        rows.iter().map(|row| row["text"].as_str().unwrap().to_owned()).collect()
    }
}
