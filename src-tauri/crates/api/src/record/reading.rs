//! A text that is only read, and its drafts as scripts read them.

use domain::{Edtf, citation::Positions, status::Status};
use engine::store::Reference;
use reader::proposal::{CharSpan, DraftProposal, DraftType, Participant, Reading, Role};
use serde::Serialize;

use super::{
    draft::{DraftRecord, cited},
    item::sign,
    shapes::*,
};
use crate::{view::shipped_cast, wire::ApiError};

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
        let kind = self.reference.ontology.kinds.iter().find(|kind| kind.id.as_str() == draft.kind);
        let is_tie = draft.draft_type == DraftType::Tie;
        let weight = kind.filter(|_| !is_tie).map(|kind| kind.weight);
        let item = RecordItem {
            id: number.to_string(),
            noun: match draft.draft_type {
                DraftType::Event => "event",
                DraftType::Statement => "statement",
                DraftType::Tie => "tie",
            },
            kind: draft.kind.clone(),
            title: draft.title.clone(),
            cameo: draft.cameo.clone(),
            quad: draft.quad,
            weight,
            status: (!is_tie).then_some(status(draft.status)),
            when: draft.when.as_ref().map(|when| RecordWhen {
                edtf: when.edtf.clone(),
                earliest: when.earliest.clone(),
                latest: when.latest.clone(),
                text: Some(when.text.clone()),
                relative: None,
            }),
            place: draft.place.as_ref().map(|place| self.place(&place.name, place.country.as_deref())),
            participants: draft.participants.iter().map(|part| self.participant(part)).collect(),
            source_countries: draft.source_countries.clone(),
            target_countries: draft.target_countries.clone(),
            topics: draft.topics.iter().map(|topic| self.topic(topic)).collect(),
            amount: draft.amount.as_ref().map(|amount| RecordAmount {
                value: amount.value,
                unit: amount.unit.clone(),
                qualifier: amount.qualifier.clone(),
            }),
            sign: if is_tie { draft.sign } else { weight.map_or(0, sign) },
            stance: draft
                .stance
                .as_deref()
                .and_then(|text| domain::statement::Stance::parse(text).ok())
                .map(|stance| stance.as_str()),
            issue: draft.issue.clone(),
            quote: draft.quote.clone(),
            contested: false,
            links: draft.links.iter().map(proposed_link).collect(),
            cause: None,
            citations: draft.citations.iter().filter_map(|span| citation(span, positions)).collect(),
        };
        DraftRecord {
            item,
            confidence: draft.confidence,
            rule: draft.rule.clone(),
            trigger: Some(draft.trigger.clone()).filter(|words| !words.is_empty()),
            doubts: draft.doubts.iter().map(|doubt| doubt.as_str().to_owned()).collect(),
            state: None,
        }
    }

    /// A topic of the shipped list by its English name.
    fn topic(&self, id: &str) -> String {
        self.reference.topic(id).map_or_else(|| id.to_owned(), |row| row.label.en.clone())
    }

    fn participant(&self, part: &Participant) -> RecordParticipant {
        let known = shipped_cast(self.reference, &part.key, domain::Language::English);
        RecordParticipant {
            actor: known.as_ref().map_or_else(|| part.name.clone(), |cast| cast.name.clone()),
            kind: known.map_or("person", |cast| cast.kind),
            country: part.country.clone(),
            role: role(part.role),
        }
    }

    /// A place with its coordinates where it is a capital.
    fn place(&self, name: &str, country: Option<&str>) -> RecordPlace {
        let row = country.and_then(|code| self.reference.country(code));
        let is_capital =
            |row: &&engine::store::reference::Country| row.capital.iter().chain(&row.capital_aliases).any(|capital| capital == name);
        let seat = row.filter(is_capital);
        RecordPlace {
            name: name.to_owned(),
            country: country.map(str::to_owned),
            latitude: seat.and_then(|row| row.latitude),
            longitude: seat.and_then(|row| row.longitude),
        }
    }
}

fn proposed_link(link: &reader::proposal::LinkProposal) -> RecordLink {
    use reader::proposal::LinkKind;
    RecordLink {
        kind: match link.kind {
            LinkKind::FollowsUp => "follows-up",
            LinkKind::Causes => "causes",
            LinkKind::After => "after",
        },
        to: link.draft.to_string(),
    }
}

fn citation(span: &CharSpan, positions: &Positions<'_>) -> Option<RecordCitation> {
    let anchor = positions.anchor(span.start, span.end)?;
    Some(cited(&anchor, String::new(), String::new()))
}

fn status(status: reader::proposal::Status) -> &'static str {
    use reader::proposal::Status as Proposed;
    let status = match status {
        Proposed::Rumoured => Status::Rumoured,
        Proposed::Announced => Status::Announced,
        Proposed::Occurred => Status::Occurred,
        Proposed::Cancelled => Status::Cancelled,
        Proposed::Denied => Status::Denied,
    };
    status.as_str()
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Actor => "actor",
        Role::Recipient => "recipient",
        Role::Host => "host",
        Role::Guest => "guest",
        Role::Party => "party",
        Role::Speaker => "speaker",
        Role::Mentioned => "mentioned",
    }
}

/// A publication date as typed in the terminal: EDTF or words.
pub fn published(text: &str, today: chrono::NaiveDate) -> Result<Edtf, ApiError> {
    let date = dates::typed(text, today, None)
        .map_err(|error| domain::Invalid::new("published", error.to_string()).hint("write a day such as 2026-01-08"))?;
    Ok(date)
}
