//! What a form puts. It holds a whole item, and the item may have moved on since it was shown: what other edits change stays as it stands.

use chrono::{DateTime, Utc};
use domain::{
    Invalid, Item, ItemKind, ItemRef, Reason,
    citation::{Citation, Fate},
    note::Note,
};
use store::Read;

use crate::{Change, EngineError, Operation, Workspace};

impl Workspace {
    /// Adds the item or replaces the one with its id; answers the reference of a new one.
    pub fn put_form(&mut self, item: Item, typing: bool, now: DateTime<Utc>) -> Result<(Option<ItemRef>, Change), EngineError> {
        let (reference, title) = (item.item_ref(), item.title());
        let (new, change) = self.edit(reference, &title, typing, now, |tx| {
            tx.put_told(reference, |read, current| put_by_form(read, item, current))
        })?;
        Ok((new.then_some(reference), change))
    }

    /// Adds an item and the words of a source that say so; answers the item's reference. The two are one operation.
    pub fn put_cited(&mut self, item: &Item, mut citation: Citation, now: DateTime<Utc>) -> Result<(ItemRef, Change), EngineError> {
        match item {
            Item::Settings(_) | Item::Draft(_) | Item::Lesson(_) => return Err(Invalid::new("type", "is not put by a form").into()),
            Item::Note(note) => proposed(note, None)?,
            _ => {}
        }
        let reference = item.item_ref();
        if self.get(reference)?.is_some() {
            return Err(Invalid::new("id", "is that of an item in the dossier").into());
        }
        anchor(self.store(), &mut citation).map_err(|error| match error {
            EngineError::Invalid(invalid) => {
                let field = format!("citation.{}", invalid.field);
                EngineError::Invalid(invalid.within(&field))
            }
            other => other,
        })?;
        let citation = Item::Citation(citation);
        let ((), change) = self.transact(Operation::Add(item.kind()), &item.title(), now, |tx| {
            tx.put(item)?;
            tx.put(&citation)
        })?;
        Ok((reference, change))
    }
}

fn put_by_form(read: &dyn Read, mut item: Item, current: Option<&Item>) -> Result<Item, EngineError> {
    match (&mut item, current) {
        (Item::Event(event), Some(Item::Event(current))) => event.status = current.status.clone(),
        (Item::Claim(claim), Some(Item::Claim(current))) => {
            claim.chosen = current.chosen;
            claim.reason = current.reason.clone();
        }
        (Item::Note(note), current) => proposed(note, current)?,
        (Item::Citation(citation), Some(Item::Citation(current)))
            if citation.anchor == current.anchor && citation.source == current.source => {}
        (Item::Citation(citation), _) => anchor(read, citation)?,
        (Item::Settings(_), None) => return Err(Invalid::new("id", "is that of another dossier").into()),
        (Item::Draft(_) | Item::Lesson(_), _) => return Err(Invalid::new("type", "is not put by a form").into()),
        _ => {}
    }
    Ok(item)
}

/// Ties a citation to where its words stand in the source.
fn anchor(read: &dyn Read, citation: &mut Citation) -> Result<(), EngineError> {
    let source = read.get(ItemRef::new(ItemKind::Source, citation.source))?;
    let Some(Item::Source(source)) = source else {
        return Err(Invalid::new("source", "is not in the dossier")
            .hint("capture the source first")
            .into());
    };
    if let Some(anchor) = &mut citation.anchor {
        *anchor = anchor.settled_in(source.text.as_str()).map_err(|error| error.within("anchor"))?;
    }
    citation.fate = Fate::Exact;
    Ok(())
}

/// A judgement that is begun says what it holds to be so; one that had none before may go on without.
fn proposed(note: &Note, current: Option<&Item>) -> Result<(), Invalid> {
    let judged = |note: &Note| note.judgement.as_ref().map(|judgement| judgement.proposition.is_some());
    let before = current.and_then(|item| if let Item::Note(note) = item { judged(note) } else { None });
    if judged(note) == Some(false) && before != Some(false) {
        return Err(Invalid::of("judgement.proposition", Reason::PropositionMissing));
    }
    Ok(())
}
