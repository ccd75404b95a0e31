use std::collections::BTreeSet;

use domain::{
    Moment,
    acting::Affiliations,
    id::{ActorId, TieId},
    kind::Ontology,
    tie::{Tie, TieKind},
};

use crate::tone::{SCALE_END, held};

/// A tie in force between two countries.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    pub tie: TieId,
    pub kind: TieKind,
    pub from: ActorId,
    pub to: ActorId,
    /// What it says of the tone by itself, −10 to +10.
    pub prior: f64,
    /// What it adds to the prior of its dyad, beside the other ties; 0 until they are weighed.
    pub share: f64,
}

/// What a tie stands for on a date, by country acted for; `None` where it is not in force or is not between two countries.
/// A tie whose sign is not its kind's usual one counts with its own: a neutral one with 0.
pub fn standing_on(tie: &Tie, ontology: &Ontology, affiliations: &Affiliations, as_of: Moment) -> Option<Standing> {
    if !tie.period.holds_at(as_of) {
        return None;
    }
    let from = affiliations.country_of(tie.from, Some(as_of))?;
    let to = affiliations.country_of(tie.to, Some(as_of))?;
    let prior = ontology.tie(tie.kind).map_or(0.0, |row| {
        if row.sign == tie.sign {
            row.prior
        } else {
            row.prior.abs() * tie.sign.factor()
        }
    });
    (from != to).then_some(Standing {
        tie: tie.id,
        kind: tie.kind,
        from,
        to,
        prior: held(prior, -SCALE_END, SCALE_END),
        share: 0.0,
    })
}

/// *p* of the ties between two countries, −10 to +10; 0 without ties. The formula and why stand in the crate's documentation.
pub fn prior<'a>(ties: impl IntoIterator<Item = &'a Standing>) -> f64 {
    weigh(&mut ties.into_iter().cloned().collect::<Vec<_>>())
}

/// Gives each tie its share of the prior, which is returned: to the strongest its own, to each further one its part of what is left. Of several ties
/// of one kind and sign the others have none.
pub(crate) fn weigh(ties: &mut [Standing]) -> f64 {
    let mut strongest_first: Vec<&mut Standing> = ties.iter_mut().collect();
    strongest_first.sort_by(|one, other| {
        let strength = |tie: &Standing| held(tie.prior, -SCALE_END, SCALE_END).abs();
        strength(other)
            .total_cmp(&strength(one))
            .then((one.kind, one.tie).cmp(&(other.kind, other.tie)))
    });
    let mut counted = BTreeSet::new();
    let (mut good, mut bad) = (0.0, 0.0);
    for tie in strongest_first {
        let value = held(tie.prior, -SCALE_END, SCALE_END);
        let reached = if value < 0.0 { &mut bad } else { &mut good };
        let closed = value * (SCALE_END - f64::abs(*reached)) / SCALE_END;
        tie.share = if counted.insert((value < 0.0, tie.kind)) { closed } else { 0.0 };
        *reached += tie.share;
    }
    good + bad
}
