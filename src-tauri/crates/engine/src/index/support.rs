use domain::{
    Item, ItemKind, ItemRef,
    citation::Citation,
    claim::{Claim, contested},
    grade::{Credibility, Reliability, credibility_weight},
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
        snapshot.each_reliability(&mut |source, reliability| {
            all.reliabilities.insert(source, reliability);
        })?;
        snapshot.each_citation_of_events(&mut |citation, event, source, credibility| all.cite(citation, event, source, credibility))?;
        let mut claims: HashMap<Uuid, Vec<Claim>> = HashMap::new();
        snapshot.each(ItemKind::Claim, &mut |item| {
            if let Item::Claim(claim) = item
                && claim.item.kind == ItemKind::Event
            {
                claims.entry(claim.item.id).or_default().push(claim);
            }
        })?;
        for (event, claims) in claims {
            all.add_claims(event, &claims);
        }
        Ok(all)
    }

    /// Of equally good citations the source with the better grade counts, whatever the order they come in.
    fn cite(&mut self, citation: Uuid, event: Uuid, source: SourceId, credibility: Credibility) {
        self.owners.insert(citation, event);
        let reliability = self.reliabilities.get(&source).copied().unwrap_or_default();
        let weight = credibility_weight(reliability, credibility);
        let support = self.supports.entry(event).or_default();
        let better =
            weight > support.best || weight == support.best && support.grade.is_none_or(|grade| reliability.letter() < grade.letter());
        if support.citations == 0 || better {
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
                    events.extend(owner(snapshot, item)?);
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
        let citations = snapshot.store().citations_in(SourceId(item.id))?;
        let of_events = citations.into_iter().filter(|citation| citation.item.kind == ItemKind::Event);
        Ok(of_events.map(|citation| citation.item.id).collect())
    }

    fn read_event(&mut self, snapshot: &Snapshot<'_>, event: Uuid) -> Result<(), EngineError> {
        self.supports.remove(&event);
        let item = ItemRef {
            kind: ItemKind::Event,
            id: event,
        };
        for Citation {
            id, source, credibility, ..
        } in snapshot.store().citations_of(item)?
        {
            self.cite(id.0, event, source, credibility);
        }
        let claims = snapshot.store().claims_of(item)?;
        if !claims.is_empty() {
            self.add_claims(event, &claims);
        }
        Ok(())
    }
}

/// The event a citation or claim is about; none where it is about something else.
fn owner(snapshot: &Snapshot<'_>, item: ItemRef) -> Result<Option<Uuid>, EngineError> {
    let about = match snapshot.get(item)? {
        Some(Item::Citation(citation)) => citation.item,
        Some(Item::Claim(claim)) => claim.item,
        _ => return Ok(None),
    };
    Ok((about.kind == ItemKind::Event).then_some(about.id))
}
