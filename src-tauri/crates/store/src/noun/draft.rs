use domain::{
    Item, ItemRef,
    citation::Anchor,
    draft::{Doubt, Draft, Share},
    id::{DraftId, SourceId},
    link::Link,
    text::Title,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Noun;
use crate::{
    StoreError,
    row::{Columns, Values},
};

/// What of a draft is only ever read with it, as JSON. Absent where there is none.
#[derive(Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Details {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    brings: Vec<Item>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    shipped: Vec<Title>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<Link>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<DraftId>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    further: Vec<Anchor>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trigger: Option<Title>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    doubts: Vec<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    amended: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    became: Option<ItemRef>,
}

impl Details {
    fn of(draft: &Draft) -> Option<Self> {
        let details = Self {
            brings: draft.brings.clone(),
            shipped: draft.shipped.clone(),
            links: draft.links.clone(),
            related: draft.related.clone(),
            further: draft.further.clone(),
            trigger: draft.trigger.clone(),
            doubts: draft.doubts.iter().map(ToString::to_string).collect(),
            amended: draft.amended,
            became: draft.became,
        };
        (details != Self::default()).then_some(details)
    }
}

impl Noun for Draft {
    const TABLE: &'static str = "draft";
    const COLUMNS: &'static [&'static str] = &["source", "rule", "confidence", "state", "anchor", "proposal", "details"];

    fn values(&self, values: &mut Values) -> Result<(), StoreError> {
        values
            .id(self.source)
            .plain(self.rule.to_string())
            .plain(self.confidence.get())
            .word(&self.state)?;
        values.json(&self.anchor)?.json(&self.proposal)?;
        values.optional_json(Details::of(self).as_ref())?;
        Ok(())
    }

    fn read(id: Uuid, _: i64, columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (source, rule) = (SourceId(columns.id()?), columns.word()?);
        let confidence = Share::new(columns.plain()?).map_err(StoreError::damaged)?;
        let (state, anchor, proposal) = (columns.word()?, columns.json()?, columns.json()?);
        let details: Details = columns.optional_json()?.unwrap_or_default();
        Ok(Self {
            id: DraftId(id),
            source,
            proposal,
            brings: details.brings,
            shipped: details.shipped,
            links: details.links,
            related: details.related,
            anchor,
            further: details.further,
            rule,
            trigger: details.trigger,
            confidence,
            // A reason that only an older version gave is passed over.
            doubts: details.doubts.iter().filter_map(|doubt| Doubt::parse(doubt).ok()).collect(),
            state,
            amended: details.amended,
            became: details.became,
        })
    }
}
