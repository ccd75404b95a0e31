//! The lossless form, in and out, whole and damaged.

use api::{
    Api,
    wire::{Language, NewRequest},
};
use std::panic::{AssertUnwindSafe, catch_unwind};
use testkit::{Random, damaged, garbled, times};

use crate::sample::{Sample, noon};

/// Documents by default; `SUMMITRY_MUTATIONS` asks for more.
const DOCUMENTS: usize = 60;

#[test]
fn what_is_exported_and_imported_is_exported_alike() {
    let sample = Sample::open();
    sample.put(crate::edits::event("One more")).unwrap();
    let document = sample.export();
    let other = Api::without_home(noon);
    other
        .create_from_json(&sample.folder.path().join("other.dossier"), || Ok(document.as_bytes()), "other")
        .unwrap();
    let mut again = Vec::new();
    other.export_json(&mut again).unwrap();
    assert!(document.as_bytes() == again, "byte for byte");
}

#[test]
fn a_document_taken_in_twice_changes_nothing_more() {
    let sample = Sample::open();
    let document = sample.export();
    sample.api.import_json(document.as_bytes(), "again.json").unwrap();
    assert!(sample.export() == document);
}

#[test]
fn a_file_is_taken_over_in_one_step_and_refused_by_name() {
    let sample = Sample::open();
    let folder = sample.folder.path();
    let file = folder.join("beijing.json");
    std::fs::write(&file, sample.export()).unwrap();
    let other = Api::without_home(noon);
    let made = other
        .create_from_file(&folder.join("made.dossier"), &file)
        .unwrap()
        .dossier
        .unwrap();
    assert_eq!(made.title, Api::title_of_file(&file));

    other.new_at(&folder.join("empty.dossier"), &new("Seoul in spring")).unwrap();
    let taken = other.import_file(&file).unwrap();
    assert_eq!(taken.counts.events, made.counts.events);
    let undone = other.undo().unwrap();
    assert_eq!((undone.counts.events, undone.counts.actors), (0, 0), "one step takes it all back");

    let refusal = |document: String| {
        std::fs::write(&file, document).unwrap();
        let error = other.import_file(&file).unwrap_err();
        assert_eq!(error.hint.as_deref().map(|hint| hint.ends_with("nothing was imported")), Some(true));
        error.message
    };
    assert!(refusal("{\"dear\":\"ambassador\"}".to_owned()).starts_with("beijing.json: the file is not a dossier in JSON"));
    let message = refusal(with_itself(&sample.export()));
    assert!(
        message.starts_with("beijing.json: “China–Japan relations strained” is refused: is the same actor"),
        "{message}"
    );
    assert_eq!(other.session().unwrap().dossier.unwrap().counts.events, 0);
}

/// The document with its first tie from a country to itself.
fn with_itself(document: &str) -> String {
    let (before, tie) = document.split_once("\"type\":\"tie\"").unwrap();
    let end = |name: &str| tie.split_once(name).unwrap().1.split('"').next().unwrap();
    let (from, to) = (end("\"from\":\""), end("\"to\":\""));
    format!(
        "{before}\"type\":\"tie\"{}",
        tie.replacen(&format!("\"to\":\"{to}"), &format!("\"to\":\"{from}"), 1)
    )
}

fn new(title: &str) -> NewRequest {
    NewRequest {
        title: title.to_owned(),
        language: Language::English,
    }
}

#[test]
fn damaged_documents_leave_nothing_behind_or_a_sound_dossier() {
    let sample = Sample::open();
    let document = sample.export().into_bytes();
    let whole = state(&sample);
    let mut taken = 0;
    let mut panicked = Vec::new();
    for seed in 0..times("SUMMITRY_MUTATIONS", DOCUMENTS) as u64 {
        let bytes = spoilt(&document, seed);
        let outcome = catch_unwind(AssertUnwindSafe(|| sample.api.import_json(bytes.as_slice(), "damaged.json")));
        match outcome {
            Err(_) => panicked.push(seed),
            Ok(Err(refused)) => {
                assert!(!refused.message.is_empty());
                assert!(state(&sample) == whole, "seed {seed} left something behind: {refused}");
            }
            Ok(Ok(_)) => {
                taken += 1;
                assert_eq!(sample.api.check().unwrap(), Vec::<String>::new(), "seed {seed}");
                sample.api.undo().unwrap();
            }
        }
    }
    assert_eq!(panicked, Vec::<u64>::new(), "seeds that panicked");
    // Some accidents only change a word: the test reaches past the door.
    assert!(taken > 0);
}

#[test]
fn damaged_documents_make_a_dossier_or_no_file() {
    let sample = Sample::open();
    let document = sample.export().into_bytes();
    let path = sample.folder.path().join("new.dossier");
    for seed in 0..20 {
        let bytes = spoilt(&document, seed);
        let fresh = Api::without_home(noon);
        let made = fresh.create_from_json(&path, || Ok(bytes.as_slice()), "damaged").is_ok();
        assert_eq!(path.exists(), made, "seed {seed}");
        drop(fresh);
        for file in std::fs::read_dir(sample.folder.path()).unwrap() {
            let file = file.unwrap().path();
            if file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("new.")) {
                std::fs::remove_file(file).unwrap();
            }
        }
    }
}

/// Every other one stays JSON, so that what it says is what is wrong.
fn spoilt(document: &[u8], seed: u64) -> Vec<u8> {
    let mut random = Random::new(seed);
    match std::str::from_utf8(document) {
        Ok(text) if seed.is_multiple_of(2) => garbled(text, &mut random).into_bytes(),
        _ => damaged(document, &mut random),
    }
}

/// The record and what can be undone and redone.
fn state(sample: &Sample) -> (usize, Option<String>, u64) {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let dossier = sample.api.session().unwrap().dossier.unwrap();
    let document = sample.export();
    let items = document
        .split_once("\n\"superseded\"")
        .map_or(document.as_str(), |(items, _)| items);
    let bare: Vec<&str> = items
        .lines()
        .filter_map(|line| line.split_once(",\"type\"").map(|(_, item)| item))
        .collect();
    let mut hasher = DefaultHasher::new();
    bare.hash(&mut hasher);
    (bare.len(), dossier.change.undo.map(|label| label.name), hasher.finish())
}
