use domain::{
    citation::{Anchor, Citation, Coder, Fate},
    grade::Credibility,
    id::{CitationId, SourceId},
};
use uuid::Uuid;

use super::Noun;
use crate::{
    StoreError,
    row::{Columns, Values},
};

impl Noun for Citation {
    const TABLE: &'static str = "citation";
    const COLUMNS: &'static [&'static str] = &[
        "item_kind",
        "item",
        "source",
        "credibility",
        "rule",
        "start_char",
        "end_char",
        "exact",
        "prefix",
        "suffix",
        "fate",
        "locator",
    ];

    fn values(&self, values: &mut Values) -> Result<(), StoreError> {
        let rule = match &self.coder {
            Coder::Person => None,
            Coder::Rule(name) => Some(name.to_string()),
        };
        values
            .item(self.item)
            .id(self.source)
            .plain(i64::from(self.credibility.number()))
            .plain(rule);
        let (start, end) = self.span();
        values.plain(characters(start)?).plain(characters(end)?);
        // Without words the three are empty, which no anchor is.
        let part = |of: fn(&Anchor) -> &str| self.anchor.as_ref().map(of).unwrap_or_default().to_owned();
        values
            .plain(part(Anchor::exact))
            .plain(part(Anchor::prefix))
            .plain(part(Anchor::suffix));
        values.optional_json(Some(&self.fate).filter(|fate| **fate != Fate::Exact))?;
        values.plain(self.locator.as_ref().map(ToString::to_string));
        Ok(())
    }

    fn read(id: Uuid, _: i64, columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (item, source) = (columns.item()?, SourceId(columns.id()?));
        let credibility = Credibility::try_from(columns.plain::<u8>()?).map_err(StoreError::damaged)?;
        let coder = columns.optional_word()?.map_or(Coder::Person, Coder::Rule);
        let start = usize::try_from(columns.plain::<i64>()?).map_err(StoreError::damaged)?;
        columns.skip(1);
        let (exact, prefix, suffix): (String, _, _) = (columns.plain()?, columns.plain()?, columns.plain()?);
        let anchor = match exact.as_str() {
            "" => None,
            _ => Some(Anchor::new(exact, prefix, suffix, start).map_err(StoreError::damaged)?),
        };
        let fate = columns.optional_json()?.unwrap_or_default();
        let locator = columns.optional_word()?;
        Ok(Self {
            id: CitationId(id),
            item,
            source,
            anchor,
            locator,
            credibility,
            coder,
            fate,
        })
    }
}

fn characters(position: usize) -> Result<i64, StoreError> {
    i64::try_from(position).map_err(|_| domain::Invalid::new("quote", "starts too far into the text").into())
}
