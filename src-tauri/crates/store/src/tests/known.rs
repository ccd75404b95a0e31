use domain::{
    Item, ItemKind,
    record::{Recorded, Superseded},
};

use super::build::{Dossier, actor, time};
use crate::{Read as _, StoreError};

/// The names of the actors as known at a second.
fn known(dossier: &Dossier, second: i64) -> Vec<String> {
    dossier
        .store
        .readers()
        .past(time(second))
        .unwrap()
        .list(ItemKind::Actor)
        .unwrap()
        .iter()
        .map(Item::title)
        .collect()
}

#[test]
fn what_was_known_on_a_day_can_be_answered() {
    let mut dossier = Dossier::with(&[actor(1, "Burma")]);
    dossier.put(&[actor(1, "Myanmar"), actor(2, "Japan")], 10);
    dossier.undo(20);
    dossier.redo(30);
    dossier.remove(actor(2, "Japan").item_ref(), 40).unwrap();
    for (second, names) in [
        (0, vec![]),
        (1, vec!["Burma"]),
        (9, vec!["Burma"]),
        (10, vec!["Myanmar", "Japan"]),
        (25, vec!["Burma"]),
        (35, vec!["Myanmar", "Japan"]),
        (40, vec!["Myanmar"]),
    ] {
        assert_eq!(known(&dossier, second), names, "{second}");
    }
}

#[test]
fn typing_leaves_no_moment_without_a_wording() {
    let mut dossier = Dossier::with(&[actor(1, "China")]);
    let operation = dossier.put(&[actor(1, "Chin")], 10);
    dossier
        .store
        .write(|write| write.put(operation, &actor(1, "Chi"), time(15)))
        .unwrap();
    for (second, name) in [(9, "China"), (10, "Chi"), (12, "Chi"), (15, "Chi")] {
        assert_eq!(known(&dossier, second), [name], "{second}");
    }
}

#[test]
fn a_clock_that_goes_back_does_not_turn_the_record_round() {
    let mut dossier = Dossier::new();
    dossier.put(&[actor(1, "A")], 100);
    dossier.put(&[actor(1, "B")], 50);
    let item = actor(1, "B").item_ref();
    assert_eq!(dossier.store.get_recorded(item).unwrap().unwrap().recorded_at, time(100));
    assert!(
        dossier
            .store
            .revisions(item)
            .unwrap()
            .iter()
            .all(|old| old.recorded_at <= old.superseded_at)
    );
}

#[test]
fn times_of_record_survive_a_move_to_another_dossier() {
    let mut first = Dossier::with(&[actor(1, "Burma"), actor(2, "Japan")]);
    first.put(&[actor(1, "Myanmar")], 10);
    let read = |dossier: &Dossier| {
        let (mut items, mut old) = (Vec::new(), Vec::new());
        for kind in ItemKind::ALL {
            dossier
                .store
                .each(kind, &mut |recorded: Recorded| {
                    items.push(recorded);
                    Ok(())
                })
                .unwrap();
        }
        dossier
            .store
            .each_superseded(&mut |superseded: Superseded| {
                old.push(superseded);
                Ok(())
            })
            .unwrap();
        (items, old)
    };
    let (items, old) = read(&first);
    assert_eq!((items.len(), old.len()), (3, 1));
    let mut second = Dossier::new();
    second
        .store
        .write(|write| {
            let operation = write.begin("import", "dossier", time(99))?;
            for recorded in &items {
                write.put_recorded(operation, recorded)?;
            }
            for superseded in &old {
                write.put_superseded(superseded)?;
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
    assert_eq!(read(&second), (items, old));
    assert!(second.store.check().unwrap().is_sound());
    for second_of in [1, 10, 50] {
        assert_eq!(known(&first, second_of), known(&second, second_of));
    }
}
