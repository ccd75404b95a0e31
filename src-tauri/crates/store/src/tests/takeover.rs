use domain::{Item, ItemKind, record::Recorded};
use serde_json::json;

use super::build::{Dossier, item, settings, time, uuid};
use crate::{Read as _, StoreError};

#[test]
fn settings_of_another_dossier_take_the_place_of_its_own_and_give_it_back() {
    let mut dossier = Dossier::new();
    let other = item(json!({"type": "settings", "id": uuid(77), "title": "Seoul", "time_zone": "UTC"}));
    let recorded = Recorded {
        recorded_at: time(-500),
        item: other.clone(),
    };
    let taken = dossier.store.write(|write| {
        let operation = write.begin("import", "Seoul", time(5))?;
        write.put_recorded(operation, &recorded)
    });
    assert!(matches!(taken, Ok::<_, StoreError>(None)));
    assert_eq!(dossier.all(), std::slice::from_ref(&other));
    dossier.undo(6);
    assert_eq!(dossier.all(), [Item::Settings(settings())]);
    dossier.redo(7);
    assert_eq!(dossier.all(), std::slice::from_ref(&other));
    assert!(matches!(dossier.remove(other.item_ref(), 8), Err(StoreError::Invalid(_))));
    assert_eq!(dossier.store.counts().unwrap().of(ItemKind::Settings), 1);
    assert_eq!(dossier.store.check().unwrap().findings, [] as [String; 0]);
}
