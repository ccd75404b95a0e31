use domain::{Item, ItemKind, ItemRef};

use serde_json::json;

use super::build::{Dossier, actor, event, item, one_of_each, settings, time, uuid};
use crate::{Access, Read as _, Store, StoreError};

#[test]
fn every_noun_is_read_back_exactly_also_after_reopening() {
    let items = one_of_each();
    let dossier = Dossier::with(&items).reopen();
    for item in &items {
        assert_eq!(dossier.store.get(item.item_ref()).unwrap().as_ref(), Some(item));
        assert_eq!(dossier.store.get_recorded(item.item_ref()).unwrap().unwrap().recorded_at, time(1));
    }
    let mut wanted = items.clone();
    wanted.push(Item::Settings(settings()));
    wanted.sort_by_key(|item| (item.kind(), item.id()));
    assert_eq!(dossier.all(), wanted);
    assert_eq!(dossier.store.counts().unwrap().of(ItemKind::Claim), 3);
}

#[test]
fn a_second_instance_reads_and_does_not_write() {
    let mut dossier = Dossier::with(&[actor(1, "China")]);
    assert_eq!(dossier.store.access(), &Access::Writable);
    let mut second = Store::open(&dossier.path).unwrap();
    assert!(matches!(second.access(), Access::ReadOnly(obstacle) if obstacle.to_string().contains("elsewhere")));
    assert!(matches!(
        second.write(|write| write.begin("x", "y", time(2))),
        Err(StoreError::ReadOnly(_))
    ));
    dossier.put(&[actor(2, "Japan")], 3);
    assert_eq!(second.list(ItemKind::Actor).unwrap().len(), 2);
    drop(dossier.store);
    assert_eq!(Store::open(&dossier.path).unwrap().access(), &Access::Writable);
}

#[test]
fn an_error_leaves_nothing_behind() {
    let mut dossier = Dossier::with(&[actor(1, "China")]);
    let (before, revision) = (dossier.all(), dossier.store.revision().unwrap());
    let failed: Result<(), StoreError> = dossier.store.write(|write| {
        let operation = write.begin("put", "Japan", time(2))?;
        write.put(operation, &actor(2, "Japan"), time(2))?;
        Err(StoreError::Busy)
    });
    assert!(failed.is_err());
    assert_eq!((dossier.all(), dossier.store.revision().unwrap()), (before, revision));
    assert_eq!(dossier.store.operations(9).unwrap().len(), 1);
}

#[test]
fn nothing_may_point_at_what_is_not_there() {
    let mut dossier = Dossier::with(&[actor(1, "China"), event(2, "Talks", &[1])]);
    let china = ItemRef::new(ItemKind::Actor, uuid(1));
    assert!(
        matches!(dossier.remove(china, 2), Err(StoreError::Dangling(why)) if why == "a participant would point at something of kind actor that is not in the record")
    );
    let island = item(json!({"type": "place", "id": uuid(5), "name": "Island", "country": uuid(77)}));
    let refused = dossier.store.write(|write| {
        let operation = write.begin("put", "island", time(3))?;
        write.put(operation, &island, time(3)).map(|_| ())
    });
    assert!(matches!(refused, Err(StoreError::Dangling(why)) if why.starts_with("“Island” (place:")));
    assert_eq!(dossier.store.get(island.item_ref()).unwrap(), None);
    assert_eq!(dossier.store.referrers(china).unwrap(), [ItemRef::new(ItemKind::Event, uuid(2))]);
}
