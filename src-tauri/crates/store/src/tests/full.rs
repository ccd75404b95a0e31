use super::build::{Dossier, actor, source, time};
use crate::{Read as _, StoreError};

#[test]
fn a_full_disk_loses_nothing() {
    let mut dossier = Dossier::with(&[actor(1, "China")]);
    let before = dossier.store.digest().unwrap();
    let limit = |dossier: &mut Dossier, pages: i64| -> i64 {
        dossier
            .store
            .connection_mut()
            .query_row(&format!("PRAGMA max_page_count = {pages}"), [], |row| row.get(0))
            .unwrap()
    };
    let pages: i64 = dossier
        .store
        .connection_mut()
        .query_row("PRAGMA page_count", [], |row| row.get(0))
        .unwrap();
    limit(&mut dossier, pages + 8);
    let text = "A long text. ".repeat(20_000);
    let put = |dossier: &mut Dossier, second: i64| {
        dossier.store.write(|write| {
            let operation = write.begin("capture", "source", time(second))?;
            write.put(operation, &actor(2, "Japan"), time(second))?;
            write.put(operation, &source(3, "Long", &text), time(second))
        })
    };
    for second in 2..6 {
        assert!(matches!(put(&mut dossier, second), Err(StoreError::DiskFull(_))));
        assert_eq!(dossier.store.digest().unwrap(), before);
    }
    limit(&mut dossier, 1_000_000);
    put(&mut dossier, 9).unwrap();
    let dossier = dossier.reopen();
    assert_eq!(dossier.store.check().unwrap().findings, Vec::<String>::new());
    assert_eq!(dossier.store.operations(9).unwrap().len(), 2);
}
