//! A damaged file gives an error or a dossier, never a panic.

use domain::{Filter, ItemKind, ItemRef, Moment};
use engine::{EngineError, Workspace, store::Read};
use relations::Setting;
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};
use testkit::{Editor, Random, TestDossier, build, damaged, record, time, times};

/// Files by default; `SUMMITRY_MUTATIONS` asks for more.
const FILES: usize = 60;

#[test]
fn damaged_files_give_an_error_or_a_dossier() {
    let whole = dossier_with_a_past();
    let folder = tempfile::tempdir().unwrap();
    let (mut opened, mut panicked) = (0, Vec::new());
    for seed in 0..times("SUMMITRY_MUTATIONS", FILES) as u64 {
        let path = folder.path().join(format!("{seed}.dossier"));
        std::fs::write(&path, damaged(&whole, &mut Random::new(seed))).unwrap();
        match catch_unwind(AssertUnwindSafe(|| use_it(&path))) {
            Ok(outcome) => opened += usize::from(outcome.is_ok()),
            Err(_) => panicked.push(seed),
        }
        for file in std::fs::read_dir(folder.path()).unwrap() {
            std::fs::remove_file(file.unwrap().path()).unwrap();
        }
    }
    assert_eq!(panicked, Vec::<u64>::new(), "seeds that panicked");
    // Some accidents hit where it does not matter: the test reaches past the door.
    assert!(opened > 0);
}

fn dossier_with_a_past() -> Vec<u8> {
    let mut dossier = TestDossier::with(record(40, 3).items);
    let mut editor = Editor::new(3);
    for second in 10..60 {
        let edit = editor.next(dossier.workspace());
        // A refused edit is as good as any.
        let _ = edit.make(dossier.workspace_mut(), time(second));
    }
    dossier.workspace_mut().undo(time(70)).unwrap();
    let copy = dossier.path().with_extension("copy");
    dossier.workspace().store().copy_to(&copy).unwrap();
    std::fs::read(copy).unwrap()
}

/// Everything a window does with a dossier.
fn use_it(path: &Path) -> Result<(), EngineError> {
    let mut workspace = Workspace::open(path, time(100))?;
    let index = workspace.index()?;
    let ontology = &workspace.reference().ontology;
    let setting = Setting {
        as_of: Moment(1_767_900_000),
        half_life_days: 180.0,
    };
    let dyads = index.dyads(ontology, setting);
    assert!(dyads.iter().all(|dyad| dyad.tone.is_finite()));
    let text = Filter {
        text: Some("trade".to_owned()),
        ..Filter::default()
    };
    let outcomes = [
        workspace.record().facets(&index, &text).map(drop),
        workspace.store().search("trade", 20).map(drop).map_err(EngineError::from),
        workspace.store().complete("P", &[], 20).map(drop).map_err(EngineError::from),
        workspace.store().check().map(drop).map_err(EngineError::from),
        workspace
            .published()
            .read(Some(time(0).date_naive()), time(100).date_naive(), |then| then.index().map(drop)),
        read_all(&workspace),
    ];
    drop(index);
    let event = build::event(77_777, "summit", "Added to a damaged file", Some("2026"));
    let edited = workspace.put_item(&event.clone().into(), false, time(101)).map(drop);
    let undone = workspace.undo(time(102)).map(drop);
    let undone_further = workspace.undo(time(103)).map(drop);
    let redone = workspace.redo(time(104)).map(drop);
    let removed = workspace
        .remove_items(&[ItemRef::new(ItemKind::Event, event.id)], time(105))
        .map(drop);
    drop(removed);
    outcomes.into_iter().chain([edited, undone, undone_further, redone]).collect()
}

fn read_all(workspace: &Workspace) -> Result<(), EngineError> {
    for kind in ItemKind::ALL {
        for item in workspace.list(kind)? {
            workspace.store().revisions(item.item_ref())?;
            workspace.store().referrers(item.item_ref())?;
        }
    }
    Ok(())
}
