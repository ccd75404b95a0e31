use domain::{
    claim::{Claim, ClaimValue},
    id::{CitationId, ClaimId, PlaceId},
};
use uuid::Uuid;

use super::Noun;
use crate::{
    StoreError,
    row::{Columns, Values},
};

impl Noun for Claim {
    const TABLE: &'static str = "claim";
    const COLUMNS: &'static [&'static str] = &["item_kind", "item", "attribute", "value", "place", "citation", "chosen", "reason"];

    fn values(&self, values: &mut Values) -> Result<(), StoreError> {
        let place: Option<PlaceId> = match self.value {
            ClaimValue::Place(place) => Some(place),
            _ => None,
        };
        values.item(self.item).plain(self.value.attribute().to_owned()).json(&self.value)?;
        values
            .optional_id(place)
            .optional_id(self.citation)
            .plain(self.chosen)
            .optional_word(self.reason.as_ref())?;
        Ok(())
    }

    fn read(id: Uuid, _: i64, columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let item = columns.item()?;
        columns.skip(1);
        let value = columns.json()?;
        columns.skip(1);
        let citation = columns.optional_id()?.map(CitationId);
        Ok(Self {
            id: ClaimId(id),
            item,
            value,
            citation,
            chosen: columns.plain()?,
            reason: columns.optional_word()?,
        })
    }
}
