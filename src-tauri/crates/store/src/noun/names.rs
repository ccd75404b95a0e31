//! The other names of actors, offices and places: rows of `name`.

use domain::{ItemKind, text::OtherName};
use rusqlite::{Connection, params};

use crate::{
    StoreError,
    row::{Columns, word_of},
};

pub(super) fn write(connection: &Connection, kind: ItemKind, owner: i64, names: &[OtherName]) -> Result<(), StoreError> {
    let mut statement =
        connection.prepare_cached("INSERT INTO name (kind, owner, position, text, language) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for (position, name) in (0_i64..).zip(names) {
        let language = name.language.as_ref().map(word_of).transpose()?;
        statement.execute(params![kind.as_str(), owner, position, name.text.as_str(), language])?;
    }
    Ok(())
}

pub(super) fn clear(connection: &Connection, kind: ItemKind, owner: i64) -> Result<(), StoreError> {
    connection
        .prepare_cached("DELETE FROM name WHERE kind = ?1 AND owner = ?2")?
        .execute(params![kind.as_str(), owner])?;
    Ok(())
}

pub(super) fn read(connection: &Connection, kind: ItemKind, owner: i64) -> Result<Vec<OtherName>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT text, language FROM name WHERE kind = ?1 AND owner = ?2 ORDER BY position")?;
    let mut rows = statement.query(params![kind.as_str(), owner])?;
    let mut names = Vec::new();
    while let Some(row) = rows.next()? {
        let mut columns = Columns::new(row, connection);
        names.push(OtherName {
            text: columns.word()?,
            language: columns.optional_word()?,
        });
    }
    Ok(names)
}
