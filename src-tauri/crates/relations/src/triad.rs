use std::collections::{BTreeMap, HashMap};

use domain::id::ActorId;

use crate::dyad::Dyad;

/// Three countries whose three tones have a negative product: in tension. A lens, not a prediction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Triad {
    /// In order of id.
    pub countries: [ActorId; 3],
    /// Tones of the first and second, the second and third, the first and third.
    pub tones: [f64; 3],
    /// The weakest of the three tones, without sign.
    pub tension: f64,
}

/// The triads in tension among dyads whose tone is at least `threshold` from 0, the tensest first.
pub fn triads(dyads: &[Dyad], threshold: f64) -> Vec<Triad> {
    let clear_dyads = dyads.iter().filter(|dyad| dyad.tone != 0.0 && dyad.tone.abs() >= threshold);
    let clear: HashMap<(ActorId, ActorId), f64> = clear_dyads.map(|dyad| ((dyad.a, dyad.b), dyad.tone)).collect();
    let mut onward: BTreeMap<ActorId, Vec<(ActorId, f64)>> = BTreeMap::new();
    for (&(a, b), &tone) in &clear {
        onward.entry(a).or_default().push((b, tone));
    }
    let mut found = Vec::new();
    for (&(a, b), &ab) in &clear {
        for &(c, bc) in onward.get(&b).into_iter().flatten() {
            if let Some(&ac) = clear.get(&(a, c)).filter(|ac| ab.signum() * bc.signum() * ac.signum() < 0.0) {
                found.push(Triad {
                    countries: [a, b, c],
                    tones: [ab, bc, ac],
                    tension: ab.abs().min(bc.abs()).min(ac.abs()),
                });
            }
        }
    }
    found.sort_unstable_by(|one, other| other.tension.total_cmp(&one.tension).then(one.countries.cmp(&other.countries)));
    found
}
