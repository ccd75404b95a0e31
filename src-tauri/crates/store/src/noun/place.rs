use domain::{
    ItemKind,
    id::{ActorId, PlaceId},
    place::{Coordinates, Place},
};
use rusqlite::Connection;
use uuid::Uuid;

use super::{Noun, names};
use crate::{
    StoreError,
    row::{Columns, Values},
};

impl Noun for Place {
    const TABLE: &'static str = "place";
    const COLUMNS: &'static [&'static str] = &["name", "country", "latitude", "longitude"];

    fn values(&self, values: &mut Values) -> Result<(), StoreError> {
        values.plain(self.name.to_string()).optional_id(self.country);
        values
            .plain(self.coordinates.map(Coordinates::latitude))
            .plain(self.coordinates.map(Coordinates::longitude));
        Ok(())
    }

    fn read(id: Uuid, seq: i64, columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (name, country) = (columns.word()?, columns.optional_id()?.map(ActorId));
        let coordinates = match (columns.plain()?, columns.plain()?) {
            (Some(latitude), Some(longitude)) => Some(Coordinates::new(latitude, longitude).map_err(StoreError::damaged)?),
            _ => None,
        };
        Ok(Self {
            id: PlaceId(id),
            name,
            other_names: names::read(columns.connection, ItemKind::Place, seq)?,
            country,
            coordinates,
        })
    }

    fn write_parts(&self, connection: &Connection, seq: i64) -> Result<(), StoreError> {
        names::write(connection, ItemKind::Place, seq, &self.other_names)
    }

    fn clear_parts(connection: &Connection, seq: i64) -> Result<(), StoreError> {
        names::clear(connection, ItemKind::Place, seq)
    }
}
