//! What an operation may do while it is under way, and the rules that hold across items when it ends.

use chrono::{DateTime, Utc};
use domain::{
    Invalid, Item, ItemKind, ItemRef, Reason,
    citation::{Anchor, Citation, Fate, Positions, found_again},
    claim::check_choice,
    detach::Without,
    draft::Draft,
    event::Event,
    id::{EventId, SourceId},
    record::{Recorded, Superseded},
    source::Source,
};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use store::{OperationSeq, Read, Standing, Write};

use crate::EngineError;

/// Events kept in memory while an operation is under way; one that puts more reads the rest again.
const FEW: usize = 32;

/// Whether an item touched by an operation stands in the record after it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Left {
    Standing,
    Gone,
}

/// An operation under way. Dropped without an end, nothing of it remains.
pub struct Transaction<'t, 'w> {
    write: &'t mut Write<'w>,
    operation: OperationSeq,
    now: DateTime<Utc>,
    touched: BTreeMap<ItemRef, Left>,
    /// What the items put point at; all must stand when the operation ends.
    needed: HashSet<ItemRef>,
    /// The quotes of citations and drafts put: they must stand in their sources.
    quoted: HashMap<ItemRef, (SourceId, Vec<Anchor>)>,
    /// Sources taken over in place of another text.
    rewritten: BTreeSet<SourceId>,
    /// Items whose claims changed.
    claimed: BTreeSet<ItemRef>,
    /// The first events put, as they were put last.
    events: HashMap<EventId, Event>,
}

/// What an operation did, for whoever follows it.
#[derive(Default)]
pub(crate) struct Touched {
    pub items: Vec<ItemRef>,
    /// Some of the events among them as they stand now, so that they need not be read again.
    pub events: HashMap<EventId, Event>,
}

impl From<Vec<ItemRef>> for Touched {
    fn from(items: Vec<ItemRef>) -> Self {
        Self {
            items,
            events: HashMap::new(),
        }
    }
}

impl<'t, 'w> Transaction<'t, 'w> {
    pub(crate) fn new(write: &'t mut Write<'w>, operation: OperationSeq, now: DateTime<Utc>) -> Self {
        Self {
            write,
            operation,
            now,
            touched: BTreeMap::new(),
            needed: HashSet::new(),
            quoted: HashMap::new(),
            rewritten: BTreeSet::new(),
            claimed: BTreeSet::new(),
            events: HashMap::new(),
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
        let standing = self.write.standing(item.item_ref())?;
        self.put_over(standing, item)
    }

    /// Puts what an item becomes, which is told from how it stands.
    pub fn put_told(
        &mut self,
        item: ItemRef,
        tell: impl FnOnce(&Write<'w>, Option<&Item>) -> Result<Item, EngineError>,
    ) -> Result<(), EngineError> {
        let standing = self.write.standing(item)?;
        let item = tell(&*self.write, standing.as_ref().map(|standing| &standing.item))?;
        self.put_over(standing, &item)
    }

    fn put_over(&mut self, standing: Option<Standing>, item: &Item) -> Result<(), EngineError> {
        item.check()?;
        self.write.put_over(self.operation, standing.as_ref(), item, self.now)?;
        let before = standing.map(|standing| standing.item);
        self.note(item, before.as_ref());
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
        let before = self.write.put_recorded(self.operation, recorded)?;
        self.note(&recorded.item, before.as_ref());
        if let (Item::Source(source), Some(Item::Source(before))) = (&recorded.item, before)
            && before.text != source.text
        {
            // Its citations may be on their way too, so they are looked at when the operation ends.
            self.rewritten.insert(source.id);
        }
        Ok(())
    }

    /// Takes over the settings of another dossier in place of its own.
    pub(crate) fn adopt_settings(&mut self, recorded: &Recorded) -> Result<(), EngineError> {
        let own = ItemRef::new(ItemKind::Settings, self.write.settings()?.id);
        self.put_recorded(recorded)?;
        // The store holds one item of settings: putting another's has taken the own ones out.
        self.touched.entry(own).or_insert(Left::Gone);
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
        self.touched.insert(item, Left::Gone);
        self.quoted.remove(&item);
        self.events.remove(&EventId(item.id));
        Ok(())
    }

    fn note(&mut self, item: &Item, before: Option<&Item>) {
        self.touched.insert(item.item_ref(), Left::Standing);
        // What the wording before pointed at stands, or would have taken it along.
        let known = before.map(Item::references).unwrap_or_default();
        self.needed
            .extend(item.references().into_iter().filter(|reference| !known.contains(reference)));
        match item {
            Item::Event(event) if self.events.len() < FEW || self.events.contains_key(&event.id) => {
                self.events.insert(event.id, event.clone());
            }
            // Words known to be lost need not stand anywhere.
            Item::Citation(Citation { fate: Fate::Lost, .. }) => {
                self.quoted.remove(&item.item_ref());
            }
            Item::Citation(Citation { source, anchor, .. }) => {
                self.quoted.insert(item.item_ref(), (*source, anchor.iter().cloned().collect()));
            }
            Item::Draft(draft) => {
                self.quoted
                    .insert(item.item_ref(), (draft.source, draft.anchors().cloned().collect()));
            }
            Item::Claim(claim) => {
                self.claimed.insert(claim.item);
            }
            _ => {}
        }
    }

    /// Finds every quote of a source in its changed text. Citations of lost words say so; open drafts of lost words go.
    fn anchor_again(&mut self, source: &Source) -> Result<(), EngineError> {
        let text = source.text.as_str();
        let positions = Positions::of(text);
        for referrer in self.write.referrers(ItemRef::new(ItemKind::Source, source.id))? {
            match self.write.get(referrer)? {
                Some(Item::Citation(citation)) if citation.source == source.id => self.anchor_citation(citation, text, &positions)?,
                Some(Item::Draft(draft)) if draft.source == source.id => self.anchor_draft(draft, text, &positions)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn anchor_citation(&mut self, citation: Citation, text: &str, positions: &Positions<'_>) -> Result<(), EngineError> {
        let Some(cited) = &citation.anchor else { return Ok(()) };
        let stands = positions.hold(cited);
        if stands && citation.fate != Fate::Lost {
            return Ok(());
        }
        let found = if stands {
            Some((cited.clone(), Fate::Exact))
        } else {
            found_again(cited, text)
        };
        let (anchor, fate) = found.unwrap_or_else(|| (cited.clone(), Fate::Lost));
        // What was cited first is what a reader must be able to see.
        let fate = match (&citation.fate, fate) {
            (Fate::Changed { was }, Fate::Moved | Fate::Changed { .. }) => Fate::Changed { was: was.clone() },
            (_, fate) => fate,
        };
        self.put(&Item::Citation(Citation {
            anchor: Some(anchor),
            fate,
            ..citation
        }))
    }

    /// A draft follows its words. Without them there is nothing left to decide on.
    fn anchor_draft(&mut self, draft: Draft, text: &str, positions: &Positions<'_>) -> Result<(), EngineError> {
        if draft.anchors().all(|anchor| positions.hold(anchor)) {
            return Ok(());
        }
        let again = |anchor: &Anchor| found_again(anchor, text).map(|(anchor, _)| anchor);
        match again(&draft.anchor) {
            None => self.remove(ItemRef::new(ItemKind::Draft, draft.id)),
            Some(anchor) => {
                let further = draft.further.iter().filter_map(again).collect();
                self.put(&Item::Draft(Draft { anchor, further, ..draft }))
            }
        }
    }

    /// Holds the rules across items; returns what was touched.
    pub(crate) fn finish(mut self) -> Result<Touched, EngineError> {
        for id in std::mem::take(&mut self.rewritten) {
            if let Some(Item::Source(source)) = self.get(ItemRef::new(ItemKind::Source, id))? {
                self.anchor_again(&source)?;
            }
        }
        self.check_pointers()?;
        self.check_quotes()?;
        for &item in &self.claimed {
            let claims = self.write.claims_of(item)?;
            check_choice(&claims.iter().collect::<Vec<_>>())?;
        }
        Ok(Touched {
            items: self.touched.into_keys().collect(),
            events: self.events,
        })
    }

    /// An item put and then changed or removed may leave a pointer that no longer counts: only what is missing is looked into.
    fn check_pointers(&self) -> Result<(), EngineError> {
        let missing = |item: &ItemRef| match self.touched.get(item) {
            Some(left) => Ok(*left == Left::Gone),
            None => Ok::<_, EngineError>(self.write.item_revision(*item)?.is_none()),
        };
        let mut gone = HashSet::new();
        for &item in &self.needed {
            if missing(&item)? {
                gone.insert(item);
            }
        }
        if gone.is_empty() {
            return Ok(());
        }
        for (&pointing, _) in self.touched.iter().filter(|(_, left)| **left == Left::Standing) {
            let references = self.write.get(pointing)?.map(|item| item.references()).unwrap_or_default();
            if let Some(item) = references.into_iter().find(|item| gone.contains(item)) {
                return Err(Invalid::new("item", format!("{item} is pointed at but not in the dossier"))
                    .hint("add it first")
                    .into());
            }
        }
        Ok(())
    }

    fn check_quotes(&self) -> Result<(), EngineError> {
        let mut by_source: BTreeMap<SourceId, Vec<&Anchor>> = BTreeMap::new();
        for (source, anchors) in self.quoted.values() {
            by_source.entry(*source).or_default().extend(anchors);
        }
        for (source, anchors) in by_source {
            let Some(Item::Source(source)) = self.write.get(ItemRef::new(ItemKind::Source, source))? else {
                continue;
            };
            let positions = Positions::of(source.text.as_str());
            if !anchors.into_iter().all(|anchor| positions.hold(anchor)) {
                return Err(Invalid::of("quote", Reason::QuoteElsewhere).into());
            }
        }
        Ok(())
    }
}
