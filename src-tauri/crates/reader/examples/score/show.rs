//! One draft in two lines, for people.

use reader::{DraftProposal, Reader};
use serde_json::Value;
use std::path::Path;

/// The drafts of each text of a file; whether it could be read.
pub fn file(reader: &Reader, file: &Path) -> bool {
    let Ok(text) = std::fs::read_to_string(file) else {
        eprintln!("{} cannot be read", file.display());
        return false;
    };
    for row in text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
        let day = row["published"]
            .as_str()
            .and_then(|day| day.get(..10))
            .and_then(|day| day.parse().ok());
        let written = row["text"].as_str().unwrap_or_default();
        println!(
            "## {} {}",
            row["id"].as_str().unwrap_or_default(),
            written.chars().take(160).collect::<String>()
        );
        reader.read(written, day, row["lang"].as_str()).drafts.iter().for_each(show);
    }
    true
}

/// Prints it.
pub fn show(draft: &DraftProposal) {
    let who: Vec<String> = draft
        .item
        .participants
        .iter()
        .map(|one| format!("{}/{}:{:?}", one.key, one.country.as_deref().unwrap_or("-"), one.role))
        .collect();
    println!(
        "{:?} {} [{}] {:?} {:?} {:?} q{:?} {:.2} {}\n     {:?} {:?} topics {:?} links {:?} issue {:?} {}",
        draft.item.noun,
        draft.item.kind,
        draft.rule,
        draft.item.status,
        draft.item.when.as_ref().map(|when| when.edtf.as_str()),
        draft.item.place.as_ref().map(|place| &place.name),
        draft.quad,
        draft.confidence,
        who.join(", "),
        draft.item.amount,
        draft.item.quote,
        draft.item.topics,
        draft.links,
        draft.item.issue,
        draft.words.chars().take(200).collect::<String>()
    );
}
