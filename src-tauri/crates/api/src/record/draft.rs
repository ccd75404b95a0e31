//! The drafts of a dossier, as scripts read them.

use domain::{
    Item,
    citation::Anchor,
    draft::{Draft, DraftState},
    event::Event,
    id::{DraftId, SourceId},
    status::Status,
};
use serde::Serialize;

use super::{
    item::{amount, interval_of, sign, when},
    shapes::*,
};
use crate::{
    api::Api,
    view::{Cast, Viewer},
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
        for (source, _, _) in self.record.draft_counts()? {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        let mut found = Vec::new();
        for source in sources {
            let mut drafts = self.record.drafts_in(source)?;
            drafts.retain(|draft| (request.all || draft.state == DraftState::Open) && draft.confidence.get() >= request.at_least);
            drafts.sort_by_key(|draft| (draft.anchor.start(), draft.anchor.end()));
            found.extend(drafts);
        }
        Ok(found)
    }

    fn draft_record(&self, draft: &Draft) -> Result<DraftRecord, ApiError> {
        let parts = self.draft_parts(draft);
        let reference = self.record.reference();
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

    fn draft_citation(&self, anchor: &Anchor, source: domain::ItemRef) -> Result<RecordCitation, ApiError> {
        Ok(cited(anchor, source.id.to_string(), self.label(source)?.title))
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

/// Words of a source that nobody has graded yet.
pub(super) fn cited(anchor: &Anchor, source: String, source_title: String) -> RecordCitation {
    RecordCitation {
        source,
        source_title,
        grade: String::new(),
        exact: anchor.exact().to_owned(),
        prefix: anchor.prefix().to_owned(),
        suffix: anchor.suffix().to_owned(),
        start: anchor.start(),
        end: anchor.end(),
    }
}
