use domain::{
    Item, ItemKind, ItemRef,
    citation::Citation,
    claim::{Claim, contested},
    grade::{Reliability, credibility_weight},
    id::SourceId,
};
use std::collections::{BTreeSet, HashMap};
use store::Read;
use uuid::Uuid;

use super::Snapshot;
use crate::EngineError;

/// What an uncited item weighs: it cannot be judged.
const UNCITED: f64 = 0.5;

/// What an event rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Support {
    pub citations: u32,
    best: f64,
    /// Reliability of the source with the best grade.
    pub grade: Option<Reliability>,
    pub contested: bool,
}

impl Support {
    /// 0 to 1: that of the best citation.
    pub fn credibility(self) -> f64 {
        if self.citations == 0 { UNCITED } else { self.best }
    }
}

/// The support of every event, and which citation or claim is whose.
#[derive(Default)]
pub struct Supports {
    supports: HashMap<Uuid, Support>,
    owners: HashMap<Uuid, Uuid>,
    reliabilities: HashMap<SourceId, Reliability>,
}

impl Supports {
    pub(super) fn read(snapshot: &Snapshot<'_>) -> Result<Self, EngineError> {
        let mut all = Self::default();
        snapshot.each(ItemKind::Source, &mut |item| {
            if let Item::Source(source) = item {
                all.reliabilities.insert(source.id, source.reliability);
            }
        })?;
        snapshot.each(ItemKind::Citation, &mut |item| {
            if let Item::Citation(citation) = item {
                all.add_citation(&citation);
            }
        })?;
        let mut claims: HashMap<Uuid, Vec<Claim>> = HashMap::new();
        snapshot.each(ItemKind::Claim, &mut |item| {
            if let Item::Claim(claim) = item {
                claims.entry(claim.item.id).or_default().push(claim);
            }
        })?;
        for (event, claims) in claims {
            all.add_claims(event, &claims);
        }
        Ok(all)
    }

    fn add_citation(&mut self, citation: &Citation) {
        self.owners.insert(citation.id.0, citation.item.id);
        let reliability = self.reliabilities.get(&citation.source).copied().unwrap_or_default();
        let weight = credibility_weight(reliability, citation.credibility);
        let support = self.supports.entry(citation.item.id).or_default();
        if support.citations == 0 || weight > support.best {
            support.best = weight;
            support.grade = Some(reliability);
        }
        support.citations += 1;
    }

    fn add_claims(&mut self, event: Uuid, claims: &[Claim]) {
        self.owners.extend(claims.iter().map(|claim| (claim.id.0, event)));
        self.supports.entry(event).or_default().contested = !contested(&claims.iter().collect::<Vec<_>>()).is_empty();
    }

    pub fn of(&self, event: Uuid) -> Support {
        self.supports.get(&event).copied().unwrap_or_default()
    }

    /// Reads again what was touched; returns the events whose support may have changed.
    pub(super) fn patch(&mut self, snapshot: &Snapshot<'_>, touched: &[ItemRef]) -> Result<BTreeSet<Uuid>, EngineError> {
        let mut events = BTreeSet::new();
        for &item in touched {
            match item.kind {
                ItemKind::Source => events.extend(self.patch_source(snapshot, item)?),
                ItemKind::Citation | ItemKind::Claim => {
                    events.extend(self.owners.remove(&item.id));
                    match snapshot.get(item)? {
                        Some(Item::Citation(citation)) => drop(events.insert(citation.item.id)),
                        Some(Item::Claim(claim)) => drop(events.insert(claim.item.id)),
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        for &event in &events {
            self.read_event(snapshot, event)?;
        }
        Ok(events)
    }

    fn patch_source(&mut self, snapshot: &Snapshot<'_>, item: ItemRef) -> Result<Vec<Uuid>, EngineError> {
        let reliability = match snapshot.get(item)? {
            Some(Item::Source(source)) => Some(source.reliability),
            _ => None,
        };
        let before = match reliability {
            Some(reliability) => self.reliabilities.insert(SourceId(item.id), reliability),
            None => self.reliabilities.remove(&SourceId(item.id)),
        };
        if before == reliability {
            return Ok(Vec::new());
        }
        Ok(snapshot
            .store()
            .citations_in(SourceId(item.id))?
            .into_iter()
            .map(|citation| citation.item.id)
            .collect())
    }

    fn read_event(&mut self, snapshot: &Snapshot<'_>, event: Uuid) -> Result<(), EngineError> {
        self.supports.remove(&event);
        let item = ItemRef {
            kind: ItemKind::Event,
            id: event,
        };
        for citation in snapshot.store().citations_of(item)? {
            self.add_citation(&citation);
        }
        let claims = snapshot.store().claims_of(item)?;
        if !claims.is_empty() {
            self.add_claims(event, &claims);
        }
        Ok(())
    }
}
