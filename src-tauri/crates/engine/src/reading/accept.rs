//! Taking drafts into the record, and turning them down.

use chrono::{DateTime, Utc};
use domain::{
    Invalid, Item, ItemKind, ItemRef, Reason,
    citation::{Citation, Coder, Fate},
    draft::{Draft, DraftState},
    event::Event,
    grade::Credibility,
    id::{CitationId, DraftId, EventId, PlaceId, TopicId},
    link::Link,
    place::Place,
    topic::Topic,
};
use std::collections::{BTreeMap, HashMap};
use store::{Read as _, Reference};
use uuid::Uuid;

use crate::{Change, EngineError, Operation, ShippedKey, Transaction, Workspace, fresh_id, shipped::add_shipped};

impl Workspace {
    /// Takes drafts into the record as they stand, with the actors, places and topics they need and the links between them. Those that are in
    /// already are left alone.
    pub fn accept_drafts(&mut self, drafts: &[DraftId], now: DateTime<Utc>) -> Result<Change, EngineError> {
        let waiting = self.undecided(drafts, |draft| !is_in(self, draft))?;
        let (operation, subject) = (
            Operation::AcceptDrafts { one: waiting.len() == 1 },
            subject_of(&waiting, Reason::DraftTaken)?,
        );
        let reference = self.reference();
        let ((), change) = self.transact(operation, &subject, now, |tx| {
            for draft in &waiting {
                take_in(tx, reference, draft)?;
            }
            waiting.iter().try_for_each(|draft| join(tx, draft.id))
        })?;
        Ok(change)
    }

    /// Turns drafts down. They are kept, so that they are not proposed again. Those that are in the record are left alone.
    pub fn reject_drafts(&mut self, drafts: &[DraftId], now: DateTime<Utc>) -> Result<Change, EngineError> {
        let open = self.undecided(drafts, |draft| draft.state == DraftState::Open)?;
        let (operation, subject) = (
            Operation::RejectDrafts { one: open.len() == 1 },
            subject_of(&open, Reason::NoDraft)?,
        );
        let ((), change) = self.transact(operation, &subject, now, |tx| {
            open.into_iter().try_for_each(|draft| {
                tx.put(&Item::Draft(Draft {
                    state: DraftState::Rejected,
                    ..draft
                }))
            })
        })?;
        Ok(change)
    }

    /// Takes a draft in and links it to an event as the same: both stay.
    pub fn link_draft(&mut self, draft: DraftId, to: EventId, now: DateTime<Utc>) -> Result<Change, EngineError> {
        let draft = self.open_draft(draft)?;
        let Item::Event(event) = &*draft.proposal else {
            return Err(Invalid::new("draft", "is a tie, which links to no event")
                .hint("accept it as it is")
                .into());
        };
        let link = Link {
            id: domain::id::LinkId(fresh_id()),
            kind: domain::link::LinkKind::SameAs,
            from: event.id,
            to,
            remark: None,
        };
        let reference = self.reference();
        let ((), change) = self.transact(Operation::LinkDraft, &draft.proposal.title(), now, |tx| {
            take_in(tx, reference, &draft)?;
            tx.put(&Item::Link(link))?;
            join(tx, draft.id)
        })?;
        Ok(change)
    }

    /// A draft that is not in the record.
    pub(super) fn open_draft(&self, draft: DraftId) -> Result<Draft, EngineError> {
        let mut open = self.undecided(&[draft], |draft| !is_in(self, draft))?;
        open.pop().ok_or_else(|| Invalid::of("draft", Reason::DraftTaken).into())
    }

    fn undecided(&self, drafts: &[DraftId], wanted: impl Fn(&Draft) -> bool) -> Result<Vec<Draft>, EngineError> {
        let mut found = Vec::with_capacity(drafts.len());
        for &draft in drafts {
            match self.require(ItemRef::new(ItemKind::Draft, draft))? {
                Item::Draft(draft) if wanted(&draft) && found.iter().all(|known: &Draft| known.id != draft.id) => found.push(draft),
                _ => {}
            }
        }
        Ok(found)
    }
}

/// Whether what a draft became stands.
fn is_in(workspace: &Workspace, draft: &Draft) -> bool {
    let stands = |item: ItemRef| workspace.store().item_revision(item).is_ok_and(|revision| revision.is_some());
    matches!(draft.state, DraftState::Accepted | DraftState::Edited) && draft.became.is_some_and(stands)
}

/// What an operation on drafts names: the one, or how many.
fn subject_of(drafts: &[Draft], otherwise: Reason) -> Result<String, Invalid> {
    match drafts {
        [] => Err(Invalid::of("drafts", otherwise)),
        [one] => Ok(one.proposal.title()),
        many => Ok(many.len().to_string()),
    }
}

/// Puts what a draft proposes into the record, with its citations.
fn take_in(tx: &mut Transaction<'_, '_>, reference: &Reference, draft: &Draft) -> Result<(), EngineError> {
    let mut item = (*draft.proposal).clone();
    bring(tx, reference, draft, &mut item)?;
    detach(tx, &mut item)?;
    tx.put(&item)?;
    cite(tx, draft, item.item_ref())?;
    let state = if draft.amended { DraftState::Edited } else { DraftState::Accepted };
    tx.put(&Item::Draft(Draft {
        state,
        became: Some(item.item_ref()),
        ..draft.clone()
    }))
}

/// Adds the actors, places and topics an item needs. A place or topic that came in under the same name by another way is taken instead.
pub(super) fn bring(tx: &mut Transaction<'_, '_>, reference: &Reference, draft: &Draft, item: &mut Item) -> Result<(), EngineError> {
    for key in &draft.shipped {
        let key: ShippedKey = key.as_str().parse()?;
        // A country entered by hand has been cast in its place.
        add_shipped(tx, reference, &key)?;
    }
    for brought in &draft.brings {
        if tx.get(brought.item_ref())?.is_some() {
            continue;
        }
        match (namesake(tx, brought)?, &mut *item) {
            (Some(known), Item::Event(event)) => rename(event, brought.id(), known),
            _ => tx.put(brought)?,
        }
    }
    Ok(())
}

/// The place or topic of the record with the name of another. Actors are never taken for each other by name.
fn namesake(tx: &Transaction<'_, '_>, brought: &Item) -> Result<Option<Uuid>, EngineError> {
    let same = |item: &Item| match (item, brought) {
        (Item::Topic(Topic { name, .. }), Item::Topic(other)) => *name == other.name,
        (Item::Place(Place { name, country, .. }), Item::Place(other)) => *name == other.name && *country == other.country,
        _ => false,
    };
    if brought.kind() == ItemKind::Actor {
        return Ok(None);
    }
    Ok(tx.read().list(brought.kind())?.iter().find(|item| same(item)).map(Item::id))
}

fn rename(event: &mut Event, from: Uuid, to: Uuid) {
    event.place = event.place.map(|place| if place.0 == from { PlaceId(to) } else { place });
    for topic in event.topics.iter_mut().filter(|topic| topic.0 == from) {
        *topic = TopicId(to);
    }
    event.topics.dedup();
}

/// Lets go of events that are not in the record (yet): [`join`] ties them when they are.
pub(super) fn detach(tx: &Transaction<'_, '_>, item: &mut Item) -> Result<(), EngineError> {
    match item {
        Item::Event(event) => {
            if let Some(when) = &mut event.when
                && let Some(relative) = &when.relative
                && tx.get(ItemRef::new(ItemKind::Event, relative.event))?.is_none()
            {
                when.relative = None;
            }
        }
        Item::Tie(tie) => {
            if let Some(cause) = tie.cause
                && tx.get(ItemRef::new(ItemKind::Event, cause))?.is_none()
            {
                tie.cause = None;
            }
        }
        _ => {}
    }
    Ok(())
}

/// Cites every place a draft rests on; returns the first citation.
pub(super) fn cite(tx: &mut Transaction<'_, '_>, draft: &Draft, item: ItemRef) -> Result<CitationId, EngineError> {
    let first = CitationId(fresh_id());
    for (number, anchor) in draft.anchors().enumerate() {
        tx.put(&Item::Citation(Citation {
            id: if number == 0 { first } else { CitationId(fresh_id()) },
            item,
            source: draft.source,
            anchor: Some(anchor.clone()),
            locator: None,
            credibility: Credibility::default(),
            coder: Coder::Rule(draft.rule.clone()),
            fate: Fate::Exact,
        }))?;
    }
    Ok(first)
}

/// Makes the links, causes and relative dates between a draft and those that hang together with it, where both ends stand now.
pub(super) fn join(tx: &mut Transaction<'_, '_>, draft: DraftId) -> Result<(), EngineError> {
    let mut group: BTreeMap<DraftId, Draft> = BTreeMap::new();
    let mut wanted = vec![draft];
    if let Some(Item::Draft(one)) = tx.get(ItemRef::new(ItemKind::Draft, draft))? {
        wanted.extend(&one.related);
    }
    for id in wanted {
        if let Some(Item::Draft(one)) = tx.get(ItemRef::new(ItemKind::Draft, id))? {
            group.insert(id, one);
        }
    }
    let mut became: HashMap<Uuid, ItemRef> = HashMap::new();
    for one in group.values() {
        if let Some(item) = one.became
            && tx.get(item)?.is_some()
        {
            became.insert(one.proposal.id(), item);
        }
    }
    let event = |id: EventId| {
        became
            .get(&id.0)
            .filter(|item| item.kind == ItemKind::Event)
            .map(|item| EventId(item.id))
    };
    for one in group.values() {
        for link in &one.links {
            if let (Some(from), Some(to)) = (event(link.from), event(link.to))
                && from != to
            {
                tx.put(&Item::Link(Link { from, to, ..link.clone() }))?;
            }
        }
        if let Some(&item) = became.get(&one.proposal.id()) {
            attach(tx, one, item, &event)?;
        }
    }
    Ok(())
}

/// Gives what a draft became the cause or the relative date it was proposed with, unless a person has given it another.
fn attach(
    tx: &mut Transaction<'_, '_>,
    draft: &Draft,
    became: ItemRef,
    event: &impl Fn(EventId) -> Option<EventId>,
) -> Result<(), EngineError> {
    match (&*draft.proposal, tx.get(became)?) {
        (Item::Tie(proposed), Some(Item::Tie(mut tie))) if tie.cause.is_none() => {
            if let Some(cause) = proposed.cause.and_then(event) {
                tie.cause = Some(cause);
                tx.put(&Item::Tie(tie))?;
            }
        }
        (Item::Event(proposed), Some(Item::Event(mut standing))) if proposed.id.0 == became.id => {
            let proposed = proposed.when.as_ref().and_then(|when| when.relative.clone());
            if let (Some(mut relative), Some(when)) = (proposed, &mut standing.when)
                && when.relative.is_none()
                && let Some(other) = event(relative.event)
                && other != standing.id
            {
                relative.event = other;
                when.relative = Some(relative);
                tx.put(&Item::Event(standing))?;
            }
        }
        _ => {}
    }
    Ok(())
}
