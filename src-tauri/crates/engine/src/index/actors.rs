use domain::{
    Item, ItemKind,
    acting::Affiliations,
    actor::{Actor, ActorKind},
    id::ActorId,
    office::{Office, Tenure},
};
use std::collections::{HashMap, HashSet};

use super::Snapshot;
use crate::EngineError;

/// An actor and the key of its lane.
#[derive(Clone, Debug, PartialEq)]
pub struct ActorEntry {
    pub actor: Actor,
    pub lane: u32,
}

/// All actors of a dossier, and for whom they act.
#[derive(Default)]
pub struct Actors {
    entries: HashMap<ActorId, ActorEntry>,
    /// By lane key. Keys stay as they are while the dossier is open.
    lanes: Vec<ActorId>,
    pub affiliations: Affiliations,
    offices: Vec<Office>,
    tenures: Vec<Tenure>,
}

impl Actors {
    pub(super) fn read(snapshot: &Snapshot<'_>) -> Result<Self, EngineError> {
        let mut actors = Self::default();
        actors.read_again(snapshot)?;
        Ok(actors)
    }

    /// Reads all again; returns whose acts may now count for another country.
    pub(super) fn read_again(&mut self, snapshot: &Snapshot<'_>) -> Result<HashSet<ActorId>, EngineError> {
        let before = std::mem::take(&mut self.entries);
        let (offices, tenures) = (std::mem::take(&mut self.offices), std::mem::take(&mut self.tenures));
        snapshot.each(ItemKind::Actor, &mut |item| {
            if let Item::Actor(actor) = item {
                let known = before.get(&actor.id).map(|entry| entry.lane);
                let lane = known.unwrap_or_else(|| self.new_lane(actor.id));
                self.entries.insert(actor.id, ActorEntry { actor, lane });
            }
        })?;
        snapshot.each(ItemKind::Office, &mut |item| {
            if let Item::Office(office) = item {
                self.offices.push(office);
            }
        })?;
        snapshot.each(ItemKind::Tenure, &mut |item| {
            if let Item::Tenure(tenure) = item {
                self.tenures.push(tenure);
            }
        })?;
        let offices_changed = offices != self.offices;
        let actors = self.entries.values().map(|entry| &entry.actor);
        self.affiliations = Affiliations::new(actors, &self.offices, &self.tenures);
        let changed = self
            .entries
            .iter()
            .filter(|(id, entry)| before.get(id).is_none_or(|old| old.actor != entry.actor))
            .map(|(id, _)| *id);
        let holders = tenures
            .iter()
            .filter(|old| offices_changed || !self.tenures.contains(old))
            .map(|tenure| tenure.holder);
        let new_holders = self
            .tenures
            .iter()
            .filter(|new| offices_changed || !tenures.contains(new))
            .map(|tenure| tenure.holder);
        let mut stale: HashSet<ActorId> = changed.chain(holders).chain(new_holders).collect();
        // Whoever acts for one of these is touched as well, to any depth.
        while let Some(next) = self.acting_for(&stale) {
            stale.extend(next);
        }
        Ok(stale)
    }

    fn acting_for(&self, stale: &HashSet<ActorId>) -> Option<Vec<ActorId>> {
        let depends = |entry: &&ActorEntry| {
            entry.actor.acts_for.is_some_and(|principal| stale.contains(&principal)) && !stale.contains(&entry.actor.id)
        };
        let next: Vec<ActorId> = self.entries.values().filter(depends).map(|entry| entry.actor.id).collect();
        (!next.is_empty()).then_some(next)
    }

    fn new_lane(&mut self, actor: ActorId) -> u32 {
        if let Some(at) = self.lanes.iter().position(|known| *known == actor) {
            return at as u32;
        }
        self.lanes.push(actor);
        (self.lanes.len() - 1) as u32
    }

    pub fn get(&self, actor: ActorId) -> Option<&Actor> {
        self.entries.get(&actor).map(|entry| &entry.actor)
    }

    pub fn lane(&self, actor: ActorId) -> Option<u32> {
        self.entries.get(&actor).map(|entry| entry.lane)
    }

    /// The actor of a lane key.
    pub fn of_lane(&self, lane: u32) -> Option<ActorId> {
        self.lanes.get(lane as usize).copied()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Actor> {
        self.entries.values().map(|entry| &entry.actor)
    }

    /// The country with an ISO alpha-3 code.
    pub fn country(&self, code: &str) -> Option<&Actor> {
        self.iter().find(|actor| actor.country_code() == Some(code))
    }

    pub fn countries(&self) -> impl Iterator<Item = &Actor> {
        self.iter().filter(|actor| actor.kind == ActorKind::Country)
    }

    pub fn offices(&self) -> &[Office] {
        &self.offices
    }

    pub fn tenures(&self) -> &[Tenure] {
        &self.tenures
    }
}
