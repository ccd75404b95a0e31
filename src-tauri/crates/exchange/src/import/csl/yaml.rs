use serde_json::Value;

use crate::import::ImportError;

/// Whether a text begins as a list of references: under `references:`, or bare.
pub(super) fn is(start: &str) -> bool {
    let mut lines = start
        .lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let first = lines.find(|line| *line != "---").unwrap_or_default();
    let begins = first == "references:" || first.starts_with("- id:") || first.starts_with("- type:");
    let has = |key: &str| {
        start
            .lines()
            .any(|line| line.trim_start().trim_start_matches("- ").starts_with(key))
    };
    begins && (has("issued:") || has("container-title:") || has("title:")) && has("type:")
}

/// Read with bounds: lists within lists are limited, and anchors are not followed, since a few of them can stand for more than any memory holds. The number
/// of plain values goes up to that of large libraries.
pub(super) fn parse(text: &str) -> Result<Value, ImportError> {
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_events: 10_000_000,
            max_nodes: 5_000_000,
            max_depth: 32,
            max_aliases: 0,
        },
    };
    serde_saphyr::from_str_with_options(text, options).map_err(|error| ImportError::Malformed(error.to_string()))
}
