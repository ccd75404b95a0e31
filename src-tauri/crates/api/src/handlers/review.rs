use domain::{
    Invalid, Item, ItemKind, ItemRef,
    draft::DraftState,
    id::{DraftId, EventId, SourceId},
    kind::KindId,
    source::Source,
    text::Title,
};

use crate::{
    api::{Api, Open},
    parse,
    view::Viewer,
    wire::*,
};

/// Drafts for which events of the record are compared: beyond them the answer would wait for what nobody looks at yet.
const COMPARED: usize = 200;

impl Api {
    /// The sources that have drafts, and one of them with its text and drafts.
    pub fn review(&self, request: ReviewRequest) -> Result<ReviewResponse, ApiError> {
        self.view(request.language, None, |viewer| {
            let queue = viewer.review_queue()?;
            let first = queue.iter().find(|row| row.open > 0).or(queue.first());
            let Some(source) = request.source.or(first.map(|row| row.source.reference)) else {
                return Ok(ReviewResponse {
                    queue,
                    source: None,
                    drafts: Vec::new(),
                });
            };
            let (text, drafts) = viewer.review_of(SourceId(parse::of_kind("source", source, ItemKind::Source)?))?;
            Ok(ReviewResponse {
                queue,
                source: Some(text),
                drafts,
            })
        })
    }

    /// Makes a change that concerns drafts or what the reader goes by.
    pub(crate) fn apply_review(&self, open: &mut Open, edit: &Edit) -> Result<ChangeResponse, ApiError> {
        let now = self.now();
        let change = match edit {
            Edit::AcceptDrafts { drafts } => open.workspace.accept_drafts(&ids(drafts)?, now)?,
            Edit::RejectDrafts { drafts } => open.workspace.reject_drafts(&ids(drafts)?, now)?,
            Edit::MergeDraft { draft, into } => open.workspace.merge_draft(id(*draft)?, *into, now)?,
            Edit::LinkDraft { draft, to } => open.workspace.link_draft(id(*draft)?, event(*to)?, now)?,
            Edit::AmendDraft { draft, item } => open.workspace.amend_draft(id(*draft)?, &parse::sent::value(item)?, now)?,
            Edit::Teach { lesson } => return self.teach(open, lesson),
            _ => return Err(ApiError::new(ErrorCode::Internal, "This change is not one of the review.")),
        };
        open.changed(&change, None)
    }

    fn teach(&self, open: &mut Open, lesson: &LessonInput) -> Result<ChangeResponse, ApiError> {
        let words = Title::new(&lesson.words).map_err(|error| error.within("words"))?;
        let (created, change) = match (&lesson.actor, &lesson.kind) {
            (Some(actor), None) => open.workspace.teach_name(&words, actor, self.now())?,
            (None, Some(kind)) => open.workspace.teach_kind(&words, KindId::new(kind)?, self.now())?,
            _ => {
                return Err(Invalid::new("lesson", "gives neither an actor nor a kind, or both")
                    .hint("say what the words mean")
                    .into());
            }
        };
        open.changed(&change, Some(created))
    }
}

fn id(draft: ItemRef) -> Result<DraftId, Invalid> {
    parse::of_kind("draft", draft, ItemKind::Draft).map(DraftId)
}

fn ids(drafts: &[ItemRef]) -> Result<Vec<DraftId>, Invalid> {
    drafts.iter().map(|draft| id(*draft)).collect()
}

fn event(event: ItemRef) -> Result<EventId, Invalid> {
    parse::of_kind("event", event, ItemKind::Event).map(EventId)
}

impl Viewer<'_> {
    fn review_queue(&self) -> Result<Vec<ReviewSourceView>, ApiError> {
        let mut queue: Vec<ReviewSourceView> = Vec::new();
        for (source, state, count) in self.record.draft_counts()? {
            let reference = ItemRef::new(ItemKind::Source, source);
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            let row = match queue.iter_mut().find(|row| row.source.reference == reference) {
                Some(row) => row,
                None => {
                    queue.push(ReviewSourceView {
                        source: self.label(reference)?,
                        open: 0,
                        accepted: 0,
                        rejected: 0,
                    });
                    match queue.last_mut() {
                        Some(row) => row,
                        None => continue,
                    }
                }
            };
            match state {
                DraftState::Open => row.open += count,
                DraftState::Accepted | DraftState::Edited => row.accepted += count,
                DraftState::Rejected => row.rejected += count,
            }
        }
        Ok(queue)
    }

    fn review_of(&self, source: SourceId) -> Result<(ReviewTextView, Vec<DraftView>), ApiError> {
        let reference = ItemRef::new(ItemKind::Source, source);
        let Item::Source(source) = self.record.require(reference)? else {
            return Err(ApiError::because(ErrorCode::NotFound, Reason::SourceGone));
        };
        let mut drafts = self.record.drafts_in(source.id)?;
        drafts.sort_by_key(|draft| (draft.anchor.start(), draft.anchor.end()));
        let views = drafts.iter().enumerate().map(|(number, draft)| {
            let alike = if draft.state == DraftState::Open && number < COMPARED {
                self.record.alike(draft)?
            } else {
                Vec::new()
            };
            self.draft(draft, &alike)
        });
        let views = views.collect::<Result<_, _>>()?;
        Ok((self.review_text(source), views))
    }

    fn review_text(&self, source: Source) -> ReviewTextView {
        ReviewTextView {
            reference: ItemRef::new(ItemKind::Source, source.id),
            title: source.title.to_string(),
            publisher: source.publisher.as_ref().map(ToString::to_string),
            author: source.author.as_ref().map(ToString::to_string),
            published_label: source.published.as_ref().map(|date| date.describe(self.language)),
            language: source.language.as_ref().map(|tag| tag.as_str().to_owned()),
            reliability: source.reliability,
            text: source.text.into(),
        }
    }
}
