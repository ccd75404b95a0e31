use domain::{
    ItemKind,
    actor::{Actor, ActorCode},
    id::ActorId,
};
use rusqlite::Connection;
use uuid::Uuid;

use super::{Noun, names};
use crate::{
    StoreError,
    row::{Columns, Values},
};

impl Noun for Actor {
    const TABLE: &'static str = "actor";
    const COLUMNS: &'static [&'static str] = &["kind", "name", "code_scheme", "code", "acts_for"];

    fn values(&self, values: &mut Values) -> Result<(), StoreError> {
        values.word(&self.kind)?.plain(self.name.to_string());
        values.optional_word(self.code.as_ref().map(|code| &code.scheme))?;
        values.optional_word(self.code.as_ref().map(|code| &code.code))?;
        values.optional_id(self.acts_for);
        Ok(())
    }

    fn read(id: Uuid, seq: i64, columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (kind, name) = (columns.word()?, columns.word()?);
        let code = match (columns.optional_word()?, columns.optional_word()?) {
            (Some(scheme), Some(code)) => Some(ActorCode { scheme, code }),
            _ => None,
        };
        let acts_for = columns.optional_id()?.map(ActorId);
        let other_names = names::read(columns.connection, ItemKind::Actor, seq)?;
        Ok(Self {
            id: ActorId(id),
            kind,
            name,
            other_names,
            code,
            acts_for,
        })
    }

    fn write_parts(&self, connection: &Connection, seq: i64) -> Result<(), StoreError> {
        names::write(connection, ItemKind::Actor, seq, &self.other_names)
    }

    fn clear_parts(connection: &Connection, seq: i64) -> Result<(), StoreError> {
        names::clear(connection, ItemKind::Actor, seq)
    }
}
