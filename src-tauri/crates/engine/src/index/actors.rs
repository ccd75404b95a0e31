use domain::{
    Item, ItemKind, Moment,
    acting::Affiliations,
    actor::{Actor, ActorKind},
    id::{ActorId, OfficeId},
    office::{Office, Tenure},
};
use std::collections::{BTreeMap, HashMap, HashSet};

use super::numbers::Numbers;
use crate::EngineError;
use store::Read;

/// All actors of a dossier, and for whom they act.
#[derive(Default)]
pub struct Actors {
    actors: BTreeMap<ActorId, Actor>,
    pub(super) lanes: Numbers<ActorId>,
    pub affiliations: Affiliations,
    offices: Vec<Office>,
    tenures: Vec<Tenure>,
}

impl Actors {
    pub fn read(read: &dyn Read) -> Result<Self, EngineError> {
        Self::default().read_again(read)
    }

    /// Reads all again, with the lanes given out before.
    pub(crate) fn read_again(&self, read: &dyn Read) -> Result<Self, EngineError> {
        let mut anew = Self {
            lanes: self.lanes.clone(),
            ..Self::default()
        };
        for kind in [ItemKind::Actor, ItemKind::Office, ItemKind::Tenure] {
            read.each(kind, &mut |recorded| {
                match recorded.item {
                    Item::Actor(actor) => {
                        anew.lanes.give(&actor.id);
                        anew.actors.insert(actor.id, actor);
                    }
                    Item::Office(office) => anew.offices.push(office),
                    Item::Tenure(tenure) => anew.tenures.push(tenure),
                    _ => {}
                }
                Ok(())
            })?;
        }
        anew.affiliations = Affiliations::new(anew.actors.values(), &anew.offices, &anew.tenures);
        Ok(anew)
    }

    /// Whose acts may count for another country than before.
    pub(super) fn stale_since(&self, before: &Self) -> HashSet<ActorId> {
        let mut stale = self.unlike(before);
        stale.extend(before.unlike(self));
        // Whoever acts for one of these, or holds an office of one, is touched as well, to any depth.
        while self.acting_for(&mut stale) {}
        stale
    }

    /// Those whom another reading does not hold, or holds otherwise.
    fn unlike(&self, other: &Self) -> HashSet<ActorId> {
        let acts = |actor: &Actor| (actor.kind, actor.acts_for);
        let actors = self
            .actors
            .values()
            .filter(|actor| other.actors.get(&actor.id).map(acts) != Some(acts(actor)));
        let offices: HashMap<OfficeId, ActorId> = other.offices.iter().map(|office| (office.id, office.of)).collect();
        let moved: HashSet<OfficeId> = self
            .offices
            .iter()
            .filter(|office| offices.get(&office.id) != Some(&office.of))
            .map(|office| office.id)
            .collect();
        let tenures: HashMap<_, &Tenure> = other.tenures.iter().map(|tenure| (tenure.id, tenure)).collect();
        let changed = |tenure: &&Tenure| moved.contains(&tenure.office) || tenures.get(&tenure.id) != Some(tenure);
        let holders = self.tenures.iter().filter(changed).map(|tenure| tenure.holder);
        actors.map(|actor| actor.id).chain(holders).collect()
    }

    /// Adds those one step away; answers whether there were any.
    fn acting_for(&self, stale: &mut HashSet<ActorId>) -> bool {
        let bodies: HashSet<OfficeId> = self
            .offices
            .iter()
            .filter(|office| stale.contains(&office.of))
            .map(|office| office.id)
            .collect();
        let principals = |actor: &&Actor| actor.acts_for.is_some_and(|principal| stale.contains(&principal));
        let acting = self.actors.values().filter(principals).map(|actor| actor.id);
        let holding = self
            .tenures
            .iter()
            .filter(|tenure| bodies.contains(&tenure.office))
            .map(|tenure| tenure.holder);
        let next: Vec<ActorId> = acting.chain(holding).filter(|actor| !stale.contains(actor)).collect();
        let found = !next.is_empty();
        stale.extend(next);
        found
    }

    /// The country an actor acts for at a moment.
    pub fn country_of(&self, actor: ActorId, at: Option<Moment>) -> Option<ActorId> {
        self.affiliations.country_of(actor, at)
    }

    pub fn get(&self, actor: ActorId) -> Option<&Actor> {
        self.actors.get(&actor)
    }

    /// The key of an actor's lane.
    pub fn lane(&self, actor: ActorId) -> Option<u32> {
        self.actors.contains_key(&actor).then(|| self.lanes.find(&actor)).flatten()
    }

    /// The actor of a lane, also of one that is gone.
    pub fn of_lane(&self, lane: u32) -> Option<ActorId> {
        self.lanes.at(lane).copied()
    }

    /// All actors, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Actor> {
        self.actors.values()
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
