//! One module per noun: its table, its columns in order, and how it is written to and read from them.

mod actor;
mod assessment;
mod citation;
mod claim;
mod draft;
mod event;
mod lesson;
mod link;
mod names;
mod note;
mod office;
mod place;
mod settings;
mod source;
mod tie;
mod topic;

use domain::{Item, ItemKind, record::Recorded};
use rusqlite::{Connection, OptionalExtension as _, Params, params_from_iter, types::Value};
use std::sync::OnceLock;
use uuid::Uuid;

use crate::{
    StoreError,
    row::{Columns, Values, blob, time_of},
};

/// Columns read before a noun's own: `seq, id, revision, recorded_at`.
const BEFORE_COLUMNS: usize = 4;

/// A noun and its table. Every table begins with `seq, id, revision, recorded_at`; `COLUMNS` are what follows.
pub(crate) trait Noun: Sized + Into<Item> {
    const TABLE: &'static str;
    const COLUMNS: &'static [&'static str];

    /// The values of `COLUMNS`, in order.
    fn values(&self, values: &mut Values) -> Result<(), StoreError>;

    /// The noun from its id and its `COLUMNS`; `seq` finds its rows in other tables.
    fn read(id: Uuid, seq: i64, columns: &mut Columns<'_>) -> Result<Self, StoreError>;

    /// Writes its rows in other tables; there are none yet.
    fn write_parts(&self, _connection: &Connection, _seq: i64) -> Result<(), StoreError> {
        Ok(())
    }

    /// Removes its rows from other tables.
    fn clear_parts(_connection: &Connection, _seq: i64) -> Result<(), StoreError> {
        Ok(())
    }
}

/// An item as it stands in its table.
#[derive(Clone, Debug)]
pub struct Standing {
    pub(crate) seq: i64,
    pub(crate) revision: i64,
    pub(crate) recorded_at: i64,
    pub item: Item,
}

impl Standing {
    pub(crate) fn recorded(self) -> Result<Recorded, StoreError> {
        Ok(Recorded {
            recorded_at: time_of(self.recorded_at)?,
            item: self.item,
        })
    }
}

/// When and as which revision a wording is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stamp {
    pub revision: i64,
    pub recorded_at: i64,
}

/// Runs code with a type standing for the noun of an item kind.
macro_rules! for_kind {
    ($kind:expr, $noun:ident => $body:expr) => {
        match $kind {
            ItemKind::Settings => {
                type $noun = domain::settings::Settings;
                $body
            }
            ItemKind::Actor => {
                type $noun = domain::actor::Actor;
                $body
            }
            ItemKind::Office => {
                type $noun = domain::office::Office;
                $body
            }
            ItemKind::Tenure => {
                type $noun = domain::office::Tenure;
                $body
            }
            ItemKind::Place => {
                type $noun = domain::place::Place;
                $body
            }
            ItemKind::Topic => {
                type $noun = domain::topic::Topic;
                $body
            }
            ItemKind::Source => {
                type $noun = domain::source::Source;
                $body
            }
            ItemKind::Event => {
                type $noun = domain::event::Event;
                $body
            }
            ItemKind::Tie => {
                type $noun = domain::tie::Tie;
                $body
            }
            ItemKind::Link => {
                type $noun = domain::link::Link;
                $body
            }
            ItemKind::Citation => {
                type $noun = domain::citation::Citation;
                $body
            }
            ItemKind::Claim => {
                type $noun = domain::claim::Claim;
                $body
            }
            ItemKind::Note => {
                type $noun = domain::note::Note;
                $body
            }
            ItemKind::Assessment => {
                type $noun = domain::assessment::Assessment;
                $body
            }
            ItemKind::Lesson => {
                type $noun = domain::lesson::Lesson;
                $body
            }
            ItemKind::Draft => {
                type $noun = domain::draft::Draft;
                $body
            }
        }
    };
}

/// Runs code with the noun inside an item.
macro_rules! for_item {
    ($item:expr, $noun:ident => $body:expr) => {
        match $item {
            Item::Settings($noun) => $body,
            Item::Actor($noun) => $body,
            Item::Office($noun) => $body,
            Item::Tenure($noun) => $body,
            Item::Place($noun) => $body,
            Item::Topic($noun) => $body,
            Item::Source($noun) => $body,
            Item::Event($noun) => $body,
            Item::Tie($noun) => $body,
            Item::Link($noun) => $body,
            Item::Citation($noun) => $body,
            Item::Claim($noun) => $body,
            Item::Note($noun) => $body,
            Item::Assessment($noun) => $body,
            Item::Lesson($noun) => $body,
            Item::Draft($noun) => $body,
        }
    };
}

/// The table of a kind.
pub(crate) fn table(kind: ItemKind) -> &'static str {
    for_kind!(kind, N => N::TABLE)
}

/// Writes an item's row and parts, whether or not it stood before; returns its `seq`.
pub(crate) fn write(connection: &Connection, item: &Item, stamp: Stamp) -> Result<i64, StoreError> {
    write_at(connection, None, item, stamp)
}

/// As [`write`], with the `seq` for an item that did not stand before.
pub(crate) fn write_at(connection: &Connection, seq: Option<i64>, item: &Item, stamp: Stamp) -> Result<i64, StoreError> {
    for_item!(item, noun => write_noun(connection, seq, noun, item, stamp))
}

/// Removes an item's row and parts.
pub(crate) fn remove(connection: &Connection, kind: ItemKind, seq: i64) -> Result<(), StoreError> {
    for_kind!(kind, N => N::clear_parts(connection, seq))?;
    connection.prepare_cached(&sql(kind).delete)?.execute([seq])?;
    Ok(())
}

/// The item as it stands.
pub(crate) fn find(connection: &Connection, kind: ItemKind, id: Uuid) -> Result<Option<Standing>, StoreError> {
    let mut found = None;
    each(connection, kind, "id = ?1", [blob(id)], &mut |standing| {
        found = Some(standing);
        Ok(())
    })?;
    Ok(found)
}

/// The item with a `seq`.
pub(crate) fn find_at(connection: &Connection, kind: ItemKind, seq: i64) -> Result<Option<Item>, StoreError> {
    let mut found = None;
    each(connection, kind, "seq = ?1", [seq], &mut |standing| {
        found = Some(standing.item);
        Ok(())
    })?;
    Ok(found)
}

/// The number of the wording that stands, without reading the item.
pub(crate) fn find_revision(connection: &Connection, kind: ItemKind, id: Uuid) -> Result<Option<i64>, StoreError> {
    Ok(connection
        .prepare_cached(&sql(kind).revision)?
        .query_row([blob(id)], |row| row.get(0))
        .optional()?)
}

/// Every item of a kind for which a condition on its table (an alias `t`) holds, followed by anything that may stand after WHERE.
pub(crate) fn each(
    connection: &Connection,
    kind: ItemKind,
    condition: &str,
    parameters: impl Params,
    visit: &mut dyn FnMut(Standing) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(&format!("{} WHERE {condition}", sql(kind).select))?;
    let mut rows = statement.query(parameters)?;
    while let Some(row) = rows.next()? {
        let mut columns = Columns::new(row, connection);
        let (seq, id) = (columns.plain()?, columns.id()?);
        let (revision, recorded_at) = (columns.plain()?, columns.plain()?);
        let item = for_kind!(kind, N => N::read(id, seq, &mut columns)?.into());
        visit(Standing {
            seq,
            revision,
            recorded_at,
            item,
        })?;
    }
    Ok(())
}

/// Whether the columns of an item, derived ones included, are those it would be written with.
pub(crate) fn says_the_same(connection: &Connection, standing: &Standing) -> Result<bool, StoreError> {
    let kind = standing.item.kind();
    let mut values = Values::default();
    for_item!(&standing.item, noun => noun.values(&mut values))?;
    let mut statement = connection.prepare_cached(&format!("{} WHERE seq = ?1", sql(kind).select))?;
    let found = statement.query_row([standing.seq], |row| {
        (0..values.0.len())
            .map(|column| row.get::<_, Value>(column + BEFORE_COLUMNS))
            .collect::<Result<Vec<_>, _>>()
    })?;
    Ok(found == values.0)
}

/// The items of a kind for which a condition holds, as the nouns they are.
pub(crate) fn collect<T>(
    connection: &Connection,
    kind: ItemKind,
    condition: &str,
    parameters: impl Params,
    pick: fn(Item) -> Option<T>,
) -> Result<Vec<T>, StoreError> {
    let mut found = Vec::new();
    each(connection, kind, condition, parameters, &mut |standing| {
        found.extend(pick(standing.item));
        Ok(())
    })?;
    Ok(found)
}

fn write_noun<N: Noun>(connection: &Connection, seq: Option<i64>, noun: &N, item: &Item, stamp: Stamp) -> Result<i64, StoreError> {
    let mut values = Values::default();
    values.plain(seq).id(item.id()).plain(stamp.revision).plain(stamp.recorded_at);
    noun.values(&mut values)?;
    let seq = connection
        .prepare_cached(&sql(item.kind()).upsert)?
        .query_row(params_from_iter(values.0), |row| row.get(0))?;
    N::clear_parts(connection, seq)?;
    noun.write_parts(connection, seq)?;
    Ok(seq)
}

/// The statements of one table.
struct Sql {
    select: String,
    revision: String,
    upsert: String,
    delete: String,
}

impl Sql {
    fn of(table: &str, columns: &[&str]) -> Self {
        let all: Vec<&str> = ["id", "revision", "recorded_at"]
            .into_iter()
            .chain(columns.iter().copied())
            .collect();
        let names = all.join(", ");
        // A row number of NULL is the next one.
        let places = (1..=all.len() + 1)
            .map(|number| format!("?{number}"))
            .collect::<Vec<_>>()
            .join(", ");
        let updates = all[1..]
            .iter()
            .map(|name| format!("{name} = excluded.{name}"))
            .collect::<Vec<_>>()
            .join(", ");
        Self {
            select: format!("SELECT seq, {names} FROM {table} AS t"),
            revision: format!("SELECT revision FROM {table} WHERE id = ?1"),
            upsert: format!("INSERT INTO {table} (seq, {names}) VALUES ({places}) ON CONFLICT (id) DO UPDATE SET {updates} RETURNING seq"),
            delete: format!("DELETE FROM {table} WHERE seq = ?1"),
        }
    }
}

fn sql(kind: ItemKind) -> &'static Sql {
    static ALL: OnceLock<Vec<Sql>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        ItemKind::ALL
            .iter()
            .map(|&kind| for_kind!(kind, N => Sql::of(N::TABLE, N::COLUMNS)))
            .collect()
    });
    &all[kind as usize]
}
