//! A draft that tells of an event or a tie already in the record.

use chrono::{DateTime, Utc};
use domain::{
    Invalid, Item, ItemKind, ItemRef, Reason,
    claim::{Claim, ClaimValue},
    draft::{Draft, DraftState},
    event::{Event, Participants},
    id::{CitationId, ClaimId, DraftId},
    period::Period,
    status::{Status, StatusEntry},
    tie::Tie,
};
use store::Read as _;

use super::accept::{bring, cite, detach, join};
use crate::{Change, EngineError, Operation, Transaction, Workspace, fresh_id};

impl Workspace {
    /// Adds what a draft says to an event or a tie: its words as citations, what was missing, the outcome where the event was a plan, and
    /// claims where they differ.
    pub fn merge_draft(&mut self, draft: DraftId, into: ItemRef, now: DateTime<Utc>) -> Result<Change, EngineError> {
        let draft = self.open_draft(draft)?;
        let known = self.require(into)?;
        if draft.proposal.kind() != known.kind() {
            let word = |kind: ItemKind| format!("@{}", kind.as_str());
            let values: [(&str, &dyn ToString); 2] = [("standing", &word(known.kind())), ("told", &word(draft.proposal.kind()))];
            return Err(Invalid::with("into", Reason::DraftOtherKind, &values).into());
        }
        let reference = self.reference();
        let target = into;
        let subject = known.title();
        let ((), change) = self.transact(Operation::MergeDraft, &subject, now, |tx| {
            let mut told = (*draft.proposal).clone();
            bring(tx, reference, &draft, &mut told)?;
            detach(tx, &mut told)?;
            let cited = cite(tx, &draft, target)?;
            match (known, &told) {
                (Item::Event(event), Item::Event(told)) => {
                    tx.put(&Item::Event(joined(event, told, &draft)?))?;
                    claim_what_differs(tx, target, told, cited)?;
                }
                (Item::Tie(tie), Item::Tie(told)) => join_ties(tx, tie, told, cited)?,
                _ => {}
            }
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

/// The tie with what it lacked; another amount stands beside its own.
fn join_ties(tx: &mut Transaction<'_, '_>, mut tie: Tie, told: &Tie, cited: CitationId) -> Result<(), EngineError> {
    let item = ItemRef::new(ItemKind::Tie, tie.id);
    if tie.period.start().is_none() {
        tie.period = Period::new(told.period.start().cloned(), tie.period.end().clone())?;
    }
    tie.cause = tie.cause.or(told.cause);
    tie.amount = tie.amount.or_else(|| told.amount.clone());
    let amounts = tie.amount.clone().zip(told.amount.clone());
    tx.put(&Item::Tie(tie))?;
    match amounts.filter(|(stands, says)| stands != says) {
        Some((stands, says)) => claim_both(tx, item, (ClaimValue::Amount(stands), ClaimValue::Amount(says)), cited),
        None => Ok(()),
    }
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
