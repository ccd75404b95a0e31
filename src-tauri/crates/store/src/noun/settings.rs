use domain::{
    id::DossierId,
    settings::{HalfLife, Settings},
};
use uuid::Uuid;

use super::Noun;
use crate::{
    StoreError,
    row::{Columns, Values},
};

impl Noun for Settings {
    const TABLE: &'static str = "settings";
    const COLUMNS: &'static [&'static str] = &["title", "language", "time_zone", "half_life_days", "namings", "opens_as_of"];

    fn values(&self, values: &mut Values) -> Result<(), StoreError> {
        let namings = Some(&self.namings).filter(|namings| !namings.is_empty());
        values
            .plain(self.title.to_string())
            .word(&self.language)?
            .plain(self.time_zone.to_string());
        values
            .plain(i64::from(self.half_life_days.days()))
            .optional_json(namings)?
            .optional_word(self.opens_as_of.as_ref())?;
        Ok(())
    }

    fn read(id: Uuid, _: i64, columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: DossierId(id),
            title: columns.word()?,
            language: columns.word()?,
            time_zone: columns.word()?,
            half_life_days: HalfLife::new(columns.plain()?).map_err(StoreError::damaged)?,
            namings: columns.optional_json()?.unwrap_or_default(),
            opens_as_of: columns.optional_word()?,
        })
    }
}
