//! What the dossier said once.

use domain::{Item, ItemKind, ItemRef, record::Superseded};
use rusqlite::{Connection, Params, params};

use crate::{
    StoreError,
    row::{blob, time_of},
};

/// A wording undone and redone is written out once; its other rows find it by its number.
const SELECT: &str = "SELECT r.recorded_at, r.superseded_at,
  coalesce(r.body, (SELECT o.body FROM revision AS o WHERE o.item = r.item AND o.kind = r.kind AND o.revision = r.revision AND o.body IS NOT NULL))
  FROM revision AS r";

pub(super) fn revisions(connection: &Connection, item: ItemRef) -> Result<Vec<Superseded>, StoreError> {
    let mut found = Vec::new();
    let rest = "WHERE r.item = ?1 AND r.kind = ?2 ORDER BY r.superseded_at, r.recorded_at, r.seq";
    each(connection, rest, params![blob(item.id), item.kind.as_str()], &mut |superseded| {
        found.push(superseded);
        Ok(())
    })?;
    Ok(found)
}

pub(crate) fn each_superseded(
    connection: &Connection,
    visit: &mut dyn FnMut(Superseded) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    for kind in ItemKind::ALL {
        each(
            connection,
            "WHERE r.kind = ?1 ORDER BY r.item, r.superseded_at, r.recorded_at, r.seq",
            [kind.as_str()],
            visit,
        )?;
    }
    Ok(())
}

fn each(
    connection: &Connection,
    rest: &str,
    parameters: impl Params,
    visit: &mut dyn FnMut(Superseded) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(&format!("{SELECT} {rest}"))?;
    let mut rows = statement.query(parameters)?;
    while let Some(row) = rows.next()? {
        let body: Option<String> = row.get(2)?;
        let item: Item = serde_json::from_str(&body.ok_or_else(|| StoreError::damaged("an earlier wording is missing"))?)?;
        visit(Superseded {
            recorded_at: time_of(row.get(0)?)?,
            superseded_at: time_of(row.get(1)?)?,
            item,
        })?;
    }
    Ok(())
}
