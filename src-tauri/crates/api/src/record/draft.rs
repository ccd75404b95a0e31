//! Drafts as scripts read them: those of a dossier, and those of a text that is only read.

use domain::{
    Edtf, Item,
    citation::Positions,
    draft::{Draft, DraftState},
    event::Event,
    id::{DraftId, SourceId},
    status::Status,
};
use engine::store::{Read as _, Reference};
use reader::proposal::{CharSpan, DraftProposal, DraftType, Participant, Reading, Role};
use serde::Serialize;

use super::{
    item::{amount, interval_of, sign, when},
    shapes::*,
};
use crate::{
    api::Api,
    view::{Cast, Viewer, shipped_cast},
    wire::{ApiError, LanguageCode},
};

/// A draft: an item as `events` prints it, and what made the reader propose it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DraftRecord {
    #[serde(flatten)]
    pub item: RecordItem,
    /// 0 to 1.
    pub confidence: f64,
    pub rule: String,
    /// The words that made the rule fire.
    pub trigger: Option<String>,
    /// Why it is not surer, by stable names.
    pub doubts: Vec<String>,
    /// `open`, `accepted`, `edited` or `rejected`; absent where nothing is kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<&'static str>,
}

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
    Some(RecordCitation {
        source: String::new(),
        source_title: String::new(),
        grade: String::new(),
        exact: anchor.exact().to_owned(),
        prefix: anchor.prefix().to_owned(),
        suffix: anchor.suffix().to_owned(),
        start: anchor.start(),
        end: anchor.end(),
    })
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

/// Which drafts of a dossier.
#[derive(Clone, Debug, Default)]
pub struct DraftsRequest {
    /// Also those that were decided on.
    pub all: bool,
    /// Least confidence, 0 to 1.
    pub at_least: f64,
}

impl Api {
    /// The drafts of the dossier, source by source in the order of the text.
    pub fn drafts(&self, request: &DraftsRequest, language: LanguageCode) -> Result<Vec<DraftRecord>, ApiError> {
        self.view(language, None, |viewer| {
            let drafts = viewer.drafts_of(request)?;
            drafts.iter().map(|draft| viewer.draft_record(draft)).collect()
        })
    }

    /// The open drafts at or above a confidence.
    pub fn open_drafts(&self, at_least: f64) -> Result<Vec<DraftId>, ApiError> {
        let request = DraftsRequest { all: false, at_least };
        self.view(LanguageCode::En, None, |viewer| {
            Ok(viewer.drafts_of(&request)?.iter().map(|draft| draft.id).collect())
        })
    }
}

impl Viewer<'_> {
    fn drafts_of(&self, request: &DraftsRequest) -> Result<Vec<Draft>, ApiError> {
        let mut sources: Vec<SourceId> = Vec::new();
        for (source, _, _) in self.workspace.store().draft_counts()? {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        let mut found = Vec::new();
        for source in sources {
            let mut drafts = self.workspace.store().drafts_in(source)?;
            drafts.retain(|draft| (request.all || draft.state == DraftState::Open) && draft.confidence.get() >= request.at_least);
            drafts.sort_by_key(|draft| (draft.anchor.start(), draft.anchor.end()));
            found.extend(drafts);
        }
        Ok(found)
    }

    fn draft_record(&self, draft: &Draft) -> Result<DraftRecord, ApiError> {
        let parts = self.draft_parts(draft);
        let reference = self.workspace.reference();
        let kind = reference.ontology.kinds.iter().find(|kind| kind.id.as_str() == parts.kind);
        let planned = kind
            .and_then(|kind| reference.planned.get(&kind.id))
            .filter(|_| parts.status.is_some_and(Status::is_plan));
        let mutual = kind.is_some_and(|kind| kind.mutual);
        let members = parts.members.iter();
        let end = |wanted: &dyn Fn(domain::event::Role) -> bool| {
            let mut codes: Vec<String> = Vec::new();
            for (cast, role) in members.clone() {
                let Some(code) = cast.country.clone().filter(|code| !codes.contains(code)) else {
                    continue;
                };
                if wanted(*role) {
                    codes.push(code);
                }
            }
            codes
        };
        let source = domain::ItemRef::new(domain::ItemKind::Source, draft.source);
        let item = RecordItem {
            id: draft.id.to_string(),
            noun: parts.noun,
            kind: parts.kind.clone(),
            title: draft.proposal.title(),
            cameo: planned.or(kind.map(|kind| &kind.cameo)).cloned(),
            quad: kind.map(|kind| kind.quad.into()),
            weight: kind.map(|kind| kind.weight),
            status: parts.status.map(Status::as_str),
            when: None,
            place: None,
            participants: members.clone().map(|(cast, role)| participant(cast, role.as_str())).collect(),
            source_countries: end(&|role| role.is_source() || mutual && role.is_target()),
            target_countries: end(&|role| role.is_target() || mutual && role.is_source()),
            topics: Vec::new(),
            amount: None,
            sign: kind.map_or(0, |kind| sign(kind.weight)),
            stance: None,
            issue: None,
            quote: None,
            contested: false,
            links: Vec::new(),
            cause: None,
            citations: draft
                .anchors()
                .map(|anchor| self.draft_citation(anchor, source))
                .collect::<Result<_, _>>()?,
        };
        let item = match &*draft.proposal {
            Item::Event(event) => self.draft_event(draft, event, item)?,
            Item::Tie(tie) => RecordItem {
                when: interval_of(&tie.period),
                amount: tie.amount.as_ref().map(amount),
                sign: tie.sign.into(),
                cause: tie.cause.map(|event| event.to_string()),
                ..item
            },
            _ => item,
        };
        Ok(DraftRecord {
            item,
            confidence: draft.confidence.get(),
            rule: draft.rule.to_string(),
            trigger: draft.trigger.as_ref().map(ToString::to_string),
            doubts: draft.doubts.iter().map(ToString::to_string).collect(),
            state: Some(match draft.state {
                DraftState::Open => "open",
                DraftState::Accepted => "accepted",
                DraftState::Edited => "edited",
                DraftState::Rejected => "rejected",
            }),
        })
    }

    fn draft_event(&self, draft: &Draft, event: &Event, item: RecordItem) -> Result<RecordItem, ApiError> {
        let statement = event.statement.as_ref();
        let place = match event.place {
            Some(place) => match draft.brings.iter().find(|item| item.id() == place.0) {
                Some(Item::Place(place)) => Some(RecordPlace {
                    name: place.name.to_string(),
                    country: place.country.and_then(|country| self.country_code(country)),
                    latitude: place.coordinates.map(|at| at.latitude()),
                    longitude: place.coordinates.map(|at| at.longitude()),
                }),
                _ => self.record_place(place)?,
            },
            None => None,
        };
        Ok(RecordItem {
            when: event.when.as_ref().map(when),
            place,
            topics: event.topics.iter().map(|topic| self.topic_name(draft, *topic)).collect(),
            amount: event.amount.as_ref().map(amount),
            stance: statement.and_then(|statement| statement.stance).map(|stance| stance.as_str()),
            issue: statement.and_then(|statement| statement.issue.as_ref()).map(ToString::to_string),
            quote: statement
                .and_then(|statement| statement.quote.as_ref())
                .map(|quote| quote.text.to_string()),
            links: draft
                .links
                .iter()
                .map(|link| RecordLink {
                    kind: link.kind.as_str(),
                    to: link.to.to_string(),
                })
                .collect(),
            ..item
        })
    }

    fn draft_citation(&self, anchor: &domain::citation::Anchor, source: domain::ItemRef) -> Result<RecordCitation, ApiError> {
        Ok(RecordCitation {
            source: source.id.to_string(),
            source_title: self.label(source)?.title,
            grade: String::new(),
            exact: anchor.exact().to_owned(),
            prefix: anchor.prefix().to_owned(),
            suffix: anchor.suffix().to_owned(),
            start: anchor.start(),
            end: anchor.end(),
        })
    }
}

fn participant(cast: &Cast, role: &'static str) -> RecordParticipant {
    RecordParticipant {
        actor: cast.name.clone(),
        kind: cast.kind,
        country: cast.country.clone(),
        role,
    }
}

/// A publication date as typed in the terminal: EDTF or words.
pub fn published(text: &str, today: chrono::NaiveDate) -> Result<Edtf, ApiError> {
    let date = domain::phrase::parse_typed(text, today)
        .map_err(|error| domain::Invalid::new("published", error.to_string()).hint("write a day such as 2026-01-08"))?;
    Ok(date)
}
