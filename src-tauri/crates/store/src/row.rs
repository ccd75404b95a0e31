//! Between domain values and columns.

use chrono::{DateTime, Utc};
use domain::{Edtf, ItemKind, ItemRef, Moment, edtf::Bounds};
use rusqlite::{
    Connection, Row,
    types::{FromSql, Value, ValueRef},
};
use serde::{
    Serialize,
    de::{DeserializeOwned, IntoDeserializer, value::Error as ValueError},
};
use uuid::Uuid;

use crate::StoreError;

/// The columns of one row, read from left to right.
pub(crate) struct Columns<'a> {
    row: &'a Row<'a>,
    next: usize,
    /// For what hangs on the row in other tables.
    pub connection: &'a Connection,
}

impl<'a> Columns<'a> {
    pub(crate) fn new(row: &'a Row<'a>, connection: &'a Connection) -> Self {
        Self { row, next: 0, connection }
    }

    /// The next column as it is.
    pub(crate) fn plain<T: FromSql>(&mut self) -> Result<T, StoreError> {
        let value = self.row.get(self.next)?;
        self.next += 1;
        Ok(value)
    }

    fn text(&mut self) -> Result<Option<&'a str>, StoreError> {
        let value = self.row.get_ref(self.next)?;
        self.next += 1;
        match value {
            ValueRef::Null => Ok(None),
            other => Ok(Some(other.as_str().map_err(StoreError::damaged)?)),
        }
    }

    /// The next column as a domain value that is written as text: a title, a date, a word of a list.
    pub(crate) fn word<T: DeserializeOwned>(&mut self) -> Result<T, StoreError> {
        self.optional_word()?.ok_or_else(missing)
    }

    pub(crate) fn optional_word<T: DeserializeOwned>(&mut self) -> Result<Option<T>, StoreError> {
        self.text()?.map(from_word).transpose()
    }

    /// The next column as JSON.
    pub(crate) fn json<T: DeserializeOwned>(&mut self) -> Result<T, StoreError> {
        self.optional_json()?.ok_or_else(missing)
    }

    pub(crate) fn optional_json<T: DeserializeOwned>(&mut self) -> Result<Option<T>, StoreError> {
        Ok(self.text()?.map(serde_json::from_str).transpose()?)
    }

    /// The next column as an identifier.
    pub(crate) fn id(&mut self) -> Result<Uuid, StoreError> {
        self.optional_id()?.ok_or_else(missing)
    }

    pub(crate) fn optional_id(&mut self) -> Result<Option<Uuid>, StoreError> {
        let value = self.row.get_ref(self.next)?;
        self.next += 1;
        match value {
            ValueRef::Null => Ok(None),
            other => Ok(Some(uuid_of(other)?)),
        }
    }

    /// The next two columns as kind and id.
    pub(crate) fn item(&mut self) -> Result<ItemRef, StoreError> {
        let kind = self.word::<ItemKind>()?;
        Ok(ItemRef { kind, id: self.id()? })
    }

    /// Passes over columns that only queries need.
    pub(crate) fn skip(&mut self, columns: usize) {
        self.next += columns;
    }
}

/// The columns of one row to be written, from left to right.
#[derive(Default)]
pub(crate) struct Values(pub Vec<Value>);

impl Values {
    pub(crate) fn plain(&mut self, value: impl Into<Value>) -> &mut Self {
        self.0.push(value.into());
        self
    }

    /// A domain value that is written as text.
    pub(crate) fn word<T: Serialize>(&mut self, value: &T) -> Result<&mut Self, StoreError> {
        let word = word_of(value)?;
        Ok(self.plain(word))
    }

    pub(crate) fn optional_word<T: Serialize>(&mut self, value: Option<&T>) -> Result<&mut Self, StoreError> {
        let word = value.map(word_of).transpose()?;
        Ok(self.plain(word))
    }

    pub(crate) fn json<T: Serialize>(&mut self, value: &T) -> Result<&mut Self, StoreError> {
        let text = serde_json::to_string(value)?;
        Ok(self.plain(text))
    }

    pub(crate) fn optional_json<T: Serialize>(&mut self, value: Option<&T>) -> Result<&mut Self, StoreError> {
        let text = value.map(serde_json::to_string).transpose()?;
        Ok(self.plain(text))
    }

    pub(crate) fn id(&mut self, id: impl Into<Uuid>) -> &mut Self {
        self.plain(blob(id))
    }

    pub(crate) fn optional_id(&mut self, id: Option<impl Into<Uuid>>) -> &mut Self {
        let id = id.map(blob);
        self.plain(id)
    }

    /// Kind and id.
    pub(crate) fn item(&mut self, item: ItemRef) -> &mut Self {
        self.plain(item.kind.as_str().to_owned()).id(item.id)
    }

    /// Earliest and latest second.
    pub(crate) fn bounds(&mut self, bounds: Bounds) -> &mut Self {
        let seconds = |moment: Option<Moment>| moment.map(|moment| moment.0);
        self.plain(seconds(bounds.earliest)).plain(seconds(bounds.latest))
    }
}

/// The bounds of the first and of the last end of a date that may be missing.
pub(crate) fn bounds_of(date: Option<&Edtf>) -> (Bounds, Bounds) {
    date.map_or((Bounds::NONE, Bounds::NONE), |date| (date.start(), date.end()))
}

/// An identifier as it is stored.
pub(crate) fn blob(id: impl Into<Uuid>) -> Vec<u8> {
    let id: Uuid = id.into();
    id.as_bytes().to_vec()
}

pub(crate) fn uuid_of(value: ValueRef<'_>) -> Result<Uuid, StoreError> {
    let bytes = value.as_blob().map_err(StoreError::damaged)?;
    Uuid::from_slice(bytes).map_err(StoreError::damaged)
}

/// The text a value is written as.
pub(crate) fn word_of<T: Serialize>(value: &T) -> Result<String, StoreError> {
    match serde_json::to_value(value)? {
        serde_json::Value::String(text) => Ok(text),
        other => Ok(other.to_string()),
    }
}

/// The value a text stands for.
pub(crate) fn from_word<T: DeserializeOwned>(text: &str) -> Result<T, StoreError> {
    T::deserialize(text.into_deserializer()).map_err(|error: ValueError| StoreError::damaged(error))
}

/// A time of record from its milliseconds since 1970.
pub(crate) fn time_of(milliseconds: i64) -> Result<DateTime<Utc>, StoreError> {
    DateTime::from_timestamp_millis(milliseconds).ok_or_else(|| StoreError::damaged("a time of record is out of range"))
}

fn missing() -> StoreError {
    StoreError::damaged("a value is missing")
}
