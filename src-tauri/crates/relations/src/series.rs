use domain::{Moment, id::ActorId};

use crate::{
    act::Counted,
    pair::{pair_of, ways_within},
    standing::{Standing, prior},
    tone::{decay, tone},
};

/// More steps than any line on a screen or a page has points.
pub const MOST_STEPS: usize = 10_000;

/// Moment, tone and intensity at `steps` (at most [`MOST_STEPS`]) even steps from one moment through another; a single step is the last.
/// Each equals what [`crate::dyad`] gives there. For the plans of earlier dates to count as they did then, pass intervals.
#[expect(clippy::too_many_arguments, reason = "two countries, two ends, two settings, two sources")]
pub fn tone_series<'a, T: Counted + 'a>(
    acts: impl IntoIterator<Item = &'a T>,
    standing_at: impl Fn(Moment) -> Vec<Standing>,
    a: ActorId,
    b: ActorId,
    from: Moment,
    to: Moment,
    steps: usize,
    half_life_days: f64,
) -> Vec<(Moment, f64, f64)> {
    let pair = pair_of(a, b);
    let between: Vec<&T> = acts
        .into_iter()
        .filter(|counted| ways_within(counted.act(), pair).is_some())
        .collect();
    let at = |as_of: Moment| {
        let (mut intensity, mut weighted) = (0.0, 0.0);
        for act in between
            .iter()
            .filter(|counted| counted.counts_on(as_of))
            .map(|counted| counted.act())
        {
            let counted = act.worth() * decay(act.at, as_of, half_life_days);
            intensity += counted;
            weighted += counted * act.goodness();
        }
        let standing = standing_at(as_of);
        let prior = prior(standing.iter().filter(|tie| a != b && pair_of(tie.from, tie.to) == pair));
        (as_of, tone(prior, intensity, weighted), intensity)
    };
    even_steps(from.min(to), from.max(to), steps).map(at).collect()
}

fn even_steps(from: Moment, to: Moment, steps: usize) -> impl Iterator<Item = Moment> {
    let steps = steps.min(MOST_STEPS) as i128;
    let span = i128::from(to.0) - i128::from(from.0);
    let moment = move |step: i128| {
        if steps == 1 {
            to
        } else {
            Moment((i128::from(from.0) + span * step / (steps - 1)) as i64)
        }
    };
    (0..steps).map(moment)
}
