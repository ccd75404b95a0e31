//! The drafts of a dossier, as scripts read them.

use domain::{
    Item, ItemKind, ItemRef,
    citation::Anchor,
    draft::{Draft, DraftState},
    id::{DraftId, SourceId},
    link::Link,
};
use serde::Serialize;

use super::{item::interval_of, shapes::*};
use crate::{
    api::Api,
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
    /// Why it is not surer, by stable names.
    pub doubts: Vec<String>,
    /// Absent where nothing is kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<DraftState>,
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
    pub fn drafts(&self, request: &DraftsRequest, language: Language) -> Result<Vec<DraftRecord>, ApiError> {
        self.view(language, None, |viewer| {
            let drafts = viewer.drafts_of(request)?;
            drafts.iter().map(|draft| viewer.draft_record(draft)).collect()
        })
    }

    /// The open drafts at or above a confidence.
    pub fn open_drafts(&self, at_least: f64) -> Result<Vec<DraftId>, ApiError> {
        let request = DraftsRequest { all: false, at_least };
        self.view(Language::English, None, |viewer| {
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
            doubts: draft.doubts.iter().map(ToString::to_string).collect(),
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
