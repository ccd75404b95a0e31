use domain::{
    Item, ItemKind, ItemRef,
    claim::{Claim, contested},
    grade::{Credibility, Reliability, credibility_weight},
    id::SourceId,
};
use std::collections::{BTreeSet, HashMap};
use store::Read;
use uuid::Uuid;

use super::sorted::Sorted;
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

    /// Of equally good citations the source with the better grade counts, whatever the order they come in.
    fn cite(&mut self, reliability: Reliability, credibility: Credibility) {
        let weight = credibility_weight(reliability, credibility);
        let better = weight > self.best || weight == self.best && self.grade.is_none_or(|grade| reliability.letter() < grade.letter());
        if self.citations == 0 || better {
            self.best = weight;
            self.grade = Some(reliability);
        }
        self.citations += 1;
    }
}

/// The support of every event, and which citation or claim is whose.
#[derive(Clone, Default)]
pub struct Supports {
    supports: Sorted<(Uuid, Support)>,
    owners: Sorted<(Uuid, Uuid)>,
    reliabilities: Sorted<(Uuid, Reliability)>,
}

impl Supports {
    pub(super) fn read(read: &dyn Read) -> Result<Self, EngineError> {
        let mut reliabilities = HashMap::new();
        read.reliabilities(&mut |source, reliability| {
            reliabilities.insert(source.0, reliability);
        })?;
        let (mut supports, mut owners): (HashMap<Uuid, Support>, _) = (HashMap::new(), Vec::new());
        read.citations_of_events(&mut |citation, event, source, credibility| {
            owners.push((citation, event));
            let reliability = reliabilities.get(&source.0).copied().unwrap_or_default();
            supports.entry(event).or_default().cite(reliability, credibility);
        })?;
        let mut claims: HashMap<Uuid, Vec<Claim>> = HashMap::new();
        read.each(ItemKind::Claim, &mut |recorded| {
            if let Item::Claim(claim) = recorded.item
                && claim.item.kind == ItemKind::Event
            {
                owners.push((claim.id.0, claim.item.id));
                claims.entry(claim.item.id).or_default().push(claim);
            }
            Ok(())
        })?;
        for (event, claims) in claims {
            supports.entry(event).or_default().contested = differ(&claims);
        }
        Ok(Self {
            supports: supports.into_iter().collect(),
            owners: owners.into_iter().collect(),
            reliabilities: reliabilities.into_iter().collect(),
        })
    }

    pub fn of(&self, event: Uuid) -> Support {
        self.supports.get(&event).map(|&(_, support)| support).unwrap_or_default()
    }

    /// Reads again what was touched; returns the events whose support may have changed.
    pub(super) fn patch(&mut self, read: &dyn Read, touched: &[ItemRef]) -> Result<BTreeSet<Uuid>, EngineError> {
        let mut events = BTreeSet::new();
        for &item in touched {
            match item.kind {
                ItemKind::Source => events.extend(self.patch_source(read, SourceId(item.id))?),
                ItemKind::Citation | ItemKind::Claim => {
                    events.extend(self.owners.remove(&item.id).map(|(_, event)| event));
                    events.extend(owner(read, item)?);
                }
                _ => {}
            }
        }
        for &event in &events {
            self.read_event(read, event)?;
        }
        Ok(events)
    }

    fn patch_source(&mut self, read: &dyn Read, source: SourceId) -> Result<Vec<Uuid>, EngineError> {
        let reliability = match read.get(ItemRef::new(ItemKind::Source, source))? {
            Some(Item::Source(source)) => Some(source.reliability),
            _ => None,
        };
        let before = self.reliabilities.remove(&source.0).map(|(_, reliability)| reliability);
        if let Some(reliability) = reliability {
            self.reliabilities.put((source.0, reliability));
        }
        if before == reliability {
            return Ok(Vec::new());
        }
        let citations = read.citations_in(source)?;
        let of_events = citations.into_iter().filter(|citation| citation.item.kind == ItemKind::Event);
        Ok(of_events.map(|citation| citation.item.id).collect())
    }

    fn read_event(&mut self, read: &dyn Read, event: Uuid) -> Result<(), EngineError> {
        let item = ItemRef {
            kind: ItemKind::Event,
            id: event,
        };
        let (citations, claims) = (read.citations_of(item)?, read.claims_of(item)?);
        let mut support = Support {
            contested: differ(&claims),
            ..Support::default()
        };
        for citation in &citations {
            let reliability = self.reliabilities.get(&citation.source.0).map(|&(_, reliability)| reliability);
            support.cite(reliability.unwrap_or_default(), citation.credibility);
        }
        let cited = citations.iter().map(|citation| citation.id.0);
        for item in cited.chain(claims.iter().map(|claim| claim.id.0)) {
            self.owners.put((item, event));
        }
        if support == Support::default() {
            self.supports.remove(&event);
        } else {
            self.supports.put((event, support));
        }
        Ok(())
    }
}

/// Whether claims contradict each other.
fn differ(claims: &[Claim]) -> bool {
    !contested(&claims.iter().collect::<Vec<_>>()).is_empty()
}

/// The event a citation or claim is about; none where it is about something else.
fn owner(read: &dyn Read, item: ItemRef) -> Result<Option<Uuid>, EngineError> {
    let about = match read.get(item)? {
        Some(Item::Citation(citation)) => citation.item,
        Some(Item::Claim(claim)) => claim.item,
        _ => return Ok(None),
    };
    Ok((about.kind == ItemKind::Event).then_some(about.id))
}
