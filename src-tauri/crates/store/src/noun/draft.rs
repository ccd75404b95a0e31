use domain::{
    draft::{Draft, Share},
    id::{DraftId, SourceId},
};
use uuid::Uuid;

use super::Noun;
use crate::{
    StoreError,
    row::{Columns, Values},
};

impl Noun for Draft {
    const TABLE: &'static str = "draft";
    const COLUMNS: &'static [&'static str] = &["source", "rule", "confidence", "state", "anchor", "proposal"];

    fn values(&self, values: &mut Values) -> Result<(), StoreError> {
        values
            .id(self.source)
            .plain(self.rule.to_string())
            .plain(self.confidence.get())
            .word(&self.state)?;
        values.json(&self.anchor)?.json(&self.proposal)?;
        Ok(())
    }

    fn read(id: Uuid, _: i64, columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (source, rule) = (SourceId(columns.id()?), columns.word()?);
        let confidence = Share::new(columns.plain()?).map_err(StoreError::damaged)?;
        let (state, anchor, proposal) = (columns.word()?, columns.json()?, columns.json()?);
        Ok(Self {
            id: DraftId(id),
            source,
            proposal,
            anchor,
            rule,
            confidence,
            state,
        })
    }
}
