//! The record as it was known at a past moment. It is asked as the record of now is: behind each table's name stand the rows that were
//! there already, and those whose wording has been superseded since.

use chrono::{DateTime, Utc};
use domain::{Item, ItemKind};
use rusqlite::{Connection, config::DbConfig, params};
use std::cell::Cell;

use crate::{
    StoreError,
    noun::{self, Stamp},
    read::Connected,
    row::blob,
    search::pending::Pending,
};

/// Tables of the file itself: they hold neither items nor parts of them.
const OWN_TABLES: [&str; 5] = ["record", "operation", "change", "revision", "sqlite_sequence"];

/// A connection for reading on which every table is as it was at a past moment.
#[derive(Debug)]
pub struct Past {
    connection: Connection,
    /// Whether the search index of that moment has been built; few ask for it.
    searchable: Cell<bool>,
}

impl Connected for Past {
    fn connection(&self) -> &Connection {
        &self.connection
    }

    fn searchable(&self) -> Result<&Connection, StoreError> {
        if !self.searchable.get() {
            self.index_words()?;
            self.searchable.set(true);
        }
        Ok(&self.connection)
    }
}

impl Past {
    /// Puts the past before the present on a connection that nothing else uses.
    pub(crate) fn of(connection: Connection, at: DateTime<Utc>) -> Result<Self, StoreError> {
        let at = at.timestamp_millis();
        // What hangs together is only whole once the present is added.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, false)?;
        // What is read from now on is one state of the file.
        connection.execute_batch("BEGIN")?;
        let tables = tables(&connection)?;
        for statement in temporary(&connection, &tables)? {
            connection.execute_batch(&statement)?;
        }
        put_superseded(&connection, at)?;
        for table in &tables {
            connection.execute_batch(&format!("ALTER TABLE temp.{table} RENAME TO {table}_then"))?;
        }
        let began = known_then(&connection, "settings", at)? || holds(&connection, "SELECT EXISTS (SELECT 1 FROM temp.settings_then)")?;
        for table in &tables {
            connection.execute_batch(&view(table, at, began))?;
        }
        connection.execute_batch(&format!(
            "CREATE TEMP VIEW revision AS SELECT * FROM main.revision WHERE superseded_at <= {at}"
        ))?;
        Ok(Self {
            connection,
            searchable: Cell::new(false),
        })
    }

    fn index_words(&self) -> Result<(), StoreError> {
        let sql: String = self
            .connection
            .query_row("SELECT sql FROM main.sqlite_schema WHERE name = 'search'", [], |row| row.get(0))?;
        self.connection
            .execute_batch(&sql.replacen("CREATE VIRTUAL TABLE ", "CREATE VIRTUAL TABLE temp.", 1))?;
        let mut pending = Pending::default();
        for kind in ItemKind::ALL {
            noun::each(&self.connection, kind, "TRUE", [], &mut |standing| {
                pending.put(&self.connection, &standing.item, standing.seq, false)
            })?;
        }
        pending.flush(&self.connection)
    }
}

/// The tables of the nouns and of what hangs on them.
fn tables(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name <> 'search' AND substr(name, 1, 7) <> 'search_' ORDER BY name",
    )?;
    let names = statement.query_map([], |row| row.get::<_, String>(0))?;
    let names: Vec<String> = names.collect::<Result<_, _>>()?;
    Ok(names.into_iter().filter(|name| !OWN_TABLES.contains(&name.as_str())).collect())
}

/// The statements that make empty tables of the same names and shapes, which go before those of the file.
fn temporary(connection: &Connection, tables: &[String]) -> Result<Vec<String>, StoreError> {
    let mut statement =
        connection.prepare("SELECT sql FROM main.sqlite_schema WHERE tbl_name = ?1 AND sql IS NOT NULL ORDER BY type DESC")?;
    let mut made = Vec::new();
    for table in tables {
        for sql in statement.query_map([table], |row| row.get::<_, String>(0))? {
            let sql = sql?;
            made.push(match sql.strip_prefix("CREATE INDEX ") {
                Some(index) => format!("CREATE INDEX temp.{index}"),
                None => sql.replacen("CREATE TABLE ", "CREATE TEMP TABLE ", 1),
            });
        }
    }
    Ok(made)
}

/// Writes the wordings that stood at the moment and no longer do, under row numbers that the file does not use.
fn put_superseded(connection: &Connection, at: i64) -> Result<(), StoreError> {
    let mut statement = connection.prepare(
        "SELECT r.recorded_at, r.revision,
           coalesce(r.body, (SELECT o.body FROM main.revision AS o WHERE o.item = r.item AND o.kind = r.kind AND o.revision = r.revision AND o.body IS NOT NULL))
         FROM main.revision AS r WHERE r.recorded_at <= ?1 AND r.superseded_at > ?1 ORDER BY r.recorded_at, r.seq",
    )?;
    let mut rows = statement.query([at])?;
    while let Some(row) = rows.next()? {
        let (recorded_at, revision) = (row.get(0)?, row.get(1)?);
        let body: Option<String> = row.get(2)?;
        let item: Item = serde_json::from_str(&body.ok_or_else(|| StoreError::damaged("an earlier wording is missing"))?)?;
        let table = noun::table(item.kind());
        let sql = format!("SELECT 1 FROM main.{table} WHERE id = ?1 AND recorded_at <= ?2");
        if connection.prepare_cached(&sql)?.exists(params![blob(item.id()), at])? {
            continue;
        }
        let sql =
            format!("SELECT 1 + max((SELECT coalesce(max(seq), 0) FROM main.{table}), (SELECT coalesce(max(seq), 0) FROM temp.{table}))");
        let seq = connection.prepare_cached(&sql)?.query_row([], |row| row.get(0))?;
        noun::write_at(connection, Some(seq), &item, Stamp { revision, recorded_at })?;
    }
    Ok(())
}

/// What stands behind a table's name. Parts need no moment: those of a later wording hang on a row that is not there. A dossier that had not
/// begun has the settings of now, as it cannot be without.
fn view(table: &str, at: i64, began: bool) -> String {
    let is_noun = ItemKind::ALL.iter().any(|&kind| noun::table(kind) == table);
    let known = if is_noun && (began || table != "settings") {
        format!(" WHERE recorded_at <= {at}")
    } else {
        String::new()
    };
    format!("CREATE TEMP VIEW {table} AS SELECT * FROM main.{table}{known} UNION ALL SELECT * FROM temp.{table}_then")
}

fn known_then(connection: &Connection, table: &str, at: i64) -> Result<bool, StoreError> {
    holds(
        connection,
        &format!("SELECT EXISTS (SELECT 1 FROM main.{table} WHERE recorded_at <= {at})"),
    )
}

fn holds(connection: &Connection, sql: &str) -> Result<bool, StoreError> {
    Ok(connection.query_row(sql, [], |row| row.get(0))?)
}
