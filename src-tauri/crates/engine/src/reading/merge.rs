//! A draft that tells of an event already in the record.

use chrono::{DateTime, Utc};
use domain::{
    Invalid, Item, ItemKind, ItemRef,
    claim::{Claim, ClaimValue},
    draft::{Draft, DraftState},
    event::{Event, Participants},
    id::{CitationId, ClaimId, DraftId, EventId},
    status::{Status, StatusEntry},
};
use store::Read as _;

use super::accept::{bring, cite, join};
use crate::{Change, EngineError, Operation, Transaction, Workspace, fresh_id};

impl Workspace {
    /// Adds what a draft says to an event: its words as citations, its actors where they were missing, its outcome where the event was a
    /// plan, and claims where date or place differ.
    pub fn merge_draft(&mut self, draft: DraftId, into: EventId, now: DateTime<Utc>) -> Result<Change, EngineError> {
        let draft = self.open_draft(draft)?;
        if draft.proposal.kind() != ItemKind::Event {
            return Err(Invalid::new("draft", "is a tie, which is no event")
                .hint("accept it as it is")
                .into());
        }
        let reference = self.reference();
        let target = ItemRef::new(ItemKind::Event, into);
        let Item::Event(event) = self.require(target)? else {
            return Err(EngineError::NotFound(target));
        };
        let subject = event.title.to_string();
        let ((), change) = self.transact(Operation::MergeDraft, &subject, now, |tx| {
            let mut item = (*draft.proposal).clone();
            bring(tx, reference, &draft, &mut item)?;
            let Item::Event(told) = item else { return Ok(()) };
            let cited = cite(tx, &draft, target)?;
            tx.put(&Item::Event(joined(event, &told, &draft)?))?;
            claim_what_differs(tx, target, &told, cited)?;
            tx.put(&Item::Draft(Draft {
                state: if draft.amended { DraftState::Edited } else { DraftState::Accepted },
                became: Some(target),
                ..draft.clone()
            }))?;
            join(tx, draft.id)
        })?;
        Ok(change)
    }
}

/// The event with what it lacked. What it says already is not touched.
fn joined(mut event: Event, told: &Event, draft: &Draft) -> Result<Event, Invalid> {
    let known: Vec<_> = event.parts().into_iter().map(|part| part.actor).collect();
    let new = told.parts().into_iter().filter(|part| !known.contains(&part.actor));
    let parts = event.participants.as_slice().iter().copied().chain(new).collect();
    event.participants = Participants::new(parts)?;
    event.when = event.when.or_else(|| {
        told.when.clone().map(|mut when| {
            when.relative = None;
            when
        })
    });
    event.place = event.place.or(told.place);
    event.amount = event.amount.or_else(|| told.amount.clone());
    for topic in &told.topics {
        if !event.topics.contains(topic) {
            event.topics.push(*topic);
        }
    }
    let outcome = told.current_status();
    if event.current_status().is_plan() && (!outcome.is_plan() || outcome == Status::Postponed) && outcome != event.current_status() {
        event.status = event.status.then(StatusEntry {
            status: outcome,
            on: None,
            source: Some(draft.source),
            remark: None,
        })?;
    }
    Ok(event)
}

/// Where the draft gives another date or place, both are kept side by side; what stood is the one chosen.
fn claim_what_differs(tx: &mut Transaction<'_, '_>, item: ItemRef, told: &Event, cited: CitationId) -> Result<(), EngineError> {
    let Some(Item::Event(event)) = tx.get(item)? else { return Ok(()) };
    let dates = event
        .when
        .as_ref()
        .zip(told.when.as_ref())
        .filter(|(stands, says)| stands.edtf != says.edtf);
    if let Some((stands, says)) = dates {
        let values = (ClaimValue::When(stands.edtf.clone()), ClaimValue::When(says.edtf.clone()));
        claim_both(tx, item, values, cited)?;
    }
    if let Some((stands, says)) = event.place.zip(told.place).filter(|(stands, says)| stands != says) {
        claim_both(tx, item, (ClaimValue::Place(stands), ClaimValue::Place(says)), cited)?;
    }
    Ok(())
}

fn claim_both(tx: &mut Transaction<'_, '_>, item: ItemRef, values: (ClaimValue, ClaimValue), cited: CitationId) -> Result<(), EngineError> {
    let known = tx.read().claims_of(item)?;
    let claim = |value: ClaimValue, citation: Option<CitationId>, chosen: bool| Claim {
        id: ClaimId(fresh_id()),
        item,
        value,
        citation,
        chosen,
        reason: None,
    };
    let about = |claim: &&Claim| claim.value.attribute() == values.0.attribute();
    if !known.iter().any(|claim| about(&claim)) {
        let earlier = tx
            .read()
            .citations_of(item)?
            .into_iter()
            .map(|citation| citation.id)
            .find(|id| *id != cited);
        tx.put(&Item::Claim(claim(values.0.clone(), earlier, true)))?;
    }
    if !known.iter().any(|claim| claim.value == values.1 && claim.citation == Some(cited)) {
        tx.put(&Item::Claim(claim(values.1, Some(cited), false)))?;
    }
    Ok(())
}
