//! What an operation may do while it is under way, and the rules that hold across items when it ends.

use chrono::{DateTime, Utc};
use domain::{
    Invalid, Item, ItemKind, ItemRef,
    citation::{Anchor, Citation},
    claim::check_choice,
    detach::Without,
    id::SourceId,
    record::{Recorded, Superseded},
    source::Source,
};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use store::{OperationSeq, Read, Write};

use crate::EngineError;

/// An operation under way. Dropped without an end, nothing of it remains.
pub struct Transaction<'t, 'w> {
    write: &'t mut Write<'w>,
    operation: OperationSeq,
    now: DateTime<Utc>,
    touched: BTreeSet<ItemRef>,
    /// What the items put point at; all must stand when the operation ends.
    needed: HashSet<ItemRef>,
    /// Citations put, by source: their words must stand there.
    cited: BTreeMap<SourceId, Vec<Citation>>,
    /// Items whose claims changed.
    claimed: BTreeSet<ItemRef>,
}

impl<'t, 'w> Transaction<'t, 'w> {
    pub(crate) fn new(write: &'t mut Write<'w>, operation: OperationSeq, now: DateTime<Utc>) -> Self {
        Self {
            write,
            operation,
            now,
            touched: BTreeSet::new(),
            needed: HashSet::new(),
            cited: BTreeMap::new(),
            claimed: BTreeSet::new(),
        }
    }

    pub fn get(&self, item: ItemRef) -> Result<Option<Item>, EngineError> {
        Ok(self.write.get(item)?)
    }

    pub(crate) fn operation(&self) -> OperationSeq {
        self.operation
    }

    pub(crate) fn read(&self) -> &Write<'w> {
        self.write
    }

    pub fn require(&self, item: ItemRef) -> Result<Item, EngineError> {
        self.get(item)?.ok_or(EngineError::NotFound(item))
    }

    /// Adds an item, or replaces the one with its id.
    pub fn put(&mut self, item: &Item) -> Result<(), EngineError> {
        item.check()?;
        let before = self.write.put(self.operation, item, self.now)?;
        self.note(item);
        if let (Item::Source(source), Some(Item::Source(before))) = (item, before)
            && source.text != before.text
        {
            self.anchor_again(source)?;
        }
        Ok(())
    }

    /// Adds an item with the time it was recorded elsewhere.
    pub fn put_recorded(&mut self, recorded: &Recorded) -> Result<(), EngineError> {
        recorded.item.check()?;
        self.write.put_recorded(self.operation, recorded)?;
        self.note(&recorded.item);
        Ok(())
    }

    /// Takes over the settings of another dossier in place of its own.
    pub(crate) fn adopt_settings(&mut self, recorded: &Recorded) -> Result<(), EngineError> {
        let own = ItemRef::new(ItemKind::Settings, self.write.settings()?.id);
        self.put_recorded(recorded)?;
        // The store holds one item of settings: putting another's has taken the own ones out.
        self.touched.insert(own);
        Ok(())
    }

    /// Adds a wording that once stood elsewhere.
    pub fn put_superseded(&mut self, wording: &Superseded) -> Result<(), EngineError> {
        wording.item.check()?;
        Ok(self.write.put_superseded(wording)?)
    }

    /// Removes an item. What cannot stand without it goes too; everything else lets go of it.
    pub fn remove(&mut self, item: ItemRef) -> Result<(), EngineError> {
        for referrer in self.write.referrers(item)? {
            let Some(pointing) = self.write.get(referrer)? else { continue };
            match pointing.without(item)? {
                Without::Removed => self.remove(referrer)?,
                Without::Changed(changed) => self.put(&changed)?,
            }
        }
        self.write
            .remove(self.operation, item, self.now)?
            .ok_or(EngineError::NotFound(item))?;
        self.needed.remove(&item);
        self.touched.insert(item);
        Ok(())
    }

    fn note(&mut self, item: &Item) {
        self.touched.insert(item.item_ref());
        self.needed.extend(item.references());
        match item {
            Item::Citation(citation) => self.cited.entry(citation.source).or_default().push(citation.clone()),
            Item::Claim(claim) => {
                self.claimed.insert(claim.item);
            }
            _ => {}
        }
    }

    /// Finds every quote of a source in its changed text. Refused where one is lost: the citation would point at nothing.
    fn anchor_again(&mut self, source: &Source) -> Result<(), EngineError> {
        for citation in self.write.citations_in(source.id)? {
            if citation.anchor.stands_in(source.text.as_str()) {
                continue;
            }
            let anchor = Anchor::of_words(source.text.as_str(), citation.anchor.exact()).map_err(|_| {
                let words: String = citation.anchor.exact().chars().take(60).collect();
                Invalid::new("text", format!("no longer holds “{words}”, which is cited"))
                    .hint("keep the quoted words, or remove the citation first")
            })?;
            self.put(&Item::Citation(Citation { anchor, ..citation }))?;
        }
        Ok(())
    }

    /// Holds the rules across items; returns what was touched.
    pub(crate) fn finish(self) -> Result<Vec<ItemRef>, EngineError> {
        for &item in &self.needed {
            if !self.touched.contains(&item) && self.write.get(item)?.is_none() {
                return Err(Invalid::new("item", format!("{item} is pointed at but not in the dossier"))
                    .hint("add it first")
                    .into());
            }
        }
        self.check_quotes()?;
        for &item in &self.claimed {
            let claims = self.write.claims_of(item)?;
            check_choice(&claims.iter().collect::<Vec<_>>())?;
        }
        Ok(self.touched.into_iter().collect())
    }

    fn check_quotes(&self) -> Result<(), EngineError> {
        for (&source, citations) in &self.cited {
            let Some(Item::Source(source)) = self.write.get(ItemRef::new(ItemKind::Source, source))? else {
                continue;
            };
            for citation in citations {
                citation.check_against(source.text.as_str())?;
            }
        }
        Ok(())
    }
}
