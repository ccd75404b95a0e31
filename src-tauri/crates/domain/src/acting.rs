//! For which country an actor acts on a day: an office's holder for the office's country, a company or agency for the country it acts for.

use std::collections::HashMap;

use crate::{
    Moment,
    actor::{Actor, ActorKind},
    id::{ActorId, OfficeId},
    office::{Office, Tenure},
};

/// Longest chain of *acts for* that is followed; a longer one is a loop.
const LONGEST_CHAIN: usize = 8;

/// Who acts for whom, looked up by date.
#[derive(Clone, Debug, Default)]
pub struct Affiliations {
    actors: HashMap<ActorId, (ActorKind, Option<ActorId>)>,
    offices: HashMap<OfficeId, ActorId>,
    tenures: HashMap<ActorId, Vec<Tenure>>,
}

impl Affiliations {
    pub fn new<'a>(
        actors: impl IntoIterator<Item = &'a Actor>,
        offices: impl IntoIterator<Item = &'a Office>,
        tenures: impl IntoIterator<Item = &'a Tenure>,
    ) -> Self {
        let mut affiliations = Self {
            actors: actors.into_iter().map(|actor| (actor.id, (actor.kind, actor.acts_for))).collect(),
            offices: offices.into_iter().map(|office| (office.id, office.of)).collect(),
            tenures: HashMap::new(),
        };
        for tenure in tenures {
            affiliations.tenures.entry(tenure.holder).or_default().push(tenure.clone());
        }
        affiliations
    }

    /// The country an actor acts for at a moment; a country acts for itself. `None` where the record does not say.
    /// Without a moment, only an office still held counts.
    pub fn country_of(&self, actor: ActorId, at: Option<Moment>) -> Option<ActorId> {
        let mut current = actor;
        for _ in 0..LONGEST_CHAIN {
            let &(kind, acts_for) = self.actors.get(&current)?;
            if kind == ActorKind::Country {
                return Some(current);
            }
            current = self.office_body(current, at).or(acts_for)?;
        }
        None
    }

    fn office_body(&self, holder: ActorId, at: Option<Moment>) -> Option<ActorId> {
        let in_office = |tenure: &&Tenure| match at {
            Some(moment) => tenure.period.holds_at(moment),
            None => *tenure.period.end() == crate::period::End::Ongoing,
        };
        let tenure = self.tenures.get(&holder)?.iter().find(in_office)?;
        self.offices.get(&tenure.office).copied()
    }
}
