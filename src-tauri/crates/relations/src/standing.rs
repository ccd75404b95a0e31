use std::collections::BTreeMap;

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
    })
}

/// *p* of the ties between two countries, −10 to +10; 0 without ties. The formula and why stand in the crate's documentation.
pub fn prior<'a>(ties: impl IntoIterator<Item = &'a Standing>) -> f64 {
    let mut strongest: BTreeMap<(bool, TieKind), f64> = BTreeMap::new();
    for tie in ties {
        let value = held(tie.prior, -SCALE_END, SCALE_END);
        let kept = strongest.entry((value < 0.0, tie.kind)).or_insert(0.0);
        *kept = kept.max(value.abs());
    }
    let closing = |bad: bool| {
        let like = strongest.iter().filter(|((sign, _), _)| *sign == bad);
        like.fold(0.0, |reached, (_, value)| reached + value * (SCALE_END - reached) / SCALE_END)
    };
    closing(false) - closing(true)
}
