//! A draft as the review shows it. What it points at may not be in the record yet, so names come from the draft itself as well.

use domain::{Item, ItemKind, ItemRef, draft::Draft};
use engine::reading::Likeness;
use words::Words;

use super::Viewer;
use crate::wire::*;

impl Viewer<'_> {
    pub fn draft(&self, draft: &Draft, alike: &[Likeness]) -> Result<DraftView, ApiError> {
        let named = self.draft_in_names(draft);
        let kind = self.record.reference().ontology.kind_of(&named);
        let when = named.when.as_ref().map(|when| DateView {
            text: when.text.as_ref().map(ToString::to_string),
            ..self.date(&when.edtf)
        });
        Ok(DraftView {
            reference: ItemRef::new(ItemKind::Draft, draft.id),
            state: draft.state,
            became: self.became(draft)?,
            kind_label: self.draft_kind(draft),
            icon: kind.map_or("link", |kind| kind.icon.as_str()).to_owned(),
            when,
            cameo: kind.map(|kind| kind.code(named.status).to_owned()),
            quad: kind.map(|kind| kind.quad),
            weight: kind.map_or(0.0, |kind| kind.weight),
            item: named,
            links: self.draft_links(draft)?,
            spans: draft.anchors().map(span).collect(),
            confidence: draft.confidence.get(),
            rule: draft.rule.to_string(),
            trigger: draft.trigger.as_ref().map(ToString::to_string),
            doubts: draft.doubts.clone(),
            duplicates: alike.iter().map(|likeness| self.duplicate(likeness)).collect::<Result<_, _>>()?,
        })
    }

    fn draft_kind(&self, draft: &Draft) -> String {
        match &*draft.proposal {
            Item::Event(event) => self.kind_label(&event.kind),
            Item::Tie(tie) => self.tie_label(tie.kind),
            _ => String::new(),
        }
    }

    fn became(&self, draft: &Draft) -> Result<Option<ItemLabel>, ApiError> {
        match draft.became {
            Some(item) if self.record.get(item)?.is_some() => self.label(item).map(Some),
            _ => Ok(None),
        }
    }

    /// The drafts it links to or that follow from it, and what they are to it.
    fn draft_links(&self, draft: &Draft) -> Result<Vec<DraftLinkView>, ApiError> {
        let mut links = Vec::new();
        for &related in &draft.related {
            let reference = ItemRef::new(ItemKind::Draft, related);
            let Some(Item::Draft(other)) = self.record.get(reference)? else {
                continue;
            };
            links.push(DraftLinkView {
                kind: relation_to(draft, &other),
                other: ItemLabel {
                    reference,
                    title: other.proposal.title(),
                    detail: Some(self.draft_kind(&other)),
                    flag: None,
                },
            });
        }
        Ok(links)
    }

    fn duplicate(&self, likeness: &Likeness) -> Result<DuplicateView, ApiError> {
        let item = self.label(likeness.item)?;
        let when_label = match self.record.get(likeness.item)? {
            Some(Item::Tie(tie)) => tie.period.start().map(|date| {
                let date = date.describe(self.language);
                Words::of(self.language).with("date_since", &[("date", &date)])
            }),
            _ => item.detail.clone(),
        };
        let elsewhere = likeness.elsewhere.map(|place| self.label(ItemRef::new(ItemKind::Place, place)));
        Ok(DuplicateView {
            item,
            when_label,
            reasons: likeness.reasons.iter().map(|reason| reason.as_str().to_owned()).collect(),
            elsewhere: elsewhere.transpose()?.map(|place| place.title),
            likeness: likeness.likeness,
        })
    }
}

/// What this draft is to the other: the kind of its link; with `in-` before it, that of the other's link to it; or an order in time or cause.
fn relation_to(draft: &Draft, other: &Draft) -> String {
    let link = |from: &Draft, to: &Draft| {
        from.links
            .iter()
            .find(|link| link.to.0 == to.proposal.id())
            .map(|link| link.kind.as_str())
    };
    if let Some(kind) = link(draft, other) {
        return kind.to_owned();
    }
    if let Some(kind) = link(other, draft) {
        return format!("in-{kind}");
    }
    let told_from = |draft: &Draft, other: &Draft| match &*draft.proposal {
        Item::Event(event) => event
            .when
            .as_ref()
            .and_then(|when| when.relative.as_ref())
            .is_some_and(|relative| relative.event.0 == other.proposal.id()),
        _ => false,
    };
    let caused_by = |draft: &Draft, other: &Draft| matches!(&*draft.proposal, Item::Tie(tie) if tie.cause.is_some_and(|cause| cause.0 == other.proposal.id()));
    match () {
        () if told_from(draft, other) => "after",
        () if told_from(other, draft) => "before",
        () if caused_by(draft, other) => "caused-by",
        () if caused_by(other, draft) => "causes",
        () => "related",
    }
    .to_owned()
}

fn span(anchor: &domain::citation::Anchor) -> SpanView {
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    SpanView {
        start: number(anchor.start()),
        end: number(anchor.end()),
    }
}
