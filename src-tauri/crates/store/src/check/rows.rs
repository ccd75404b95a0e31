use domain::{Item, ItemKind, ItemRef, event::Participant, id::ActorId};
use rusqlite::Connection;
use std::collections::HashSet;

use super::Integrity;
use crate::{
    StoreError, noun,
    row::{from_word, uuid_of},
};

/// Every row reads as an item, keeps its rules, says the same in its derived columns, and points only at what is there.
pub(super) fn check(connection: &Connection, integrity: &mut Integrity) -> Result<(), StoreError> {
    let (mut present, mut wanted) = (HashSet::new(), Vec::new());
    for kind in ItemKind::ALL {
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
    parts(connection, integrity)?;
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

/// Those who take part, as their table has them, are those the events name; no name is left of something that is gone.
fn parts(connection: &Connection, integrity: &mut Integrity) -> Result<(), StoreError> {
    noun::each(connection, ItemKind::Event, "TRUE ORDER BY seq", [], &mut |standing| {
        let Item::Event(event) = standing.item else { return Ok(()) };
        if event.parts() != parts_of(connection, standing.seq)? {
            integrity.found(format!(
                "{}: its participants do not fit it",
                ItemRef::new(ItemKind::Event, event.id)
            ));
        }
        Ok(())
    })?;
    for kind in [ItemKind::Actor, ItemKind::Office, ItemKind::Place] {
        let sql = format!(
            "SELECT count(*) FROM name WHERE kind = ?1 AND owner NOT IN (SELECT seq FROM {})",
            noun::table(kind)
        );
        let left: i64 = connection.query_row(&sql, [kind.as_str()], |row| row.get(0))?;
        if left > 0 {
            integrity.found(format!("{left} names are left of something of kind {} that is gone", kind.as_str()));
        }
    }
    Ok(())
}

fn parts_of(connection: &Connection, seq: i64) -> Result<Vec<Participant>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT actor, role FROM participant WHERE event = ?1 ORDER BY position")?;
    let mut rows = statement.query([seq])?;
    let mut parts = Vec::new();
    while let Some(row) = rows.next()? {
        parts.push(Participant {
            actor: ActorId(uuid_of(row.get_ref(0)?)?),
            role: from_word(row.get_ref(1)?.as_str().map_err(StoreError::damaged)?)?,
        });
    }
    Ok(parts)
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
    standing(connection, integrity)?;
    let beyond: bool = connection.query_row(
        "SELECT EXISTS (SELECT 1 FROM revision WHERE revision > (SELECT revision FROM record))",
        [],
        |row| row.get(0),
    )?;
    if beyond {
        integrity.found("a wording has a number that was never given out");
    }
    crate::read::each_superseded(connection, &mut |_| Ok(()))
}

/// What stands is what the last operation on it left.
fn standing(connection: &Connection, integrity: &mut Integrity) -> Result<(), StoreError> {
    let sql = "SELECT kind, item, after_revision, max(operation) FROM change JOIN operation ON operation.seq = change.operation WHERE state = 'done' GROUP BY kind, item";
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let item = ItemRef {
            kind: from_word(row.get_ref(0)?.as_str().map_err(StoreError::damaged)?)?,
            id: uuid_of(row.get_ref(1)?)?,
        };
        let left: Option<i64> = row.get(2)?;
        if noun::find_revision(connection, item.kind, item.id)? != left {
            integrity.found(format!("{item} is not as the journal left it"));
        }
    }
    Ok(())
}
