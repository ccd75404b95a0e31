//! The shipped schema: migrations are only ever appended, and a file's schema must equal theirs text for text.

use rusqlite::Connection;
use std::{collections::BTreeSet, sync::OnceLock};

use crate::{StoreError, open::configure};

/// `PRAGMA application_id` of a dossier: "Smmt".
pub(crate) const APPLICATION_ID: i32 = 0x536d_6d74;

/// Each entry leads from the version of its index to the next.
const MIGRATIONS: &[&str] = &[
    include_str!("schema/001.sql"),
    include_str!("schema/002.sql"),
    include_str!("schema/003.sql"),
    include_str!("schema/004.sql"),
];

/// The version this code writes.
pub(crate) const VERSION: u32 = MIGRATIONS.len() as u32;

/// Brings a file from its version to [`VERSION`], each step in one transaction.
pub(crate) fn migrate(connection: &mut Connection, from: u32) -> Result<(), StoreError> {
    for (version, migration) in (1_u32..).zip(MIGRATIONS).skip(from as usize) {
        let transaction = connection.transaction()?;
        transaction.execute_batch(migration)?;
        transaction.pragma_update(None, "user_version", version)?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.commit()?;
    }
    Ok(())
}

/// Refuses a file whose tables, indexes, triggers or views are not exactly those of its version.
pub(crate) fn verify(connection: &Connection, version: u32) -> Result<(), StoreError> {
    let found = texts(connection)?;
    static CURRENT: OnceLock<Texts> = OnceLock::new();
    let current = match CURRENT.get() {
        Some(current) => current,
        None => {
            let texts = shipped(VERSION)?;
            CURRENT.get_or_init(|| texts)
        }
    };
    let older = if version == VERSION { None } else { Some(shipped(version)?) };
    match found.symmetric_difference(older.as_ref().unwrap_or(current)).next() {
        None => Ok(()),
        Some((kind, name, _)) => Err(StoreError::damaged(format!(
            "its {kind} “{}” is not the one dossiers have",
            name.chars().take(60).collect::<String>()
        ))),
    }
}

/// Type, name and SQL of everything a schema holds.
type Texts = BTreeSet<(String, String, Option<String>)>;

fn texts(connection: &Connection) -> Result<Texts, StoreError> {
    let mut statement = connection.prepare("SELECT type, name, sql FROM sqlite_schema")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn shipped(version: u32) -> Result<Texts, StoreError> {
    let connection = Connection::open_in_memory()?;
    configure(&connection)?;
    for migration in MIGRATIONS.iter().take(version as usize) {
        connection.execute_batch(migration)?;
    }
    texts(&connection)
}
