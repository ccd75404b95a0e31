use domain::{
    Edtf, Item, ItemKind, ItemRef,
    claim::{Claim, ClaimValue},
    note::Note,
    record::Superseded,
    source::Source,
};
use engine::EngineError;
use std::collections::BTreeMap;

use super::Viewer;
use crate::wire::*;

/// Earlier wordings shown of one item.
const REVISIONS: usize = 50;
/// A longer text is no date, in bytes.
const LONGEST_DATE: usize = 200;

impl Viewer<'_> {
    /// Everything the inspector shows.
    pub fn item(&self, reference: ItemRef) -> Result<ItemResponse, ApiError> {
        let recorded = self.record.get_recorded(reference)?;
        let recorded = recorded.ok_or(EngineError::NotFound(reference))?;
        let earlier = self.record.revisions(reference)?;
        Ok(ItemResponse {
            reference,
            title: self.label_of(&recorded.item)?.title,
            recorded_at: recorded.recorded_at.to_rfc3339(),
            details: self.details(&recorded.item)?,
            citations: self.citations(reference)?,
            claims: self.claims(reference)?,
            notes: self.notes(reference)?,
            revisions: self.revisions(&earlier, &recorded.item),
            dates: self.dates(earlier.iter().map(|wording| &wording.item).chain([&recorded.item])),
            fields: recorded.item,
        })
    }

    /// Claims by attribute.
    pub fn claims(&self, item: ItemRef) -> Result<Vec<ContestedView>, ApiError> {
        let claims = self.record.claims_of(item)?;
        let mut attributes: Vec<ContestedView> = Vec::new();
        for claim in &claims {
            let view = self.claim(claim)?;
            let attribute = claim.value.attribute();
            match attributes.iter_mut().find(|group| group.attribute == attribute) {
                Some(group) => group.claims.push(view),
                None => attributes.push(ContestedView {
                    attribute: attribute.to_owned(),
                    contested: false,
                    claims: vec![view],
                }),
            }
        }
        let contested = domain::claim::contested(&claims.iter().collect::<Vec<_>>());
        for group in &mut attributes {
            group.contested = contested.iter().any(|(attribute, _)| *attribute == group.attribute);
        }
        Ok(attributes)
    }

    fn claim(&self, claim: &Claim) -> Result<ClaimView, ApiError> {
        let citation = claim
            .citation
            .map(|id| self.record.get(ItemRef::new(ItemKind::Citation, id)))
            .transpose()?
            .flatten();
        let citation = match citation {
            Some(Item::Citation(citation)) => Some(self.citation(&citation)?),
            _ => None,
        };
        Ok(ClaimView {
            reference: ItemRef::new(ItemKind::Claim, claim.id),
            label: self.claim_words(&claim.value)?,
            chosen: claim.chosen,
            reason: claim.reason.as_ref().map(ToString::to_string),
            citation,
        })
    }

    /// What a claim says, in words.
    pub fn claim_words(&self, value: &ClaimValue) -> Result<String, ApiError> {
        Ok(match value {
            ClaimValue::When(edtf) => edtf.describe(self.language),
            ClaimValue::Place(place) => self.label(ItemRef::new(ItemKind::Place, *place))?.title,
            ClaimValue::Title(title) => title.to_string(),
            ClaimValue::Amount(amount) => words::amount(amount),
            ClaimValue::Other { words, .. } => words.to_string(),
        })
    }

    /// Every date that some wordings of an item hold, in words.
    fn dates<'a>(&self, wordings: impl Iterator<Item = &'a Item>) -> BTreeMap<String, String> {
        let mut dates = BTreeMap::new();
        let mut open: Vec<serde_json::Value> = wordings.filter_map(|item| serde_json::to_value(item).ok()).collect();
        while let Some(value) = open.pop() {
            match value {
                serde_json::Value::Array(values) => open.extend(values),
                serde_json::Value::Object(fields) => open.extend(fields.into_values()),
                serde_json::Value::String(text) if text.len() <= LONGEST_DATE => {
                    if let Ok(date) = Edtf::parse(&text) {
                        dates.insert(text, date.describe(self.language));
                    }
                }
                _ => {}
            }
        }
        dates
    }

    fn revisions(&self, earlier: &[Superseded], current: &Item) -> Vec<RevisionView> {
        let nexts = earlier.iter().skip(1).map(|wording| &wording.item).chain([current]);
        let view = |(wording, next): (&Superseded, &Item)| RevisionView {
            from: wording.recorded_at.to_rfc3339(),
            until: wording.superseded_at.to_rfc3339(),
            title: wording.item.title(),
            changes: changes(&wording.item, next),
        };
        let mut views: Vec<RevisionView> = earlier.iter().zip(nexts).map(view).collect();
        views.reverse();
        views.truncate(REVISIONS);
        views
    }

    pub fn source_details(&self, source: &Source) -> Result<SourceDetails, ApiError> {
        let mut cited = self.record.citations_in(source.id)?;
        cited.sort_by_key(|citation| citation.span());
        Ok(SourceDetails {
            sha256: (!source.text.as_str().is_empty()).then(|| source.sha256()),
            published_label: source.published.as_ref().map(|date| date.describe(self.language)),
            cited: cited.iter().map(|citation| self.citation(citation)).collect::<Result<_, _>>()?,
        })
    }

    pub fn note_details(&self, note: &Note) -> Result<NoteDetails, ApiError> {
        let labels = |items: &[ItemRef]| items.iter().map(|&item| self.label(item)).collect::<Result<Vec<_>, _>>();
        Ok(NoteDetails {
            attached_to: labels(&note.attached_to)?,
            links: labels(&note.links())?,
            backlinks: self.notes(ItemRef::new(ItemKind::Note, note.id))?,
        })
    }
}

/// The fields in which two wordings of one item differ, by their names in the lossless form.
fn changes(before: &Item, after: &Item) -> Vec<FieldChange> {
    let fields = |item: &Item| match serde_json::to_value(item) {
        Ok(serde_json::Value::Object(fields)) => fields,
        _ => serde_json::Map::new(),
    };
    let (before, after) = (fields(before), fields(after));
    let words = |value: Option<&serde_json::Value>| value.map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
    let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
    names.sort();
    names.dedup();
    let differs = |name: &&String| before.get(*name) != after.get(*name);
    names
        .into_iter()
        .filter(differs)
        .map(|name| FieldChange {
            field: name.clone(),
            before: words(before.get(name)),
            after: words(after.get(name)),
        })
        .collect()
}
