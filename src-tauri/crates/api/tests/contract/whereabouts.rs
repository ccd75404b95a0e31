//! The file of the open dossier is moved, replaced, deleted or written by others while it is open.

use api::{Api, wire::FilePlace};
use std::{fs, path::Path};

use crate::{
    edits::event,
    sample::{Sample, noon},
};

/// The titles of events in the file at a path, opened as another program would.
fn titles(path: &Path) -> String {
    let api = Api::without_home(noon);
    api.open_to_read(path).unwrap();
    let mut out = Vec::new();
    api.export_json(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_moved_dossier_is_gone_on_with_where_it_is() {
    let mut sample = Sample::open();
    let new = sample.folder.path().join("renamed.dossier");
    sample.add(event("Before the move"));
    fs::rename(sample.path(), &new).unwrap();
    // Whether the next change or the watch sees it first makes no difference.
    sample.add(event("After the move"));
    let answer = sample.api.whereabouts().unwrap();
    assert_eq!(answer.file, FilePlace::Here);
    assert_eq!(Path::new(&answer.path), fs::canonicalize(&new).unwrap());
    assert_eq!(sample.api.session().unwrap().dossier.unwrap().file, "renamed.dossier");
    sample.api.undo().unwrap();
    sample.api.redo().unwrap();
    sample.api = Api::without_home(noon);
    let found = titles(&new);
    assert!(found.contains("Before the move") && found.contains("After the move"));
    assert!(!sample.path().exists());
    assert!(fs::read_dir(sample.folder.path()).unwrap().flatten().all(|file| {
        let name = file.file_name();
        !name.to_string_lossy().starts_with("sample.dossier")
    }));
}

#[test]
fn a_dossier_without_a_file_is_saved_as_a_copy_and_gone_on_with_there() {
    for replaced in [false, true] {
        let sample = Sample::open();
        sample.add(event("Before"));
        fs::remove_file(sample.path()).unwrap();
        if replaced {
            fs::write(sample.path(), "another file").unwrap();
        }
        let place = if replaced { FilePlace::Replaced } else { FilePlace::Gone };
        assert_eq!(sample.api.whereabouts().unwrap().file, place);
        let refused = sample.put(event("Into nothing")).unwrap_err();
        assert!(refused.message.contains("save a copy"), "{}", refused.message);
        let copy = sample.folder.path().join("copy.dossier");
        sample.api.save_copy_to(&copy).unwrap();
        sample.add(event("Into the copy"));
        assert_eq!(sample.api.whereabouts().unwrap().file, FilePlace::Here);
        let found = titles(&copy);
        assert!(found.contains("Before") && found.contains("Into the copy") && !found.contains("Into nothing"));
    }
}

#[test]
fn a_dossier_whose_disk_comes_back_is_gone_on_with() {
    let sample = Sample::open();
    let away = sample.folder.path().join("away");
    fs::create_dir(&away).unwrap();
    // A hard link keeps the file alive while its name is gone, as a stick does that is pulled and put back.
    fs::hard_link(sample.path(), away.join("file")).unwrap();
    fs::remove_file(sample.path()).unwrap();
    assert_eq!(sample.api.whereabouts().unwrap().file, FilePlace::Gone);
    fs::rename(away.join("file"), sample.path()).unwrap();
    assert_eq!(sample.api.whereabouts().unwrap().file, FilePlace::Here);
    sample.add(event("Back again"));
    assert!(titles(&sample.path()).contains("Back again"));
}

#[test]
fn what_another_program_writes_is_seen_by_who_only_reads() {
    let sample = Sample::open();
    let reader = Api::without_home(noon);
    reader.open_to_read(&sample.path()).unwrap();
    let before = reader.whereabouts().unwrap().revision.unwrap();
    sample.add(event("Written elsewhere"));
    let after = reader.whereabouts().unwrap().revision.unwrap();
    assert!(after > before);
    assert_eq!(reader.session().unwrap().dossier.unwrap().change.revision, after);
}
