//! What becomes of an item when one it points at is removed.

use crate::{
    Invalid, Item, ItemKind, ItemRef, Reason,
    event::{Event, Participants},
    id::{ActorId, EventId, PlaceId, SourceId, TopicId},
    status::{StatusEntry, StatusHistory},
};

/// How an item goes on without another.
#[derive(Clone, Debug, PartialEq)]
pub enum Without {
    /// It cannot stand alone and goes too: a citation without its source, a link without an event.
    Removed,
    Changed(Box<Item>),
}

impl Item {
    /// The item without another it points at. Refused where that would leave nonsense: a statement without its speaker.
    pub fn without(&self, gone: ItemRef) -> Result<Without, Invalid> {
        let mut item = self.clone();
        match &mut item {
            Item::Actor(actor) => actor.acts_for = actor.acts_for.filter(|&id| gone != ItemRef::new(ItemKind::Actor, id)),
            Item::Place(place) => place.country = place.country.filter(|&id| gone != ItemRef::new(ItemKind::Actor, id)),
            Item::Topic(topic) => topic.parent = topic.parent.filter(|&id| gone != ItemRef::new(ItemKind::Topic, id)),
            Item::Source(source) => source.repeats = source.repeats.filter(|&id| gone != ItemRef::new(ItemKind::Source, id)),
            Item::Event(event) => leave_event(event, gone)?,
            Item::Tie(tie) if gone.kind == ItemKind::Event => tie.cause = tie.cause.filter(|id| id.0 != gone.id),
            Item::Claim(claim) if gone.kind == ItemKind::Citation => claim.citation = claim.citation.filter(|id| id.0 != gone.id),
            Item::Note(note) => {
                note.attached_to.retain(|item| *item != gone);
                if let Some(judgement) = &mut note.judgement {
                    judgement.evidence_for.retain(|item| *item != gone);
                    judgement.evidence_against.retain(|item| *item != gone);
                }
            }
            _ => return Ok(Without::Removed),
        }
        Ok(Without::Changed(Box::new(item)))
    }
}

fn leave_event(event: &mut Event, gone: ItemRef) -> Result<(), Invalid> {
    match gone.kind {
        ItemKind::Actor => leave_participants(event, ActorId(gone.id))?,
        ItemKind::Place => event.place = event.place.filter(|&id| id != PlaceId(gone.id)),
        ItemKind::Topic => event.topics.retain(|&id| id != TopicId(gone.id)),
        ItemKind::Source => event.status = leave_status(&event.status, SourceId(gone.id))?,
        ItemKind::Event => {
            if let Some(when) = &mut event.when {
                when.relative = when.relative.take().filter(|relative| relative.event != EventId(gone.id));
            }
        }
        _ => {}
    }
    Ok(())
}

fn leave_participants(event: &mut Event, gone: ActorId) -> Result<(), Invalid> {
    let rest = event
        .participants
        .as_slice()
        .iter()
        .copied()
        .filter(|part| part.actor != gone)
        .collect();
    event.participants = Participants::new(rest)?;
    if let Some(statement) = &mut event.statement {
        if statement.speaker == gone {
            return Err(Invalid::with("speaker", Reason::SpeakerGone, &[("title", &event.title)]));
        }
        statement.on_behalf_of = statement.on_behalf_of.filter(|&id| id != gone);
        statement.audience.retain(|&id| id != gone);
        statement.targets.retain(|&id| id != gone);
    }
    Ok(())
}

fn leave_status(history: &StatusHistory, gone: SourceId) -> Result<StatusHistory, Invalid> {
    let kept = history.entries().iter().cloned().map(|entry| StatusEntry {
        source: entry.source.filter(|&id| id != gone),
        ..entry
    });
    StatusHistory::new(kept.collect())
}
