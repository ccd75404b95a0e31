//! The file of an open dossier is moved, replaced or deleted by somebody else.

use std::fs;

use super::build::{Dossier, note, one_of_each};
use crate::{Read as _, Store, StoreError, Whereabouts, lock::beside};

/// What a dossier holds that is opened anew at a path.
fn held(path: &std::path::Path) -> usize {
    let store = Store::open(path).unwrap();
    assert_eq!(store.check().unwrap().findings, [] as [String; 0]);
    usize::try_from(store.counts().unwrap().0.iter().map(|(_, count)| count).sum::<u64>()).unwrap()
}

#[test]
fn a_moved_dossier_takes_its_work_along() {
    for target in ["renamed.dossier", "folder/moved.dossier"] {
        let mut dossier = Dossier::with(&one_of_each());
        dossier.put(&[note(90, "Before", "written before the move")], 90);
        let expected = dossier.all().len();
        let new = dossier.folder.path().join(target);
        fs::create_dir_all(new.parent().unwrap()).unwrap();
        fs::rename(&dossier.path, &new).unwrap();
        let found = dossier.store.whereabouts();
        let refused = dossier.remove(note(90, "Before", "").item_ref(), 91);
        assert!(matches!(refused, Err(StoreError::Astray(_))), "{refused:?}");
        let Dossier { store, path, folder } = dossier;
        drop(store);
        assert_eq!(held(&new), expected);
        if cfg!(target_os = "linux") || target.starts_with("renamed") {
            assert_eq!(found, Whereabouts::Moved(fs::canonicalize(&new).unwrap()));
        }
        for ending in ["", "-wal", "-shm", ".lock"] {
            assert!(!beside(&path, ending).exists(), "{ending}");
        }
        drop(folder);
    }
}

#[test]
fn what_was_deleted_or_replaced_can_be_saved_as_a_copy() {
    for replaced in [false, true] {
        let mut dossier = Dossier::with(&one_of_each());
        dossier.put(&[note(90, "Before", "written before")], 90);
        let expected = dossier.all().len();
        fs::remove_file(&dossier.path).unwrap();
        if replaced {
            fs::write(&dossier.path, "what a sync client put here").unwrap();
        }
        let found = if replaced { Whereabouts::Replaced } else { Whereabouts::Gone };
        assert_eq!(dossier.store.whereabouts(), found);
        let refused = dossier.remove(note(90, "Before", "").item_ref(), 91);
        assert!(matches!(refused, Err(StoreError::Astray(_))), "{refused:?}");
        let copy = dossier.folder.path().join("copy.dossier");
        dossier.store.copy_to(&copy).unwrap();
        assert_eq!(held(&copy), expected);
        let Dossier { store, path, folder } = dossier;
        drop(store);
        if replaced {
            assert_eq!(fs::read_to_string(&path).unwrap(), "what a sync client put here");
        }
        drop(folder);
    }
}

#[test]
fn a_copy_made_by_others_lacks_nothing_once_the_log_is_flushed() {
    let mut dossier = Dossier::with(&one_of_each());
    dossier.put(&[note(90, "Before", "written before")], 90);
    dossier.store.flush();
    let copy = dossier.folder.path().join("copy.dossier");
    fs::copy(&dossier.path, &copy).unwrap();
    assert_eq!(held(&copy), dossier.all().len());
}
