//! The reader's proposals as drafts of the dossier.

use domain::{
    Edtf, Invalid, Item,
    citation::Positions,
    draft::{Draft, DraftState, Share},
    event::{RelativeDate, When},
    id::{DraftId, EventId, LinkId},
    link::{Link, LinkKind},
    named::Reported,
    status::Status,
    text::Title,
};
use reader::proposal::{DraftProposal, Relation};

use super::resolve::{Resolved, Resolver};
use crate::fresh_id;

/// The drafts of a reading, in its order. A proposal the record could not hold (no speaker, one actor at both ends) is left out.
pub(super) fn drafts(proposals: &[DraftProposal], text: &str, reported: &Reported, resolver: &mut Resolver<'_>) -> Vec<Draft> {
    let positions = Positions::of(text);
    let mut drafts: Vec<Option<Draft>> = proposals
        .iter()
        .map(|proposal| draft(proposal, &positions, reported, resolver).ok())
        .collect();
    for (from, proposal) in proposals.iter().enumerate() {
        for link in &proposal.links {
            tie_together(&mut drafts, (from, link.draft), link.relation, reported.published.as_ref());
        }
    }
    drafts.into_iter().flatten().collect()
}

fn draft(proposal: &DraftProposal, positions: &Positions<'_>, reported: &Reported, resolver: &mut Resolver<'_>) -> Result<Draft, Invalid> {
    let Resolved { item, brings, shipped } = resolver.resolved(&proposal.item, fresh_id(), reported, None)?;
    let mut anchors = proposal.citations.iter().filter_map(|span| positions.anchor(span.start, span.end));
    let anchor = anchors.next().ok_or_else(|| Invalid::new("quote", "does not stand in the text"))?;
    let draft = Draft {
        id: DraftId(fresh_id()),
        source: reported.source,
        proposal: Box::new(item),
        brings,
        shipped,
        links: Vec::new(),
        related: Vec::new(),
        anchor,
        further: anchors.collect(),
        rule: Title::new(&proposal.rule)?,
        trigger: Title::of_words(&proposal.trigger),
        confidence: Share::new(proposal.confidence)?,
        doubts: proposal.doubts.clone(),
        state: DraftState::Open,
        amended: false,
        became: None,
    };
    draft.check()?;
    Ok(draft)
}

/// Lets two drafts of a reading know of each other, and the one what it is to the other.
fn tie_together(drafts: &mut [Option<Draft>], (from, to): (usize, usize), relation: Relation, published: Option<&Edtf>) {
    let Ok([Some(one), Some(other)]) = drafts.get_disjoint_mut([from, to]) else {
        return;
    };
    let link = |kind: LinkKind, from: EventId, to: EventId| Link {
        id: LinkId(fresh_id()),
        kind,
        from,
        to,
        remark: None,
    };
    match (relation, &mut *one.proposal, &mut *other.proposal) {
        (Relation::Link(kind), Item::Event(event), Item::Event(other)) => one.links.push(link(kind, event.id, other.id)),
        (Relation::Link(LinkKind::Causes), Item::Event(event), Item::Tie(tie)) => tie.cause = Some(event.id),
        (Relation::Time(relation), Item::Event(event), Item::Event(other)) => {
            let when = event.when.take().or_else(|| ahead(event.current_status(), published));
            event.when = when.map(|when| When {
                relative: Some(RelativeDate {
                    relation,
                    event: other.id,
                    within_days: None,
                }),
                ..when
            });
        }
        _ => return,
    }
    one.related.push(other.id);
    other.related.push(one.id);
}

/// When what is only planned on the day of publication is to be: that day or later.
fn ahead(status: Status, published: Option<&Edtf>) -> Option<When> {
    let day = published.filter(|_| status.is_plan())?;
    Edtf::parse(&format!("[{day}..]")).ok().map(When::on)
}
