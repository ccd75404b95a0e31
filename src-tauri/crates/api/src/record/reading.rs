//! A text that is only read, and its drafts as scripts read them.

use domain::{
    Edtf, Language,
    actor::ActorKind,
    citation::Positions,
    named::{NamedItem, NamedParticipant, NamedPlace},
    place::Coordinates,
};
use engine::{ShippedKey, store::Reference};
use reader::proposal::{DraftProposal, LinkProposal, Reading};
use serde::Serialize;

use super::{
    draft::{DraftRecord, cited},
    shapes::*,
};
use crate::{parse, wire::ApiError};

/// What was read from a text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReadingRecord {
    /// ISO 639-1.
    pub language: String,
    pub drafts: Vec<DraftRecord>,
}

/// Reads texts without a dossier.
pub struct TextReader {
    reader: reader::Reader,
    reference: &'static Reference,
}

impl TextReader {
    /// A reader of what is shipped.
    pub fn shipped() -> Result<Self, ApiError> {
        Ok(Self {
            reader: engine::reading::shipped_reader()?,
            reference: engine::store::reference().map_err(engine::EngineError::from)?,
        })
    }

    /// The drafts of a text published on a date (EDTF), in a language found if not given. They are numbered by their place in the answer.
    pub fn read(&self, text: &str, published: Option<&Edtf>, language: Option<&str>) -> ReadingRecord {
        let Reading { language, drafts, .. } = self.reader.read(text, engine::reading::told_on(published), language);
        let positions = Positions::of(text);
        let record = |(number, draft): (usize, &DraftProposal)| self.proposal(number, draft, &positions);
        ReadingRecord {
            language,
            drafts: drafts.iter().enumerate().map(record).collect(),
        }
    }

    fn proposal(&self, number: usize, draft: &DraftProposal, positions: &Positions<'_>) -> DraftRecord {
        let anchors = draft.citations.iter().filter_map(|span| positions.anchor(span.start, span.end));
        let item = RecordItem {
            cameo: draft.cameo.clone(),
            quad: draft.quad,
            source_countries: draft.source_countries.clone(),
            target_countries: draft.target_countries.clone(),
            links: draft.links.iter().map(proposed_link).collect(),
            citations: anchors.map(|anchor| cited(&anchor, String::new(), String::new())).collect(),
            ..RecordItem::of(number.to_string(), self.in_shipped_names(&draft.item), &self.reference.ontology)
        };
        DraftRecord {
            item,
            confidence: draft.confidence,
            rule: draft.rule.clone(),
            trigger: Some(draft.trigger.clone()).filter(|words| !words.is_empty()),
            doubts: draft.doubts.clone(),
            state: None,
        }
    }

    /// The item with the names of the tables: actors as they are listed, topics by their English name, capitals with their coordinates.
    fn in_shipped_names(&self, item: &NamedItem) -> NamedItem {
        let topic = |id: &String| self.reference.topic(id).map_or_else(|| id.clone(), |row| row.label.en.clone());
        NamedItem {
            participants: item.participants.iter().map(|part| self.participant(part)).collect(),
            topics: item.topics.iter().map(topic).collect(),
            place: item.place.as_ref().map(|place| self.place(place)),
            ..item.clone()
        }
    }

    fn participant(&self, part: &NamedParticipant) -> NamedParticipant {
        let known = part.key.parse().ok();
        let known = known.and_then(|key: ShippedKey| key.named(self.reference, Language::English, part.role));
        NamedParticipant {
            key: part.key.clone(),
            name: known.as_ref().map_or_else(|| part.name.clone(), |known| known.name.clone()),
            kind: known.map_or(Some(ActorKind::Person), |known| known.kind),
            country: part.country.clone(),
            role: part.role,
        }
    }

    fn place(&self, place: &NamedPlace) -> NamedPlace {
        let row = place.country.as_deref().and_then(|code| self.reference.country(code));
        let seat = row.filter(|row| row.capital.iter().chain(&row.capital_aliases).any(|capital| *capital == place.name));
        NamedPlace {
            coordinates: seat.and_then(|row| Coordinates::new(row.latitude?, row.longitude?).ok()),
            ..place.clone()
        }
    }
}

fn proposed_link(link: &LinkProposal) -> RecordLink {
    RecordLink {
        kind: link.relation.as_str(),
        to: link.draft.to_string(),
    }
}

/// A publication date as typed in the terminal: EDTF or words.
pub fn published(text: &str, today: chrono::NaiveDate) -> Result<Edtf, ApiError> {
    Ok(parse::date("published", text, today)?)
}
