//! The reader's proposals as drafts of the dossier.

use domain::{
    Edtf, Invalid, Item,
    amount::{Amount, Number},
    citation::Positions,
    draft::{Draft, DraftState, Share},
    event::{RelativeDate, Role, TemporalRelation, When},
    id::{DraftId, EventId, LinkId},
    link::{Link, LinkKind},
    statement::Stance,
    status::Status,
    text::{Prose, TITLE_LIMIT, Title},
    tie::Sign,
};
use reader::proposal::{self, DraftProposal, DraftType, LinkKind as ProposedLink};

use super::{
    cast::Cast,
    sketch::{Member, Noun, Sketch, Told},
};
use crate::fresh_id;

/// The drafts of a reading, in its order. A proposal the record could not hold (no speaker, one actor at both ends) is left out.
pub(super) fn drafts(proposals: &[DraftProposal], text: &str, told: &Told, cast: &mut Cast<'_>) -> Vec<Draft> {
    let positions = Positions::of(text);
    let mut drafts: Vec<Option<Draft>> = proposals
        .iter()
        .map(|proposal| draft(proposal, &positions, told, cast).ok())
        .collect();
    for (from, proposal) in proposals.iter().enumerate() {
        for link in &proposal.links {
            tie_together(&mut drafts, (from, link.draft), link.kind, told.published.as_ref());
        }
    }
    drafts.into_iter().flatten().collect()
}

fn draft(proposal: &DraftProposal, positions: &Positions<'_>, told: &Told, cast: &mut Cast<'_>) -> Result<Draft, Invalid> {
    let sketch = Sketch::of(proposal)?;
    let (item, brings, shipped) = sketch.cast(fresh_id(), told, cast)?;
    let mut anchors = proposal.citations.iter().filter_map(|span| positions.anchor(span.start, span.end));
    let anchor = anchors.next().ok_or_else(|| Invalid::new("quote", "does not stand in the text"))?;
    let draft = Draft {
        id: DraftId(fresh_id()),
        source: told.source,
        proposal: Box::new(item),
        brings,
        shipped,
        links: Vec::new(),
        related: Vec::new(),
        anchor,
        further: anchors.collect(),
        rule: line(&proposal.rule)?,
        trigger: line(&proposal.trigger).ok(),
        confidence: Share::new(proposal.confidence)?,
        doubts: proposal.doubts.iter().filter_map(|doubt| line(doubt.as_str()).ok()).collect(),
        state: DraftState::Open,
        amended: false,
        became: None,
    };
    draft.check()?;
    Ok(draft)
}

/// Lets two drafts of a reading know of each other, and the one what it is to the other.
fn tie_together(drafts: &mut [Option<Draft>], (from, to): (usize, usize), kind: ProposedLink, published: Option<&Edtf>) {
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
    match (kind, &mut *one.proposal, &mut *other.proposal) {
        (ProposedLink::FollowsUp, Item::Event(event), Item::Event(earlier)) => {
            one.links.push(link(LinkKind::FollowsUp, event.id, earlier.id))
        }
        (ProposedLink::Causes, Item::Event(event), Item::Event(effect)) => one.links.push(link(LinkKind::Causes, event.id, effect.id)),
        (ProposedLink::Causes, Item::Event(event), Item::Tie(tie)) => tie.cause = Some(event.id),
        (ProposedLink::After, Item::Event(event), Item::Event(earlier)) => {
            let when = event.when.take().or_else(|| ahead(event.current_status(), published));
            event.when = when.map(|when| When {
                relative: Some(RelativeDate {
                    relation: TemporalRelation::After,
                    event: earlier.id,
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

impl Sketch {
    fn of(proposal: &DraftProposal) -> Result<Self, Invalid> {
        let when = match &proposal.when {
            Some(when) => {
                let edtf = Edtf::parse(&when.edtf).map_err(|error| Invalid::new("when", error.to_string()))?;
                Some((edtf, line(&when.text).ok()))
            }
            None => None,
        };
        let place = proposal
            .place
            .as_ref()
            .and_then(|place| Some((line(&place.name).ok()?, place.country.clone())));
        Ok(Self {
            noun: match proposal.draft_type {
                DraftType::Event => Noun::Event,
                DraftType::Statement => Noun::Statement,
                DraftType::Tie => Noun::Tie,
            },
            kind: proposal.kind.clone(),
            title: line(&proposal.title)?,
            status: status(proposal.status),
            when,
            place,
            members: proposal.participants.iter().map(member).collect(),
            topics: proposal.topics.iter().filter_map(|topic| line(topic).ok()).collect(),
            amount: proposal.amount.as_ref().and_then(amount),
            issue: proposal.issue.as_deref().and_then(|issue| line(issue).ok()),
            stance: proposal.stance.as_deref().and_then(|stance| Stance::parse(stance).ok()),
            quote: proposal.quote.as_deref().and_then(|quote| Prose::optional(quote).ok().flatten()),
            sign: Sign::try_from(proposal.sign)?,
        })
    }
}

fn member(participant: &proposal::Participant) -> Member {
    Member {
        key: participant.key.clone(),
        name: participant.name.clone(),
        role: role(participant.role),
        country: participant.country.clone(),
    }
}

fn role(role: proposal::Role) -> Role {
    match role {
        proposal::Role::Actor => Role::Actor,
        proposal::Role::Recipient => Role::Recipient,
        proposal::Role::Host => Role::Host,
        proposal::Role::Guest => Role::Guest,
        proposal::Role::Party => Role::Party,
        proposal::Role::Speaker => Role::Speaker,
        proposal::Role::Mentioned => Role::Mentioned,
    }
}

fn status(status: proposal::Status) -> Status {
    match status {
        proposal::Status::Rumoured => Status::Rumoured,
        proposal::Status::Announced => Status::Announced,
        proposal::Status::Occurred => Status::Occurred,
        proposal::Status::Cancelled => Status::Cancelled,
        proposal::Status::Denied => Status::Denied,
    }
}

fn amount(quantity: &proposal::Quantity) -> Option<Amount> {
    let words = |text: &Option<String>| text.as_deref().and_then(|text| line(text).ok());
    let value = quantity.value.and_then(|value| Number::new(value).ok());
    Amount::new(value, words(&quantity.unit), words(&quantity.qualifier)).ok()
}

/// Words of a text as one line, cut where a title ends.
fn line(words: &str) -> Result<Title, Invalid> {
    let one: String = words
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(TITLE_LIMIT)
        .collect();
    Title::new(&one)
}
