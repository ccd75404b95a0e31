use domain::{ItemKind, ItemRef};
use rusqlite::Connection;
use std::collections::HashSet;

use super::Integrity;
use crate::{StoreError, noun};

/// Every row reads as an item, keeps its rules, says the same in its derived columns, and points only at what is there.
pub(super) fn check(connection: &Connection, integrity: &mut Integrity) -> Result<(), StoreError> {
    let (mut present, mut wanted) = (HashSet::new(), Vec::new());
    for &kind in ItemKind::ALL {
        let outcome = noun::each(connection, kind, "TRUE ORDER BY seq", [], &mut |standing| {
            let item = standing.item.item_ref();
            present.insert(item);
            wanted.extend(standing.item.references().into_iter().map(|target| (item, target)));
            if let Err(invalid) = standing.item.check() {
                integrity.found(format!("{item}: {invalid}"));
            }
            if !noun::says_the_same(connection, &standing)? {
                integrity.found(format!("{item}: what is derived from it does not fit it"));
            }
            Ok(())
        });
        integrity.part(&format!("the table of kind {}", kind.as_str()), outcome);
    }
    for (item, target) in wanted {
        if !present.contains(&target) {
            integrity.found(format!("{item} points at {target}, which is not in the record"));
        }
    }
    if !present.iter().any(|item: &ItemRef| item.kind == ItemKind::Settings) {
        integrity.found("the dossier has no settings");
    }
    Ok(())
}

/// Every wording that undo or redo would need is there, and every superseded wording reads.
pub(super) fn journal(connection: &Connection, integrity: &mut Integrity) -> Result<(), StoreError> {
    let sql = "SELECT count(*) FROM change JOIN operation ON operation.seq = change.operation
        WHERE CASE operation.state WHEN 'done' THEN before_revision WHEN 'undone' THEN after_revision END IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM revision WHERE revision.item = change.item AND revision.kind = change.kind AND revision.body IS NOT NULL
            AND revision.revision = CASE operation.state WHEN 'done' THEN before_revision ELSE after_revision END)";
    let missing: i64 = connection.query_row(sql, [], |row| row.get(0))?;
    if missing > 0 {
        integrity.found(format!("{missing} earlier wordings that undo needs are missing"));
    }
    crate::read::each_superseded(connection, &mut |_| Ok(()))
}
