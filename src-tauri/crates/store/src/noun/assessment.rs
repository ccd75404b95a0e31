use domain::{
    assessment::Assessment,
    id::{ActorId, AssessmentId},
};
use uuid::Uuid;

use super::Noun;
use crate::{
    StoreError,
    row::{Columns, Values},
};

impl Noun for Assessment {
    const TABLE: &'static str = "assessment";
    const COLUMNS: &'static [&'static str] = &["a", "b", "direction", "reason", "assessed_on"];

    fn values(&self, values: &mut Values) -> Result<(), StoreError> {
        values
            .id(self.a)
            .id(self.b)
            .word(&self.direction)?
            .plain(self.reason.to_string())
            .word(&self.on)?;
        Ok(())
    }

    fn read(id: Uuid, _: i64, columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (a, b) = (ActorId(columns.id()?), ActorId(columns.id()?));
        Ok(Self {
            id: AssessmentId(id),
            a,
            b,
            direction: columns.word()?,
            reason: columns.word()?,
            on: columns.word()?,
        })
    }
}
