use domain::{ItemKind, ItemRef};

use super::build::{Dossier, actor, one_of_each, settings, time, uuid};
use crate::{OperationState, Read as _, StoreError};

#[test]
fn undo_and_redo_work_across_reopening() {
    let mut dossier = Dossier::with(&[actor(1, "China")]);
    let empty = dossier.all();
    dossier.put(&[actor(1, "People's Republic of China"), actor(2, "Japan")], 2);
    let full = dossier.all();
    let mut dossier = dossier.reopen();
    dossier.undo(3);
    assert_eq!(dossier.all(), empty);
    let mut dossier = dossier.reopen();
    dossier.redo(4);
    assert_eq!(dossier.all(), full);
    let mut dossier = dossier.reopen();
    dossier.undo(5);
    dossier.undo(6);
    assert_eq!(dossier.store.counts().unwrap().of(ItemKind::Actor), 0);
}

#[test]
fn everything_can_be_undone_and_redone() {
    let mut dossier = Dossier::with(&one_of_each());
    let full = dossier.all();
    dossier.undo(2);
    assert_eq!(dossier.all(), [domain::Item::Settings(settings())]);
    dossier.redo(3);
    assert_eq!(dossier.all(), full);
}

#[test]
fn typing_replaces_the_wording_of_its_own_operation() {
    let mut dossier = Dossier::with(&[actor(1, "China")]);
    let china = ItemRef::new(ItemKind::Actor, uuid(1));
    let operation = dossier.put(&[actor(1, "Chin")], 10);
    for (second, name) in [(11, "Chi"), (12, "Ch")] {
        dossier
            .store
            .write(|write| write.put(operation, &actor(1, name), time(second)))
            .unwrap();
    }
    assert_eq!(dossier.store.revisions(china).unwrap().len(), 1);
    dossier.undo(13);
    assert_eq!(dossier.store.get(china).unwrap(), Some(actor(1, "China")));
    dossier.redo(14);
    assert_eq!(dossier.store.get(china).unwrap(), Some(actor(1, "Ch")));
}

#[test]
fn a_new_operation_drops_what_could_be_redone() {
    let mut dossier = Dossier::with(&[actor(1, "China")]);
    let dropped = dossier.put(&[actor(2, "Japan")], 2);
    dossier.undo(3);
    dossier.put(&[actor(3, "Mongolia")], 4);
    assert_eq!(dossier.store.next_undone().unwrap(), None);
    let states: Vec<_> = dossier.store.operations(9).unwrap().iter().map(|entry| entry.state).collect();
    assert_eq!(states, [OperationState::Done, OperationState::Dropped, OperationState::Done]);
    assert!(matches!(
        dossier.store.write(|write| write.reapply(dropped, time(5))),
        Err(StoreError::OutOfOrder(_))
    ));
}

#[test]
fn only_the_last_operation_takes_changes_and_is_undone() {
    let mut dossier = Dossier::new();
    let first = dossier.put(&[actor(1, "China")], 1);
    dossier.put(&[actor(2, "Japan")], 2);
    assert!(matches!(
        dossier.store.write(|write| write.revert(first, time(3))),
        Err(StoreError::OutOfOrder(_))
    ));
    assert!(matches!(
        dossier.store.write(|write| write.put(first, &actor(3, "India"), time(3))),
        Err(StoreError::OutOfOrder(_))
    ));
}
