//! The drafts of a dossier, as scripts read them.

use domain::{
    Item, ItemKind, ItemRef,
    citation::Anchor,
    draft::{Doubt, Draft, DraftState},
    id::SourceId,
    link::Link,
    named::NamedItem,
};
use serde::Serialize;
use std::collections::HashSet;

use super::{item::interval_of, shapes::*};
use crate::{
    api::Api,
    parse,
    view::Viewer,
    wire::{ApiError, Language},
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
    /// Why it is not surer.
    pub doubts: Vec<Doubt>,
    /// Absent where nothing is kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<DraftState>,
}

/// Open drafts, to be decided on together.
#[derive(Clone, Debug, Default)]
pub struct OpenDrafts {
    pub new: Vec<ItemRef>,
    /// Likely the same as an event of the record or as another draft.
    pub copies: Vec<ItemRef>,
}

/// From this likeness on two are one until somebody says otherwise.
const SURELY_ALIKE: f64 = 0.9;

/// Which drafts of a dossier.
#[derive(Clone, Debug, Default)]
pub struct DraftsRequest {
    /// Also those that were decided on.
    pub all: bool,
    /// Least confidence, 0 to 1.
    pub at_least: f64,
}

impl DraftsRequest {
    fn wants(&self, draft: &Draft) -> bool {
        (self.all || draft.state == DraftState::Open) && draft.confidence.get() >= self.at_least
    }
}

impl Api {
    /// The drafts of the dossier, source by source in the order of the text.
    pub fn drafts(&self, request: &DraftsRequest, language: Language) -> Result<Vec<DraftRecord>, ApiError> {
        self.view(language, None, |viewer| {
            let drafts = viewer.drafts_of(request)?;
            drafts.iter().map(|draft| viewer.draft_record(draft)).collect()
        })
    }

    /// A draft by its id as typed.
    pub fn draft(&self, id: &str) -> Result<ItemRef, ApiError> {
        Ok(ItemRef::new(ItemKind::Draft, parse::reference("draft", id, ItemKind::Draft)?))
    }

    /// The open drafts at or above a confidence, those that may tell of what is told already by themselves.
    pub fn open_drafts(&self, at_least: f64) -> Result<OpenDrafts, ApiError> {
        let request = DraftsRequest { all: false, at_least };
        self.view(Language::English, None, |viewer| viewer.sorted_out(&request))
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
            drafts.retain(|draft| request.wants(draft));
            drafts.sort_by_key(|draft| (draft.anchor.start(), draft.anchor.end()));
            found.extend(drafts);
        }
        Ok(found)
    }

    fn sorted_out(&self, request: &DraftsRequest) -> Result<OpenDrafts, ApiError> {
        let mut open = OpenDrafts::default();
        let all = self.drafts_of(&DraftsRequest { all: true, at_least: 0.0 })?;
        let taken = all
            .iter()
            .filter(|draft| matches!(draft.state, DraftState::Accepted | DraftState::Edited));
        let mut seen: HashSet<String> = taken.map(|draft| self.told(draft)).collect();
        for draft in all.iter().filter(|draft| request.wants(draft)) {
            let item = ItemRef::new(ItemKind::Draft, draft.id);
            let is_told = self.record.alike(draft)?.iter().any(|likeness| likeness.likeness >= SURELY_ALIKE);
            if !seen.insert(self.told(draft)) || is_told {
                open.copies.push(item);
            } else {
                open.new.push(item);
            }
        }
        Ok(open)
    }

    /// What a draft tells, whatever it is called.
    fn told(&self, draft: &Draft) -> String {
        let named = NamedItem {
            title: String::new(),
            ..self.draft_in_names(draft)
        };
        serde_json::to_string(&named).unwrap_or_default()
    }

    fn draft_record(&self, draft: &Draft) -> Result<DraftRecord, ApiError> {
        let source = self.label(ItemRef::new(ItemKind::Source, draft.source))?.title;
        let named = self.draft_in_names(draft);
        let item = RecordItem {
            links: draft.links.iter().map(link).collect(),
            citations: draft
                .anchors()
                .map(|anchor| cited(anchor, draft.source.to_string(), source.clone()))
                .collect(),
            ..RecordItem::of(draft.id.to_string(), named, &self.record.reference().ontology)
        };
        let item = match &*draft.proposal {
            Item::Tie(tie) => RecordItem {
                when: interval_of(&tie.period),
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
            doubts: draft.doubts.clone(),
            state: Some(draft.state),
        })
    }
}

fn link(link: &Link) -> RecordLink {
    RecordLink {
        kind: link.kind.as_str(),
        to: link.to.to_string(),
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
        locator: None,
    }
}
