use domain::{
    ItemRef,
    id::NoteId,
    note::{Judgement, Note},
};
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::Noun;
use crate::{
    StoreError,
    row::{Columns, Values, blob},
};

/// What a reference of a note is for: the words of `note_reference.role`.
const ATTACHED: &str = "attached";
const FOR: &str = "evidence-for";
const AGAINST: &str = "evidence-against";

impl Noun for Note {
    const TABLE: &'static str = "note";
    const COLUMNS: &'static [&'static str] = &[
        "title",
        "likelihood",
        "confidence",
        "horizon_edtf",
        "outcome",
        "body",
        "proposition",
    ];

    fn values(&self, values: &mut Values) -> Result<(), StoreError> {
        let judgement = self.judgement.as_ref();
        values.plain(self.title.to_string());
        values
            .optional_word(judgement.map(|judgement| &judgement.likelihood))?
            .optional_word(judgement.map(|judgement| &judgement.confidence))?;
        values.optional_word(judgement.and_then(|judgement| judgement.horizon.as_ref()))?;
        values
            .optional_json(judgement.and_then(|judgement| judgement.outcome.as_ref()))?
            .plain(self.body.to_string());
        values.plain(
            judgement
                .and_then(|judgement| judgement.proposition.as_ref())
                .map(ToString::to_string),
        );
        Ok(())
    }

    fn read(id: Uuid, seq: i64, columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (title, likelihood, confidence) = (columns.word()?, columns.optional_word()?, columns.optional_word()?);
        let (horizon, outcome, body) = (columns.optional_word()?, columns.optional_json()?, columns.word()?);
        let proposition = columns.optional_word()?;
        let [mut attached_to, mut evidence_for, mut evidence_against] = [const { Vec::new() }; 3];
        read_references(columns.connection, seq, |role, item| match role {
            FOR => evidence_for.push(item),
            AGAINST => evidence_against.push(item),
            _ => attached_to.push(item),
        })?;
        let judgement = likelihood.zip(confidence);
        let judgement = judgement.map(|(likelihood, confidence)| Judgement {
            proposition,
            likelihood,
            confidence,
            horizon,
            evidence_for,
            evidence_against,
            outcome,
        });
        Ok(Self {
            id: NoteId(id),
            title,
            body,
            attached_to,
            judgement,
        })
    }

    fn write_parts(&self, connection: &Connection, seq: i64) -> Result<(), StoreError> {
        write_references(connection, seq, ATTACHED, &self.attached_to)?;
        if let Some(judgement) = &self.judgement {
            write_references(connection, seq, FOR, &judgement.evidence_for)?;
            write_references(connection, seq, AGAINST, &judgement.evidence_against)?;
        }
        let mut insert = connection.prepare_cached("INSERT INTO note_link (note, position, item_kind, item) VALUES (?1, ?2, ?3, ?4)")?;
        for (position, item) in (0_i64..).zip(self.links()) {
            insert.execute(params![seq, position, item.kind.as_str(), blob(item.id)])?;
        }
        Ok(())
    }

    fn clear_parts(connection: &Connection, seq: i64) -> Result<(), StoreError> {
        for sql in [
            "DELETE FROM note_reference WHERE note = ?1",
            "DELETE FROM note_link WHERE note = ?1",
        ] {
            connection.prepare_cached(sql)?.execute([seq])?;
        }
        Ok(())
    }
}

fn write_references(connection: &Connection, seq: i64, role: &str, items: &[ItemRef]) -> Result<(), StoreError> {
    let mut insert =
        connection.prepare_cached("INSERT INTO note_reference (note, role, position, item_kind, item) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for (position, item) in (0_i64..).zip(items) {
        insert.execute(params![seq, role, position, item.kind.as_str(), blob(item.id)])?;
    }
    Ok(())
}

fn read_references(connection: &Connection, seq: i64, mut visit: impl FnMut(&str, ItemRef)) -> Result<(), StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT role, item_kind, item FROM note_reference WHERE note = ?1 ORDER BY role, position")?;
    let mut rows = statement.query([seq])?;
    while let Some(row) = rows.next()? {
        let mut columns = Columns::new(row, connection);
        let role: String = columns.plain()?;
        visit(&role, columns.item()?);
    }
    Ok(())
}
