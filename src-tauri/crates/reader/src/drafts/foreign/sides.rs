//! Who stands around a deed, and on which side.

use super::{
    cases::{Case, Named},
    near,
    scene::Scene,
    words::Deed,
};
use crate::{context::Party, drafts::in_role};
use domain::{
    event::Role,
    kind::{Kind, Together},
    named::{NamedParticipant, NamedPlace},
};

/// How far behind a deed the other side may stand, in bytes.
const REACH_BEHIND: usize = 60;

/// Who stands around a deed.
pub(super) struct Sides {
    pub doers: Vec<Party>,
    pub others: Vec<Party>,
    /// Whether each side stands in a case of its own.
    pub plain: bool,
    /// Whether a side is not named in the sentence.
    pub carried: bool,
    pub place: Option<NamedPlace>,
}

impl Sides {
    /// Nothing where the words only speak of a deed whose doer they do not name.
    pub fn of(scene: &Scene<'_>, deed: &Deed<'_>, kind: &Kind) -> Option<Self> {
        let mut sides = match scene.doer_within(deed, kind) {
            Some(doer) => Self::within(scene, doer?, deed),
            None => Self::told_of(scene, deed, kind).unwrap_or_else(|| Self::around(scene, deed, kind)),
        };
        if let Some(code) = deed.host {
            sides.others = scene.context.country(code).into_iter().collect();
        }
        if sides.others.is_empty() && kind.words && !sides.doers.is_empty() {
            sides.carry_other(scene);
        }
        sides.place = place(scene.named);
        Some(sides)
    }

    /// "러시아의 우크라이나 침공", "谴责日方发射导弹": who does it is named inside of what is said of it.
    fn within(scene: &Scene<'_>, doer: &Named, deed: &Deed<'_>) -> Self {
        let other = |one: &&Named| one.start >= doer.end && !shares(one, &doer.parties) && one.parties.iter().all(has_country);
        let between = scene.named.iter().filter(other).find(|one| one.end <= deed.start);
        let behind = || scene.named.iter().filter(other).find(|one| one.start >= deed.end && scene.behind);
        let subject = || {
            let mut subjects = scene
                .named
                .iter()
                .filter(|one| one.case == Case::Subject && one.start != doer.start);
            subjects.find(|one| one.end <= deed.start && !shares(one, &doer.parties))
        };
        let others = between.or_else(behind).or_else(subject);
        Self {
            doers: doer.parties.clone(),
            others: others.map(|one| one.parties.clone()).unwrap_or_default(),
            plain: false,
            carried: false,
            place: None,
        }
    }

    fn around(scene: &Scene<'_>, deed: &Deed<'_>, kind: &Kind) -> Self {
        let named = scene.named;
        let subject = scene.subject(deed);
        let carried = subject.is_none();
        let doers = subject.map_or_else(|| scene.context.subject.clone(), |one| one.parties.clone());
        let other = other_side(scene, deed, kind.journey, &doers);
        let plain = !carried && other.is_some_and(|one| one.case != Case::Of);
        let mut others = other.map(|one| one.parties.clone()).unwrap_or_default();
        if others.is_empty() {
            let mut loose = named.iter().filter(|one| one.case == Case::Loose && !shares(one, &doers));
            others = loose
                .rfind(|one| scene.behind || one.end <= deed.end)
                .map(|one| one.parties.clone())
                .unwrap_or_default();
        }
        let agent = named.iter().rfind(|one| one.case == Case::Agent && one.end <= deed.end);
        let (doers, others) = match agent {
            Some(agent) => (agent.parties.clone(), doers),
            None if scene.is_passive(deed) && !others.is_empty() => (others, doers),
            None => (doers, others),
        };
        Self {
            doers,
            others,
            plain,
            carried,
            place: None,
        }
    }

    /// "X는 Y가 철수할 것을 촉구했다", "XはYが発射したと非難した": X says it, of Y.
    fn told_of(scene: &Scene<'_>, deed: &Deed<'_>, kind: &Kind) -> Option<Self> {
        let before = near::before(scene.written(), deed.start);
        if !kind.words || !scene.words.reports.iter().any(|mark| before.contains(mark.as_str())) {
            return None;
        }
        let mut named = scene.named.iter().filter(|one| one.end <= deed.start);
        let other = named.clone().rfind(|one| one.case == Case::Subject)?;
        let speaker = named.find(|one| one.case == Case::Topic && one.end <= other.start && !shares(one, &other.parties))?;
        Some(Self {
            doers: speaker.parties.clone(),
            others: other.parties.clone(),
            plain: true,
            carried: false,
            place: None,
        })
    }

    /// What is said goes to the other of the two last told of.
    fn carry_other(&mut self, scene: &Scene<'_>) {
        let own = |party: &Party| self.doers.iter().any(|doer| doer.side() == party.side());
        let pair = scene.context.last_two(false);
        if pair.iter().any(own) {
            self.others = pair.iter().filter(|party| !own(party)).cloned().collect();
            self.plain = false;
            self.carried = true;
        }
    }

    /// All of them as parties.
    pub fn together(&self) -> (Vec<NamedParticipant>, bool) {
        let mut parties = self.doers.clone();
        let others = self
            .others
            .iter()
            .filter(|party| self.doers.iter().all(|own| own.side() != party.side()));
        parties.extend(others.cloned());
        (in_role(&parties, Role::Party), self.plain || self.are_many())
    }

    /// Doers on one side, others on the other.
    pub fn apart(&self, kind: &Kind) -> Option<(Vec<NamedParticipant>, bool)> {
        let many = self.are_many();
        if self.doers.is_empty() || self.others.is_empty() && !kind.alone && !many {
            return None;
        }
        if self.others.is_empty() && many && kind.together != Together::Apart {
            return Some((in_role(&self.doers, Role::Party), true));
        }
        let (first, second) = match kind {
            _ if kind.journey => (Role::Guest, Role::Host),
            _ if kind.parties => (Role::Party, Role::Party),
            _ if kind.words => (Role::Speaker, Role::Recipient),
            _ => (Role::Actor, Role::Recipient),
        };
        let mut all = in_role(&self.doers, first);
        all.extend(in_role(&self.others, second));
        Some((all, self.plain))
    }

    fn are_many(&self) -> bool {
        let first = self.doers.first().map_or("", Party::side);
        self.doers.iter().any(|party| party.side() != first)
    }
}

fn has_country(party: &Party) -> bool {
    party.country.is_some()
}

fn shares(one: &Named, parties: &[Party]) -> bool {
    one.parties.iter().any(|party| parties.iter().any(|own| own.side() == party.side()))
}

/// The name that stands for the other side by its case.
fn other_side<'a>(scene: &Scene<'a>, deed: &Deed<'_>, journey: bool, doers: &[Party]) -> Option<&'a Named> {
    let wanted = |case: Case| matches!(case, Case::Object | Case::With | Case::Of) || journey && case == Case::Place;
    let fits = |one: &&Named| wanted(one.case) && !shares(one, doers) && one.parties.iter().all(has_country);
    let candidates = scene.named.iter().filter(fits);
    if !scene.behind {
        return candidates.clone().rfind(|one| one.end <= deed.end);
    }
    let near = |one: &&Named| one.start >= deed.start && one.start <= deed.end + REACH_BEHIND && !shares(one, doers);
    // "au Niger": in French whom it is done to may stand as a place.
    let as_place = journey || scene.sentence.language == "fr";
    let after = scene
        .named
        .iter()
        .filter(near)
        .filter(|one| !one.case.acts() && (as_place || one.case != Case::Place));
    let in_clause = |one: &&Named| scene.written().get(deed.end..one.start).is_none_or(|gap| !near::breaks(gap));
    after
        .clone()
        .find(in_clause)
        .or_else(|| candidates.clone().rfind(|one| one.end <= deed.start))
        .or_else(|| after.clone().next())
        // "派兵赴马里": a country to which something is sent.
        .or_else(|| {
            scene
                .named
                .iter()
                .filter(near)
                .find(|one| one.case == Case::Place && one.place.is_none())
        })
}

fn place(named: &[Named]) -> Option<NamedPlace> {
    let one = named.iter().find(|one| one.case == Case::Place || one.place.is_some())?;
    Some(NamedPlace {
        name: one.place.clone()?,
        country: one.parties.first()?.country.clone(),
        coordinates: None,
    })
}
