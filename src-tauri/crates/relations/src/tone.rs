use domain::{Moment, settings::HalfLife};

/// *k*: how much the prior weighs against events.
pub const PRIOR_WEIGHT: f64 = 2.0;

/// The ends of the scale of weights, priors and tones.
pub(crate) const SCALE_END: f64 = 10.0;

/// What a picture of relations is drawn for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setting {
    pub as_of: Moment,
    /// Days until an event counts half. Infinite: nothing fades.
    pub half_life_days: f64,
}

impl Setting {
    pub fn new(as_of: Moment, half_life: HalfLife) -> Self {
        Self {
            as_of,
            half_life_days: f64::from(half_life.days()),
        }
    }
}

/// `2^(−days / half-life)`, 0 to 1. A half-life that is no positive number leaves only the moment itself.
pub(crate) fn decay(from: Moment, to: Moment, half_life_days: f64) -> f64 {
    if to <= from {
        1.0
    } else if half_life_days > 0.0 {
        (-to.days_since(from) / half_life_days).exp2()
    } else {
        0.0
    }
}

/// T from the prior, Σ w·d and Σ w·d·g.
pub(crate) fn tone(prior: f64, intensity: f64, weighted: f64) -> f64 {
    ((PRIOR_WEIGHT * prior + weighted) / (PRIOR_WEIGHT + intensity)).clamp(-SCALE_END, SCALE_END)
}

/// A value held to its range; what is not a number is 0.
pub(crate) fn held(value: f64, least: f64, most: f64) -> f64 {
    if value.is_nan() { 0.0 } else { value.clamp(least, most) }
}
